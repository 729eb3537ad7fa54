import { personKey } from '../words/text';
import type { Person } from './model';

/** People by name, and by 科室 and name. */
export class Directory {
  private readonly byName = new Map<string, string[]>();
  private readonly keys: ReadonlySet<string>;

  constructor(people: readonly Person[]) {
    this.keys = new Set(people.map(({ key }) => key));
    for (const { name, key } of people) this.byName.set(name, [...(this.byName.get(name) ?? []), key]);
  }

  find(department: string, name: string): readonly string[] {
    const exact = personKey(department, name);
    if (department !== '' && this.keys.has(exact)) return [exact];
    return this.byName.get(name) ?? [];
  }
}
