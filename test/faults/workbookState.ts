import { createHash } from 'node:crypto';
import type { CellStyle } from '../../src/host/workbook/model/data';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';

/** Everything of a workbook that a person sees or prints, by what it is of: what a step may change and has to bring back. */
export type State = ReadonlyMap<string, string>;

const LOG = '操作记录';
const SEAL_TITLE = '季度审定封存记录';
const COMMAND_COLUMN = 1;
/** Columns whose widths are looked at. */
const WIDE = 40;

/** Without 操作记录, whose lines stay when a step is undone, unless it is asked for. */
export function stateOf(workbook: WorkbookModel, isWithLog = false): State {
  const state = new Map<string, string>();
  const plain = workbook.data.defaultFont ?? {};
  const looks = looksBeside(JSON.stringify([plain.name, plain.size]));
  // 操作记录 and 封存记录 go to the end of any step; nobody else's sheet may be moved.
  const others = workbook.sheets.filter((sheet) => sheet.name !== LOG && sheet.value(0, 0) !== SEAL_TITLE);
  state.set('order', others.map(({ name }) => name).join('、'));
  for (const { name, range, scope, hidden } of workbook.data.namedRanges) {
    state.set(`name ${scope ?? ''}!${name}`, JSON.stringify([range, hidden ?? false]));
  }
  for (const sheet of workbook.sheets) {
    if (sheet.name === LOG && !isWithLog) continue;
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
      const style = sheet.style(row, column);
      let text = looks.get(style);
      if (text === undefined) looks.set(style, (text = lookText(style, plain)));
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

/** Cells share their formats: each is put into words once. */
const LOOKS = new Map<string, WeakMap<CellStyle, string>>();

function looksBeside(font: string): WeakMap<CellStyle, string> {
  const looks = LOOKS.get(font) ?? new WeakMap<CellStyle, string>();
  LOOKS.set(font, looks);
  return looks;
}

function lookText(
  { font = {}, alignment = {}, border = {}, fill, numFmt, protection }: CellStyle,
  plain: { readonly name?: string; readonly size?: number },
): string {
  return JSON.stringify([
    font.name === plain.name ? undefined : font.name,
    font.size === plain.size ? undefined : font.size,
    font.bold === true,
    alignment.horizontal === 'general' ? undefined : alignment.horizontal,
    alignment.vertical === 'bottom' ? undefined : alignment.vertical,
    alignment.wrapText === true,
    alignment.shrinkToFit === true,
    [border.top, border.bottom, border.left, border.right].map((line) => line?.style),
    fill?.type === 'pattern' ? fill.fgColor?.rgb : undefined,
    numFmt === 'General' ? undefined : numFmt,
    protection?.locked ?? true,
  ]);
}

/** All of it, 操作记录 included, in short: the same for workbooks in the same state. */
export function digestOf(workbook: WorkbookModel): string {
  const hash = createHash('sha256');
  for (const entry of stateOf(workbook, true)) hash.update(entry.join(' ')).update('\n');
  return hash.digest('hex');
}

/** The lines that a command has left in 操作记录. */
export function linesOf(workbook: WorkbookModel, command: string): number {
  const log = workbook.sheetByName(LOG);
  if (log === undefined) return 0;
  let lines = 0;
  for (const key of log.data.cells.keys()) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    if (column === COMMAND_COLUMN && log.value(row, column) === command) lines++;
  }
  return lines;
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
