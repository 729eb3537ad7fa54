import type { Owner } from './record';
import type { RecordHeader } from '../records/record';
import type { Roster, RosterPerson } from '../book/roster';

/** Who a form's 科室 and 姓名 mean. */
export type OwnerResolution =
  | {
      readonly kind: 'known';
      readonly owner: Owner;
      readonly onRoster: boolean;
      /** The form prints another 科室 than the roster. */
      readonly departmentDiffers: boolean;
    }
  | { readonly kind: 'namesakes'; readonly departments: readonly string[] };

/** The people of the workbook's roster, and the 机构 order of everybody. */
export class Owners {
  private readonly byName = new Map<string, RosterPerson[]>();
  private readonly departments = new Map<string, number>();
  private readonly places = new Map<string, number>();

  /** @param roster null where the workbook has none: then everybody is who the forms say, in their order */
  constructor(private readonly roster: Roster | null) {
    for (const person of roster?.people ?? []) {
      this.byName.set(person.name, [...(this.byName.get(person.name) ?? []), person]);
      this.place(person);
    }
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
    const bearers = this.byName.get(name) ?? [];
    const exact = bearers.find((person) => person.department === department);
    const [only] = bearers.length === 1 ? bearers : [];
    const person = exact ?? only;
    if (person === undefined && bearers.length > 1) {
      return { kind: 'namesakes', departments: bearers.map((bearer) => bearer.department) };
    }
    const owner = { department: person?.department ?? department, name, displayName };
    this.place(owner);
    const departmentDiffers = person !== undefined && department !== '' && person.department !== department;
    return { kind: 'known', owner, onRoster: person !== undefined, departmentDiffers };
  }

  /** 机构 order: departments as on the roster, then as first met; people within them likewise. */
  readonly compare = (a: Pick<Owner, 'department' | 'name'>, b: Pick<Owner, 'department' | 'name'>): number =>
    this.departmentPlace(a.department) - this.departmentPlace(b.department) || this.placeOf(a) - this.placeOf(b);

  private place({ department, name }: Pick<Owner, 'department' | 'name'>): void {
    if (!this.departments.has(department)) this.departments.set(department, this.departments.size);
    const key = `${department}|${name}`;
    if (!this.places.has(key)) this.places.set(key, this.places.size);
  }

  private departmentPlace(department: string): number {
    return this.departments.get(department) ?? this.departments.size;
  }

  private placeOf({ department, name }: Pick<Owner, 'department' | 'name'>): number {
    return this.places.get(`${department}|${name}`) ?? this.places.size;
  }
}
