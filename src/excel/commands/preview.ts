import type { Plan, SheetPlan } from '../../forms/grid/plan';
import type { Problem } from '../../forms/grid/problem';
import type { Reading } from '../reading/reading';

/** What a command would write. Nothing has been written yet. */
export interface Preview extends Reading {
  readonly plan: Plan;
  /** One of the problems stands in the way of writing anything; the plan is empty. */
  readonly refused: boolean;
}

/** What a command has planned: nothing of it counts where it is refused. */
interface Planned {
  readonly sheets: readonly SheetPlan[];
  readonly refused: boolean;
  /** All that the command has to say, of the reading too. */
  readonly problems: readonly Problem[];
  /** Those of them that 操作记录 keeps when the person goes on all the same. */
  readonly warned?: readonly Problem[];
  /** The sheet that was asked for. */
  readonly shows?: string | undefined;
}

/** The preview of planned sheets, empty where one of the problems stands in the way. */
export function previewOf(reading: Reading, { sheets, refused, problems, warned = [], shows }: Planned): Preview {
  const { basis } = reading;
  const plan = { sheets: refused ? [] : sheets, names: [], problems, warned, basis };
  return { ...reading, problems, refused, plan: shows === undefined ? plan : { ...plan, shows } };
}

/** The preview of what one problem stands in the way of, below what the reading has to say. */
export function refusedFor(reading: Reading, problem: Problem): Preview {
  return previewOf(reading, { sheets: [], refused: true, problems: [...reading.problems, problem] });
}
