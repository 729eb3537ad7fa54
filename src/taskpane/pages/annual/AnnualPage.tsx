import { Button, Field, Select } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnnualPreview } from '../../../excel';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import { Explained } from '../../parts/Explained';
import { ProblemList } from '../../parts/ProblemList';
import { DocumentButton } from '../documents/DocumentButton';
import { isNextControl } from '../../state/work';
import { usePage } from '../usePage';
import { YearList } from './YearList';

/** A year as it was read, and what it was read with. */
interface ReadYear extends Pick<AnnualPreview, 'annual' | 'problems' | 'refused'> {
  readonly year: number;
  readonly state: WorkbookState;
}

/** 年度: everybody's four quarters, what they mean for the annual assessment, plans that are late, and the year's sheets. */
export function AnnualPage(): ReactNode {
  const { texts, state, today, activity, propose } = usePage();
  const [chosen, setYear] = useState<number | null>(null);
  const years = state?.years ?? [];
  const ofQuarter = Number(state?.quarter?.review.quarter.slice(0, 4));
  const year = [chosen, ofQuarter].find((each) => each !== null && years.includes(each)) ?? years[0] ?? null;
  const read = useYear(year);
  if (year === null) return <p>{texts.annual.noYear}</p>;
  return (
    <>
      <section>
        <h2>{texts.annual.title}</h2>
        <Field label={texts.annual.year}>
          <Select id="year" value={String(year)} onChange={(_event, { value }) => setYear(Number(value))}>
            {years.map((each) => (
              <option key={each} value={each}>
                {texts.annual.yearTitle(each)}
              </option>
            ))}
          </Select>
        </Field>
        <p>{texts.annual.hint}</p>
        <Button
          id="annual"
          appearance={isNextControl('annual', state?.next.name) ? 'primary' : 'secondary'}
          disabledFocusable={activity !== null}
          onClick={() => void propose('年度汇总', (excel) => excel.previewAnnual({ year }))}
        >
          {texts.annual.preview}
        </Button>
        <DocumentButton
          id="year-document"
          label={texts.documents.summary}
          options={{ year, today }}
          name={texts.documents.summary}
          sheet="年度汇总表"
        />
      </section>
      {read?.year === year && <Year read={read} />}
      {read?.state !== state && activity === null && <p className="stale">{texts.annual.notRead}</p>}
    </>
  );
}

/** Reads a year when it is chosen, and again whenever the pane has read the workbook; nothing is written. */
function useYear(year: number | null): ReadYear | null {
  const { texts, state, activity, run } = usePage();
  const [read, setRead] = useState<ReadYear | null>(null);
  const asked = useRef<Pick<ReadYear, 'year' | 'state'> | null>(null);
  const isIdle = activity === null;
  useEffect(() => {
    if (state === null || year === null || !isIdle) return;
    if (asked.current?.state === state && asked.current.year === year) return;
    const reading = run(texts.annual.reading(year), async (excel): Promise<ReadYear> => {
      asked.current = { year, state };
      const { annual, problems, refused } = await excel.previewAnnual({ year });
      return { annual, problems, refused, year, state };
    });
    void reading.then((found) => found !== undefined && setRead(found));
  }, [state, year, isIdle, run, texts]);
  return read;
}

/** Problems about 年度工作计划 (三（二）1). */
const PLANS = /^ANNUAL_PLAN/;
/** There is no sheet of them. */
const PLANS_UNKNOWN = 'ANNUAL_PLANS_UNKNOWN';

/** A year as the page shows it. */
export function Year({
  read: { annual, problems, refused },
}: {
  readonly read: Pick<ReadYear, 'annual' | 'problems' | 'refused'>;
}): ReactNode {
  const { texts } = usePage();
  const plans = problems.filter(({ code }) => PLANS.test(code));
  const isJudged = !refused && !plans.some(({ code }) => code === PLANS_UNKNOWN);
  const barred = annual.people.filter(({ hints }) => hints.some(({ kind }) => kind === '不得参加年度考核'));
  return (
    <>
      {refused && <ProblemList problems={problems.filter(({ severity }) => severity === 'error')} />}
      {annual.problems.length > 0 && (
        <section id="quarters">
          <h2>{texts.annual.quarters}</h2>
          <ProblemList problems={annual.problems} />
        </section>
      )}
      {barred.length > 0 && (
        <section id="barred">
          <h2>{texts.annual.barred(barred.length)}</h2>
          <ul>
            {barred.map(({ key, department, displayName, hints }) => (
              <li key={key}>
                {texts.annual.because(`${department} ${displayName}`)}
                {hints.map((hint) => (
                  <Explained key={hint.kind} message={hint.reason} meaning={texts.meanings.hint(hint)} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <YearList people={annual.people} />
      {isJudged && (
        <section id="plans">
          <h2>{texts.annual.plans}</h2>
          {plans.length === 0 ? <p>{texts.annual.plansDone}</p> : <ProblemList problems={plans} />}
        </section>
      )}
    </>
  );
}
