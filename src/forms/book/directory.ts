import type { FormDraft } from '../score-sheet/draft';
import type { Roster } from './roster';
import type { ScoreRow } from '../score-sheet/form';
import { keyOfPerson } from '../words/text';
import type { Person } from './model';

/** Who a row of a form is. */
export type Resolution =
  | {
      readonly kind: 'known';
      readonly person: Person;
      /** The roster's, where the form prints another. */ readonly otherDepartment: string | null;
    }
  | { readonly kind: 'namesakes'; readonly departments: readonly string[] };

interface Known {
  readonly person: Person;
  readonly staffNumber: string;
}

/** Everybody of the roster and the sheets, found by name and department (names alone where they are unique). */
export class PeopleDirectory {
  private readonly byName = new Map<string, Map<string, Known>>();
  /** In the order of the roster. */
  readonly rosterPeople: Person[] = [];
  private readonly rosterKeys = new Set<string>();
  private readonly rosterNames = new Set<string>();
  /** Names that one form lists under several departments. */
  private readonly namesakes = new Set<string>();

  private constructor() {}

  /** Costs one pass over the roster and one over the rows of all forms. */
  static of(roster: Roster | null, drafts: readonly FormDraft[]): PeopleDirectory {
    const directory = new PeopleDirectory();
    for (const { department, name, displayName, position, staffNumber } of roster?.people ?? []) {
      const person = directory.register(department, name, displayName, position, staffNumber);
      if (directory.rosterKeys.has(person.key)) continue;
      directory.rosterKeys.add(person.key);
      directory.rosterNames.add(name);
      directory.rosterPeople.push(person);
    }
    const onRoster = new Set(directory.byName.keys());
    for (const draft of drafts) directory.registerForm(draft, onRoster);
    for (const { rows } of drafts) {
      for (const { row, name } of rows) {
        if (name.fault === 'none' && !directory.byName.has(row.name)) {
          directory.register('', row.name, row.displayName, row.position, row.staffNumber);
        }
      }
    }
    return directory;
  }

  isOnRoster(person: Person): boolean {
    return this.rosterKeys.has(person.key);
  }

  isNameOnRoster(name: string): boolean {
    return this.rosterNames.has(name);
  }

  /** The departments under which different forms print the name, where none lists them side by side. */
  varyingDepartments(name: string): readonly string[] {
    const departments = [...(this.byName.get(name)?.keys() ?? [])];
    return departments.length > 1 && !this.namesakes.has(name) ? departments : [];
  }

  resolve({ department, name, staffNumber }: ScoreRow): Resolution {
    const byDepartment = this.byName.get(name) ?? new Map<string, Known>();
    const exact = department === null ? undefined : byDepartment.get(department);
    if (exact !== undefined) return { kind: 'known', person: exact.person, otherDepartment: null };
    const all = [...byDepartment.values()];
    const numbered = staffNumber === '' ? [] : all.filter((known) => known.staffNumber === staffNumber);
    const [only] = all.length === 1 ? all : numbered;
    if (only === undefined || (all.length > 1 && numbered.length > 1)) {
      return { kind: 'namesakes', departments: [...byDepartment.keys()] };
    }
    const differs = department !== null && only.person.department !== '' && only.person.department !== department;
    return { kind: 'known', person: only.person, otherDepartment: differs ? only.person.department : null };
  }

  /**
   * Departments that a form prints make people of their own, unless the roster knows the one bearer of the name: then
   * the form's department is only another spelling, except where one form lists the name under several.
   */
  private registerForm({ rows }: FormDraft, onRoster: ReadonlySet<string>): void {
    const named = rows.filter(({ name, row }) => name.fault === 'none' && row.department !== null);
    const departments = new Map<string, Set<string | null>>();
    for (const { row } of named) {
      departments.set(row.name, (departments.get(row.name) ?? new Set<string | null>()).add(row.department));
    }
    for (const [name, { size }] of departments) if (size > 1) this.namesakes.add(name);
    for (const { row } of named) {
      if (onRoster.has(row.name) && departments.get(row.name)?.size === 1) continue;
      this.register(row.department ?? '', row.name, row.displayName, row.position, row.staffNumber);
    }
  }

  private register(
    department: string,
    name: string,
    displayName: string,
    position: string,
    staffNumber: string,
  ): Person {
    const byDepartment = this.byName.get(name) ?? new Map<string, Known>();
    this.byName.set(name, byDepartment);
    const known = byDepartment.get(department);
    if (known !== undefined) return known.person;
    const person = { key: keyOfPerson(department, name), department, name, displayName, position };
    byDepartment.set(department, { person, staffNumber });
    return person;
  }
}
