import { similarNames } from '../words/similarNames';
import { normalizeName } from '../words/text';
import type { Person } from './model';

type Named = Pick<Person, 'department' | 'name'>;

/**
 * Names like one that nobody has, those of the same 科室 first; of other 科室 only where that has none.
 *
 * @param people with their names as they are compared
 */
export function similarPeople({ department, name }: Named, people: readonly Named[]): string[] {
  const near = similarNames(
    name,
    people.filter((each) => each.department === department).map((each) => each.name),
  );
  return near.length > 0 ? near : similarNames(name, new Set(people.map((each) => each.name)));
}

/**
 * Whom somebody may mean who asks for a person that is not there: who bears the name in another 科室, else names like it.
 *
 * @param asked a person key, or a name
 */
export function perhapsMeant(asked: string, people: readonly Named[]): string[] {
  const [name = '', department = ''] = asked.split('|').reverse();
  const known = people.map((each) => ({ department: normalizeName(each.department), name: normalizeName(each.name) }));
  const elsewhere = known.filter((each) => each.name === name);
  return elsewhere.length > 0
    ? elsewhere.map((each) => `${each.department} ${each.name}`.trim())
    : similarPeople({ department, name }, known);
}
