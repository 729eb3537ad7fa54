import type { Directory } from '../book/directory';
import type { Person } from '../book/model';
import { similarNames } from '../words/similarNames';

/** Whom a line of another workbook is about. */
export type Found =
  | { readonly kind: 'known'; readonly person: Person; readonly otherDepartment: string | null }
  | { readonly kind: 'unknown'; readonly similar: readonly string[] }
  | { readonly kind: 'namesakes'; readonly departments: readonly string[] };

/** Who is known to the workbook, and what they are called: nobody is guessed. */
export class Known {
  private readonly names: readonly string[];

  constructor(
    private readonly directory: Directory,
    people: readonly Person[],
  ) {
    this.names = [...new Set(people.map(({ name }) => name))];
  }

  find(named: { readonly department: string; readonly name: string; readonly staffNumber?: string }): Found {
    const found = this.directory.resolve(named);
    return found.kind === 'unknown' ? { kind: 'unknown', similar: this.similar(named.name) } : found;
  }

  /** Whether the workbook knows anybody at all. */
  get hasPeople(): boolean {
    return this.names.length > 0;
  }

  /** Names that differ from one in a single character. */
  similar(name: string): readonly string[] {
    return similarNames(name, this.names);
  }
}
