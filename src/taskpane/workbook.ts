import { monthOf } from '../assessment/calendarDate';
import { quarterOf, quarterTitle, monthTitle, type Month, type Quarter } from '../assessment/period';
import type { QuarterReview } from '../assessment/quarterly';
import {
  applyPlan,
  check,
  listCorrections,
  previewArchive,
  previewCheck,
  previewClearMarks,
  previewCollect,
  previewCorrections,
  previewForms,
  previewRegisters,
  previewReview,
  previewScore,
  restore,
  selectCell,
  type Preview,
} from '../excel';
import type { ReadFile } from '../files';
import type { Proposal, WorkbookCommands } from './pane';
import type { ArchiveCommands } from './sections/archive';
import type { CheckCommands } from './sections/check';
import type { CollectCommands } from './sections/collect';
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
      };
    },
    async score(quarter) {
      return { ...(await previewScore({ quarter })), summary: [] };
    },
    async review(quarter: Quarter) {
      const preview = await previewReview({ quarter });
      return { ...preview, summary: summarize(preview.review, texts) };
    },
    apply: applyPlan,
    restore,
    select: selectCell,
  };
}

/** 表格: made for the people of the roster. */
export function makeFormsCommands(today: Date): MakeFormsCommands {
  return {
    months: recentMonths(today),
    forms: async (wanted) => proposalOf(await previewForms(wanted)),
    registers: async () => proposalOf(await previewRegisters()),
  };
}

/** 检查与改正. */
export function checkCommands(): CheckCommands {
  return {
    check: async () => proposalOf(await previewCheck()),
    clearMarks: async () => ({ ...(await previewClearMarks()), refused: false, problems: [], summary: [] }),
    corrections: () => listCorrections(),
    correct: async (ids) => proposalOf(await previewCorrections(ids)),
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
      return { ...proposalOf(preview), contradictions: preview.collection.contradictions };
    },
  };
}

/** 归档. */
export function archiveCommands(): ArchiveCommands {
  return {
    archive: async (month) => proposalOf(await previewArchive({ month })),
  };
}

function latestFirst(periods: readonly string[]): string[] {
  return [...new Set(periods)].sort().reverse();
}

function proposalOf({ plan, refused, problems }: Preview): Proposal {
  return { plan, refused, problems, summary: [] };
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
