/**
 * The thread of mutate.ts that runs tests against the instrumented rules: with one of the changes, or with none to see
 * which test runs through which change. Jest's own circus and expect run them in this one thread, without Jest's modules
 * and processes: Jest takes seconds for a run that is done in milliseconds here (docs/decisions.md).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { transformSync } from '@swc/core';
import { expect } from 'expect';
import fc from 'fast-check';
import * as circus from 'jest-circus';

/** Tests of one file, to be run once. */
export interface Request {
  /** Null for the unchanged rules. */
  readonly mutant: string | null;
  readonly file: string;
  /** The tests, each with how often it may come by the mutant before that counts as an endless loop; null for all. */
  readonly tests: ReadonlyMap<string, number> | null;
}

export interface Answer {
  /** The test that failed; none ran after it. */
  readonly failed: string | null;
  /** Milliseconds of each test that ran. */
  readonly times: ReadonlyMap<string, number>;
  /** Mutant → how often it was come by while the file was loaded. */
  readonly loading: ReadonlyMap<string, number>;
  /** Test → mutant → how often. */
  readonly running: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What Stryker's instrumented code looks up, by the names that it has there. */
interface Instrumented {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  hitCount: number;
  hitLimit: number;
  mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const instrumented: Instrumented = {
  activeMutant: undefined,
  currentTestId: undefined,
  hitCount: 0,
  hitLimit: 0,
  mutantCoverage: { static: {}, perTest: {} },
};
Object.assign(globalThis, { __stryker__: instrumented, expect, ...circus.default });
// The same cases in every run; a failure is enough, its smallest example is not looked for.
fc.configureGlobal({ seed: 1, endOnFailure: true });

const own = [join(__dirname, '../src'), join(__dirname, '../test')].map((folder) => folder + sep);
const sources = workerData as ReadonlyMap<string, string>;
const compiled = new Map<string, string>();
/** How often a change may be come by while files are loaded. */
const WHILE_LOADING = 100_000;
/** The longest that a timer can wait; how long a test takes is no matter here. */
const NO_LIMIT = 2 ** 31 - 1;

function compile(filename: string): string {
  const { code } = transformSync(sources.get(filename) ?? readFileSync(filename, 'utf8'), {
    filename,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  return code;
}

const load = createRequire(__filename);
// eslint-disable-next-line @typescript-eslint/no-deprecated -- as in typescript.js: Node 20 has no other hook
load.extensions['.ts'] = (module, filename) => {
  const code = compiled.get(filename) ?? compile(filename);
  compiled.set(filename, code);
  (module as NodeJS.Module & { _compile(code: string, filename: string): void })._compile(code, filename);
};

/** Runs a file's tests, loaded anew with everything that it loads; stops at the first that fails. */
async function run({ mutant, file, tests }: Request): Promise<Answer> {
  for (const loaded of Object.keys(load.cache)) {
    if (own.some((folder) => loaded.startsWith(folder))) Reflect.deleteProperty(load.cache, loaded);
  }
  instrumented.mutantCoverage = { static: {}, perTest: {} };
  Object.assign(instrumented, { activeMutant: mutant ?? undefined, hitCount: 0, hitLimit: WHILE_LOADING });
  circus.resetState();
  let failed: string | null = null;
  const times = new Map<string, number>();
  const watch = (event: circus.Event) => {
    if (event.name === 'test_start') {
      const name = nameOf(event.test);
      if (failed !== null || tests?.has(name) === false) event.test.mode = 'skip';
      else Object.assign(instrumented, { currentTestId: name, hitCount: 0, hitLimit: tests?.get(name) });
    }
    if (event.name === 'test_done') {
      const name = nameOf(event.test);
      instrumented.currentTestId = undefined;
      times.set(name, event.test.duration ?? 0);
      if (event.test.errors.length > 0) failed ??= name;
    }
  };
  circus.addEventHandler(watch);
  try {
    load(file);
    circus.getState().testTimeout = NO_LIMIT;
    await circus.run();
  } catch (error) {
    failed = String(error);
  } finally {
    circus.removeEventHandler(watch);
  }
  const { static: loading, perTest } = instrumented.mutantCoverage;
  const running = Object.entries(perTest).map(([test, mutants]) => [test, mapOf(mutants)] as const);
  return { failed, times, loading: mapOf(loading), running: new Map(running) };
}

const mapOf = (counts: Readonly<Record<string, number>>) => new Map(Object.entries(counts));

function nameOf(test: { readonly name: string; readonly parent: unknown }): string {
  const parent = test.parent as typeof test | undefined;
  return parent === undefined ? test.name : `${nameOf(parent)} ${test.name}`;
}

parentPort?.on('message', (request: Request) => {
  void run(request).then((answer) => parentPort?.postMessage(answer));
});
