import { Directory } from '../../forms/book/directory';
import { monthsOf, monthTitle, type Quarter } from '../../assessment/period';
import { isCountedHere, type QuarterReview, type SpecialRules } from '../../assessment/quarterly';
import { unlistedLeave } from '../../forms/settings/calendar';
import { problem } from '../../forms/score-sheet/problems';
import { selfScorings } from '../../forms/evaluation/checks';
import { readEvidence, type EvidenceLog } from '../../forms/circumstances/evidence';
import { leadershipProblems, membersIn, readLeadership, signersOf } from '../../forms/evaluation/leadership';
import { layoutReview } from '../../forms/review/layout';
import { layoutScores, type ScoreLayout } from '../../forms/scoring/layout';
import { unregisteredCases } from '../../forms/circumstances/openCases';
import type { Plan } from '../../forms/grid/plan';
import { quotaProblems } from '../../forms/review/quotaProblems';
import { recommendationProblems, recommendationsOf } from '../../forms/evaluation/recommendations';
import { decisionProblems, decisionsAgainstRules } from '../../forms/review/decisions';
import { decidedOver } from '../../forms/review/gate';
import { uncountedScores } from '../../forms/review/uncounted';
import { SETTINGS_SHEET } from '../../forms/settings/sheet';
import { fitPlan } from '../workbook/fit';
import { grownSheets } from '../workbook/grownSheets';
import type { CommandOptions, Sheets } from '../reading/reading';
import { readSheets } from './sheets';
import { reviewOf, rulesOf, reviewSheetOf } from '../reading/reviewOf';
import type { Preview } from './preview';
import { sealProblems } from './seal';
import { layoutSettings } from '../../forms/settings/layout';
import { runReading } from '../workbook/running';

export interface ReviewPreview extends Preview {
  readonly review: QuarterReview;
  /** 考核记实 by person key, of whatever days. */
  readonly evidence: EvidenceLog['entries'];
}

/** Plans totals, 得分等次, the months' quota lines and the validation of scores, live in the score sheets. */
export async function previewScore(options: CommandOptions = {}): Promise<Preview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, options);
    const scores = scoresOf(sheets, options.quarter, rulesOf(sheets).rules);
    return { ...sheets.reading, ...(await planOf(context, sheets, [scores], scores.sheets[0]?.sheet)) };
  });
}

/** Plans the 季度审定表 of a quarter, and what its formulas need in the score sheets. */
export async function previewReview(options: CommandOptions & { readonly quarter: Quarter }): Promise<ReviewPreview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, options);
    const { book, settings } = sheets.reading;
    const { review, register, rules } = reviewOf(sheets, options.quarter);
    const evidence = readEvidence(
      sheets.grids.values(),
      new Directory(book.people, book.roster),
      sheets.read.snapshot.date1904,
    );
    const months = new Set(book.forms.map(({ month }) => month));
    const missing = monthsOf(options.quarter)
      .filter((month) => !months.has(month))
      .map((month) => problem.monthWithoutForm(monthTitle(month)));
    const scores = scoresOf(sheets, options.quarter, rules);
    const recommendations = recommendationsOf(book, options.quarter);
    const leadership = readLeadership(sheets.grids.values());
    const group = leadership === null ? [] : membersIn(leadership, options.quarter);
    const table = layoutReview({
      review,
      book,
      settings,
      places: scores.places,
      grids: sheets.grids,
      additions: { recommendations, signers: signersOf(group) },
    });
    const decided = reviewSheetOf(sheets, options.quarter);
    const decisions = decided.sheet?.lines ?? [];
    const found = [
      ...unlistedLeave(options.quarter, register.entries, sheets.calendar),
      ...register.problems,
      ...evidence.problems,
      ...unregisteredCases(options.quarter, book, evidence, register.entries),
      ...missing,
      ...uncountedScores(options.quarter, book, rules),
      ...quotaProblems(review, settings),
      ...recommendationProblems(review, recommendations),
      ...(decided.sheet === null ? [] : [...decided.problems, ...decidedOver(decided.sheet, review, settings)]),
      ...decisionProblems(decisions, review),
      ...decisionsAgainstRules(decisions, review),
      ...selfScorings(book.scores),
      ...(leadership === null || group.length === 0 ? [] : leadershipProblems(leadership, options.quarter)),
      ...(await sealProblems(context, sheets, options.quarter)),
    ];
    const grown = await grownSheets(context, table);
    const layouts = [scores, { sheets: grown, problems: [...found, ...table.problems] }];
    const plan = await planOf(context, sheets, layouts, table.sheets[0]?.sheet);
    return { ...sheets.reading, review, evidence: evidence.entries, ...plan };
  });
}

function scoresOf(
  { reading: { book, settings }, grids }: Sheets,
  quarter: Quarter | undefined,
  rules: SpecialRules,
): ScoreLayout {
  const months: readonly (string | null)[] | undefined = quarter === undefined ? undefined : monthsOf(quarter);
  const forms = months === undefined ? book.forms : book.forms.filter(({ month }) => months.includes(month));
  return layoutScores(forms, book, grids, settings, (person, month) => {
    if (!settings.leadersInQuota && book.isLeader(person)) return true;
    const facts = { ...book.poolFactsOf(person), ...person, months: [] };
    return !isCountedHere(rules.month(facts, { month, total: null, scoreGrade: null, raters: 1 }));
  });
}

/**
 * One plan out of several layouts. Nothing is planned while a setting or name is wrong, or one layout was refused.
 *
 * @param shows the sheet that was asked for
 */
async function planOf(
  context: Excel.RequestContext,
  { read, grids, reading }: Sheets,
  layouts: readonly Pick<Plan, 'sheets' | 'problems'>[],
  shows: string | undefined,
): Promise<Pick<Preview, 'plan' | 'refused' | 'problems'>> {
  const settings = layoutSettings(grids.get(SETTINGS_SHEET), read.names, reading.settings);
  const problems = [...settings.problems, ...layouts.flatMap((layout) => layout.problems)];
  const refused = [...reading.problems, ...problems].some(({ code }) => REFUSALS.has(code));
  const sheets = refused ? [] : [...settings.sheets, ...layouts.flatMap((layout) => layout.sheets)];
  const { basis } = reading;
  const asked = shows === undefined ? {} : { shows };
  const plan = await fitPlan(context, { sheets, names: refused ? [] : settings.names, problems, basis, ...asked });
  return { plan, refused, problems: [...reading.problems, ...problems] };
}

/** Problems with which nothing is written at all. */
const REFUSALS: ReadonlySet<string> = new Set([
  'SETTING_INVALID',
  'SETTING_CONTRADICTS',
  'WEIGHTS_DISAGREE',
  'NAME_TAKEN',
  'REVIEW_HEADINGS_MISSING',
  'REVIEW_PROTECTED',
]);
