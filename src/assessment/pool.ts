import type Fraction from 'fraction.js';
import { exactDecimal } from './decimal';
import { quotaEdge, type QuotaEdge } from './edge';
import { quota, type Quota } from './quota';
import type { Pool, Settings } from './settings';

/** By what people are put into pools (ambiguity 13, rule 55): what 人员名册 says; undefined where it is not known. */
export interface PoolFacts {
  readonly unit?: string | undefined;
  readonly department?: string | undefined;
  readonly position?: string | undefined;
  /** 分管领导. */
  readonly supervisor?: string | undefined;
  readonly identity?: string | undefined;
}

/** What the limit needs to know of one participant of a month or quarter. */
export interface Participant extends PoolFacts {
  readonly key: string;
  /** 身份 of the 人员名册 is 局领导. */
  readonly leader: boolean;
  readonly good: boolean;
  /** A rule gives the 好 (五·3). */
  readonly directGood: boolean;
  readonly undetermined: boolean;
  /** What ranks a 好; null when a rule gives it whatever the score is. */
  readonly total: Fraction | null;
}

/** A limit with the stricter figure beside it (ambiguity 11) and the edge where it bites (ambiguity 17). */
export interface QuotaCount extends Quota {
  /** 好 beside those counted, which a rule gives and which take no seat (ambiguity 16). */
  readonly exempt: number;
  /** The same with 不确定等次 participants left out of N; of the whole bureau's N also where each pool has its own. */
  readonly stricter: Quota;
  readonly edge: QuotaEdge | null;
}

/**
 * The whole bureau's count; beside it each pool's, when the office counts by pools (ambiguity 13): then the limit and what
 * is over it are the sums of the pools' (rule 51).
 */
export interface QuotaReport extends QuotaCount {
  /** In order of first appearance; empty for the pool 全局. */
  readonly pools: readonly (QuotaCount & { readonly pool: string })[];
}

type QuotaSettings = Pick<
  Settings,
  | 'quotaPercent'
  | 'atLeastOneGood'
  | 'undeterminedInQuota'
  | 'leadersInQuota'
  | 'directGoodInQuota'
  | 'pool'
  | 'poolsWithinWhole'
  | 'gradeLines'
>;

/** Counts 好 against the limit for everyone (R15), and for each pool; 局领导 as the office has it (ambiguity 11). */
export function quotaReport(participants: readonly Participant[], settings: QuotaSettings): QuotaReport {
  const counted = participants.filter(({ leader }) => settings.leadersInQuota || !leader);
  const whole = countPool(counted, settings);
  if (settings.pool === '全局') return { ...whole, pools: [] };
  const pools = [...groupByPool(counted, settings.pool)].map(([pool, members]) => ({
    pool,
    ...countPool(members, settings),
  }));
  return {
    ...together(whole, pools, settings),
    exempt: whole.exempt,
    stricter: whole.stricter,
    // Where a seat is lacking shows in its pool.
    edge: null,
    pools,
  };
}

/** The pools' limits and what is over them, together (rules 51 and 55). */
function together(
  { participants, good, goodLimit: ofWhole }: Quota,
  pools: readonly Quota[],
  { poolsWithinWhole }: Pick<Settings, 'poolsWithinWhole'>,
): Quota {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const limits = sum(pools.map((pool) => pool.goodLimit));
  const limit = poolsWithinWhole ? Math.min(limits, ofWhole) : limits;
  const over = sum(pools.map((pool) => pool.over));
  return { participants, good, goodLimit: limit, over: poolsWithinWhole ? Math.max(over, good - limit) : over };
}

function countPool(members: readonly Participant[], settings: QuotaSettings): QuotaCount {
  const good = members.filter((member) => member.good);
  const seated = good.filter(({ directGood }) => settings.directGoodInQuota || !directGood);
  const determined = members.filter((member) => !member.undetermined).length;
  const count = (participants: number): Quota =>
    quota(participants, seated.length, settings.quotaPercent, settings.atLeastOneGood);
  const counted = count(settings.undeterminedInQuota ? members.length : determined);
  const goodLine = exactDecimal(settings.gradeLines[0]?.from ?? 0);
  return {
    ...counted,
    exempt: good.length - seated.length,
    stricter: count(determined),
    edge: quotaEdge(seated, counted.goodLimit, goodLine),
  };
}

function groupByPool(members: readonly Participant[], pool: Exclude<Pool, '全局'>): Map<string, Participant[]> {
  const groups = new Map<string, Participant[]>();
  for (const member of members) {
    const key = poolOf(member, pool);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
}

/** The pool in which somebody counts; of whom that is not known has one of its own, so that nobody is left out. */
export function poolOf(facts: PoolFacts, pool: Exclude<Pool, '全局'>): string {
  if (pool === '职务类别') return positionClass(facts.position ?? '');
  const { unit, department, supervisor, identity } = facts;
  const said = { 单位: unit, 科室: department, 分管领导: supervisor, 身份: identity }[pool] ?? '';
  return said === '' ? `未注明${pool}` : said;
}

/** Last characters of the posts that lead a unit or an office, 副 or not (rule 55); 主任科员 and 调研员 are ranks, not posts. */
const LEADING_POST = /(长|主任|书记|主席)$/;

/** 职务类别 of a 职务 such as 「科长、一级主任科员」 (ambiguity 13: leaders apart from staff). */
function positionClass(position: string): '领导职务' | '非领导职务' | '未注明职务' {
  const posts = position.split(/[\s、,，;；/兼()（）]/).filter((post) => post !== '');
  if (posts.length === 0) return '未注明职务';
  return posts.some((post) => LEADING_POST.test(post)) ? '领导职务' : '非领导职务';
}
