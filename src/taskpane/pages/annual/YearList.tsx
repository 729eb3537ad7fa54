import type { ReactNode } from 'react';
import type { AnnualHint, AnnualHintKind } from '../../../assessment/annual';
import type { DecidedGrade } from '../../../assessment/grade';
import type { AnnualPerson, AnnualQuarter } from '../../../forms/annual/year';
import { Explained } from '../../parts/Explained';
import { GRADE_CLASS } from '../../parts/GradeChip';
import { PeopleList } from '../people/PeopleList';
import { usePage } from '../usePage';

/** Statuses as they fit a narrow column. */
const SHORT: Readonly<Partial<Record<DecidedGrade, string>>> = {
  不确定等次: '不确定',
  不参加考核: '不参加',
  由外单位考核: '外单位',
};

/** How a hint stands out. */
const LOOKS: Readonly<Record<AnnualHintKind, 'good' | 'low' | ''>> = {
  可推荐优秀: 'good',
  比例内可优先确定为优秀: 'good',
  不可推荐优秀: '',
  原则上基本称职或不称职: 'low',
  可直接确定为不称职: 'low',
  不得参加年度考核: 'low',
};

/** The people's four quarters, each with what it means for the annual assessment: the list of the meeting, to be looked at. */
export function YearList({ people }: { readonly people: readonly AnnualPerson[] }): ReactNode {
  const { texts } = usePage();
  const isOpen = people.some(({ quarters }) => quarters.some(({ open }) => open));
  return (
    <section className="year-people">
      <h2>{texts.annual.people(people.length)}</h2>
      {isOpen && <p>{texts.annual.undecidedMark}</p>}
      <PeopleList
        id="annual"
        people={people}
        filters={[
          { label: texts.meeting.filters.全部, holds: () => true },
          ...[...countKinds(people)].map(([kind, count]) => ({
            label: texts.annual.kindCount(texts.annual.kinds[kind], count),
            holds: ({ hints }: AnnualPerson) => hints.some((hint) => hint.kind === kind),
          })),
        ]}
        columns={texts.annual.columns}
        row={(person) => <PersonYear person={person} />}
      />
    </section>
  );
}

function PersonYear({
  person: { department, displayName, position, quarters, hints },
}: {
  readonly person: AnnualPerson;
}): ReactNode {
  const { texts } = usePage();
  return (
    <>
      <div className="who">
        <strong>{displayName}</strong> <small>{[department, position].filter((text) => text !== '').join(' ')}</small>
      </div>
      <ol className="quarters">
        {quarters.map((quarter, i) => (
          <li key={i}>
            <small>{texts.annual.ordinals[i]}</small> <QuarterGrade quarter={quarter} />
          </li>
        ))}
      </ol>
      <Hints hints={hints} />
    </>
  );
}

/** What the year means, and on request why. */
function Hints({ hints }: { readonly hints: readonly AnnualHint[] }): ReactNode {
  const { texts } = usePage();
  if (hints.length === 0) return <small className="hints">{texts.annual.noHint}</small>;
  return (
    <details className="hints">
      <summary>
        {hints.map(({ kind, needsConfirmation }) => (
          <span key={kind} className={LOOKS[kind]}>
            {texts.annual.kinds[kind]}
            {needsConfirmation && <em>{texts.annual.confirm}</em>}
          </span>
        ))}
      </summary>
      <ul>
        {hints.map((hint) => (
          <li key={hint.kind}>
            <Explained message={hint.reason} meaning={texts.meanings.hint(hint)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function QuarterGrade({ quarter: { grade, open } }: { readonly quarter: AnnualQuarter }): ReactNode {
  if (grade === null) return '–';
  return (
    <>
      <span className={`chip ${GRADE_CLASS[grade]}`}>{SHORT[grade] ?? grade}</span>
      {open && '*'}
    </>
  );
}

function countKinds(people: readonly AnnualPerson[]): ReadonlyMap<AnnualHintKind, number> {
  const counts = new Map<AnnualHintKind, number>();
  for (const { kind } of people.flatMap(({ hints }) => hints)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
