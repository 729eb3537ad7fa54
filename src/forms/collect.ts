import type { CalendarDate } from '../assessment/calendar';
import { monthTitle, type Month } from '../assessment/period';
import { areaAddress } from './address';
import type { Book } from './book';
import { problem } from './codes';
import {
  contentOf,
  filingKey,
  filingLines,
  periodTitle,
  weeklyKey,
  weeklyLines,
  type CollectedLine,
  type Owner,
} from './collectedRecord';
import { scoreSheetsOf, type FileScores } from './collectScores';
import { Owners } from './collectOwners';
import { datesIn } from './dateText';
import type { Problem } from './problem';
import type { FilingForm, RecordHeader, WeeklyRecord } from './records';
import type { Area, WorkbookSnapshot } from './snapshot';

/** A file whose forms are to go into the open workbook. */
export interface CollectedFile {
  readonly name: string;
  readonly book: Book;
  readonly snapshot: WorkbookSnapshot;
}

/** Where a record stands; `file` is null for the open workbook. */
export interface Place {
  readonly file: string | null;
  readonly sheet: string;
  /** A1 address of the form, or of its line on 收集汇总. */
  readonly cell: string;
}

/** One record in several files, or in a file and the workbook, with different contents. */
export interface Contradiction {
  readonly key: string;
  /** 附件1 外贸科 李军 2020年7月6日至2020年7月10日. */
  readonly title: string;
  readonly places: readonly Place[];
  /** The file that the person chose. */
  readonly chosen: string | null;
}

/** Which file's record to take: contradiction's key → file name. */
export type Choices = ReadonlyMap<string, string>;

export interface TakenRecord<Form> {
  readonly form: Form;
  readonly owner: Owner;
  readonly file: string;
}
export interface TakenWeekly extends TakenRecord<WeeklyRecord> {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}
export interface TakenFiling extends TakenRecord<FilingForm> {
  readonly month: Month;
}
export interface TakenScores extends FileScores {
  readonly file: string;
}

/** What the files bring that the workbook lacks. All in 机构 order, then by period; score sheets in the files' order. */
export interface Collection {
  readonly weekly: readonly TakenWeekly[];
  readonly filings: readonly TakenFiling[];
  readonly scoreSheets: readonly TakenScores[];
  readonly contradictions: readonly Contradiction[];
  readonly problems: readonly Problem[];
}

/** What is already in the workbook beside its forms: the lines of 收集汇总, with the row of the first one. */
export interface CollectedBefore {
  readonly sheet: string;
  readonly records: readonly { readonly key: string; readonly row: number; readonly lines: readonly CollectedLine[] }[];
}

/** One record found somewhere, before it is known whether it is taken. */
interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly place: Place;
  readonly content: string;
  readonly take: (into: Taken) => void;
}

interface Taken {
  readonly weekly: TakenWeekly[];
  readonly filings: TakenFiling[];
  readonly scoreSheets: TakenScores[];
}

/**
 * Chooses what to take over from files. Identical copies are taken once; where copies of one record differ, none is
 * taken unless the person chose one. Everything that is left out, or contradicts the roster, is a problem that names
 * the file. Nothing is taken that the workbook already holds.
 */
export function collect(
  files: readonly CollectedFile[],
  workbook: Omit<CollectedFile, 'name'>,
  before: CollectedBefore | null,
  choices: Choices,
): Collection {
  const owners = new Owners(workbook.book.roster);
  const problems: Problem[] = [];
  const present = [...candidatesOf(null, workbook, owners, []), ...beforeCandidates(before)];
  const found = files.flatMap(({ name, book, snapshot }) => {
    const own = candidatesOf(name, { book, snapshot }, owners, problems);
    problems.push(...readingProblems(name, book), ...otherMonths(name, book));
    if (own.length === 0 && holdsNothing(book)) problems.push(problem.collectNothing(name));
    return own;
  });
  const taken: Taken = { weekly: [], filings: [], scoreSheets: [] };
  const contradictions = judge(found, present, choices, taken, problems);
  return {
    weekly: taken.weekly.sort((a, b) => owners.compare(a.owner, b.owner) || a.from.localeCompare(b.from)),
    filings: taken.filings.sort((a, b) => owners.compare(a.owner, b.owner) || a.month.localeCompare(b.month)),
    scoreSheets: taken.scoreSheets,
    contradictions,
    problems,
  };
}

/** Takes what is clear, and says what is not. */
function judge(
  found: readonly Candidate[],
  present: readonly Candidate[],
  choices: Choices,
  taken: Taken,
  problems: Problem[],
): Contradiction[] {
  const contradictions: Contradiction[] = [];
  const inWorkbook = byKey(present);
  for (const [key, copies] of byKey(found)) {
    const there = inWorkbook.get(key) ?? [];
    const fresh = copies.filter(({ content, place, title }) => {
      const same = there.find((candidate) => candidate.content === content);
      if (same !== undefined) problems.push(problem.collectPresent(place.file ?? '', title, placeText(same.place)));
      return same === undefined;
    });
    const different = distinct(fresh, problems);
    const [first] = different;
    if (first === undefined) continue;
    if (different.length === 1 && there.length === 0) {
      first.take(taken);
      continue;
    }
    const chosen = different.find(({ place }) => place.file === choices.get(key));
    const places = [...there, ...different].map(({ place }) => place);
    contradictions.push({ key, title: first.title, places, chosen: chosen?.place.file ?? null });
    const texts = places.map(placeText).join('、');
    if (chosen === undefined) problems.push(problem.collectContradiction(first.title, texts));
    else {
      chosen.take(taken);
      const [old] = there;
      problems.push(
        old === undefined
          ? problem.collectChosen(first.title, texts, placeText(chosen.place))
          : problem.collectBeside(first.title, placeText(old.place), placeText(chosen.place)),
      );
    }
  }
  return contradictions;
}

function byKey(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) groups.set(candidate.key, [...(groups.get(candidate.key) ?? []), candidate]);
  return groups;
}

/** One of each content, in the order of the files; the others are named. */
function distinct(copies: readonly Candidate[], problems: Problem[]): Candidate[] {
  const different: Candidate[] = [];
  for (const copy of copies) {
    const same = different.find(({ content }) => content === copy.content);
    if (same === undefined) different.push(copy);
    else problems.push(problem.collectDuplicate(copy.place.file ?? '', copy.title, placeText(same.place)));
  }
  return different;
}

function placeText({ file, sheet, cell }: Place): string {
  return `${file === null ? '本工作簿' : `文件“${file}”`}（${sheet} ${cell}）`;
}

function candidatesOf(
  file: string | null,
  { book, snapshot }: Omit<CollectedFile, 'name'>,
  owners: Owners,
  problems: Problem[],
): Candidate[] {
  const named = file ?? '';
  const weekly = book.weeklyRecords.flatMap((form): Candidate[] => {
    const owner = ownerOf(named, form, owners, problems);
    if (owner === null) return [];
    const { from, to } = form;
    if (from === null || to === null) {
      problems.push(
        problem.collectWithoutPeriod(named, `附件1（${owner.displayName}）`, `${form.sheet} ${form.cells.period}`),
      );
      return [];
    }
    const period = periodTitle(from, to);
    return [
      {
        key: weeklyKey(owner, from, to),
        title: titleOf('附件1', owner, period),
        place: placeOf(file, form),
        content: contentOf(weeklyLines(form, owner, period, '')),
        take: ({ weekly: list }) => list.push({ form, owner, file: named, from, to }),
      },
    ];
  });
  const filings = book.filings.flatMap((form): Candidate[] => {
    const owner = ownerOf(named, form, owners, problems);
    if (owner === null) return [];
    const { month } = form;
    if (month === null) {
      problems.push(
        problem.collectWithoutPeriod(named, `附件2（${owner.displayName}）`, `${form.sheet} ${form.cells.month}`),
      );
      return [];
    }
    const period = monthTitle(month);
    return [
      {
        key: filingKey(owner, month),
        title: titleOf('附件2', owner, period),
        place: placeOf(file, form),
        content: contentOf(filingLines(form, owner, period, '')),
        take: ({ filings: list }) => list.push({ form, owner, file: named, month }),
      },
    ];
  });
  const scores = scoreSheetsOf(file, book, snapshot, problems).map((sheet): Candidate => ({
    key: sheet.key,
    title: sheet.title,
    place: placeOf(file, sheet.form),
    content: sheet.identity,
    take: ({ scoreSheets: list }) => list.push({ ...sheet, file: named }),
  }));
  return [...weekly, ...filings, ...scores];
}

function beforeCandidates(before: CollectedBefore | null): Candidate[] {
  return (before?.records ?? []).map(({ key, row, lines }) => ({
    key,
    title: key,
    place: { file: null, sheet: before?.sheet ?? '', cell: `${row + 1}行` },
    content: contentOf(lines),
    take: () => undefined,
  }));
}

/** Who a form is of; null, with a problem, where that cannot be told. */
function ownerOf(
  file: string,
  {
    header,
    sheet,
    cells,
    annex,
  }: { header: RecordHeader; sheet: string; cells: { name: string; department: string }; annex: 1 | 2 },
  owners: Owners,
  problems: Problem[],
): Owner | null {
  if (header.name === '') {
    problems.push(problem.collectWithoutName(file, `附件${annex}`, `${sheet} ${cells.name}`));
    return null;
  }
  const found = owners.resolve(header);
  if (found.kind === 'namesakes') {
    problems.push(
      problem.collectNamesakes(file, header.displayName, `${sheet} ${cells.department}`, found.departments),
    );
    return null;
  }
  const { owner, onRoster, departmentDiffers } = found;
  if (owners.hasRoster && !onRoster) {
    problems.push(problem.collectNotOnRoster(file, header.displayName, `${sheet} ${cells.name}`));
  }
  if (departmentDiffers) {
    const place = `${sheet} ${cells.department}`;
    problems.push(problem.collectDepartment(file, header.displayName, place, header.department, owner.department));
  }
  return owner;
}

function titleOf(annex: string, { department, displayName }: Owner, period: string): string {
  return [annex, department, displayName, period].filter((part) => part !== '').join(' ');
}

function placeOf(file: string | null, { sheet, area }: { readonly sheet: string; readonly area: Area }): Place {
  return { file, sheet, cell: areaAddress(area) };
}

/** Errors and warnings of a file's own cells, named with the file. */
function readingProblems(file: string, { problems }: Book): Problem[] {
  return problems.flatMap(({ severity, code, message }) =>
    severity === 'note' ? [] : [{ severity, code, sheet: null, cell: null, message: `文件“${file}”：${message}` }],
  );
}

/** A month in the file's name that none of its forms is of, e.g. last month's file renamed. */
function otherMonths(file: string, book: Book): Problem[] {
  const named = datesIn(file, false).flatMap(({ month }) => (month === null ? [] : [month]));
  const months = new Set(
    [
      ...book.weeklyRecords.flatMap(({ from, to }) => [from, to]),
      ...book.filings.map(({ month }) => month),
      ...book.forms.map(({ month }) => month),
    ].flatMap((period) => (period === null ? [] : [Number(period.slice(5, 7))])),
  );
  if (named.length === 0 || months.size === 0 || named.some((month) => months.has(month))) return [];
  return [problem.collectMonth(file, named[0] ?? 0, [...months].map((month) => `${month}月`).join('、'))];
}

function holdsNothing({ weeklyRecords, filings, forms }: Book): boolean {
  return weeklyRecords.length + filings.length + forms.length === 0;
}
