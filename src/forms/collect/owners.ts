import { Directory, type Resolution } from '../book/directory';
import type { Roster } from '../book/model';
import type { RecordHeader } from '../records/record';
import { personKey } from '../words/text';
import type { Owner } from './record';

/** Whose a form is. */
export type OwnerResolution =
  | {
      readonly kind: 'known';
      readonly owner: Owner;
      readonly onRoster: boolean;
      /** The form prints another 科室 than the roster. */
      readonly departmentDiffers: boolean;
    }
  | Extract<Resolution, { kind: 'namesakes' }>;

/** The people of the workbook's roster, and the 机构 order of everybody. */
export class Owners {
  private readonly directory: Directory;
  private readonly departments = new Map<string, number>();
  private readonly places = new Map<string, number>();

  /** @param roster null where the workbook has none: then everybody is who the forms say, in their order */
  constructor(private readonly roster: Roster | null) {
    const people = roster?.people ?? [];
    this.directory = new Directory(people, roster);
    for (const person of people) this.place(person);
  }

  get hasRoster(): boolean {
    return this.roster !== null;
  }

  /** The roster's person, or a new one who stands after all before. */
  resolve({
    department,
    name,
    displayName,
  }: Pick<RecordHeader, 'department' | 'name' | 'displayName'>): OwnerResolution {
    const found = this.directory.resolve({ department, name });
    if (found.kind === 'namesakes') return found;
    const person = found.kind === 'known' ? found.person : null;
    const owner = { department: person?.department ?? department, name, displayName };
    this.place(owner);
    const departmentDiffers = found.kind === 'known' && found.otherDepartment !== null;
    return { kind: 'known', owner, onRoster: person !== null, departmentDiffers };
  }

  /** As {@link Directory.similarTo}, on the roster. */
  similarTo(header: Pick<RecordHeader, 'department' | 'name'>): string[] {
    return this.directory.similarTo(header);
  }

  /** 机构 order: departments as on the roster, then as first met; people within them likewise. */
  readonly compare = (a: Pick<Owner, 'department' | 'name'>, b: Pick<Owner, 'department' | 'name'>): number =>
    this.departmentPlace(a.department) - this.departmentPlace(b.department) || this.placeOf(a) - this.placeOf(b);

  private place({ department, name }: Pick<Owner, 'department' | 'name'>): void {
    if (!this.departments.has(department)) this.departments.set(department, this.departments.size);
    const key = personKey(department, name);
    if (!this.places.has(key)) this.places.set(key, this.places.size);
  }

  private departmentPlace(department: string): number {
    return this.departments.get(department) ?? this.departments.size;
  }

  private placeOf({ department, name }: Pick<Owner, 'department' | 'name'>): number {
    return this.places.get(personKey(department, name)) ?? this.places.size;
  }
}
