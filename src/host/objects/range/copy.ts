import { isProtected } from '../../workbook/model/data';
import { isTorn } from '../../workbook/model/moveCells';
import type { CopyWhat, SheetModel } from '../../workbook/model/workbook';
import {
  intersection,
  isSameArea,
  isWholeColumns,
  isWholeRows,
  parseA1,
  type Area,
} from '../../workbook/values/address';
import { parseAreas, touch } from '../../workbook/values/areas';
import { canTranspose } from '../../workbook/values/transpose';
import { editContent } from '../cells/edits';
import { areaWithin, rangeArgument } from '../cells/lookup';
import { requireEditable, requirePermission, touchesTableOrFilter } from '../cells/permission';
import { objectOf, type Argument, type Arguments } from '../core/arguments';
import type { Member, Session } from '../core/object';
import { RangeAreasRef, type RangeRef } from '../core/rangeRef';
import { apiNotFound, invalidOperation } from '../core/refusal';

/** Members that copy cells and move them. */
export const copyMembers: Readonly<Record<string, Member<RangeRef>>> = {
  copyFrom: { kind: 'method', since: '1.9', call: copyFrom },
  moveTo: { kind: 'method', since: '1.11', call: moveTo },
};

const COPY_WORDS = ['All', 'Formulas', 'Values', 'Formats'] as const satisfies readonly CopyWhat[];

function copyFrom(target: RangeRef, given: Arguments, session: Session): void | Promise<void> {
  const source = sourceOf(given.at(0), target.sheet);
  const what = given.choiceOr(1, COPY_WORDS, 'All');
  const skipBlanks = given.booleanOr(2, false);
  const transpose = given.booleanOr(3, false);
  const { sheet } = target;
  const { rows, columns } = source.area;
  const area = pasteArea(transpose ? { rows: columns, columns: rows } : { rows, columns }, target.area);
  if (skipBlanks || transpose) requirePlain(source, what, skipBlanks ? 'skipBlanks' : 'transpose');
  if (transpose) requireTransposable(source, sheet, area, what);
  if (what === 'Formats') requirePermission(sheet, 'formatCells');
  else requireEditable(sheet, area);
  if (what === 'All' && isProtected(sheet.data.protection)) requirePermission(sheet, 'formatCells');
  const copy = (): void => {
    const places = session.profile.hiddenRows === 'leftOut' && rows === 1 ? shownParts(sheet, area) : [area];
    const change = (): void => {
      for (const place of places) sheet.copyCells(source, place, what, { skipBlanks, transpose });
    };
    if (what === 'Formats') change();
    else editContent(session, sheet, area, change);
  };
  // Values are copied as they are shown, so that the source's formulas need theirs first.
  if (what === 'Values') return session.workbook.calculate([source]).then(copy);
  copy();
}

/** W11: an area without its hidden rows. */
function shownParts(sheet: SheetModel, area: Area): Area[] {
  const parts: Area[] = [];
  for (let row = area.row; row < area.row + area.rows; row++)
    if (!sheet.rowHidden(row)) parts.push({ ...area, row, rows: 1 });
  return parts;
}

function sourceOf(value: Argument, home: SheetModel): RangeRef {
  const areas = objectOf(value, RangeAreasRef);
  if (!areas) return rangeArgument(value, home);
  const [only, ...others] = areas.areas;
  if (!only || others.length > 0) throw apiNotFound('Range.copyFrom (several areas)');
  return only;
}

/** Where a copy lands: the target when the source fits into it a whole number of times, else the source's size there. */
function pasteArea(size: Pick<Area, 'rows' | 'columns'>, target: Area): Area {
  const tiles = target.rows % size.rows === 0 && target.columns % size.columns === 0;
  return tiles ? target : areaWithin(target.row, target.column, size.rows, size.columns);
}

/** Merges and rules hang on areas, whose empty cells cannot be skipped and whose formulas are not turned here. */
function requirePlain({ sheet, area }: RangeRef, what: CopyWhat, manner: string): void {
  if (what !== 'All' && what !== 'Formats') return;
  const { conditionalRules, dataValidations } = sheet.data;
  const rules = [...(conditionalRules ?? []), ...(what === 'All' ? (dataValidations ?? []) : [])];
  const hanging = rules.some((rule) => touch(parseAreas(rule.range), [area]));
  const merged = sheet.data.merges?.some(({ startRow, startCol }) =>
    intersection(area, { row: startRow, column: startCol, rows: 1, columns: 1 }),
  );
  if (hanging || merged) throw apiNotFound(`Range.copyFrom (${manner}, of merged cells or cells with rules)`);
}

function requireTransposable(
  { sheet: from, area: source }: RangeRef,
  sheet: SheetModel,
  area: Area,
  what: CopyWhat,
): void {
  if (isWholeColumns(source) || isWholeRows(source)) throw apiNotFound('Range.copyFrom (transpose, of whole lines)');
  // Excel: the copy area and the paste area overlap and are not the same size and shape.
  if (from === sheet && intersection(source, area)) throw invalidOperation('The copied cells and their place overlap.');
  if (what !== 'All' && what !== 'Formulas') return;
  for (const [, { formula }] of from.cellsIn(source))
    if (formula !== undefined && !canTranspose(formula))
      throw apiNotFound('Range.copyFrom (transpose, of formulas with references such as $A1 or A:A)');
}

/** Cut and paste: what refers to the cells follows them, whatever was at the place is gone. */
function moveTo(range: RangeRef, given: Arguments, session: Session): void {
  const { sheet, area } = range;
  const target = rangeArgument(given.at(0), sheet);
  const place = areaWithin(target.area.row, target.area.column, area.rows, area.columns);
  const home = target.sheet;
  if (home === sheet && isSameArea(place, area)) return;
  requireEditable(sheet, area);
  requireEditable(home, place);
  for (const [on, cells] of [
    [sheet, area],
    [home, place],
  ] as const) {
    if (isProtected(on.data.protection)) requirePermission(on, 'formatCells');
    if (isTorn(on, cells)) throw invalidOperation('Merged cells and array formulas are moved as a whole.');
    if (touchesTableOrFilter(on, cells)) throw apiNotFound('Range.moveTo (cells of a table or of an AutoFilter)');
    if (hasNote(on, cells)) throw apiNotFound('Range.moveTo (cells with comments)');
  }
  if (isWholeColumns(area) || isWholeRows(area)) throw apiNotFound('Range.moveTo (whole rows or columns)');
  const move = { from: { sheet: sheet.name, area }, to: { sheet: home.name, area: place } };
  if (sheet.workbook.stretchedBy(move)) throw apiNotFound('Range.moveTo (the end of a range that a formula refers to)');
  const change = (): void => sheet.workbook.moveCells(sheet, area, home, place);
  editContent(session, sheet, area, () => editContent(session, home, place, change));
}

function hasNote(sheet: SheetModel, area: Area): boolean {
  for (const [, { comment }] of sheet.cellsIn(area)) if (comment) return true;
  return (sheet.data.threadedComments ?? []).some(({ ref }) => {
    const at = ref === undefined ? undefined : parseA1(ref);
    return at !== undefined && intersection(at, area) !== undefined;
  });
}
