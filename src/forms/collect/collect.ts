import { problem } from './problems';
import { beforeCandidates, candidatesOf, type Candidate, type Taken } from './candidates';
import {
  placeKey,
  type Choices,
  type CollectedBefore,
  type CollectedFile,
  type Collection,
  type Contradiction,
  type Place,
} from './collection';
import { Owners } from './owners';
import { datesIn } from '../words/dateText';
import type { Problem } from '../grid/problem';
import type { Book } from '../book/model';

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
  const found = files.flatMap(({ name, ...file }) => {
    const { book } = file;
    const own = candidatesOf(name, file, owners, problems);
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
    // A file that holds two of them leaves the choice open.
    const choice = choices.get(key) ?? choices.get(first.title);
    const [chosen, ...others] = different.filter(({ place }) => [place.file, placeKey(place)].includes(choice ?? null));
    const places = [...there, ...different].map(({ place }) => place);
    contradictions.push({
      key,
      title: first.title,
      places,
      chosen: others.length > 0 ? null : (chosen?.place.file ?? null),
    });
    const texts = places.map(placeText).join('、');
    if (chosen === undefined || others.length > 0) problems.push(problem.collectContradiction(first.title, texts));
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
