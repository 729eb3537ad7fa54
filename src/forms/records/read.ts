import { monthsOf, type Month, type Quarter } from '../../assessment/period';
import { areaAddress, cellAddress } from '../grid/address';
import type { SheetCells } from '../grid/cells';
import { problem } from './problems';
import { draftFiling, isFilledFiling, toFiling, type FilingDraft } from './filing';
import type { Findings } from '../grid/findings';
import { findRecordBlocks } from './blocks';
import { draftRecord, type RecordDraft } from './draft';
import { spokenMonth, writtenYears } from './period';
import type { FilingForm, WeeklyRecord } from './record';
import type { Area } from '../grid/snapshot';
import { isFilledWeekly, toWeeklyRecord } from './weekly';

/** The 附件1 and 附件2 of one sheet, before their years are known. */
export interface SheetRecords {
  readonly drafts: readonly (RecordDraft | FilingDraft)[];
  /** The cells of all of them, empty ones too: no other reader has to look there. */
  readonly areas: readonly Area[];
}

/** Reads a sheet's 附件1 and 附件2; a form that nobody filled in is a note. */
export function readSheetRecords(cells: SheetCells, findings: Findings): SheetRecords {
  const { blocks, lost } = findRecordBlocks(cells);
  const drafts: RecordDraft[] = [];
  for (const { row, column, annex } of lost) {
    findings.add([problem.recordUnreadable(cells.name, cellAddress(row, column), annex)]);
  }
  for (const block of blocks) {
    const plain = draftRecord(cells, block);
    const draft = block.annex === 2 ? draftFiling(plain) : plain;
    if (isFiling(draft) ? isFilledFiling(draft) : isFilledWeekly(draft)) drafts.push(draft);
    else findings.add([problem.recordEmpty(cells.name, areaAddress(block.area), block.annex)]);
  }
  return { drafts, areas: blocks.map(({ area }) => area) };
}

/** Where 附件1 and 附件2 stand on a sheet, and which of them, in words; without reading them. */
export function findSheetRecords(cells: SheetCells): { areas: readonly Area[]; what: string } {
  const { blocks } = findRecordBlocks(cells);
  return { areas: blocks.map(({ area }) => area), what: wordsFor(blocks.map(({ annex }) => annex)) };
}

function wordsFor(annexes: readonly (1 | 2)[]): string {
  return [annexes.includes(1) ? '周记实' : '', annexes.includes(2) ? '备案表' : '']
    .filter((word) => word !== '')
    .join('和');
}

function isFiling(draft: RecordDraft | FilingDraft): draft is FilingDraft {
  return 'evaluation' in draft;
}

/** The years that a draft writes out in full. */
export function yearsOfDraft({ period }: RecordDraft): number[] {
  return writtenYears(period);
}

/** What the workbook's other forms say of years and months. */
export interface RecordSurroundings {
  readonly quarter: Quarter | undefined;
  /** Months of the 附件3. */
  readonly scoreMonths: readonly Month[];
}

/** The workbook's 附件1 and 附件2 with their periods; a year that is missing comes from the other forms. */
export function completeRecords(
  drafts: readonly (RecordDraft | FilingDraft)[],
  { quarter, scoreMonths }: RecordSurroundings,
  findings: Findings,
): { weeklyRecords: WeeklyRecord[]; filings: FilingForm[] } {
  const years = new Set([...drafts.flatMap(yearsOfDraft), ...scoreMonths.map((month) => Number(month.slice(0, 4)))]);
  const [only = null] = years;
  const sources = { quarter, workbookYear: years.size === 1 ? only : null };
  const weeklyRecords: WeeklyRecord[] = [];
  const filings: FilingForm[] = [];
  for (const draft of drafts) {
    if (isFiling(draft)) {
      const { filing, problems } = toFiling(draft, sources);
      filings.push(filing);
      findings.add(problems);
    } else {
      const { record, problems } = toWeeklyRecord(draft, sources);
      weeklyRecords.push(record);
      findings.add(problems);
    }
  }
  reportStaleYears(weeklyRecords, filings, { quarter, scoreMonths }, findings);
  return { weeklyRecords, filings };
}

/**
 * A form of an earlier year, while the quarter asked for, or more forms of the workbook, are of that month in a later
 * year: the template's 2020 may be left.
 */
function reportStaleYears(
  weeklyRecords: readonly WeeklyRecord[],
  filings: readonly FilingForm[],
  { quarter, scoreMonths }: RecordSurroundings,
  findings: Findings,
): void {
  const dated = [
    ...weeklyRecords.map(({ sheet, cells, to, from }) => ({
      sheet,
      cell: cells.period,
      month: (to ?? from)?.slice(0, 7),
    })),
    ...filings.map(({ sheet, cells, month }) => ({ sheet, cell: cells.month, month: month ?? undefined })),
  ];
  const counts = new Map<Month, number>();
  for (const month of [...scoreMonths, ...dated.map((form) => form.month)]) {
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const asked: readonly Month[] = quarter === undefined ? [] : monthsOf(quarter);
  const later = (month: Month) =>
    [...new Set([...counts.keys(), ...asked])].find(
      (other) =>
        other.slice(5) === month.slice(5) &&
        other > month &&
        ((counts.get(other) ?? 0) > (counts.get(month) ?? 0) || (asked.includes(other) && !counts.has(other))),
    );
  const staleFor = new Map([...counts.keys()].map((month) => [month, later(month)]));
  for (const { sheet, cell, month } of dated) {
    const other = month === undefined ? undefined : staleFor.get(month);
    if (month === undefined || other === undefined) continue;
    const [printed, period] = [Number(month.slice(0, 4)), Number(other.slice(0, 4))];
    findings.add([problem.recordYearStale(sheet, cell, printed, period, spokenMonth(month))]);
  }
}
