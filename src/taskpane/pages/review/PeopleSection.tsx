import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { displayTotal, jsonNumber } from '../../../assessment/display';
import type { PersonReview } from '../../../assessment/quarterly';
import type { Settings } from '../../../assessment/settings';
import type { Explanation } from '../../../excel';
import type { QuarterState } from '../../../excel/reading/workbookState';
import { historyLines } from '../../../forms/annual/historyText';
import { MonthsLine } from '../../parts/MonthsLine';
import { useMore } from '../../parts/useMore';
import { usePage } from '../usePage';

interface PeopleProps {
  readonly quarter: QuarterState;
  readonly settings: Settings;
}

/** Everybody's months, mean, suggestion and decision; for any of them, how it came about. */
export function PeopleSection({ quarter: { review, decisions }, settings }: PeopleProps): ReactNode {
  const { texts } = usePage();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim();
  const found = review.people.filter(({ name, department }) => `${department} ${name}`.includes(wanted));
  const [shown, more] = useMore(found.length, { first: 30, further: 150, label: texts.review.more });
  const decided = new Map(decisions?.map(({ key, decision }) => [key, decision ?? '']) ?? []);
  return (
    <section>
      <h2>{texts.review.people(review.people.length)}</h2>
      <Field label={texts.review.filter}>
        <Input id="filter" value={filter} onChange={(_event, { value }) => setFilter(value)} />
      </Field>
      {found.length === 0 && <p>{texts.review.nobody}</p>}
      <ul className="people">
        {found.slice(0, shown).map((person) => (
          <li key={person.key}>
            <PersonLine
              person={person}
              decision={decided.get(person.key) ?? ''}
              quarter={review.quarter}
              settings={settings}
            />
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

interface PersonProps {
  readonly person: PersonReview;
  /** 审定等次; '' while nothing is decided. */
  readonly decision: string;
  readonly quarter: string;
  readonly settings: Settings;
}

function PersonLine({ person, decision, quarter, settings }: PersonProps): ReactNode {
  const { texts, state, run } = usePage();
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const { key, name, department, mean, suggestedGrade, months } = person;
  // An explanation of what the workbook no longer says would mislead.
  useEffect(() => setExplanation(null), [state]);
  const explain = async (): Promise<void> => {
    const people = await run(texts.shell.reading, (excel) => excel.explainPerson({ quarter, person: key }));
    setExplanation(people?.[0] ?? null);
  };
  const totals = months.map(({ total }) => (total === null ? null : jsonNumber(total)));
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && explanation === null) void explain();
      }}
    >
      <summary>
        <span className="who">
          {name} <small>{department}</small>
        </span>
        <MonthsLine name={name} totals={totals} />
        <span className="grade">
          {mean === null ? texts.review.noMean : texts.review.mean(displayTotal(mean, settings.gradeLines))}
          {' · '}
          {suggestedGrade === null ? texts.review.noSuggestion : texts.review.suggestion(suggestedGrade)}
          {' · '}
          {decision === '' ? texts.review.undecided : texts.review.decision(decision)}
        </span>
      </summary>
      {explanation === null ? (
        <Button size="small" onClick={() => void explain()}>
          {texts.review.explain}
        </Button>
      ) : (
        <Derivation explanation={explanation} />
      )}
      <History person={person} settings={settings} />
    </details>
  );
}

/** What the workbook knows of a person over all its quarters, when it is asked for (R32). */
function History({ person: { key, name }, settings }: Pick<PersonProps, 'person' | 'settings'>): ReactNode {
  const { texts, state, run } = usePage();
  const [lines, setLines] = useState<readonly string[] | null>(null);
  useEffect(() => setLines(null), [state]);
  const list = async (): Promise<void> => {
    const found = await run(texts.shell.reading, (excel) => excel.personHistory({ name }));
    const person = found?.people.find((each) => each.key === key);
    setLines(person === undefined ? null : historyLines(person, settings.gradeLines));
  };
  if (lines === null) {
    return (
      <Button size="small" onClick={() => void list()}>
        {texts.review.history}
      </Button>
    );
  }
  return (
    <ul className="history" lang="zh-CN" aria-label={texts.review.history}>
      {lines.map((line, i) => (
        <li key={i}>{line}</li>
      ))}
    </ul>
  );
}

/** From each cell to the decision; a line about a cell leads there. */
function Derivation({ explanation: { lines } }: { readonly explanation: Explanation }): ReactNode {
  const { texts, select } = usePage();
  const meaning = texts.meanings.derivation();
  return (
    <>
      {meaning !== null && <p className="quiet">{meaning}</p>}
      <ul className="derivation" lang="zh-CN">
        {lines.map(({ level, text, sheet, cell }, i) => (
          <li key={i} className={`level${level}`}>
            {sheet === null ? (
              text
            ) : (
              <button type="button" className="link" onClick={() => select(sheet, cell)}>
                {text}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
