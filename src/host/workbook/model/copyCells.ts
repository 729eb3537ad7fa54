/** Copying and clearing areas of cells with all that hangs on them. */
import {
  areaBetween,
  cellKey,
  contains,
  intersection,
  isWholeColumns,
  isWholeRows,
  parseCellKey,
  type Area,
} from '../values/address';
import { parseAreas, without } from '../values/areas';
import { moveRelative } from '../values/formula';
import { transposeFormula } from '../values/transpose';
import { conditionOn, validationOn } from './anchor';
import type { Cell, ConditionalRule, DataValidation } from './data';
import { copyOfNote } from './notes';
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
    sheet.data.conditionalRules = withoutArea(sheet.data.conditionalRules ?? [], area, conditionOn);
  }
  if (all) sheet.data.dataValidations = withoutArea(sheet.data.dataValidations ?? [], area, validationOn);
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

/** Gives a rule other cells, its formulas with it. */
type PutOn<T> = (rule: T, areas: readonly Area[]) => T;

/** The rules without this area: ranges that it covers go, ranges that it cuts keep the rest. */
export function withoutArea<T extends { range: string }>(rules: readonly T[], area: Area, putOn: PutOn<T>): T[] {
  return rules.flatMap((rule) => {
    const own = parseAreas(rule.range);
    if (!own.some((one) => intersection(one, area))) return [rule];
    const rest = without(own, [area]);
    return rest.length === 0 ? [] : [putOn(rule, rest)];
  });
}

/** How cells are copied: whether empty ones leave what is there, whether rows become columns. */
export interface CopyManner {
  readonly skipBlanks?: boolean;
  readonly transpose?: boolean;
}

/**
 * Copies the source to the target's top left cell. A target that is a whole multiple of the source is filled with
 * repeats of it; any other target gets it once, in the source's own size, as in Excel. What hangs on the area rather
 * than on its cells (merges, rules) is not transposed, nor are its empty cells skipped: the caller sees to it.
 */
export function copyCells(
  sheet: SheetContent,
  source: CopySource,
  target: Area,
  what: CopyWhat,
  manner: CopyManner,
): void {
  const { area } = source;
  const { transpose } = manner;
  const size = transpose ? { rows: area.columns, columns: area.rows } : area;
  const times = (wanted: number, own: number): number => (wanted % own === 0 ? Math.max(1, wanted / own) : 1);
  const down = times(target.rows, size.rows);
  const across = times(target.columns, size.columns);
  // The source may lie within the target, so everything is read before anything is written.
  const cells = [...source.sheet.cellsIn(area)].map(([key, cell]) => ({ ...parseCellKey(key), cell }));
  const hangings = hangingOf(source);
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < across; j++) {
      const row = target.row + i * size.rows;
      const column = target.column + j * size.columns;
      const place = { row, column, rows: size.rows, columns: size.columns };
      copyOnce(sheet, area, cells, place, what, manner);
      if (what === 'All' || what === 'Formats') copyHanging(sheet, hangings, area, place, what);
    }
  }
}

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

function copyOnce(
  sheet: SheetContent,
  area: Area,
  cells: readonly PlacedCell[],
  place: Area,
  what: CopyWhat,
  { skipBlanks, transpose }: CopyManner,
): void {
  const written = new Set<string>();
  for (const { row, column, cell } of cells) {
    if (skipBlanks && isBlank(cell)) continue;
    const [down, right] = [row - area.row, column - area.column];
    const at = transpose
      ? { row: place.row + right, column: place.column + down }
      : { row: place.row + down, column: place.column + right };
    const key = cellKey(at.row, at.column);
    written.add(key);
    const move = (formula: string): string =>
      transpose
        ? transposeFormula(formula, { row, column }, at)
        : moveRelative(formula, at.row - row, at.column - column);
    sheet.place(key, copied(cell, sheet.cells.get(key), move, what));
  }
  if (skipBlanks) return;
  for (const [key, cell] of sheet.cellsIn(place)) {
    if (written.has(key)) continue;
    const { style, ...rest } = cell;
    if (what === 'All') sheet.place(key, { value: null, type: 'empty' });
    else if (what === 'Formats') sheet.place(key, rest);
    else sheet.place(key, { value: null, type: 'empty', ...(style && { style }) });
  }
}

/** Whether the cell holds nothing; an empty text that a formula gives is something. */
function isBlank({ value, formula }: Cell): boolean {
  return formula === undefined && (value === null || value === '');
}

function copied(from: Cell, to: Cell | undefined, move: (formula: string) => string, what: CopyWhat): Cell {
  const { style, comment, hyperlink, formula, formulaResult: _cached, known: _known, ...plain } = from;
  const content: Cell =
    formula === undefined || what === 'Values'
      ? { ...plain, type: plain.type === 'formula' ? typeOf(plain.value) : plain.type }
      : { value: null, type: 'formula', formula: move(formula) };
  if (what === 'All') {
    return {
      ...content,
      ...(style && { style }),
      ...(comment && { comment: copyOfNote(comment) }),
      ...(hyperlink && { hyperlink }),
    };
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
    ...(dataValidations && { dataValidations: touching(dataValidations, area, validationOn) }),
    ...(conditionalRules && { conditionalRules: touching(conditionalRules, area, conditionOn) }),
    heights,
    widths,
  };
}

/** What newer Excel adds to a bar or to icons belongs to one rule by its id; a copy goes without. */
function withoutLink(rule: ConditionalRule): ConditionalRule {
  const { graphic } = rule;
  if (graphic === undefined) return rule;
  return { ...rule, graphic: graphic.replace(/<(?:\w+:)?extLst\b[\s\S]*<\/(?:\w+:)?extLst>/, '') };
}

/** The rules on this area, cut to it. */
export function touching<T extends { range: string }>(rules: readonly T[], area: Area, putOn: PutOn<T>): T[] {
  return rules.flatMap((rule) => {
    const common = parseAreas(rule.range).flatMap((own) => intersection(own, area) ?? []);
    return common.length === 0 ? [] : [putOn(rule, common)];
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
  const moved = <T extends { range: string }>(rules: readonly T[] | undefined, putOn: PutOn<T>): T[] =>
    (rules ?? []).map((rule) =>
      putOn(
        rule,
        parseAreas(rule.range).map((own) => ({ ...own, row: own.row + rows, column: own.column + columns })),
      ),
    );
  const { data } = sheet;
  if (data.conditionalRules || hanging.conditionalRules)
    data.conditionalRules = [
      ...withoutArea<ConditionalRule>(data.conditionalRules ?? [], place, conditionOn),
      ...moved(hanging.conditionalRules, conditionOn).map(withoutLink),
    ];
  if (what !== 'All') return;
  if (data.dataValidations || hanging.dataValidations)
    data.dataValidations = [
      ...withoutArea<DataValidation>(data.dataValidations ?? [], place, validationOn),
      ...moved(hanging.dataValidations, validationOn),
    ];
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
