import type { Problem } from '../grid/problem';
import type { RecordDraft } from './draft';
import { judgeWeek, type PeriodSources } from './period';
import type { WeeklyRecord } from './record';
import { datedTasks } from './tasks';

/** Somebody has filled the 附件1 in: a name or a task stands there. */
export function isFilledWeekly({ header, tasks }: RecordDraft): boolean {
  return header.header.displayName !== '' || tasks.length > 0;
}

/** 附件1 with its week and the days of its tasks. */
export function toWeeklyRecord(
  { cells, block, header, tasks, period, tasksCell, problems }: RecordDraft,
  sources: PeriodSources,
): { record: WeeklyRecord; problems: Problem[] } {
  const week = judgeWeek(period, sources);
  const dated = datedTasks(cells.name, tasks, week.from ?? week.to);
  return {
    record: {
      annex: 1,
      sheet: cells.name,
      area: block.area,
      header: header.header,
      from: week.from,
      to: week.to,
      tasks: dated.tasks,
      cells: { ...header.cells, period: period.cell, tasks: tasksCell },
    },
    problems: [...problems, ...week.problems, ...dated.problems],
  };
}
