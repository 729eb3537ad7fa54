import { Field, Input, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { AnnualHint, AnnualHintKind } from '../../../assessment/annual';
import type { DecidedGrade } from '../../../assessment/grade';
import type { AnnualPerson, AnnualQuarter } from '../../../forms/annual/year';
import { Explained } from '../../parts/Explained';
import { GRADE_CLASS } from '../../parts/GradeChip';
import { useMore } from '../../parts/useMore';
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

/** The people's four quarters, each with what it means for the annual assessment. */
export function YearTable({ people }: { readonly people: readonly AnnualPerson[] }): ReactNode {
  const { texts } = usePage();
  const [filter, setFilter] = useState('');
  const [kind, setKind] = useState('');
  const kinds = countKinds(people);
  const wanted = filter.replace(/\s/g, '');
  const found = people.filter(
    ({ department, displayName, hints }) =>
      `${department}${displayName}`.replace(/\s/g, '').includes(wanted) &&
      (kind === '' || hints.some((hint) => hint.kind === kind)),
  );
  const [shown, more] = useMore(found.length);
  const isOpen = people.some(({ quarters }) => quarters.some(({ open }) => open));
  return (
    <section>
      <h2>{texts.annual.people(people.length)}</h2>
      <div className="fields">
        <Field label={texts.annual.filter}>
          <Input id="annual-filter" type="search" value={filter} onChange={(_event, { value }) => setFilter(value)} />
        </Field>
        <Field label={texts.annual.kind}>
          <Select id="annual-kind" value={kind} onChange={(_event, { value }) => setKind(value)}>
            <option value="">{texts.annual.allKinds}</option>
            {[...kinds].map(([each, count]) => (
              <option key={each} value={each}>
                {texts.annual.kindCount(texts.annual.kinds[each], count)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {isOpen && <p>{texts.annual.undecidedMark}</p>}
      {found.length === 0 ? (
        <p>{texts.annual.nobody}</p>
      ) : (
        <table className="year">
          <thead>
            <tr>
              {texts.annual.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {found.slice(0, shown).map((person) => (
            <PersonRows key={person.key} person={person} />
          ))}
        </table>
      )}
      {more}
    </section>
  );
}

function PersonRows({ person }: { readonly person: AnnualPerson }): ReactNode {
  const { department, displayName, quarters, hints } = person;
  return (
    <tbody>
      <tr>
        <th scope="row">
          {displayName} <small>{department}</small>
        </th>
        {quarters.map((quarter, i) => (
          <td key={i}>
            <QuarterGrade quarter={quarter} />
          </td>
        ))}
      </tr>
      <tr>
        <td colSpan={1 + quarters.length}>
          <Hints hints={hints} />
        </td>
      </tr>
    </tbody>
  );
}

/** What the year means, and on request why. */
function Hints({ hints }: { readonly hints: readonly AnnualHint[] }): ReactNode {
  const { texts } = usePage();
  if (hints.length === 0) return <small>{texts.annual.noHint}</small>;
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
