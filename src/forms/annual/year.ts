import { annualHints, yearCounts, type AnnualHint, type YearCounts } from '../../assessment/annual';
import { type AnnualSettings } from '../../assessment/annualSettings';
import type { Circumstance } from '../../assessment/circumstances';
import { yearOf } from '../../assessment/calendarDate';
import type { DecidedGrade } from '../../assessment/grade';
import { quarterTitle, type Quarter } from '../../assessment/period';
import { isAssessedHere, type QuarterReview } from '../../assessment/quarterly';
import { problem } from './problems';
import type { Problem } from '../grid/problem';
import type { Book, Person } from '../book/model';
import type { ReviewLine, ReviewSheet } from '../review/read';
import { Directory } from '../book/directory';
import { namesAmong } from '../book/told';
import { normalizeName } from '../words/text';

/** One quarter of a person's year. */
export interface AnnualQuarter {
  /** 审定等次, else 建议等次; null where the person has neither. */
  readonly grade: DecidedGrade | null;
  /** The group has decided it. */
  readonly decided: boolean;
  /** The group still has to decide it: the grade is a suggestion. */
  readonly open: boolean;
  /** The person's key on the quarter's 审定表; null where the person is not on one. */
  readonly key: string | null;
}

/** A person's year for the 年度汇总表 (R26–R30, R51). */
export interface AnnualPerson {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
  readonly position: string;
  /** Four. */
  readonly quarters: readonly AnnualQuarter[];
  readonly counts: YearCounts;
  readonly hints: readonly AnnualHint[];
}

/** A year as the workbook has it. */
export interface AnnualYear {
  readonly year: number;
  /** The four 审定表; null where a quarter has none. */
  readonly sheets: readonly (ReviewSheet | null)[];
  /** Roster order, then first appearance on the 审定表. */
  readonly people: readonly AnnualPerson[];
  readonly problems: readonly Problem[];
}

export function quartersOf(year: number): Quarter[] {
  return [1, 2, 3, 4].map((ordinal) => `${year}Q${ordinal}`);
}

/** A quarter with its 审定表, and what the score sheets suggest. */
export interface QuarterSource {
  readonly quarter: Quarter;
  readonly sheet: ReviewSheet | null;
  readonly review: QuarterReview;
}

/** The people of the year's 审定表 by the key that they have in the book, or on the 审定表 where it knows them not. */
export class AnnualPeople {
  private readonly keys = new Map<ReviewLine, string>();
  private readonly found = new Map<string, Person>();
  readonly problems: Problem[] = [];

  constructor(book: Book, sheets: readonly (ReviewSheet | null)[]) {
    const directory = new Directory(book.people, book.roster);
    const present = sheets.flatMap((sheet) => sheet ?? []);
    const namesakes = new Set(present.flatMap(({ lines }) => repeated(lines.map(({ name }) => name))));
    for (const { table, lines } of present) {
      for (const line of lines) {
        const stranger = personOf(line);
        const { department, displayName } = stranger;
        const found = directory.resolve(stranger);
        const isTold = found.kind === 'known' && (found.person.key === line.key || !namesakes.has(line.name));
        const person = isTold ? found.person : stranger;
        if (isTold && found.otherDepartment !== null) {
          this.problems.push(
            problem.annualDepartmentChanged(table.grid.name, displayName, department, found.otherDepartment),
          );
        }
        this.keys.set(line, person.key);
        this.found.set(person.key, this.found.get(person.key) ?? person);
      }
    }
    const listed = book.people.filter(({ key }) => this.found.has(key));
    this.order = [...new Set([...listed, ...this.found.values()])];
  }

  /** Those on a 审定表: roster order, then first appearance. */
  readonly order: readonly Person[];

  keyOf(line: ReviewLine): string {
    return this.keys.get(line) ?? line.key;
  }
}

/**
 * Joins the year's quarters by person (四·1): 审定等次 where the group has decided, else 建议等次, which leaves every hint
 * to be confirmed.
 *
 * @param entries 特殊情形登记 by person key
 */
export function annualYear(
  year: number,
  sources: readonly QuarterSource[],
  book: Book,
  people: AnnualPeople,
  entries: ReadonlyMap<string, readonly Circumstance[]>,
  settings: AnnualSettings,
): AnnualYear {
  const lines = sources.map(
    ({ sheet }) => new Map((sheet?.lines ?? []).map((line) => [people.keyOf(line), line] as const)),
  );
  const suggestions = sources.map(
    (source) =>
      new Map(
        (isKnown(source) ? source.review.people : []).map(({ key, suggestedGrade }) => [key, suggestedGrade] as const),
      ),
  );
  const reviewed = new Set(people.order.map(({ key }) => key));
  const scored = new Set(suggestions.flatMap((of) => [...of].flatMap(([key, grade]) => (grade === null ? [] : [key]))));
  const others = book.people.filter(({ key }) => !reviewed.has(key) && scored.has(key));
  const inBook = book.people.filter(({ key }) => reviewed.has(key) || scored.has(key));
  const everybody = [...new Set([...inBook, ...people.order, ...others])];
  const persons = everybody.map(({ key, department, name, displayName, position }): AnnualPerson => {
    const quarters = sources.map((_, i) => quarterOf(lines[i]?.get(key), suggestions[i]?.get(key) ?? null));
    const grades = quarters.map(({ grade }) => grade);
    const refused = (entries.get(key) ?? []).some(({ kind, from }) => kind === '拒不参加' && yearOf(from) === year);
    const open = quarters.some((quarter) => quarter.open);
    const hints = annualHints({ quarters: grades, refused }, settings).map((hint) =>
      open && !refused ? { ...hint, needsConfirmation: true } : hint,
    );
    return { key, department, name, displayName, position, quarters, counts: yearCounts({ quarters: grades }), hints };
  });
  return {
    year,
    sheets: sources.map(({ sheet }) => sheet),
    people: persons,
    problems: [...people.problems, ...sources.flatMap((source, i) => quarterProblems(source, suggestions[i], people))],
  };
}

/** The quarter has a 审定表 or score sheets; 特殊情形登记 alone says nothing of a quarter. */
function isKnown({ sheet, review }: QuarterSource): boolean {
  return sheet !== null || review.people.some(({ months }) => months.some(({ raters }) => raters > 0));
}

function quarterOf(line: ReviewLine | undefined, suggested: DecidedGrade | null): AnnualQuarter {
  const key = line?.key ?? null;
  if (line !== undefined && line.decision !== null) return { grade: line.decision, decided: true, open: false, key };
  const isTyped = line !== undefined && line.typedSuggestion !== null;
  const grade = isTyped ? line.suggestion : (suggested ?? line?.suggestion ?? null);
  return { grade, decided: false, open: isWaiting(grade), key };
}

/** A suggestion that waits for the group: who does not take part, or elsewhere, has nothing to wait for. */
export function isWaiting(suggested: DecidedGrade | null): boolean {
  return suggested !== null && isAssessedHere({ grade: suggested });
}

/** Quarters that are missing or not decided. */
function quarterProblems(
  source: QuarterSource,
  suggestions: ReadonlyMap<string, DecidedGrade | null> | undefined,
  people: AnnualPeople,
): Problem[] {
  const { quarter, sheet } = source;
  const title = quarterTitle(quarter);
  if (sheet === null) {
    return [isKnown(source) ? problem.annualQuarterUnreviewed(title) : problem.annualQuarterMissing(title)];
  }
  const isAssessed = (line: ReviewLine) =>
    isAssessedHere({ grade: suggestions?.get(people.keyOf(line)) ?? line.suggestion });
  const told = namesAmong(sheet.lines);
  const open = sheet.lines.flatMap((line) => (line.decision === null && isAssessed(line) ? [told(line)] : []));
  const shown = open.length > 5 ? `${open.slice(0, 5).join('、')}等` : open.join('、');
  return open.length > 0 ? [problem.annualUndecided(sheet.table.grid.name, open.length, shown)] : [];
}

function personOf({ key, department, name, displayName, position }: ReviewLine): Person {
  return { key, department: normalizeName(department), name, displayName, position };
}

/** Names that stand in a list more than once. */
function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}
