import type { RecordHeader } from '../records/record';
import type { Roster } from './roster';
import { personKey } from '../words/text';
import type { Person } from './model';

/** Who a form's 科室 and 姓名 mean. */
export type RecordOwner =
  | {
      readonly kind: 'known';
      readonly person: Person;
      /** 科室 of the roster, where the form prints another. */
      readonly otherDepartment: string | null;
    }
  | { readonly kind: 'namesakes'; readonly departments: readonly string[] };

/** Everybody of the roster, the score sheets and, as they are met, of 附件1 and 附件2. */
export class RecordOwners {
  private readonly byName = new Map<string, Person[]>();
  private readonly rosterKeys: ReadonlySet<string>;

  /** @param people roster order first */
  constructor(people: readonly Person[], roster: Roster | null) {
    this.rosterKeys = new Set(roster?.people.map(({ department, name }) => `${department}|${name}`));
    for (const person of people) this.register(person);
  }

  isOnRoster({ department, name }: Person): boolean {
    return this.rosterKeys.has(`${department}|${name}`);
  }

  /**
   * The person of a form. Where the roster knows one bearer of the name, the form's 科室 is only another spelling;
   * among people whom no roster names, another 科室 makes another person.
   */
  resolve({ department, name, displayName, position }: RecordHeader): RecordOwner {
    const bearers = this.byName.get(name) ?? [];
    const exact = bearers.find((person) => person.department === department);
    if (exact !== undefined) return { kind: 'known', person: exact, otherDepartment: null };
    const candidates = bearers.some((person) => this.isOnRoster(person))
      ? bearers.filter((person) => this.isOnRoster(person))
      : bearers.filter((person) => department === '' || person.department === '');
    const [only, ...others] = candidates;
    if (others.length > 0) return { kind: 'namesakes', departments: candidates.map((person) => person.department) };
    if (only !== undefined) {
      const differs = department !== '' && only.department !== '';
      return { kind: 'known', person: only, otherDepartment: differs ? only.department : null };
    }
    const key = personKey(department === '' ? null : department, name);
    return {
      kind: 'known',
      person: this.register({ key, department, name, displayName, position }),
      otherDepartment: null,
    };
  }

  private register(person: Person): Person {
    const bearers = this.byName.get(person.name);
    if (bearers === undefined) this.byName.set(person.name, [person]);
    else bearers.push(person);
    return person;
  }
}
