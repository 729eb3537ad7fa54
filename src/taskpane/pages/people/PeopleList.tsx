import { Field, Input, Select } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { similarNames } from '../../../forms/words/similarNames';
import { normalizeName } from '../../../forms/words/text';
import { useMore } from '../../parts/useMore';
import { usePage } from '../usePage';

interface Listed {
  readonly key: string;
  readonly name: string;
  readonly department: string;
}

/** What a list can be narrowed to. */
export interface ListFilter<Person> {
  readonly label: string;
  readonly holds: (person: Person) => boolean;
}

interface PeopleListProps<Person extends Listed> {
  /** Of its fields: ID-filter for the search, ID-department. */
  readonly id: string;
  readonly people: readonly Person[];
  /** The first holds everybody. */
  readonly filters: readonly ListFilter<Person>[];
  /** Headings, for the eye and where there is room for them: each line says by itself what it holds. */
  readonly columns: readonly string[];
  readonly row: (person: Person) => ReactNode;
  /** Keys that come up from the line of somebody. */
  readonly onKey?: (event: KeyboardEvent<HTMLUListElement>) => void;
  /** Between what narrows the list and the list. */
  readonly children?: ReactNode;
}

/** Everybody in one list, cards in a narrow pane and a table in a wide one, narrowed by filter, 科室 and name. */
export function PeopleList<Person extends Listed>(props: PeopleListProps<Person>): ReactNode {
  const { id, people, filters, columns, row, onKey, children } = props;
  const { texts } = usePage();
  const [filter, setFilter] = useState(0);
  const [department, setDepartment] = useState('');
  const [search, setSearch] = useState('');
  const wanted = normalizeName(search.trim());
  const holds = filters[filter]?.holds ?? (() => true);
  const found = people.filter(
    (each) =>
      holds(each) &&
      (department === '' || each.department === department) &&
      [`${each.department} ${each.name}`, each.name].some((text) => normalizeName(text).includes(wanted)),
  );
  const [shown, more] = useMore(found.length, { first: 60, further: 300, label: texts.review.more });
  const similar = found.length > 0 ? [] : similarNames(wanted, new Set(people.map(({ name }) => normalizeName(name))));
  return (
    <div className="people-list">
      <div className="list-filters">
        {filters.length > 1 && (
          <div role="group" aria-label={texts.meeting.show}>
            {filters.map(({ label }, i) => (
              <button
                key={label}
                type="button"
                className="filter"
                aria-pressed={i === filter}
                onClick={() => setFilter(i)}
              >
                {label}
              </button>
            ))}
          </div>
        )}
        <div className="fields">
          <Field label={texts.meeting.department}>
            <Select id={`${id}-department`} value={department} onChange={(_event, { value }) => setDepartment(value)}>
              <option value="">{texts.meeting.allDepartments}</option>
              {[...new Set(people.map((each) => each.department))].map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={texts.review.filter}>
            <Input id={`${id}-filter`} value={search} onChange={(_event, { value }) => setSearch(value)} />
          </Field>
        </div>
      </div>
      {children}
      {found.length === 0 && (
        <p className="nobody">
          {texts.review.nobody}
          {similar.map((name) => (
            <button key={name} type="button" className="link" onClick={() => setSearch(name)}>
              {texts.meeting.perhaps(name)}
            </button>
          ))}
        </p>
      )}
      <div className="candidates-head" aria-hidden="true">
        {columns.map((label) => (
          <span key={label}>{label}</span>
        ))}
      </div>
      <ul className="candidates" onKeyDown={onKey}>
        {found.slice(0, shown).map((person) => (
          <li key={person.key} data-person={person.key}>
            {row(person)}
          </li>
        ))}
      </ul>
      {more}
    </div>
  );
}
