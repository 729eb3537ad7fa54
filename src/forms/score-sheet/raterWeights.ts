import Fraction from 'fraction.js';
import { displayTotal } from '../../assessment/display';
import { monthTitle, type Month } from '../../assessment/period';
import { raterGroupsText } from '../../assessment/raterGroup';
import type { Settings } from '../../assessment/settings';
import type { Problem } from '../grid/problem';
import type { ScoreRow } from './form';
import { problem } from './problems';
import { textsAboutRater } from './raterGroups';
import type { RaterGroups, RaterMonth } from './raters';

/** 权重60%, 占比0.6, 领导班子（60%）. */
const WEIGHT = /(?:权重|比重|占比|比例|系数|占)[^\d%]{0,4}(\d+(?:\.\d+)?)(%?)|(\d+(?:\.\d+)?)(%)/;
/** So many people are named with what the weights would give them. */
const NAMED = 3;

interface Weighted {
  readonly rater: RaterMonth;
  /** What says so; raters of one group say the same. */
  readonly text: string;
  /** Percent. */
  readonly weight: Fraction;
}

/**
 * Weights of raters that somebody wrote on a month's sheets (rule 52): all raters count alike, so that this is said,
 * with the totals of the month that the weights would give where they make 100.
 */
export function checkRaterWeights(
  month: Month,
  { raters }: RaterGroups,
  totals: ReadonlyMap<ScoreRow, Fraction | null>,
  settings: Settings,
): Problem[] {
  const written = raters.flatMap((rater) => writtenWeight(rater) ?? []);
  // Where the office has set groups, only what a sheet says otherwise is told.
  const isSet = settings.raterGroups.length > 0;
  const weighted = isSet ? written.filter(({ rater, weight }) => !weight.equals(rater.group?.weight ?? 0)) : written;
  const [first] = weighted;
  const sheet = first?.rater.rows[0]?.draft.cells.name;
  if (sheet === undefined) return [];
  const told = weighted.map(({ rater, weight }) => `${rater.label}${weight.toString()}%`).join('、');
  if (isSet) return [problem.raterWeightsDiffer(sheet, monthTitle(month), told, raterGroupsText(settings.raterGroups))];
  const groups = weighted.length === raters.length ? groupsOf(weighted) : null;
  const means = groups === null ? [] : weightedMeans(groups, totals);
  const would = means.slice(0, NAMED).map(({ name, mean }) => `${name}${displayTotal(mean, settings.gradeLines)}分`);
  return [problem.raterWeightsUnused(sheet, monthTitle(month), told, would, means.length)];
}

function writtenWeight(rater: RaterMonth): Weighted | null {
  for (const draft of new Set(rater.rows.map((row) => row.draft))) {
    for (const text of textsAboutRater(draft, rater.rater)) {
      const [, number, percent, bare] = WEIGHT.exec(text) ?? [];
      if (number === undefined && bare === undefined) continue;
      const weight = new Fraction(number ?? bare ?? 0);
      return { rater, text, weight: percent === '' && weight.compare(1) <= 0 ? weight.mul(100) : weight };
    }
  }
  return null;
}

/** Raters by what they have in common, with weights that make 100: the same words, or else the same weight. */
function groupsOf(weighted: readonly Weighted[]): Weighted[][] | null {
  for (const keyOf of [({ text }: Weighted) => text, ({ weight }: Weighted) => weight.toString()]) {
    const groups = new Map<string, Weighted[]>();
    for (const each of weighted) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
    const sum = [...groups.values()].reduce((total, [one]) => total.add(one?.weight ?? 0), new Fraction(0));
    if (sum.equals(100)) return [...groups.values()];
  }
  return null;
}

/** Whoever has a total from every group, with Σ weight × mean of the group, in the order of the first rater. */
function weightedMeans(
  groups: readonly (readonly Weighted[])[],
  totals: ReadonlyMap<ScoreRow, Fraction | null>,
): { readonly name: string; readonly mean: Fraction }[] {
  const people = new Map<string, string>();
  for (const { rater } of groups.flat()) {
    for (const [key, [row]] of rater.byPerson) if (row !== undefined) people.set(key, row.row.row.displayName);
  }
  return [...people].flatMap(([key, name]) => {
    let mean = new Fraction(0);
    for (const group of groups) {
      const given = group.flatMap(({ rater }) => {
        const [row] = rater.byPerson.get(key) ?? [];
        return (row && totals.get(row.row.row)) ?? [];
      });
      if (given.length === 0) return [];
      const sum = given.reduce((total, each) => total.add(each), new Fraction(0));
      mean = mean.add(
        sum
          .div(given.length)
          .mul(group[0]?.weight ?? 0)
          .div(100),
      );
    }
    return [{ name, mean }];
  });
}
