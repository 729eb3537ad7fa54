import type { FormDraft } from '../score-sheet/draft';
import { personKey } from '../words/text';
import type { Person, Roster } from './model';
import { similarPeople } from './similarPeople';

/** Who a line or a form says that it is about; normalised, 科室 blank where it says none. */
interface Named {
  readonly department: string;
  readonly name: string;
  readonly staffNumber?: string;
}

/** Who 科室 and 姓名 mean. */
export type Resolution =
  | {
      readonly kind: 'known';
      readonly person: Person;
      /** The person's own 科室, where another is written. */
      readonly otherDepartment: string | null;
    }
  | { readonly kind: 'namesakes'; readonly departments: readonly string[] }
  | { readonly kind: 'unknown' };

interface Known {
  readonly person: Person;
  readonly staffNumber: string;
}

/** Everybody, found by 科室 and 姓名: the one answer to whom a line of any sheet is about. */
export class Directory {
  /** In the order of the roster. */
  readonly rosterPeople: readonly Person[];
  private readonly byName = new Map<string, Known[]>();
  private readonly rosterKeys: ReadonlySet<string>;
  private readonly rosterNames: ReadonlySet<string>;
  /** Names that one form lists under several departments. */
  private readonly namesakes = new Set<string>();

  /** Minority names by themselves without dots: 阿卜杜拉 买买提 is 阿卜杜拉·买买提 where that one is known. */
  private readonly dotted = new Map<string, string>();
  /** Names that stand somewhere with nothing beside them. */
  private readonly plain = new Set<string>();

  /** @param people roster order first */
  constructor(people: readonly Person[], roster: Roster | null) {
    this.rosterKeys = new Set(roster?.people.map(({ key }) => key));
    this.rosterNames = new Set(roster?.people.map(({ name }) => name));
    const numbers = new Map(roster?.people.map(({ key, staffNumber }) => [key, staffNumber]));
    for (const person of people) this.register(person, numbers.get(person.key));
    this.rosterPeople = people.filter((person) => this.isOnRoster(person));
  }

  /** The people of the roster and of all score sheets. Costs one pass over the roster and one over the rows of all forms. */
  static of(roster: Roster | null, drafts: readonly FormDraft[]): Directory {
    const directory = new Directory(rosterPeople(roster), roster);
    const lines = drafts.flatMap(({ rows }) => rows);
    for (const { row } of lines) {
      directory.registerDotted(row.name);
      if (row.beside.length === 0) directory.plain.add(row.name);
    }
    for (const name of directory.rosterNames) {
      directory.registerDotted(name);
      directory.plain.add(name);
    }
    for (const draft of drafts) directory.registerForm(draft);
    for (const { row, name } of lines) {
      const known = directory.canonical(row.name);
      if (name.fault === 'none' && !directory.byName.has(known)) directory.register(personOf(row), row.staffNumber);
    }
    return directory;
  }

  get hasRoster(): boolean {
    return this.rosterNames.size > 0;
  }

  isOnRoster({ key }: Person): boolean {
    return this.rosterKeys.has(key);
  }

  isNameOnRoster(name: string): boolean {
    return this.rosterNames.has(name);
  }

  /** The name stands on the roster or on a form with nothing beside it. */
  isPlain(name: string): boolean {
    return this.plain.has(this.canonical(name));
  }

  private registerDotted(name: string): void {
    if (/^\p{L}+(·\p{L}+)+$/u.test(name)) this.dotted.set(name.replaceAll('·', ''), name);
  }

  /** The name as it is known elsewhere. */
  private canonical(name: string): string {
    return this.rosterNames.has(name) ? name : (this.dotted.get(name) ?? name);
  }

  /** The departments under which different forms print the name, where none lists them side by side. */
  varyingDepartments(name: string): readonly string[] {
    const departments = (this.byName.get(name) ?? []).map(({ person }) => person.department);
    return departments.length > 1 && !this.namesakes.has(name) ? departments : [];
  }

  /**
   * The person of a 科室 and 姓名, or of a 姓名 that only one person bears. Where the roster knows a bearer of the name,
   * another 科室 is only another spelling; among people whom no roster names, it makes another person.
   */
  resolve({ department, name: written, staffNumber = '' }: Named): Resolution {
    const name = this.canonical(written);
    const bearers = this.byName.get(name) ?? [];
    const exact = bearers.find(({ person }) => department !== '' && person.department === department);
    if (exact !== undefined) return { kind: 'known', person: exact.person, otherDepartment: null };
    const isSpelling = department === '' || this.rosterNames.has(name);
    const all = isSpelling ? bearers : bearers.filter(({ person }) => person.department === '');
    const numbered = staffNumber === '' ? [] : all.filter((known) => known.staffNumber === staffNumber);
    const [first] = all;
    if (first === undefined) return { kind: 'unknown' };
    const [only, ...others] = all.length === 1 ? all : numbered;
    if (only === undefined || others.length > 0) {
      return { kind: 'namesakes', departments: all.map(({ person }) => person.department) };
    }
    const own = only.person.department;
    return { kind: 'known', person: only.person, otherDepartment: department === '' || own === '' ? null : own };
  }

  /** As {@link similarPeople} finds them among all who are known. */
  similarTo(asked: Pick<Named, 'department' | 'name'>): string[] {
    const everybody = [...this.byName].flatMap(([name, known]) =>
      known.map(({ person: { department } }) => ({ department, name })),
    );
    return similarPeople(asked, everybody);
  }

  /** As {@link resolve}; who is not known yet is from now on. */
  resolveOrAdd(person: Named & Omit<Person, 'key'>): Exclude<Resolution, { kind: 'unknown' }> {
    const found = this.resolve(person);
    if (found.kind !== 'unknown') return found;
    return { kind: 'known', person: this.register(personOf(person)), otherDepartment: null };
  }

  /**
   * Departments that a form prints make people of their own, unless the roster knows the one bearer of the name: then
   * the form's department is only another spelling, except where one form lists the name under several.
   */
  private registerForm({ rows }: FormDraft): void {
    const named = rows
      .filter(({ name, row }) => name.fault === 'none' && row.department !== null)
      .map(({ row }) => ({ row: { ...row, name: this.canonical(row.name) } }));
    const departments = new Map<string, Set<string | null>>();
    for (const { row } of named) {
      departments.set(row.name, (departments.get(row.name) ?? new Set<string | null>()).add(row.department));
    }
    for (const [name, { size }] of departments) if (size > 1) this.namesakes.add(name);
    for (const { row } of named) {
      if (this.rosterNames.has(row.name) && departments.get(row.name)?.size === 1) continue;
      this.register(personOf(row), row.staffNumber);
    }
  }

  private register(person: Person, staffNumber = ''): Person {
    const bearers = this.byName.get(person.name) ?? [];
    this.byName.set(person.name, bearers);
    const known = bearers.find((other) => other.person.department === person.department);
    if (known === undefined) bearers.push({ person, staffNumber });
    return known?.person ?? person;
  }
}

/** The roster's people in its order; somebody who stands there twice, with two staff numbers, counts once. */
function rosterPeople(roster: Roster | null): Person[] {
  const people = new Map<string, Person>();
  for (const line of roster?.people ?? []) if (!people.has(line.key)) people.set(line.key, personOf(line));
  return [...people.values()];
}

type PersonText = Pick<Person, 'name' | 'displayName' | 'position'> & { readonly department: string | null };

function personOf({ department, name, displayName, position }: PersonText): Person {
  return { key: personKey(department, name), department: department ?? '', name, displayName, position };
}
