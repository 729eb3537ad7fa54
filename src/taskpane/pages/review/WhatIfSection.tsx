import { Button, Field, Select } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import { GRADES, type Grade } from '../../../assessment/grade';
import { isAgainstRule, type QuarterReview } from '../../../assessment/quarterly';
import type { Settings } from '../../../assessment/settings';
import { whatIf } from '../../../assessment/whatIf';
import { QuotaGauge } from '../../parts/QuotaGauge';
import { usePage } from '../usePage';

interface WhatIfProps {
  readonly review: QuarterReview;
  readonly settings: Settings;
}

/** What the limit comes to with other grades than the suggested ones. Nothing is written, nobody is moved. */
export function WhatIfSection({ review, settings }: WhatIfProps): ReactNode {
  const { texts } = usePage();
  const [changes, setChanges] = useState<ReadonlyMap<string, Grade>>(new Map());
  const [person, setPerson] = useState('');
  const [grade, setGrade] = useState<Grade>('较好');
  const result = useMemo(() => whatIf(review, changes, settings), [review, changes, settings]);
  const people = new Map(review.people.map((each) => [each.key, each]));
  const nameOf = (key: string): string => {
    const found = people.get(key);
    return found === undefined ? key : `${found.name}（${found.department}）`;
  };
  const isForbidden = (key: string, to: Grade): boolean => {
    const ruling = people.get(key)?.ruling;
    return ruling !== undefined && isAgainstRule(to, ruling);
  };
  const groundsOf = (key: string): string => people.get(key)?.ruling.reasons.join('；') ?? '';
  const wanted = people.has(person) ? person : (review.people[0]?.key ?? '');
  const without = (key: string): void => setChanges(new Map([...changes].filter(([each]) => each !== key)));
  return (
    <details id="what-if">
      <summary>{texts.review.whatIf}</summary>
      <p>{texts.review.whatIfHint}</p>
      <div className="fields">
        <Field label={texts.review.whatIfPerson}>
          <Select id="what-if-person" value={wanted} onChange={(_event, { value }) => setPerson(value)}>
            {review.people.map(({ key }) => (
              <option key={key} value={key}>
                {nameOf(key)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.review.whatIfGrade}>
          <Select
            id="what-if-grade"
            value={grade}
            onChange={(_event, { value }) => setGrade(GRADES.find((each) => each === value) ?? '较好')}
          >
            {GRADES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Button id="what-if-add" onClick={() => setChanges(new Map([...changes, [wanted, grade]]))}>
        {texts.review.whatIfAdd}
      </Button>
      {changes.size > 0 && (
        <>
          <ul className="moved">
            {[...changes].map(([key, to]) => (
              <li key={key}>
                <span>
                  {texts.review.whatIfMoved(
                    nameOf(key),
                    people.get(key)?.suggestedGrade ?? texts.review.noSuggestion,
                    to,
                  )}
                  {isForbidden(key, to) && <strong> {texts.review.whatIfForbidden(groundsOf(key))}</strong>}
                </span>
                <Button size="small" aria-label={texts.review.whatIfRemove(nameOf(key))} onClick={() => without(key)}>
                  ×
                </Button>
              </li>
            ))}
          </ul>
          <div role="status" id="what-if-result">
            <QuotaGauge period={texts.review.whatIfQuota} quota={result.after} />
            <ul>
              {result.counts
                .filter(({ before, after }) => before !== after)
                .map(({ grade: each, before, after }) => (
                  <li key={each}>{texts.review.whatIfCount(each, before, after)}</li>
                ))}
            </ul>
          </div>
          <Button id="what-if-clear" size="small" onClick={() => setChanges(new Map())}>
            {texts.review.whatIfClear}
          </Button>
        </>
      )}
    </details>
  );
}
