import { Button, Field, Input } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { QuarterState } from '../../../excel/reading/workbookState';
import type { Problem } from '../../../forms/grid/problem';
import { Explained } from '../../parts/Explained';
import { QuotaGauge } from '../../parts/QuotaGauge';
import { ProblemList } from '../../parts/ProblemList';
import { usePage } from '../usePage';
import { Warned } from '../Warned';
import { LeadersSection } from './leaders/LeadersSection';
import { MeetingSection } from './meeting/MeetingSection';
import { WhatIfSection } from './WhatIfSection';

/** 季度审定: the sheet, the limit with its edge and what-if, everybody's grade with its reasons, readiness, seal. */
export function ReviewPage(): ReactNode {
  const { texts, state } = usePage();
  if (state === null) return null;
  const { quarter, settings } = state;
  if (quarter === null) return <p>{texts.shell.needsForms}</p>;
  return (
    <>
      <BuildSection quarter={quarter} />
      <QuotaSection quarter={quarter} />
      <WhatIfSection review={quarter.review} settings={settings} />
      <MeetingSection quarter={quarter} state={state} />
      <LeadersSection quarter={quarter} state={state} />
      <ReadinessSection quarter={quarter} />
      <SealSection quarter={quarter} />
    </>
  );
}

function BuildSection({ quarter: { review, decisions } }: { readonly quarter: QuarterState }): ReactNode {
  const { texts, activity, propose } = usePage();
  const { quarter } = review;
  const isBusy = activity !== null;
  return (
    <section>
      <h2>{texts.review.build}</h2>
      <p>{texts.review.buildHint}</p>
      <div className="actions">
        <Button
          id="review"
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => void propose('季度审定', (excel) => excel.previewReview({ quarter }))}
        >
          {texts.review.previewReview}
        </Button>
        <Button
          id="calculate"
          disabledFocusable={isBusy}
          onClick={() => void propose('计算得分', (excel) => excel.previewScore({ quarter }))}
        >
          {texts.review.previewScores}
        </Button>
      </div>
      {decisions !== null && (
        <div className="actions">
          <Button
            id="messages"
            size="small"
            disabledFocusable={isBusy}
            onClick={() => void propose('等次说明', (excel) => excel.previewExplanations({ quarter }))}
          >
            {texts.review.previewMessages}
          </Button>
          <Button
            id="remove-messages"
            size="small"
            disabledFocusable={isBusy}
            onClick={() =>
              void propose('去掉等次说明', (excel) => excel.previewExplanations({ quarter, remove: true }))
            }
          >
            {texts.review.removeMessages}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What the limit and the rules say against decisions; what else these leave open is told with the seal. */
const OF_GRADES: ReadonlySet<string> = new Set(['DECIDED_OVER', 'DECISION_AGAINST_RULE']);

/** What the limit is counted by and what speaks against it; the limit itself stands above the list of the meeting. */
function QuotaSection({ quarter }: { readonly quarter: QuarterState }): ReactNode {
  const { texts } = usePage();
  const { tally, quotaProblems, warnings } = quarter;
  const { stricter, pools } = tally.quota;
  const problems = [...warnings.filter(({ code }) => OF_GRADES.has(code)), ...quotaProblems];
  return (
    <section>
      <h2>{texts.review.quota}</h2>
      <p>{texts.overview.counted(tally)}</p>
      <p>{texts.review.stricter(stricter.participants, stricter.goodLimit)}</p>
      {pools.map((pool) => (
        <QuotaGauge key={pool.pool} period={pool.pool} quota={pool} />
      ))}
      {problems.length > 0 && <ProblemList problems={problems} />}
    </section>
  );
}

function ReadinessSection({ quarter: { readiness, review } }: { readonly quarter: QuarterState }): ReactNode {
  const { texts, today, activity, propose } = usePage();
  const [count, setCount] = useState('1');
  const { quarter } = review;
  return (
    <section>
      <h2>{texts.review.readiness}</h2>
      <p>{texts.overview.deadline(readiness)}</p>
      {readiness.items.length === 0 ? (
        <p>{texts.review.nothingLacks}</p>
      ) : (
        <ul>
          {readiness.items.map((item) => (
            <li key={item.message}>
              <Explained message={item.message} meaning={texts.meanings.readiness(item)} />
            </li>
          ))}
        </ul>
      )}
      <h3>{texts.review.leadership}</h3>
      <Button
        id="leadership"
        disabledFocusable={activity !== null}
        onClick={() => void propose('考核领导小组', (excel) => excel.previewLeadership({ quarter }))}
      >
        {texts.review.previewLeadership}
      </Button>
      <Field label={texts.review.drawCount}>
        <Input id="draw-count" type="number" min={1} value={count} onChange={(_event, { value }) => setCount(value)} />
      </Field>
      <Button
        id="draw"
        disabledFocusable={activity !== null}
        onClick={() =>
          void propose('抽取成员', (excel) => excel.previewDraw({ quarter, count: Number(count), date: today }))
        }
      >
        {texts.review.previewDraw}
      </Button>
    </section>
  );
}

/** What verifying tells of a seal that another may take the place of. */
const RENEWABLE: ReadonlySet<string> = new Set(['SEAL_BROKEN', 'SEAL_OLDER']);

function SealSection({ quarter: { review, warnings } }: { readonly quarter: QuarterState }): ReactNode {
  const { texts, today, activity, propose, run, say } = usePage();
  const [found, setFound] = useState<readonly Problem[]>([]);
  const { quarter } = review;
  const isBusy = activity !== null;
  // Whoever has seen what changed may seal anew.
  const canRenew = found.some(({ code }) => RENEWABLE.has(code));
  const verify = async (): Promise<void> => {
    const check = await run(texts.shell.reading, (excel) => excel.verifySeal({ quarter }));
    if (check === undefined) return;
    setFound(check.problems);
    say(check.clean ? { kind: 'success', text: texts.review.verified } : null);
  };
  return (
    <section>
      <h2>{texts.review.afterwards}</h2>
      <p>{texts.review.sealHint}</p>
      <Warned warnings={warnings} />
      <div className="actions">
        <Button
          id="seal"
          disabledFocusable={isBusy}
          onClick={() => void propose('封存', (excel) => excel.previewSeal({ quarter, sealedOn: today }))}
        >
          {texts.review.previewSeal}
        </Button>
        <Button id="verify" disabledFocusable={isBusy} onClick={() => void verify()}>
          {texts.review.verify}
        </Button>
        {canRenew && (
          <Button
            id="seal-again"
            disabledFocusable={isBusy}
            onClick={() =>
              void propose('封存', (excel) => excel.previewSeal({ quarter, sealedOn: today, renew: true }))
            }
          >
            {texts.review.previewSealAgain}
          </Button>
        )}
        <Button
          id="packet"
          disabledFocusable={isBusy}
          onClick={() => void propose('纪检材料', (excel) => excel.previewPacket({ quarter }))}
        >
          {texts.review.previewPacket}
        </Button>
      </div>
      {found.length > 0 && <ProblemList problems={found} />}
    </section>
  );
}
