/**
 * Mutation testing of the rules: each small change that Stryker's instrumenter makes to src/assessment has to fail a test
 * of test/assessment. It lists the changes that no test noticed, and the share that was noticed of those that the tests
 * run through. Takes minutes, and is no part of `npm run check`.
 *
 *     npm run mutate [-- edge circumstances]     only files of these names
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Instrumenter } from '@stryker-mutator/instrumenter';

import type { Answer, Request } from './mutateTests';

const rules = join(__dirname, '../src/assessment');
const tests = join(__dirname, '../test/assessment');
/** Without an answer for so long, a test runs for ever: the change was noticed. A busy machine takes a small part of it. */
const PATIENCE_MS = 600_000;
/** How often a test may come by a change, by how often it does without one; more is an endless loop. */
const limitOf = (hits: number) => Math.max(1000, 10 * hits);
/** The slowest tests, which run last: most changes are noticed before. */
const SLOW_SHARE = 0.1;

const silent = () => undefined;
const off = () => false;
const logger = {
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
  isTraceEnabled: off,
  isDebugEnabled: off,
  isInfoEnabled: off,
  isWarnEnabled: off,
  isErrorEnabled: off,
  isFatalEnabled: off,
};

interface Outcome {
  readonly mutant: Mutant;
  readonly state: 'killed' | 'survived' | 'not covered';
}
type Mutant = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number];

/** The thread that runs the tests; a new one takes its place when it hangs. */
class TestThread {
  private worker: Worker | undefined;

  constructor(private readonly sources: ReadonlyMap<string, string>) {}

  /** @returns what the tests gave, or null when they did not end */
  ask(request: Request): Promise<Answer | null> {
    const worker = (this.worker ??= new Worker(join(__dirname, 'mutateTests.ts'), { workerData: this.sources }));
    return new Promise((resolve, reject) => {
      const end = (answer: Answer | null) => {
        clearTimeout(timer);
        worker.off('message', end).off('error', reject);
        resolve(answer);
      };
      const timer = setTimeout(() => {
        void this.stop();
        end(null);
      }, PATIENCE_MS);
      worker.on('message', end).on('error', reject);
      worker.postMessage(request);
    });
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

interface Test {
  readonly file: string;
  readonly name: string;
  readonly ms: number;
}

/** What the tests of the unchanged rules run through. */
interface Coverage {
  /** Every test, the quickest first. */
  readonly tests: readonly Test[];
  /** Mutant → the files that come by it while they are loaded: each of their tests may notice. */
  readonly loadedBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Mutant → the tests that come by it → how often. */
  readonly runBy: ReadonlyMap<string, ReadonlyMap<Test, number>>;
}

async function cover(thread: TestThread, files: readonly string[]): Promise<Coverage> {
  const tests: Test[] = [];
  const loadedBy = new Map<string, Set<string>>();
  const runBy = new Map<string, Map<Test, number>>();
  for (const file of files) {
    const answer = await thread.ask({ mutant: null, file, tests: null });
    if (answer?.failed !== null) {
      throw new Error(`${basename(file)} fails without a change: ${answer?.failed ?? 'no end'}`);
    }
    for (const mutant of answer.loading.keys()) loadedBy.set(mutant, (loadedBy.get(mutant) ?? new Set()).add(file));
    for (const [name, ms] of answer.times) {
      const test = { file, name, ms };
      tests.push(test);
      for (const [mutant, hits] of answer.running.get(name) ?? []) {
        runBy.set(mutant, (runBy.get(mutant) ?? new Map<Test, number>()).set(test, hits));
      }
    }
  }
  return { tests: tests.sort((a, b) => a.ms - b.ms), loadedBy, runBy };
}

/** Runs of the tests that may notice a change, file by file; the slow ones come after all the others. */
function runsFor(mutant: string, { tests, loadedBy, runBy }: Coverage): Request[] {
  const slowFrom = Math.floor(tests.length * (1 - SLOW_SHARE));
  return [tests.slice(0, slowFrom), tests.slice(slowFrom)].flatMap((part) => {
    const byFile = new Map<string, Map<string, number>>();
    for (const test of part) {
      const hits = runBy.get(mutant)?.get(test) ?? (loadedBy.get(mutant)?.has(test.file) === true ? 0 : undefined);
      if (hits === undefined) continue;
      byFile.set(test.file, (byFile.get(test.file) ?? new Map<string, number>()).set(test.name, limitOf(hits)));
    }
    return [...byFile].map(([file, limits]) => ({ mutant, file, tests: limits }));
  });
}

async function tryMutant(mutant: Mutant, coverage: Coverage, thread: TestThread): Promise<Outcome> {
  const runs = runsFor(mutant.id, coverage);
  if (runs.length === 0) return { mutant, state: 'not covered' };
  for (const run of runs) {
    const answer = await thread.ask(run);
    if (answer?.failed !== null) return { mutant, state: 'killed' };
  }
  return { mutant, state: 'survived' };
}

function describe({ mutant, state }: Outcome, sources: ReadonlyMap<string, string>): string {
  const { start, end } = mutant.location;
  const lines = (sources.get(mutant.fileName) ?? '').split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1]?.slice(0, end.column) ?? '';
  lines[0] = lines[0]?.slice(start.column) ?? '';
  const short = (code: string) => code.replace(/\s+/g, ' ').slice(0, 140);
  const place = `${basename(mutant.fileName)}:${start.line + 1}:${start.column + 1}`;
  return `${place} ${state}, ${mutant.mutatorName}\n  - ${short(lines.join('\n'))}\n  + ${short(mutant.replacement)}`;
}

function score(outcomes: readonly Outcome[]): string {
  const covered = outcomes.filter(({ state }) => state !== 'not covered').length;
  const killed = outcomes.filter(({ state }) => state === 'killed').length;
  const percent = covered === 0 ? '' : `, ${((100 * killed) / covered).toFixed(1)} %`;
  return `${killed} of ${covered} covered noticed${percent}; ${outcomes.length - covered} not covered`;
}

async function main(names: readonly string[]): Promise<void> {
  const all = readdirSync(rules).map((name) => join(rules, name));
  const wanted = all.filter((file) => names.length === 0 || names.includes(basename(file, '.ts')));
  const originals = new Map(wanted.map((name) => [name, readFileSync(name, 'utf8')]));
  const { files, mutants } = await new Instrumenter(logger).instrument(
    [...originals].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const thread = new TestThread(new Map(files.map(({ name, content }) => [name, content])));
  const testFiles = readdirSync(tests).filter((name) => name.endsWith('.test.ts'));
  const coverage = await cover(
    thread,
    testFiles.map((name) => join(tests, name)),
  );
  const outcomes: Outcome[] = [];
  for (const mutant of mutants.filter(({ status }) => status !== 'Ignored')) {
    const outcome = await tryMutant(mutant, coverage, thread);
    outcomes.push(outcome);
    if (outcome.state !== 'killed') console.log(describe(outcome, originals));
  }
  await thread.stop();
  for (const file of wanted) {
    console.log(`${basename(file)}: ${score(outcomes.filter(({ mutant }) => mutant.fileName === file))}`);
  }
  console.log(`all: ${score(outcomes)}`);
}

void main(process.argv.slice(2));
