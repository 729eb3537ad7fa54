import { quarterOf, quarterTitle, monthTitle, type Quarter } from '../assessment/period';
import type { QuarterReview } from '../assessment/quarterly';
import { applyPlan, check, previewReview, previewScore, restore, selectCell } from '../excel';
import type { WorkbookCommands } from './pane';
import type { Texts } from './texts';

/** The pane's commands over the workbook that Excel, or the embedded host, has open. */
export function workbookCommands(texts: Texts): WorkbookCommands {
  return {
    async quarters() {
      const { book } = await check();
      const quarters = book.forms.flatMap(({ month }) => (month === null ? [] : [quarterOf(month)]));
      return [...new Set(quarters)].sort().reverse();
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
