/** Runs the functions of a sample, each on a workbook of its own, and tells what became of them. */
import { compileFunction } from 'node:vm';
import { EmbeddedHost } from '../../src/host/bridge';
import { connect, type Client } from '../../src/host/client';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { openPage, type Bound } from './page';
import type { Snippet } from './snippet';
import { wrongIn } from './truth';

/** The newest requirement set that the client of this project knows. */
const NEWEST = '1.15';
const LONGEST = 20_000;

export type Outcome =
  /** Did what it was to do. */
  | 'works'
  /** A member that the host does not have, and says so. */
  | 'refused'
  /** What has to run before it was refused so. */
  | 'blocked'
  /** Needs something besides a workbook: the newer client, the network, a file that a person chooses. */
  | 'outside'
  /** A refusal that Excel would not have given. */
  | 'wrongly refused'
  /** Nothing was refused, and something came out wrong. */
  | 'silently wrong';

export interface Finding {
  readonly snippet: string;
  readonly function: string;
  readonly outcome: Outcome;
  /** What was refused, or what is wrong; '' when it works. */
  readonly reason: string;
}

/** What went wrong in one run of a function; undefined when nothing did. */
interface Problem {
  readonly outcome: Exclude<Outcome, 'works' | 'blocked'>;
  readonly reason: string;
}

/** An opened sample: its functions, bound to one workbook. */
interface Opened {
  readonly host: EmbeddedHost;
  readonly bound: readonly Bound[];
  /** Problems that the sample caught itself and wrote to the console. */
  readonly problems: Problem[];
}

/**
 * Every function of the sample. Each gets a new workbook, on which the sample's `setup` has run; one that finds
 * something missing there is tried again after those that stand before it on the page.
 */
export async function runSnippet(snippet: Snippet): Promise<Finding[]> {
  const first = await open(snippet);
  if ('reason' in first) return [{ snippet: snippet.name, function: '(script)', ...first }];
  const findings: Finding[] = [];
  for (const [index, { id }] of first.bound.entries())
    findings.push({ snippet: snippet.name, function: id, ...(await judge(snippet, first.bound, index)) });
  return findings;
}

async function judge(
  snippet: Snippet,
  bound: readonly Bound[],
  index: number,
): Promise<Pick<Finding, 'outcome' | 'reason'>> {
  const setup = bound.findIndex(({ id }) => id === 'setup');
  const alone = await runInTurn(snippet, setup >= 0 && setup !== index ? [setup, index] : [index]);
  const decided = decide(alone);
  if (decided.outcome !== 'wrongly refused' || index === 0) return decided;
  const others = bound.map((_, position) => position).filter((position) => position !== setup && position < index);
  return decide(await runInTurn(snippet, [...(setup >= 0 && setup !== index ? [setup] : []), ...others, index]));
}

/** The last step's problem counts; an honest refusal of one before it explains any. */
function decide(problems: readonly (Problem | undefined)[]): Pick<Finding, 'outcome' | 'reason'> {
  const last = problems.at(-1);
  if (!last) return { outcome: 'works', reason: '' };
  const before = problems
    .slice(0, -1)
    .find((problem) => problem?.outcome === 'refused' || problem?.outcome === 'outside');
  return before ? { outcome: 'blocked', reason: before.reason } : last;
}

async function runInTurn(snippet: Snippet, order: readonly number[]): Promise<(Problem | undefined)[]> {
  const opened = await open(snippet);
  if ('reason' in opened) return [opened];
  const problems: (Problem | undefined)[] = [];
  for (const [turn, index] of order.entries()) {
    opened.problems.length = 0;
    await runOne(opened, index);
    const wrong =
      turn === order.length - 1 && opened.problems.length === 0 ? await wrongIn(opened.host.workbook) : undefined;
    if (wrong !== undefined) opened.problems.push({ outcome: 'silently wrong', reason: wrong });
    problems.push(opened.problems[0]);
  }
  return problems;
}

async function runOne({ host, bound, problems }: Opened, index: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  // Some samples start what they do not wait for.
  const unawaited = (error: unknown): void => void problems.push(problemOf(error));
  process.on('unhandledRejection', unawaited);
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      problems.push({ outcome: 'wrongly refused', reason: 'unfinished' });
      resolve();
    }, LONGEST);
  });
  try {
    await Promise.race([Promise.resolve(bound[index]?.handler({ target: {} })), late]);
    await host.settled();
    // Events come in a turn of their own.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await host.settled();
    await new Promise((resolve) => setTimeout(resolve, 0));
  } catch (error) {
    problems.push(problemOf(error));
  } finally {
    clearTimeout(timer);
    process.off('unhandledRejection', unawaited);
  }
}

async function open(snippet: Snippet): Promise<Opened | Problem> {
  const host = new EmbeddedHost(WorkbookModel.create(), { apiVersion: NEWEST });
  const client = await connect(host);
  const { document, bound } = openPage(snippet.page);
  const problems: Problem[] = [];
  const console = {
    log: () => {},
    info: () => {},
    warn: () => {},
    error: (error: unknown) => problems.push(problemOf(error)),
  };
  try {
    await evaluate(snippet.script, { document, console, ...client, ...surroundings(client) });
  } catch (error) {
    return problemOf(error);
  }
  return { host, bound: [...bound], problems };
}

/** What a page has besides its document; the network is out of reach. */
function surroundings({ Office }: Client): Record<string, unknown> {
  const unreachable = (): never => {
    throw new Outside('network');
  };
  return {
    window: {},
    fetch: unreachable,
    XMLHttpRequest: unreachable,
    FileReader: unreachable,
    OfficeRuntime: Office,
  };
}

class Outside extends Error {}

async function evaluate(script: string, names: Record<string, unknown>): Promise<void> {
  const run = compileFunction(`return (async () => {${script}\n})();`, [...Object.keys(names), 'exports']);
  const done: unknown = Reflect.apply(run, undefined, [...Object.values(names), {}]);
  await done;
}

/** What the client of this project, or its page, does not have at all: Excel never says so. */
const LACKING = /is not a (?:function|constructor)|of undefined|Cannot convert undefined|is not defined/;

function problemOf(error: unknown): Problem {
  if (error instanceof Outside) return { outcome: 'outside', reason: error.message };
  if (!(error instanceof Error)) return { outcome: 'wrongly refused', reason: String(error) };
  if (/^(?:Type|Reference)Error$/.test(error.name) && LACKING.test(error.message))
    return { outcome: 'outside', reason: error.message };
  const code = 'code' in error ? String(error.code) : error.name;
  if (code === 'ApiNotFound') return { outcome: 'refused', reason: error.message };
  return { outcome: 'wrongly refused', reason: `${code}: ${error.message}` };
}
