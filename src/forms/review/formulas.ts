import { GRADES, STATUSES } from '../../assessment/grade';
import { isAssessedHere, type Ruling } from '../../assessment/quarterly';
import type { Settings } from '../../assessment/settings';
import { POOL_LIMIT } from './pools';
import { exemptIn, LEADER_NOTE, notCountedIn } from './seats';
import { gradeFormula, limitExpression, literal, NOT_SCORED } from '../score-sheet/formulas';

/** Where one score sheet's totals are, and the review column that holds the person's place among them. */
export interface TotalSource {
  /** The totals with their sheet, fixed: '2020年7月测评表'!$J$5:$J$23. */
  readonly totals: string;
  /** The scores likewise, in as few areas as they lie in. */
  readonly scores: readonly string[];
  /** Column letters of the place, e.g. U. */
  readonly place: string;
  /** The group of raters that the sheet counts in (rule 52); null where it names none. */
  readonly group: string | null;
}

/** The row of a key among a sheet's keys; '' when it is not there. One exact MATCH per person and score sheet. */
export function placeFormula(key: string, keys: string): string {
  return `=IFERROR(MATCH(${key},${keys},0),"")`;
}

/**
 * A person's total of one month: the mean over the raters' totals (ambiguity 8), or Σ weight × mean of the group (rule 52);
 * '' while one of them is missing unless the office lets those present decide, or while a group is, and 未测评 when the
 * person is on none of the sheets.
 */
export function monthTotalFormula(
  sources: readonly TotalSource[],
  settings: Pick<Settings, 'raterMethod' | 'absentRaters' | 'raterGroups'>,
): string {
  const places = sources.map(({ place }) => `$${place}{r}`);
  const [only] = sources.map(totalOf);
  if (only !== undefined && sources.length === 1 && settings.raterGroups.length === 0) {
    return `=IF(${places[0] ?? ''}="","${NOT_SCORED}",IF(COUNT(${only}),${only},""))`;
  }
  const value = settings.raterGroups.length === 0 ? meanOfRaters(sources, settings) : meanOfGroups(sources, settings);
  return `=IF(COUNT(${places.join(',')})=0,"${NOT_SCORED}",${value})`;
}

function totalOf({ totals, place }: TotalSource): string {
  return `INDEX(${totals},$${place}{r})`;
}

type RaterSettings = Pick<Settings, 'raterMethod' | 'absentRaters' | 'raterGroups'>;

function meanOfRaters(sources: readonly TotalSource[], settings: RaterSettings): string {
  return `IF(${lacking(sources, settings)},"",ROUND(${meanOf(sources, settings)},9))`;
}

/** Σ weight × mean of the group; '' where a group has no sheet of the person. */
function meanOfGroups(sources: readonly TotalSource[], settings: RaterSettings): string {
  const groups = settings.raterGroups.map(({ name, weight }) => ({
    weight,
    ofGroup: sources.filter(({ group }) => group === name),
  }));
  if (groups.some(({ ofGroup }) => ofGroup.length === 0)) return '""';
  // A sheet of no group counts nothing, and keeps from a total.
  const ungrouped = sources.filter(({ group }) => group === null);
  const broken = settings.absentRaters === '待确认' ? ungrouped.map(() => 'TRUE') : ungrouped.map(isBroken);
  const missing = [...groups.map(({ ofGroup }) => lacking(ofGroup, settings)), ...broken];
  const sum = groups.map(({ weight, ofGroup }) => `${weight}*${meanOf(ofGroup, settings)}`).join('+');
  return `IF(OR(${missing.join(',')}),"",ROUND((${sum})/100,9))`;
}

/** Whether a rater's total is missing that is needed. */
function lacking(sources: readonly TotalSource[], { absentRaters }: RaterSettings): string {
  const list = sources.map(totalOf).join(',');
  if (absentRaters === '待确认') return `COUNT(${list})<${sources.length}`;
  return `OR(${sources.map(isBroken).join(',')},COUNT(${list})=0)`;
}

function meanOf(sources: readonly TotalSource[], { absentRaters, raterMethod }: RaterSettings): string {
  const trims = raterMethod === '去掉最高最低后平均';
  const totals = sources.map(totalOf);
  return absentRaters === '待确认' ? meanOfAll(totals.join(','), totals.length, trims) : meanOfPresent(totals, trims);
}

/** A rater's line with scores and no total is to be mended first; a blank one has not been scored (rule 47). */
function isBroken({ totals, scores, place }: TotalSource): string {
  const written = scores.map((area) => `SUMPRODUCT(--(TRIM(INDEX(${area},$${place}{r},0))<>""))`).join('+');
  return `IF($${place}{r}="",FALSE,AND(COUNT(INDEX(${totals},$${place}{r}))=0,${written}>0))`;
}

/** The mean of a list of cells that are all numbers; without the best and the worst above five raters if `trims`. */
function meanOfAll(list: string, count: number, trims: boolean): string {
  return trims && count > 5 ? `(SUM(${list})-MAX(${list})-MIN(${list}))/${count - 2}` : `AVERAGE(${list})`;
}

/** The same over those of the cells that are numbers. */
function meanOfPresent(totals: readonly string[], trims: boolean): string {
  const present = (otherwise: number) => totals.map((total) => `IF(COUNT(${total}),${total},${otherwise})`).join(',');
  const count = `COUNT(${totals.join(',')})`;
  const plain = `SUM(${present(0)})/${count}`;
  if (!trims || totals.length <= 5) return plain;
  return `IF(${count}>5,(SUM(${present(0)})-MAX(${present(0)})-MIN(${present(101)}))/(${count}-2),${plain})`;
}

/** The mean of the months that have a total (ambiguity 5); '' when none has. `totals` are three cells. */
export function meanFormula(totals: readonly string[]): string {
  const list = totals.join(',');
  return `=IF(COUNT(${list})=0,"",ROUND(AVERAGE(${list}),9))`;
}

/** The quarter's suggestion by the office's method (ambiguity 5). `grades` are the three months' grade cells. */
export function suggestionFormula(
  mean: string,
  grades: readonly string[],
  settings: Pick<Settings, 'quarterMethod' | 'rounding'>,
): string {
  if (settings.quarterMethod === '平均分') return gradeFormula(mean, settings.rounding);
  const [first = '', second = '', third = ''] = grades;
  // A status is no grade (R12, rule 46); nothing stands between two bars beside each other.
  const isGrade = (cell: string) => `ISNUMBER(SEARCH("|"&${cell}&"|","|${GRADES.join('|')}|"))`;
  const only = (cell: string) => `IF(${isGrade(cell)},${cell},"")`;
  // With three months, a grade that occurs twice is the modal one; a single month decides alone.
  return (
    `=IF(AND(${isGrade(first)},OR(${first}=${second},${first}=${third})),${first},` +
    `IF(AND(${isGrade(second)},${second}=${third}),${second},` +
    `IF(${[first, second, third].map(isGrade).join('+')}=1,${[first, second, third].map(only).join('&')},"")))`
  );
}

/**
 * A grade's formula after the special rules (五·3–6): what a rule fixes is shown as it is, a limit lets the score's grade
 * through up to it, and without a rule the score's grade stands.
 */
export function ruledFormula(scoreGrade: string, { fixed, cap, grade }: Ruling): string {
  if (fixed) return textFormula(grade === null ? [] : [grade]);
  if (cap === null) return scoreGrade;
  const computed = scoreGrade.slice(1);
  return `=IF(${computed}="好","${cap}",${computed})`;
}

/** Texts as a formula, by which the program knows them for its own; Excel takes at most 255 characters in one piece. */
export function textFormula(lines: readonly string[]): string {
  const characters = [...lines.join('；')];
  const pieces = Array.from({ length: Math.ceil(characters.length / 120) }, (_, i) =>
    characters.slice(120 * i, 120 * (i + 1)).join(''),
  );
  return `=${pieces.length === 0 ? '""' : pieces.map(literal).join('&')}`;
}

/** The people's cells of one period, each a fixed range over all rows. */
export interface PeriodCells {
  readonly names: string;
  readonly totals: readonly string[];
  readonly grades: string;
  /** Of decisions, what is suggested: who does not take part, or elsewhere, has nothing decided. null of all else. */
  readonly suggestions: string | null;
  /** 名额口径, and what names the period there; null where the counts leave nobody out. */
  readonly seats: { readonly notes: string; readonly period: string } | null;
}

type QuotaSettings = Pick<
  Settings,
  'atLeastOneGood' | 'undeterminedInQuota' | 'directGoodInQuota' | 'poolsWithinWhole'
>;

/** A factor that is 0 for 局领导 who do not count (ambiguity 11). */
function counted({ seats }: PeriodCells): string {
  return seats === null ? '' : `*(${seats.notes}<>"${LEADER_NOTE}")`;
}

/** How many people have a grade. */
function countOf(grade: string, cells: PeriodCells): string {
  const { grades, seats } = cells;
  return seats === null ? `COUNTIF(${grades},"${grade}")` : `SUMPRODUCT((${grades}="${grade}")${counted(cells)})`;
}

/**
 * How many 好 take no seat because a rule gives them (ambiguity 16); null where every one does.
 *
 * @param factor 1 for the rows to count
 */
function exemptGood(
  { grades, seats }: PeriodCells,
  { directGoodInQuota }: Pick<Settings, 'directGoodInQuota'>,
  factor = '',
): string | null {
  if (seats === null || directGoodInQuota) return null;
  return `SUMPRODUCT((${grades}="好")*ISNUMBER(SEARCH("${exemptIn(seats.period)}",${seats.notes}))${factor})`;
}

/** Statuses of those who are in no N here, and wait for no decision (ambiguity 11). */
export const EXCUSED = STATUSES.filter((grade) => !isAssessedHere({ grade }));

/** 1 for each row that is in N, 0 for the others (ambiguity 11). */
function participation(cells: PeriodCells, { undeterminedInQuota }: Pick<Settings, 'undeterminedInQuota'>): string {
  const { names, totals, grades, suggestions, seats } = cells;
  const scored = totals.map((range) => `(${range}<>"${NOT_SCORED}")`).join('+');
  // A score from before the arrival or after the departure makes nobody a participant (rule 41).
  const countedScore =
    seats === null ? scored : `(${scored})*ISERROR(SEARCH("${notCountedIn(seats.period)}",${seats.notes}))`;
  const present = `${countedScore}+(${grades}<>"")`;
  const without = (range: string, statuses: readonly string[]) =>
    statuses.map((status) => `*(${range}<>"${status}")`).join('');
  const here = without(grades, [...EXCUSED, ...(undeterminedInQuota ? [] : ['不确定等次'])]);
  const asked = suggestions === null ? '' : `*((${grades}<>"")+1${without(suggestions, EXCUSED)}>0)`;
  return `(${present}>0)*(${names}<>"")${here}${asked}${counted(cells)}`;
}

/** What a list says of a row's key, fixed ranges both; one exact MATCH per person. */
export function listedFormula(key: string, keys: string, entries: string, unknown: string): string {
  return `=IFERROR(INDEX(${entries},MATCH(${key},${keys},0)),${literal(unknown)})`;
}

/**
 * One pool's cells under one period: N, and beside it the limit with what is used of it and what is left or over.
 *
 * @param pools everybody's pool, a fixed range over all rows
 * @param participants the cell of N
 */
export function poolCounts(
  cells: PeriodCells,
  pools: string,
  pool: string,
  participants: string,
  settings: QuotaSettings,
): readonly [participants: string, rest: string] {
  const isHere = `(${pools}=${literal(pool)})`;
  const limit = limitExpression(participants, settings.atLeastOneGood);
  const exempt = exemptGood(cells, settings, `*${isHere}`);
  const all = `SUMPRODUCT((${cells.grades}="好")*${isHere}${counted(cells)})`;
  const good = exempt === null ? all : `(${all}-${exempt})`;
  return [
    `=SUMPRODUCT(${participation(cells, settings)}*${isHere})`,
    `${POOL_LIMIT}${limit}&"人，${exempt === null ? '好' : '占用'}"&${good}&"人，"` +
      `&IF(${good}>${limit},"超出"&${good}-${limit}&"人","余"&${limit}-${good}&"人")`,
  ];
}

/** The formulas under one period of the review: people, grades, the limit of 好 and what it comes to (R15). */
export function periodCounts(
  cells: PeriodCells,
  at: { readonly participants: string; readonly good: string; readonly limit: string },
  pools: readonly PoolCells[],
  settings: QuotaSettings,
): Record<PeriodCount, string> {
  const besides = settings.undeterminedInQuota ? '' : `+${countOf('不确定等次', cells)}`;
  const count = (grade: string) => `=${countOf(grade, cells)}`;
  const graded = GRADES.map((grade) => `(${cells.grades}="${grade}")`).join('+');
  const determined = cells.seats === null ? graded : `(${graded})${counted(cells)}`;
  const exempt = exemptGood(cells, settings);
  const good = exempt === null ? at.good : `(${at.good}-${exempt})`;
  const beside = exempt === null ? '' : `&IF(${exempt}>0,"（另"&${exempt}&"人不占名额）","")`;
  return {
    entitled: `=COUNTA(${cells.names})`,
    participants: `=SUMPRODUCT(${participation(cells, settings)})`,
    好: count('好'),
    较好: count('较好'),
    一般: count('一般'),
    较差: count('较差'),
    undetermined: `=${at.participants}-SUMPRODUCT(${determined})${besides}`,
    limit: `=${limitOfAll(at.participants, pools, settings)}`,
    conclusion:
      pools.length === 0
        ? `=IF(${good}>${at.limit},"超出"&(${good}-${at.limit})&"人","未超上限")${beside}`
        : `=IF(${overOfAll(good, at.limit, pools, settings)}>0,"超出"&${overOfAll(good, at.limit, pools, settings)}&"人","未超上限")${beside}`,
  };
}

/** A pool's cells under one period: N, and the text with its limit and what is over it. */
export interface PoolCells {
  readonly participants: string;
  readonly rest: string;
}

/** The limit of all people together: of pools the sum (rule 51), at most the whole's where the office has it so (rule 55). */
function limitOfAll(participants: string, pools: readonly PoolCells[], settings: QuotaSettings): string {
  const whole = limitExpression(participants, settings.atLeastOneGood);
  if (pools.length === 0) return whole;
  const sum = pools.map((pool) => limitExpression(pool.participants, settings.atLeastOneGood)).join('+');
  return settings.poolsWithinWhole ? `MIN(${sum},${whole})` : sum;
}

function overOfAll(good: string, limit: string, pools: readonly PoolCells[], settings: QuotaSettings): string {
  // 上限3人，好4人，超出1人
  const sum = pools
    .map(({ rest }) => `IFERROR(VALUE(MID(${rest},FIND("超出",${rest})+2,LEN(${rest})-FIND("超出",${rest})-2)),0)`)
    .join('+');
  return settings.poolsWithinWhole ? `MAX(${sum},${good}-${limit})` : `(${sum})`;
}

/**
 * The stricter figure under one period, in words (ambiguity 11): N without 不确定等次 people, its limit, and what the 好
 * come to beside it.
 */
export function stricterFormula(
  cells: PeriodCells,
  at: { readonly participants: string; readonly good: string },
  pools: readonly PoolCells[],
  settings: QuotaSettings,
): string {
  const participants = settings.undeterminedInQuota
    ? `(${at.participants}-${countOf('不确定等次', cells)})`
    : at.participants;
  const exempt = exemptGood(cells, settings);
  const good = exempt === null ? at.good : `(${at.good}-${exempt})`;
  const limit = limitExpression(participants, settings.atLeastOneGood);
  if (pools.length > 0) return `="参加"&${participants}&"人，上限按计算范围分别计算"`;
  return (
    `="参加"&${participants}&"人，上限"&${limit}&"人，"` +
    `&IF(${good}>${limit},"超出"&(${good}-${limit})&"人","未超上限")`
  );
}

/** The label of the line with the stricter figure, which follows the counts. */
export const STRICTER_LABEL = '不计“不确定等次”人员';

/** The lines below the people, in the order in which they stand, with their labels. */
export const PERIOD_COUNTS = {
  entitled: '应参加人数',
  participants: '参加人数',
  好: '好',
  较好: '较好',
  一般: '一般',
  较差: '较差',
  undetermined: '不确定或未定等次',
  limit: '“好”等次人数上限',
  conclusion: '结论',
} as const;
export type PeriodCount = keyof typeof PERIOD_COUNTS;
