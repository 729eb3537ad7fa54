import { ownWords } from '../../forms/grid/marks';
import { SEVERITIES, type Problem, type Severity } from '../../forms/grid/problem';

/** One line of a list of problems. */
export interface ProblemLine {
  readonly problem: Problem;
  /** Where the same is said word for word, the first the problem's own; one place for what is said once. */
  readonly places: readonly Problem[];
}

/** Problems as they are listed: errors first, then warnings, then notes; what is said of several places is one line. */
export function problemLines(problems: readonly Problem[]): readonly ProblemLine[] {
  const lines = new Map<string, Problem[]>();
  problems.forEach((problem, i) => {
    const { severity, code, sheet } = problem;
    // Each error is to be put right where it stands.
    const isOwn = severity === 'error' || sheet === null;
    const key = isOwn ? String(i) : [severity, code, ownWords(problem)].join('|');
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [problem]);
    else line.push(problem);
  });
  return worstFirst(
    [...lines.values()].flatMap((places) => (places[0] === undefined ? [] : [{ problem: places[0], places }])),
    ({ problem }) => problem.severity,
  );
}

/** In the order of their severities, else as they come. */
export function worstFirst<Item>(items: readonly Item[], severityOf: (item: Item) => Severity): Item[] {
  return SEVERITIES.flatMap((severity) => items.filter((item) => severityOf(item) === severity));
}

/** How many there are of each severity that occurs, the worst first. */
export function severityCounts(problems: readonly Problem[]): readonly (readonly [Severity, number])[] {
  return SEVERITIES.map(
    (severity) => [severity, problems.filter((each) => each.severity === severity).length] as const,
  ).filter(([, count]) => count > 0);
}
