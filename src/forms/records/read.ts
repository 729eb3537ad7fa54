import type { Month, Quarter } from '../../assessment/period';
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
import { doubtfulYears } from './strayYears';
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

interface CompletedRecords {
  readonly weeklyRecords: readonly WeeklyRecord[];
  readonly filings: readonly FilingForm[];
  /** Those that stand alone in another year than the others: they make no month judged (rule 58). */
  readonly strays: ReadonlySet<WeeklyRecord | FilingForm>;
}

/** The workbook's 附件1 and 附件2 with their periods; a year that is missing comes from the other forms. */
export function completeRecords(
  drafts: readonly (RecordDraft | FilingDraft)[],
  { quarter, scoreMonths }: RecordSurroundings,
  findings: Findings,
): CompletedRecords {
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
  const strays = reportYears([...weeklyRecords, ...filings], { quarter, scoreMonths }, findings);
  return { weeklyRecords, filings, strays };
}

/** Warns of forms whose year is doubtful, and tells which of them stand alone in it. */
function reportYears(
  forms: readonly (WeeklyRecord | FilingForm)[],
  surroundings: RecordSurroundings,
  findings: Findings,
): ReadonlySet<WeeklyRecord | FilingForm> {
  const dated = forms.flatMap((form) => {
    const month = form.annex === 2 ? form.month : (form.to ?? form.from)?.slice(0, 7);
    return month == null ? [] : [{ form, month, name: form.header.name }];
  });
  const { stale, stray } = doubtfulYears(dated, surroundings);
  for (const { form, month } of dated) {
    const other = stale.get(month) ?? stray.get(month);
    if (other === undefined) continue;
    const cell = form.annex === 2 ? form.cells.month : form.cells.period;
    const [printed, period] = [Number(month.slice(0, 4)), Number(other.slice(0, 4))];
    findings.add([problem.recordYearStale(form.sheet, cell, printed, period, spokenMonth(month))]);
  }
  return new Set(dated.flatMap(({ form, month }) => (stray.has(month) ? [form] : [])));
}
