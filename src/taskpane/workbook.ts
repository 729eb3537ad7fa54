import { monthOf, timeStamp, type CalendarDate } from '../assessment/calendarDate';
import { quarterOf, quarterTitle, monthTitle, type Month, type Quarter } from '../assessment/period';
import type { QuarterReview } from '../assessment/quarterly';
import {
  applyPlan,
  check,
  explainPerson,
  listCorrections,
  previewAnnual,
  previewArchive,
  previewCheck,
  previewClearMarks,
  previewCollect,
  previewCorrections,
  previewDraw,
  previewFinalise,
  previewForms,
  previewLeadership,
  previewNotice,
  previewObjections,
  previewPacket,
  previewRegisters,
  previewReview,
  previewScore,
  previewSeal,
  quarterReadiness,
  restore,
  selectCell,
  verifySeal,
  type Preview,
} from '../excel';
import type { ReadFile } from '../files';
import type { Problem } from '../forms/problem';
import type { Proposal, WorkbookCommands } from './pane';
import type { ArchiveCommands } from './sections/archive';
import type { CheckCommands } from './sections/check';
import type { CollectCommands } from './sections/collect';
import type { DecideCommands } from './sections/decide';
import type { MakeFormsCommands } from './sections/makeForms';
import type { Texts } from './texts';

/** The pane's commands over the workbook that Excel, or the embedded host, has open. */
export function workbookCommands(texts: Texts): WorkbookCommands {
  return {
    async overview() {
      const { book } = await check();
      const scored = book.forms.flatMap(({ month }) => month ?? []);
      const filed = [
        ...book.filings.flatMap(({ month }) => month ?? []),
        ...book.weeklyRecords.flatMap(({ from }) => (from === null ? [] : monthOf(from))),
      ];
      return {
        quarters: latestFirst(scored.map(quarterOf)),
        months: latestFirst([...scored, ...filed]),
        people: book.roster?.people ?? [],
        scored: book.people,
      };
    },
    score: async (quarter) => proposalOf('计算得分', await previewScore({ quarter })),
    async review(quarter: Quarter) {
      const preview = await previewReview({ quarter });
      return { ...proposalOf('季度审定', preview), summary: summarize(preview.review, texts) };
    },
    apply: (plan, command) => applyPlan(plan, { log: { command, time: timeStamp(new Date()) } }),
    restore: (copy, command) => restore(copy, { log: { command, time: timeStamp(new Date()) } }),
    select: selectCell,
  };
}

/** 表格: made for the people of the roster. */
export function makeFormsCommands(today: Date): MakeFormsCommands {
  return {
    months: recentMonths(today),
    forms: async (wanted) => proposalOf('制作表格', await previewForms(wanted)),
    registers: async () => proposalOf('空白名册和登记表', await previewRegisters()),
  };
}

/** 检查与改正. */
export function checkCommands(): CheckCommands {
  return {
    check: async () => proposalOf('检查', await previewCheck()),
    clearMarks: async () => proposalOf('清除标记', { ...(await previewClearMarks()), refused: false, problems: [] }),
    corrections: () => listCorrections(),
    correct: async (ids) => proposalOf('改正', await previewCorrections(ids)),
  };
}

/** 收集: the reader of files is large and loaded when it is first needed. */
export function collectCommands(): CollectCommands<ReadFile> {
  return {
    async readFiles(files, onProgress, signal) {
      const { readFiles } = await import(/* webpackChunkName: "files" */ '../files');
      const sources = files.map((file) => ({
        name: file.name,
        bytes: async () => new Uint8Array(await file.arrayBuffer()),
      }));
      return readFiles(sources, { signal, onProgress: (done, _total, name) => onProgress(done, name) });
    },
    async collect(files, as, choices) {
      const preview = await previewCollect(files, { as, choices });
      return { ...proposalOf('收集', preview), contradictions: preview.collection.contradictions };
    },
  };
}

/** 归档. */
export function archiveCommands(): ArchiveCommands {
  return {
    archive: async (month) => proposalOf('归档', await previewArchive({ month })),
  };
}

function latestFirst(periods: readonly string[]): string[] {
  return [...new Set(periods)].sort().reverse();
}

/** 审定与公示, 年度. */
export function decideCommands(today: CalendarDate): DecideCommands {
  return {
    today,
    async readiness(quarter) {
      const { items, deadlineText } = await quarterReadiness({ quarter, today });
      return nothingToWrite([deadlineText, ...items.map(({ message }) => message)], []);
    },
    leadership: async (quarter) => proposalOf('考核领导小组', await previewLeadership({ quarter })),
    draw: async (quarter, count) => proposalOf('抽取成员', await previewDraw({ quarter, count, date: today })),
    async explain(quarter, person) {
      const people = await explainPerson({ quarter, person });
      return nothingToWrite(
        people.flatMap(({ lines }) => lines.map(({ text }) => text)),
        [],
      );
    },
    notice: async (quarter, start) => proposalOf('公示', await previewNotice({ quarter, start })),
    objections: async () => proposalOf('复核登记', await previewObjections({ today })),
    finalise: async (quarter) => proposalOf('定稿', await previewFinalise({ quarter, today })),
    seal: async (quarter) => proposalOf('封存', await previewSeal({ quarter, sealedOn: today })),
    async verify(quarter) {
      const { problems } = await verifySeal({ quarter });
      return nothingToWrite([], problems);
    },
    packet: async (quarter) => proposalOf('纪检材料', await previewPacket({ quarter })),
    annual: async (year) => proposalOf('年度汇总', await previewAnnual({ year })),
  };
}

function nothingToWrite(summary: readonly string[], problems: readonly Problem[]): Proposal {
  return { plan: { sheets: [], names: [], problems: [] }, command: '', refused: false, problems, summary };
}

function proposalOf(
  command: string,
  { plan, refused, problems }: Pick<Preview, 'plan' | 'refused' | 'problems'>,
): Proposal {
  return { plan, command, refused, problems, summary: [] };
}

/** Months that forms are made for: the last before today's first, then today's, the next, and a year back. */
function recentMonths(today: Date): readonly Month[] {
  const monthAt = (offset: number): Month => {
    const first = new Date(Date.UTC(today.getFullYear(), today.getMonth() + offset, 1));
    return first.toISOString().slice(0, 7);
  };
  return [-1, 0, 1, ...Array.from({ length: 11 }, (_, i) => -2 - i)].map(monthAt);
}

/** Each month's and the quarter's count of 好 against its limit, then how many people each grade is suggested for. */
export function summarize(review: QuarterReview, texts: Texts): readonly string[] {
  const people = new Map<string, number>();
  for (const { suggestedGrade } of review.people) {
    const grade = suggestedGrade ?? texts.noSuggestion;
    people.set(grade, (people.get(grade) ?? 0) + 1);
  }
  return [
    ...review.months.map((month) => texts.quota(monthTitle(month.month), month)),
    texts.quota(quarterTitle(review.quarter), review.quarterQuota),
    ...[...people].map(([grade, count]) => texts.suggestions(grade, count)),
  ];
}
