/**
 * Jest's modules, shared by all files of tests that a worker runs: Node itself loads them, each once, compiled by Jest's
 * transform and kept on the disk as ever. Only the file of tests is loaded anew. Jest's own way, each file with modules
 * of its own in a context of its own, takes half as much again of the processor's time (docs/decisions.md).
 *
 * A file that mocks modules, or needs a page, names its environment in its first comment: `@jest-environment node` or
 * `jsdom`. It runs in Jest's own way.
 */
const Module = require('node:module');
const { default: JestRuntime } = require('jest-runtime');

const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');
const TEST_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
/** What is asked of the transform: modules as CommonJS has them. */
const COMMON_JS = {
  isInternalModule: false,
  supportsDynamicImport: false,
  supportsExportNamespaceFrom: false,
  supportsStaticESM: false,
  supportsTopLevelAwait: false,
};

const sourceMaps = new Map();
/** Of the file that runs now. */
let current;

function compile(module, filename) {
  const { code, sourceMapPath } = current.transformer.transform(filename, { ...COMMON_JS, ...current.coverage });
  if (sourceMapPath) sourceMaps.set(filename, sourceMapPath);
  module._compile(code, filename);
}

const extensions = Module._extensions;
const plain = extensions['.js'];
for (const extension of ['.ts', '.tsx', '.mjs']) extensions[extension] = compile;
extensions['.js'] = (module, filename) =>
  current?.transformer.shouldTransform(filename) ? compile(module, filename) : plain(module, filename);

const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...more) => {
  const mapped = current?.mapped.find(([pattern]) => pattern.test(name));
  return mapped === undefined ? resolve(name, ...more) : resolve(mapped[1], ...more);
};

class SharedModules {
  constructor(config, environment, _resolver, transformer, _cacheFS, coverage, testPath) {
    const mapped = config.moduleNameMapper.map(([pattern, path]) => [new RegExp(pattern), path]);
    current = { transformer, coverage, mapped };
    this.testPath = testPath;
    const { global, moduleMocker } = environment;
    Reflect.deleteProperty(global, EVENT_HANDLERS);
    Reflect.deleteProperty(global, TEST_TIMEOUT);
    global.jest = {
      fn: moduleMocker.fn.bind(moduleMocker),
      spyOn: moduleMocker.spyOn.bind(moduleMocker),
      setTimeout: (timeout) => void (global[TEST_TIMEOUT] = timeout),
    };
  }

  /** Jest's circus, which holds the tests of one file. */
  requireInternalModule(path) {
    return requireAnew(path);
  }

  /** The file of tests, or one that prepares for it. */
  requireModule(path) {
    return requireAnew(path);
  }

  unstable_shouldLoadAsEsm() {
    return false;
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return globalThis.__coverage__;
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}

  teardown() {
    Reflect.deleteProperty(require.cache, this.testPath);
  }
}

function requireAnew(path) {
  Reflect.deleteProperty(require.cache, path);
  // A require function of its own: this module's would keep everything that it ever loaded.
  return Module.createRequire(path)(path);
}

/** Jest news this, with the environment of the file as the second argument. */
function Runtime(config, environment, ...more) {
  const Kind = environment.isShared ? SharedModules : JestRuntime;
  return new Kind(config, environment, ...more);
}

module.exports = { __esModule: true, default: Runtime };
