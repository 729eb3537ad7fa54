/**
 * That the matrix finds what it is there to find: one fault after the other is planted in the mechanism.
 *
 * @jest-environment node
 */
import type * as operationLogModule from '../../src/excel/workbook/operationLog';
import type * as standingModule from '../../src/excel/workbook/standing';
import type * as stepModule from '../../src/excel/workbook/step';
import type * as takeBackModule from '../../src/excel/workbook/takeBack';
import { FAULT_COMMANDS } from './commands';
import { runMatrix } from './matrix';
import type { Run } from './prepared';

jest.setTimeout(300_000);

type Modules = {
  readonly standing: typeof standingModule;
  readonly step: typeof stepModule;
  readonly takeBack: typeof takeBackModule;
  readonly operationLog: typeof operationLogModule;
};
type Planted = { [M in keyof Modules]?: Partial<Modules[M]> };

let mockPlanted: Planted = {};

/** A module whose functions are the planted ones, where there are such. */
function mockModule<M extends keyof Modules>(name: M): Modules[M] {
  const real = jest.requireActual<Modules[M]>(`../../src/excel/workbook/${name}`);
  return new Proxy(real, {
    get: (target, key, receiver): unknown =>
      Reflect.get(mockPlanted[name] ?? {}, key) ?? Reflect.get(target, key, receiver),
  });
}

jest.mock('../../src/excel/workbook/standing', () => mockModule('standing'));
jest.mock('../../src/excel/workbook/step', () => mockModule('step'));
jest.mock('../../src/excel/workbook/takeBack', () => mockModule('takeBack'));
jest.mock('../../src/excel/workbook/operationLog', () => mockModule('operationLog'));

const real = {
  step: jest.requireActual<Modules['step']>('../../src/excel/workbook/step'),
  standing: jest.requireActual<Modules['standing']>('../../src/excel/workbook/standing'),
  operationLog: jest.requireActual<Modules['operationLog']>('../../src/excel/workbook/operationLog'),
  takeBack: jest.requireActual<Modules['takeBack']>('../../src/excel/workbook/takeBack'),
};

/** What is planted, and a command and faults that tell it. */
const PLANTS: readonly [string, Planted, command: string, faults: readonly string[]][] = [
  ['nothing is compared before the write', { standing: { changesOf: () => [] } }, '打分', ['要写的单元格改动']],
  [
    'the write does not look again',
    {
      step: {
        writeStep: async (...given) => ({ ...(await real.step.writeStep(...given)), watches: [] }),
      },
    },
    '打分',
    ['要写的单元格改动'],
  ],
  [
    'the write comes before its look',
    {
      step: {
        writeStep: async (context, step, present, watched) => {
          const written = await real.step.writeStep(context, step, present, []);
          const { worksheets } = context.workbook;
          const watches = watched.map((each) => real.standing.queueWatch(worksheets.getItem(each.sheet), each));
          await context.sync();
          return { ...written, watches };
        },
      },
    },
    '打分',
    ['要写的单元格改动'],
  ],
  ['nothing is rolled back', { takeBack: { takeBack: () => Promise.resolve([]) } }, '设置（新建）', ['出错（末尾）']],
  [
    'sheets that were made are not rolled back',
    {
      takeBack: {
        takeBack: (context, step, how) => real.takeBack.takeBack(context, { ...step, made: new Map() }, how),
      },
    },
    '设置（新建）',
    ['出错（末尾）'],
  ],
  [
    'looks are not put back',
    {
      takeBack: {
        takeBack: (context, step, how) => real.takeBack.takeBack(context, { ...step, looks: new Map() }, how),
      },
    },
    '计算得分',
    ['出错（末尾）'],
  ],
  [
    'no line is logged',
    { operationLog: { planLog: (_lines, ...more) => real.operationLog.planLog([], ...more) } },
    '打分',
    ['回答丢失'],
  ],
  [
    'what could not be taken back is not told',
    {
      takeBack: {
        standingOf: () => Promise.resolve({ sheets: new Map(), names: [], all: [], isStructureClosed: false }),
      },
    },
    '设置（新建）',
    ['一直出错'],
  ],
];

test.each(PLANTS)('%s: the matrix tells', async (_what, planted, name, faults) => {
  const command = FAULT_COMMANDS.find((each) => each.name === name);
  if (command === undefined) throw new Error(name);
  mockPlanted = planted;
  const found = await runMatrix(command, { isWanted: (fault) => faults.includes(fault) }).then(
    (runs: readonly Run[]) => runs.filter(({ outcome }) => outcome === '违规').map(({ violation }) => violation),
    (error: unknown) => [String(error)],
  );
  mockPlanted = {};
  expect(found).not.toEqual([]);
});
