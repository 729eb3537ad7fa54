import type Fraction from 'fraction.js';

/** Raters who count together, with their share of a month's total (rule 52). */
export interface RaterGroup {
  /** As score sheets name it on their rater lines: 主要领导, 民主测评. */
  readonly name: string;
  /** Whole percent. */
  readonly weight: number;
}

/** How 考核设置 says that all raters count alike. */
export const NO_GROUPS = '不分组';

/** 主要领导40、分管领导30、民主测评30; 不分组 for none. */
export function raterGroupsText(groups: readonly RaterGroup[]): string {
  return groups.length === 0 ? NO_GROUPS : groups.map(({ name, weight }) => `${name}${weight}`).join('、');
}

/** The groups that a text names, in its order; undefined where a part of it is no name with a number. */
export function raterGroupsOf(text: string): readonly RaterGroup[] | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (plain === '' || plain === NO_GROUPS) return [];
  const parts = plain.split(/[、,;]/).filter((part) => part !== '');
  const groups = parts.flatMap((part) => {
    const [, name, weight] = /^(.*?[^\d:(.%])[:(]?(\d{1,3}(?:\.\d{1,9})?)%?\)?$/.exec(part) ?? [];
    return name === undefined || weight === undefined ? [] : [{ name, weight: Number(weight) }];
  });
  return groups.length === parts.length ? groups : undefined;
}

/** What the raters of one group gave a person. */
export interface GroupTotals {
  /** Whole percent; null for raters of no group, who cannot be counted. */
  readonly weight: number | null;
  /** Points of 100, one per rater; null where there is none. */
  readonly totals: readonly (Fraction | null)[];
  /** How many raters of the group should have scored the person. */
  readonly expected: number;
}

/**
 * Σ weight × mean of the group (rule 52), points of 100; null while a group has no mean.
 *
 * @param means one per group, in their order
 */
export function weightedMean(groups: readonly GroupTotals[], means: readonly (Fraction | null)[]): Fraction | null {
  const parts = groups.flatMap(({ weight }, i) => (weight === null ? [] : [means[i]?.mul(weight).div(100) ?? null]));
  const [first = null, ...others] = parts;
  return others.reduce((total, part) => (total === null || part === null ? null : total.add(part)), first);
}
