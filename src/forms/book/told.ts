import type { Person } from './model';

type Named = Pick<Person, 'department' | 'name'>;

/** What people are called in a message or list: by name, with the 科室 where several bear it (rule 60). */
export function namesAmong(people: Iterable<Named>): (person: Named) => string {
  const departments = new Map<string, Set<string>>();
  for (const { department, name } of people) {
    departments.set(name, (departments.get(name) ?? new Set<string>()).add(department));
  }
  return ({ department, name }) =>
    department !== '' && (departments.get(name)?.size ?? 0) > 1 ? `${name}（${department}）` : name;
}
