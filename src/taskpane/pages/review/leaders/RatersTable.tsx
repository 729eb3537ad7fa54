import type { ReactNode } from 'react';
import { jsonNumber, twoDecimals } from '../../../../assessment/display';
import { monthsOf } from '../../../../assessment/period';
import { raterSpreads, type RaterSpread } from '../../../../forms/evaluation/raterSpreads';
import type { Book } from '../../../../forms/book/model';
import { usePage } from '../../usePage';
import { SpreadLine } from './SpreadLine';

interface RatersProps {
  readonly scores: Book['scores'];
  readonly quarter: string;
}

/** The scale of the pictures goes from one multiple of so many points to another. */
const STEP = 5;

/** How each rater scored in the quarter: strict or lenient, and how widely. */
export function RatersTable({ scores, quarter }: RatersProps): ReactNode {
  const { texts } = usePage();
  const raters = raterSpreads(scores, monthsOf(quarter));
  const totals = raters.flatMap((each) => each.totals ?? []);
  const from = STEP * Math.floor(Math.min(100, ...totals.map(({ lowest }) => jsonNumber(lowest))) / STEP);
  const to = STEP * Math.ceil(Math.max(0, ...totals.map(({ highest }) => jsonNumber(highest))) / STEP);
  return (
    <section id="raters">
      <h3>{texts.leaders.raters(raters.length)}</h3>
      {raters.length === 0 ? (
        <p>{texts.leaders.noRaters}</p>
      ) : (
        <>
          <p className="quiet">{texts.leaders.ratersHint(from, to)}</p>
          <ul className="rows">
            {raters.map((each, i) => (
              <li key={i}>
                <span>
                  <strong>{texts.leaders.rater(each.rater)}</strong>{' '}
                  <small>{texts.leaders.scored(each.people, each.totals?.count ?? 0)}</small>
                </span>
                {each.totals !== null && <SpreadLine totals={each.totals} {...{ from, to }} />}
                <RaterNumbers spread={each} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function RaterNumbers({
  spread: { totals, comparison, alone, uncounted },
}: {
  readonly spread: RaterSpread;
}): ReactNode {
  const { texts } = usePage();
  const { leaders } = texts;
  return (
    <span className="numbers">
      {totals !== null && (
        <>
          <span>{leaders.spreadMean(twoDecimals(totals.mean), twoDecimals(totals.deviation))}</span>
          <span>
            {leaders.range(twoDecimals(totals.lowest), twoDecimals(totals.median), twoDecimals(totals.highest))}
          </span>
          {comparison === null ? (
            <span>{leaders.noComparison}</span>
          ) : (
            <span>
              <strong>
                {leaders.strictness(
                  Math.sign(jsonNumber(comparison.difference)),
                  twoDecimals(comparison.difference.abs()),
                )}
              </strong>{' '}
              {leaders.compared(comparison.count, twoDecimals(comparison.own), twoDecimals(comparison.all))}
            </span>
          )}
        </>
      )}
      {comparison !== null && alone > 0 && <span>{leaders.alone(alone)}</span>}
      {uncounted > 0 && <span>{leaders.uncounted(uncounted)}</span>}
    </span>
  );
}
