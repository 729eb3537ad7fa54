import type { AnnualHint } from '../../assessment/annual';
import { columnName } from '../grid/address';
import type { CellBlock, CellContent } from '../grid/plan';
import { textFormula } from '../review/formulas';
import type { ReviewSheet } from '../review/read';
import { keyFormula } from '../score-sheet/formulas';
import { personColumn, type AnnualDraft, type AnnualRow } from './draft';
import { COUNTED, countFormula, NOT_DECIDED, quarterFormula, reviewPlaceFormula } from './formulas';
import type { AnnualPerson } from './year';

/** The people of the 年度汇总表, typed once, and what the program computes beside each of them. */
export function personBlocks(draft: AnnualDraft): CellBlock[] {
  return [...identity(draft), ...quarters(draft), ...counts(draft), hints(draft), ...keys(draft)];
}

function identity({ rows, place, grid }: AnnualDraft): CellBlock[] {
  const fresh = rows.filter(({ isNew }) => isNew);
  const [first] = fresh;
  if (first === undefined) return [];
  const cells = fresh.map(({ row, person }) => {
    const line: CellContent[] = [];
    line[place.column('index')] = row - place.firstRow + 1;
    line[place.column('department')] = person?.department ?? '';
    line[place.column('name')] = person?.displayName ?? '';
    line[place.column('position')] = person?.position ?? '';
    return Array.from({ length: line.length }, (_, column) => line[column] ?? null);
  });
  return [grid.block('人员', first.row, 0, cells)];
}

/** The four quarters, live from their 审定表 where a formula finds the person there. */
function quarters(draft: AnnualDraft): CellBlock[] {
  const { place, year } = draft;
  return year.sheets.map((sheet, i) =>
    personColumn(draft, `第${i + 1}季度等次`, place.quarters + i, (row) => {
      const quarter = row.person?.quarters[i];
      if (sheet !== null && placeOn(draft, sheet, i, row) !== null) {
        return { formula: quarterFormula(inRow(place.places[i] ?? 0), sheet.table) };
      }
      const mark = quarter?.open === true ? NOT_DECIDED : '';
      return quarter?.grade == null ? '' : { formula: textFormula([`${quarter.grade}${mark}`]) };
    }),
  );
}

function counts(draft: AnnualDraft): CellBlock[] {
  const { place } = draft;
  const all = `${inRow(place.quarters)}:${inRow(place.quarters + 3)}`;
  return COUNTED.map((counted) =>
    personColumn(draft, `${counted}次数`, place.column(counted), () => ({ formula: countFormula(all, counted) })),
  );
}

function hints(draft: AnnualDraft): CellBlock {
  return personColumn(draft, '年度关联提示', draft.place.column('hint'), ({ person }) => {
    const text = hintsText(person);
    return text === '' ? '' : { formula: textFormula([text]) };
  });
}

/** The person's key, and where the person stands on each quarter's 审定表. */
function keys(draft: AnnualDraft): CellBlock[] {
  const { place, year } = draft;
  const characters = new Set(year.people.flatMap(({ department, displayName }) => [...department, ...displayName]));
  const key = keyFormula(inRow(place.column('department')), inRow(place.column('name')), characters);
  return [
    personColumn(draft, '人员键', place.key, () => ({ formula: key })),
    ...year.sheets.map((sheet, i) =>
      personColumn(draft, '定位', place.places[i] ?? 0, (row) => {
        const formula = sheet === null ? null : placeOn(draft, sheet, i, row);
        return formula === null ? '' : { formula };
      }),
    ),
  ];
}

/** The formula of a person's place on a quarter's 审定表; null where the person is not there or cannot be found. */
function placeOn(
  { place }: AnnualDraft,
  sheet: ReviewSheet,
  quarter: number,
  { person, key }: AnnualRow,
): string | null {
  const there = person?.quarters[quarter]?.key ?? null;
  return there === null ? null : reviewPlaceFormula(sheet, there, { key, cell: inRow(place.key) });
}

/** A column's cell in the formula's own row. */
function inRow(column: number): string {
  return `$${columnName(column)}{r}`;
}

/** What stands in a person's row that may need several lines: 年度关联提示, and the grade of each quarter. */
export function longTexts(person: AnnualPerson | null): string[] {
  return [hintsText(person), ...(person === null ? [] : gradesOf(person))];
}

/** The grades of a person's quarters as they are shown. */
export function gradesOf({ quarters }: AnnualPerson): string[] {
  return quarters.map(({ grade, open }) => (grade === null ? '' : `${grade}${open ? NOT_DECIDED : ''}`));
}

/** What stands in 年度关联提示. */
function hintsText(person: AnnualPerson | null): string {
  return (person?.hints ?? []).map(hintText).join('；');
}

/** 可推荐优秀（需确认）：… */
export function hintText({ kind, needsConfirmation, reason }: AnnualHint): string {
  return `${kind}${needsConfirmation ? '（需确认）' : ''}：${reason}`;
}
