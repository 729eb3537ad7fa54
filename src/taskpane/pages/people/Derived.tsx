import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { PersonReview } from '../../../assessment/quarterly';
import type { Settings } from '../../../assessment/settings';
import type { Explanation } from '../../../excel';
import { historyLines } from '../../../forms/annual/historyText';
import { usePage } from '../usePage';

interface DerivedProps {
  readonly person: PersonReview;
  readonly quarter: string;
  readonly settings: Settings;
}

/** For whoever asks: how a person's grade came about, from each cell on, and all the person's quarters. */
export function Derived({ person, quarter, settings }: DerivedProps): ReactNode {
  const { texts, state, run } = usePage();
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  // An explanation of what the workbook no longer says would mislead.
  useEffect(() => setExplanation(null), [state]);
  const explain = async (): Promise<void> => {
    const found = await run(texts.shell.reading, (excel) => excel.explainPerson({ quarter, person: person.key }));
    setExplanation(found?.people[0] ?? null);
  };
  return (
    <details
      className="derived"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && explanation === null) void explain();
      }}
    >
      <summary>{texts.review.explain}</summary>
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
function History({ person: { key, name }, settings }: Pick<DerivedProps, 'person' | 'settings'>): ReactNode {
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
