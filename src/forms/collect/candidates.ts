import { monthTitle } from '../../assessment/period';
import { areaAddress } from '../grid/address';
import { problem } from './problems';
import { contentOf, filingKey, filingLines, periodTitle, weeklyKey, weeklyLines, type Owner } from './record';
import type { CollectedBefore, CollectedFile, Place, TakenFiling, TakenScores, TakenWeekly } from './collection';
import { fillingOf } from '../records/filled';
import type { Owners } from './owners';
import { isUnscored, submittedScores, type ScoreCandidate } from './scores';
import type { Problem } from '../grid/problem';
import type { FilingForm, RecordHeader, WeeklyRecord } from '../records/record';
import type { Area } from '../grid/snapshot';

/** One record found somewhere, before it is known whether it is taken. */
export interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly place: Place;
  readonly content: string;
  readonly take: (into: Taken) => void;
}

export interface Taken {
  readonly weekly: TakenWeekly[];
  readonly filings: TakenFiling[];
  readonly scoreSheets: TakenScores[];
}

/** Where candidates come from: a file, or the open workbook (`file` null). */
interface Source extends Omit<CollectedFile, 'name'> {
  readonly file: string | null;
  readonly owners: Owners;
  /** Of the forms that cannot be taken. */
  readonly problems: Problem[];
}

/** Every form of a file, or of the open workbook (`file` null), that says whose it is and of when; problems of the others. */
export function candidatesOf(
  file: string | null,
  { book, snapshot, isNamedAfterNobody = false }: Omit<CollectedFile, 'name'>,
  owners: Owners,
  problems: Problem[],
): Candidate[] {
  const source = { file, book, snapshot, owners, problems };
  return [
    ...book.weeklyRecords.flatMap((form) => weeklyCandidate(form, source) ?? []),
    ...book.filings.flatMap((form) => filingCandidate(form, source) ?? []),
    ...submittedScores(file, book, snapshot, problems, isNamedAfterNobody).flatMap((sheet): Candidate[] =>
      scoreCandidate(sheet, file, problems),
    ),
  ];
}

function scoreCandidate(sheet: ScoreCandidate, file: string | null, problems: Problem[]): Candidate[] {
  const place = placeOf(file, sheet.form);
  // An empty form is nothing to collect, and stands in no filled one's way (rule 59).
  if (isUnscored(sheet)) {
    if (file !== null) problems.push(problem.collectEmpty(file, sheet.title, `${place.sheet} ${place.cell}`));
    return [];
  }
  return [
    {
      key: sheet.key,
      title: sheet.title,
      place,
      content: sheet.identity,
      take: ({ scoreSheets }) => scoreSheets.push({ ...sheet, file: file ?? '' }),
    },
  ];
}

function weeklyCandidate(form: WeeklyRecord, source: Source): Candidate | null {
  const { file, owners, problems } = source;
  const named = file ?? '';
  const owner = ownerOf(named, form, owners, problems);
  if (owner === null) return null;
  if (isEmpty(form, source, owner)) return null;
  const { from, to } = form;
  if (from === null || to === null) {
    const place = `${form.sheet} ${form.cells.period}`;
    problems.push(problem.collectWithoutPeriod(named, `附件1（${owner.displayName}）`, place));
    return null;
  }
  const period = periodTitle(from, to);
  return {
    key: weeklyKey(owner, from, to),
    title: titleOf('附件1', owner, period),
    place: placeOf(file, form),
    content: contentOf(weeklyLines(form, owner, period, '')),
    take: ({ weekly }) => weekly.push({ form, owner, file: named, from, to }),
  };
}

function filingCandidate(form: FilingForm, source: Source): Candidate | null {
  const { file, owners, problems } = source;
  const named = file ?? '';
  const owner = ownerOf(named, form, owners, problems);
  if (owner === null) return null;
  if (isEmpty(form, source, owner)) return null;
  const { month } = form;
  if (month === null) {
    const place = `${form.sheet} ${form.cells.month}`;
    problems.push(problem.collectWithoutPeriod(named, `附件2（${owner.displayName}）`, place));
    return null;
  }
  const period = monthTitle(month);
  return {
    key: filingKey(owner, month),
    title: titleOf('附件2', owner, period),
    place: placeOf(file, form),
    content: contentOf(filingLines(form, owner, period, '')),
    take: ({ filings }) => filings.push({ form, owner, file: named, month }),
  };
}

/** An empty form is nothing to collect, and stands in no filled one's way (rule 59). */
function isEmpty(form: WeeklyRecord | FilingForm, { file, problems }: Source, { displayName }: Owner): boolean {
  if (fillingOf(form) !== 'blank') return false;
  if (file !== null) {
    const place = `${form.sheet} ${areaAddress(form.area)}`;
    problems.push(problem.collectEmpty(file, `附件${form.annex}（${displayName}）`, place));
  }
  return true;
}

/** The records of 收集汇总. */
export function beforeCandidates(before: CollectedBefore | null): Candidate[] {
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
    problems.push(
      problem.collectNotOnRoster(file, header.displayName, `${sheet} ${cells.name}`, owners.similarTo(header)),
    );
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
