import type { WorkbookModel } from '../../src/host/workbook/model/workbook';

/** Everything of a workbook that a person sees or prints, by what it is of: what a step may change and has to bring back. */
export type State = ReadonlyMap<string, string>;

const LOG = '操作记录';
/** Columns whose widths are looked at. */
const WIDE = 40;

/** Without 操作记录, whose lines stay when a step is undone. */
export function stateOf(workbook: WorkbookModel): State {
  const state = new Map<string, string>();
  for (const { name, range, scope, hidden } of workbook.data.namedRanges) {
    state.set(`name ${scope ?? ''}!${name}`, JSON.stringify([range, hidden ?? false]));
  }
  for (const sheet of workbook.sheets) {
    if (sheet.name === LOG) continue;
    const { data } = sheet;
    const put = (what: string, value: unknown): void => {
      if (value === undefined) return;
      const text = JSON.stringify(value);
      if (text !== '[]' && text !== '{}') state.set(`${sheet.name} ${what}`, text);
    };
    put('sheet', [data.hidden ?? false, data.veryHidden ?? false, data.protection?.sheet ?? false]);
    for (const key of data.cells.keys()) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const content = sheet.formula(row, column);
      if (content !== '') state.set(`${sheet.name}!${key}`, String(content));
      const { font = {}, alignment = {}, border = {}, fill, numFmt, protection } = sheet.style(row, column);
      const { name, size } = workbook.data.defaultFont ?? {};
      const look = [
        font.name === name ? undefined : font.name,
        font.size === size ? undefined : font.size,
        font.bold === true,
        alignment.horizontal === 'general' ? undefined : alignment.horizontal,
        alignment.vertical === 'bottom' ? undefined : alignment.vertical,
        alignment.wrapText === true,
        alignment.shrinkToFit === true,
        [border.top, border.bottom, border.left, border.right].map((line) => line?.style),
        fill?.type === 'pattern' ? fill.fgColor?.rgb : undefined,
        numFmt === 'General' ? undefined : numFmt,
        protection?.locked ?? true,
      ];
      const text = JSON.stringify(look);
      if (text !== PLAIN) state.set(`${sheet.name} look ${key}`, text);
    }
    put('merges', [...(data.merges ?? [])].map((merge) => JSON.stringify(merge)).sort());
    put(
      'hidden rows',
      [...(data.rowDefs ?? [])].filter(([, { hidden }]) => hidden === true).map(([row]) => row),
    );
    put(
      'hidden columns',
      (data.columns ?? []).flatMap(({ hidden }, i) => (hidden === true ? [i] : [])),
    );
    put('widths', rounded(Array.from({ length: WIDE }, (_, column) => sheet.columnWidth(column))));
    put('panes', data.freezePane);
    put('breaks', data.rowBreaks);
    const checks = (data.dataValidations ?? []).map(({ type, formula1, inputMessage }) =>
      JSON.stringify([type, formula1, inputMessage]),
    );
    put('checks', [...new Set(checks)].sort());
    put('rules', (data.conditionalRules ?? []).length);
    const { orientation, margins, printTitlesRow } = data.pageSetup ?? {};
    put('page', [orientation === 'landscape', rounded(Object.values(margins ?? {})), printTitlesRow]);
  }
  return state;
}

const PLAIN = JSON.stringify([
  undefined,
  undefined,
  false,
  undefined,
  undefined,
  false,
  false,
  [undefined, undefined, undefined, undefined],
  undefined,
  undefined,
  true,
]);

function rounded(numbers: readonly (number | undefined)[]): (number | null)[] {
  const list = numbers.map((each) => (each === undefined ? null : Math.round(each * 100) / 100));
  while (list.length > 0 && list.at(-1) === null) list.pop();
  return list;
}

/** What differs, by what it is of. */
export function difference(a: State, b: State, isOf: (key: string) => boolean = () => true): string[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((key) => isOf(key) && a.get(key) !== b.get(key))
    .map((key) => `${key}: ${a.get(key) ?? '-'} → ${b.get(key) ?? '-'}`);
}

/** Contents alone. */
export const isContent = (key: string): boolean => key.includes('!');
