/** Copying and clearing areas of cells with all that hangs on them. */
import {
  areaBetween,
  cellKey,
  contains,
  formatA1,
  intersection,
  isWholeColumns,
  isWholeRows,
  parseA1,
  parseCellKey,
  type Area,
} from '../values/address';
import { cutOut } from '../values/areas';
import { moveRelative } from '../values/formula';
import type { Cell } from './data';
import type { SheetContent } from './sheet';

export type ClearWhat = 'All' | 'Contents' | 'Formats' | 'Hyperlinks';
export type CopyWhat = 'All' | 'Formulas' | 'Values' | 'Formats';

export interface CopySource {
  readonly sheet: SheetContent;
  readonly area: Area;
}

/** Takes contents, formats or links away from the area; `All` takes notes, rules and merges too. */
export function clearArea(sheet: SheetContent, area: Area, what: ClearWhat): void {
  const all = what === 'All';
  for (const [key, cell] of sheet.cellsIn(area)) {
    const { style, comment, hyperlink, ...content } = cell;
    const keepsContent = what === 'Formats' || what === 'Hyperlinks';
    const next: Cell = {
      ...(keepsContent ? content : { value: null, type: 'empty' as const }),
      ...(style && !all && what !== 'Formats' && { style }),
      ...(comment && !all && { comment }),
      ...(hyperlink && !all && what !== 'Hyperlinks' && { hyperlink }),
    };
    sheet.place(key, next);
  }
  if (all || what === 'Formats') {
    clearWholeFormats(sheet, area);
    sheet.unmerge(area);
    sheet.data.conditionalRules = withoutArea(sheet.data.conditionalRules ?? [], area);
  }
  if (all) sheet.data.dataValidations = withoutArea(sheet.data.dataValidations ?? [], area);
}

function clearWholeFormats(sheet: SheetContent, area: Area): void {
  if (isWholeColumns(area)) {
    for (const definition of sheet.data.columns?.slice(area.column, area.column + area.columns) ?? [])
      delete definition.style;
  }
  if (isWholeRows(area)) {
    for (const row of [...sheet.extras.rowStyles.keys()]) {
      if (row >= area.row && row < area.row + area.rows) sheet.extras.rowStyles.delete(row);
    }
  }
}

/** The rules without this area: ranges that it covers go, ranges that it cuts keep the rest. */
function withoutArea<T extends { range: string }>(rules: readonly T[], area: Area): T[] {
  return rules.flatMap((rule) => {
    const rest = rule.range.split(' ').flatMap((text) => {
      const own = parseA1(text);
      return own ? cutOut(own, area).map(formatA1) : [text];
    });
    return rest.length === 0 ? [] : [{ ...rule, range: rest.join(' ') }];
  });
}

/**
 * Copies the source to the target's top left cell. A target that is a whole multiple of the source is filled with
 * repeats of it; any other target gets it once, in the source's own size, as in Excel.
 */
export function copyCells(sheet: SheetContent, source: CopySource, target: Area, what: CopyWhat): void {
  const { area } = source;
  const times = (wanted: number, size: number): number => (wanted % size === 0 ? Math.max(1, wanted / size) : 1);
  const down = times(target.rows, area.rows);
  const across = times(target.columns, area.columns);
  // The source may lie within the target, so everything is read before anything is written.
  const cells = [...source.sheet.cellsIn(area)].map(([key, cell]) => ({ ...parseCellKey(key), cell }));
  const hangings = hangingOf(source);
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < across; j++) {
      const place = { ...area, row: target.row + i * area.rows, column: target.column + j * area.columns };
      copyOnce(sheet, area, cells, place, what);
      if (what === 'All' || what === 'Formats') copyHanging(sheet, hangings, area, place, what);
    }
  }
}

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

function copyOnce(sheet: SheetContent, area: Area, cells: readonly PlacedCell[], place: Area, what: CopyWhat): void {
  const rows = place.row - area.row;
  const columns = place.column - area.column;
  const written = new Set<string>();
  for (const { row, column, cell } of cells) {
    const key = cellKey(row + rows, column + columns);
    written.add(key);
    sheet.place(key, copied(cell, sheet.cells.get(key), rows, columns, what));
  }
  for (const [key, cell] of sheet.cellsIn(place)) {
    if (written.has(key)) continue;
    const { style, ...rest } = cell;
    if (what === 'All') sheet.place(key, { value: null, type: 'empty' });
    else if (what === 'Formats') sheet.place(key, rest);
    else sheet.place(key, { value: null, type: 'empty', ...(style && { style }) });
  }
}

function copied(from: Cell, to: Cell | undefined, rows: number, columns: number, what: CopyWhat): Cell {
  const { style, comment, hyperlink, formula, formulaResult: _cached, known: _known, ...plain } = from;
  const content: Cell =
    formula === undefined || what === 'Values'
      ? { ...plain, type: plain.type === 'formula' ? typeOf(plain.value) : plain.type }
      : { value: null, type: 'formula', formula: moveRelative(formula, rows, columns) };
  if (what === 'All') {
    return { ...content, ...(style && { style }), ...(comment && { comment }), ...(hyperlink && { hyperlink }) };
  }
  const { style: oldStyle, ...old } = to ?? { value: null, type: 'empty' as const };
  if (what === 'Formats') return { ...old, ...(style && { style }) };
  return {
    ...content,
    ...(oldStyle && { style: oldStyle }),
    ...(old.comment && { comment: old.comment }),
    ...(old.hyperlink && { hyperlink: old.hyperlink }),
  };
}

function typeOf(value: Cell['value']): Cell['type'] {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return value === null ? 'empty' : 'string';
}

/** What hangs on an area rather than on its cells. */
type Hanging = Pick<SheetContent['data'], 'merges' | 'dataValidations' | 'conditionalRules'> & {
  readonly heights: readonly (readonly [number, number])[];
  readonly widths: readonly (readonly [number, number])[];
};

function hangingOf({ sheet, area }: CopySource): Hanging {
  const { merges, dataValidations, conditionalRules, rowDefs, columns } = sheet.data;
  const heights = isWholeRows(area)
    ? [...(rowDefs ?? [])].flatMap(([row, { height }]) =>
        height !== undefined && row >= area.row && row < area.row + area.rows ? [[row, height] as const] : [],
      )
    : [];
  const widths = isWholeColumns(area)
    ? (columns ?? []).flatMap(({ width }, column) =>
        width !== undefined && column >= area.column && column < area.column + area.columns
          ? [[column, width] as const]
          : [],
      )
    : [];
  return {
    ...(merges && {
      merges: merges.filter((m) => contains(area, areaBetween(m.startRow, m.startCol, m.endRow, m.endCol))),
    }),
    ...(dataValidations && { dataValidations: touching(dataValidations, area) }),
    ...(conditionalRules && { conditionalRules: touching(conditionalRules, area) }),
    heights,
    widths,
  };
}

/** The rules on this area, cut to it. */
function touching<T extends { range: string }>(rules: readonly T[], area: Area): T[] {
  return rules.flatMap((rule) => {
    const range = rule.range
      .split(' ')
      .flatMap((text) => {
        const own = parseA1(text);
        const common = own && intersection(own, area);
        return common ? [formatA1(common)] : [];
      })
      .join(' ');
    return range === '' ? [] : [{ ...rule, range }];
  });
}

function copyHanging(sheet: SheetContent, hanging: Hanging, area: Area, place: Area, what: CopyWhat): void {
  const rows = place.row - area.row;
  const columns = place.column - area.column;
  if (rows === 0 && columns === 0 && hanging.merges === sheet.data.merges) return;
  sheet.unmerge(place);
  for (const merge of hanging.merges ?? []) {
    (sheet.data.merges ??= []).push({
      startRow: merge.startRow + rows,
      startCol: merge.startCol + columns,
      endRow: merge.endRow + rows,
      endCol: merge.endCol + columns,
    });
  }
  const moved = <T extends { range: string }>(rules: readonly T[] = []): T[] =>
    rules.map((rule) => ({
      ...rule,
      range: rule.range
        .split(' ')
        .map((text) => moveRelative(text, rows, columns))
        .join(' '),
    }));
  const { data } = sheet;
  if (data.conditionalRules || hanging.conditionalRules)
    data.conditionalRules = [...withoutArea(data.conditionalRules ?? [], place), ...moved(hanging.conditionalRules)];
  if (what !== 'All') return;
  if (data.dataValidations || hanging.dataValidations)
    data.dataValidations = [...withoutArea(data.dataValidations ?? [], place), ...moved(hanging.dataValidations)];
  for (const [row, height] of hanging.heights) {
    const defs = (data.rowDefs ??= new Map());
    defs.set(row + rows, { ...defs.get(row + rows), height });
  }
  for (const [column, width] of hanging.widths) {
    const definitions = (data.columns ??= []);
    while (definitions.length <= column + columns) definitions.push({});
    definitions[column + columns] = { ...definitions[column + columns], width };
  }
}
