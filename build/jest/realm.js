/**
 * A Jest environment that is Node as it is: no context of its own, so that modules can be kept from one file of tests to
 * the next (modules.js). What a file changes of the global object is changed back after it.
 */
const { ModuleMocker } = require('jest-mock');

/** Jest's circus keeps its state under a symbol that nobody else can name. */
const CIRCUS_STATE = 'JEST_STATE_SYMBOL';

module.exports = class Realm {
  /** Asked by modules.js: files that name another environment get Jest's own modules. */
  isShared = true;
  global = globalThis;
  fakeTimers = null;
  fakeTimersModern = null;
  moduleMocker = new ModuleMocker(globalThis);
  before = Object.getOwnPropertyDescriptors(globalThis);
  exit = process.exit;
  stackTraceLimit = Error.stackTraceLimit;

  getVmContext() {
    return globalThis;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  async setup() {}

  async teardown() {
    this.moduleMocker.restoreAllMocks();
    process.exit = this.exit;
    Error.stackTraceLimit = this.stackTraceLimit;
    for (const [name, now] of Object.entries(Object.getOwnPropertyDescriptors(globalThis))) {
      const before = this.before[name];
      if (before === undefined) Reflect.deleteProperty(globalThis, name);
      else if (before.configurable && (before.value !== now.value || before.get !== now.get)) {
        Object.defineProperty(globalThis, name, before);
      }
    }
    for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
      if (symbol.description === CIRCUS_STATE) Reflect.deleteProperty(globalThis, symbol);
    }
  }
};
