import { FAULT_COMMANDS } from './commands';
import { runMatrix } from './matrix';

/** Of the matrix that `npm run faults` runs whole, what differs most: cells, rows put in, sheets made, marks. */
const BOUNDED = ['打分', '清除标记', '设置（新建）'];
/** Every third request, and before confirming. */
const isTried = (fault: string, at: number): boolean => at % 3 === fault.length % 3 || at === 0;

test.each(BOUNDED)(
  '%s: whatever goes wrong, nothing is lost and nothing is left unsaid',
  async (name) => {
    const command = FAULT_COMMANDS.find((each) => each.name === name);
    const runs = command === undefined ? [] : await runMatrix(command, { isWanted: isTried });
    expect(runs.length).toBeGreaterThan(50);
    expect(runs.filter(({ violation }) => violation !== '')).toEqual([]);
  },
  300_000,
);
