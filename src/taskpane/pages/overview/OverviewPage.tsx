import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { GRADES } from '../../../assessment/grade';
import type { QuarterReview } from '../../../assessment/quarterly';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import { Explained } from '../../parts/Explained';
import type { Excel } from '../../state/excel';
import { usePane, type Proposed } from '../../state/paneContext';
import { GradeBars } from '../../parts/GradeBars';
import { QuotaGauge } from '../../parts/QuotaGauge';
import { nextStep, PAGE_OF } from './nextStep';

/** 概览: what is in this workbook, what is missing, the limit as a picture, the next step. */
export function OverviewPage(): ReactNode {
  const { texts, state } = usePane();
  if (state === null) return null;
  const { quarter } = state;
  return (
    <>
      <NextStep state={state} />
      <h2>{texts.overview.contents}</h2>
      <Contents state={state} />
      {quarter !== null && (
        <>
          <h2>{texts.overview.quota}</h2>
          {quarter.review.months.map(
            ({ month, quota }) => quota && <QuotaGauge key={month} period={texts.month(month)} quota={quota} />,
          )}
          <QuotaGauge period={texts.quarter(quarter.review.quarter)} quota={quarter.review.quarterQuota} />
          <h2>{texts.overview.grades}</h2>
          <GradeBars counts={gradeCounts(quarter.review, texts.pictures.ungraded)} />
          <h2>{texts.overview.readiness}</h2>
          <p>{texts.overview.deadline(quarter.readiness)}</p>
          {quarter.readiness.items.length === 0 ? (
            <p>{texts.overview.nothingLacks}</p>
          ) : (
            <ul className="lines">
              {quarter.readiness.items.map((item) => (
                <li key={item.message}>
                  <Explained message={item.message} meaning={texts.meanings.readiness(item)} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

function Contents({ state: { book, problems } }: { readonly state: WorkbookState }): ReactNode {
  const { texts, goTo } = usePane();
  const count = (wanted: 'error' | 'warning') => problems.filter(({ severity }) => severity === wanted).length;
  return (
    <ul className="lines">
      <li>{book.roster === null ? texts.overview.noRoster : texts.overview.roster(book.roster.people.length)}</li>
      <li>{texts.overview.scoreSheets(book.forms.length)}</li>
      <li>{texts.overview.filings(book.filings.length)}</li>
      <li>{texts.overview.weeklyRecords(book.weeklyRecords.length)}</li>
      <li>
        <button type="button" className="link" onClick={() => goTo('check')}>
          {texts.overview.errors(count('error'), count('warning'))}
        </button>
      </li>
    </ul>
  );
}

const SAMPLE = '2020Q3.xlsx';

function NextStep({ state }: { readonly state: WorkbookState }): ReactNode {
  const { texts, goTo, activity, propose } = usePane();
  const step = nextStep(state);
  return (
    <section className="next">
      <h2>{texts.overview.next}</h2>
      {state.quarter === null && <p>{texts.overview.welcome}</p>}
      <p>{texts.overview.steps[step]}</p>
      <div className="actions">
        <Button id="next-step" appearance="primary" onClick={() => goTo(PAGE_OF[step])}>
          {texts.overview.go[step]}
        </Button>
        {step === 'roster' && (
          <Button
            id="sample"
            disabledFocusable={activity !== null}
            onClick={() => void propose('载入示例', loadSample)}
          >
            {texts.overview.loadSample}
          </Button>
        )}
      </div>
    </section>
  );
}

/** A quarter of 19 people, as it lies beside the pane. The reader of files is large and loaded when it is needed. */
async function loadSample(excel: Excel): Promise<Proposed> {
  const { readFiles } = await import(/* webpackChunkName: "files" */ '../../../files');
  const [file] = await readFiles([
    {
      name: SAMPLE,
      bytes: async () => {
        const answer = await fetch(`samples/${SAMPLE}`);
        return new Uint8Array(await answer.arrayBuffer());
      },
    },
  ]);
  if (file !== undefined && 'snapshot' in file) return excel.previewSample(file.snapshot);
  const problems = file === undefined ? [] : [file.problem];
  return { plan: { sheets: [], names: [], problems }, refused: true, problems };
}

/** People by suggested grade, the notice's grades first. */
function gradeCounts({ people }: QuarterReview, ungraded: string): [string, number][] {
  const counts = new Map<string, number>(GRADES.map((grade) => [grade, 0]));
  for (const { suggestedGrade } of people) {
    const grade = suggestedGrade ?? ungraded;
    counts.set(grade, (counts.get(grade) ?? 0) + 1);
  }
  return [...counts];
}
