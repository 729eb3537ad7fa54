import type { CalendarDate } from '../../assessment/calendarDate';
import { cellAddress } from '../grid/address';
import { evidenceOn, type EvidenceColumn } from './evidenceSheet';
import { problem } from './problems';
import type { Directory } from '../book/directory';
import type { Problem } from '../grid/problem';
import { dateIn, textIn, type Table } from '../words/tables';
import type { SheetGrid } from '../grid/sheetGrid';
import { normalizeLabel, normalizeName } from '../words/text';

/** Without these no line can be used. */
const NEEDED: readonly EvidenceColumn[] = ['日期', '姓名'];

/** What 二（一） names beside the daily work: 服务对象投诉, 群众测评, 平时督查抽查情况, 勤政廉政, 承担急难险重任务. */
export const EVIDENCE_KINDS = ['投诉', '群众测评', '督查抽查', '廉政', '急难险重'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One line of 考核记实 (R03, 二（一）): for people to weigh, never part of a score. */
export interface Evidence {
  readonly date: CalendarDate;
  readonly kind: EvidenceKind;
  readonly content: string;
  readonly source: string;
  readonly note: string;
  readonly sheet: string;
  /** A1 address of 内容. */
  readonly cell: string;
}

/** 考核记实 as read: the entries of each person by person key, in the order of their days. */
export interface EvidenceLog {
  readonly entries: ReadonlyMap<string, readonly Evidence[]>;
  readonly problems: readonly Problem[];
}

/** Reads every 考核记实 of a workbook. A line that cannot be used is an error with its cell. */
export function readEvidence(grids: Iterable<SheetGrid>, directory: Directory, date1904: boolean): EvidenceLog {
  const entries = new Map<string, Evidence[]>();
  const problems: Problem[] = [];
  for (const grid of grids) {
    const table = evidenceOn(grid);
    if (table === null) continue;
    const missing = NEEDED.filter((column) => !table.columns.has(column));
    if (missing.length > 0) {
      problems.push(problem.evidenceHeadingsMissing(grid.name, missing));
      continue;
    }
    for (let row = table.headerRow + 1; row < grid.rowEnd; row++) {
      if ((['姓名', '类型', '内容'] as const).every((column) => textIn(table, row, column) === '')) continue;
      const line = readLine(table, row, directory, date1904);
      problems.push(...line.problems);
      if (line.key === null || line.entry === null) continue;
      entries.set(line.key, [...(entries.get(line.key) ?? []), line.entry]);
    }
  }
  for (const ofPerson of entries.values()) ofPerson.sort((a, b) => a.date.localeCompare(b.date));
  return { entries, problems };
}

interface Line {
  readonly key: string | null;
  readonly entry: Evidence | null;
  readonly problems: readonly Problem[];
}

function readLine(table: Table<EvidenceColumn>, row: number, directory: Directory, date1904: boolean): Line {
  const { name: sheet } = table.grid;
  const text = (column: EvidenceColumn) => textIn(table, row, column);
  const at = (column: EvidenceColumn) => cellAddress(row, table.columns.get(column) ?? 0);
  const problems: Problem[] = [];
  const refuse = (column: EvidenceColumn, what: string) =>
    problems.push(problem.evidenceInvalid(sheet, at(column), what));

  const [department, name] = [normalizeName(text('科室')), normalizeName(text('姓名'))];
  const found = directory.resolve({ department, name });
  if (name === '') refuse('姓名', '缺少姓名');
  else if (found.kind === 'unknown') {
    const similar = directory.similarTo({ department, name });
    problems.push(problem.evidenceUnknownPerson(sheet, at('姓名'), department + name, similar));
  } else if (found.kind === 'namesakes') problems.push(problem.evidenceNamesake(sheet, at('姓名'), department + name));

  const date = dateIn(table, row, '日期', date1904);
  if (date === null) {
    const written = text('日期');
    refuse('日期', written === '' ? '缺少日期' : `“${written}”不是完整的日期，请写成2020年7月6日的样子`);
  }
  const word = normalizeLabel(text('类型'));
  const kind = EVIDENCE_KINDS.find((each) => each === word);
  if (kind === undefined) {
    refuse('类型', word === '' ? '缺少类型' : `“${word}”不是记实的类型，应为${EVIDENCE_KINDS.join('、')}之一`);
  }
  const content = oneLine(text('内容'));
  if (content === '') refuse('内容', '缺少内容');

  const [source, note] = [oneLine(text('来源/依据')), oneLine(text('备注'))];
  const isUsable = date !== null && kind !== undefined && content !== '';
  return {
    key: found.kind === 'known' && name !== '' ? found.person.key : null,
    entry: isUsable ? { date, kind, content, source, note, sheet, cell: at('内容') } : null,
    problems,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
