import type { Json, JsonObject } from '../../wire/protocol';
import type { SheetModel, WorkbookModel } from '../../workbook/model/workbook';
import type { Area } from '../../workbook/values/address';
import type { Profile } from '../../profiles';
import type { Cell } from '../../workbook/model/data';
import { ApiObject } from './apiObject';
import type { Arguments, Argument } from './arguments';
import type { EventHub } from './events';
import type { FormulasAsRead } from './formulasAsRead';
import { RangeAreasRef, RangeRef } from './rangeRef';
import type { References } from './references';
import { apiNotFound, itemNotFound } from './refusal';
import type { Selection } from './selection';
import { includesVersion, type ApiVersion } from './version';

/** What the members of all objects share: the open workbook and what Excel remembers beside the file. */
export interface Session {
  readonly workbook: WorkbookModel;
  /** The requirement set of the Excel that is simulated. */
  readonly apiVersion: ApiVersion;
  /** How the Excel that is simulated behaves where the Excels differ. */
  readonly profile: Profile;
  readonly state: SessionState;
  /** P17: the workbook may be looked at only. */
  readonly isReadOnly: boolean;
  readonly formulas: FormulasAsRead;
  /** The file's name, as Excel shows it in its title bar. */
  readonly fileName: string;
  /** The person whose name Excel writes into comments. */
  readonly userName: string;
  readonly events: EventHub;
  readonly references: References;
  readonly selection: Selection;
  readonly classes: Classes;
}

/** What Excel is like while a request is carried out. */
export interface SessionState {
  /** Another workbook has the focus. */
  isElsewhere: boolean;
  /** Calculation is suspended until the request ends. */
  isSuspended: boolean;
  /** Formulas that were written while calculation was suspended, and that nothing has calculated since. */
  readonly stale: Set<Cell>;
}

/**
 * The classes that are found by name: the workbook, where every request begins, and those to which others lead back,
 * as a range leads to its sheet and the sheet to its ranges.
 */
export interface Classes {
  readonly Workbook: ObjectClass<WorkbookModel>;
  readonly Worksheet: ObjectClass<SheetModel>;
  readonly Range: ObjectClass<RangeRef>;
  readonly RangeAreas: ObjectClass<RangeAreasRef>;
}

/** Cells whose formulas must have their values before a member is read. */
export interface Wanted {
  readonly sheet: SheetModel;
  readonly area: Area;
}

/** What a method gives: a value, another object, a null object, or nothing. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- methods that give nothing return nothing
export type Answer = Json | HostObject | undefined | void;

interface Since {
  /** The requirement set of ExcelApi that it came with, where that is not its class's. */
  readonly since?: ApiVersion;
}

/** A scalar property: read by `load`, written by assignment. */
export interface ValueMember<T> extends Since {
  readonly kind: 'value';
  readonly get?: (target: T, session: Session) => Json | Promise<Json>;
  readonly set?: (target: T, value: Argument, session: Session) => void;
  /** Whether reading it needs the values of formulas. */
  readonly calculated?: boolean;
}

/** A property that leads to another object; null makes a null object. */
export interface ObjectMember<T> extends Since {
  readonly kind: 'object';
  readonly get: (target: T, session: Session) => HostObject | null;
}

/** A method. */
export interface MethodMember<T> extends Since {
  readonly kind: 'method';
  readonly call: (target: T, given: Arguments, session: Session) => Answer | Promise<Answer>;
  /** Whether it needs the values of formulas, which may depend on what it is given. */
  readonly calculated?: boolean | ((given: Arguments) => boolean);
}

export type Member<T> = ValueMember<T> | ObjectMember<T> | MethodMember<T>;

/** One class of the Excel JavaScript API over the host's own data of type T. */
export interface ObjectClass<T extends object> {
  readonly name: string;
  /** The requirement set of its members, 1.1 unless given. */
  readonly since?: ApiVersion;
  /** By their names in the API (`getUsedRange`, `values`); what is not here answers ApiNotFound. */
  readonly members: Readonly<Record<string, Member<T>>>;
  /** What tells the client how to find the object again: `Id`, `_Id` or `_ReferenceId`. */
  readonly identity?: (target: T, session: Session) => JsonObject;
  /** `collection.getItem(key)`. */
  readonly item?: (target: T, given: Arguments, session: Session) => HostObject;
  /** A collection's items, in order. */
  readonly items?: (target: T, session: Session) => readonly HostObject[];
  /** What its calculated members need. */
  readonly wants?: (target: T) => readonly Wanted[];
}

/** An object of the API: a class together with the data that it shows. */
export abstract class HostObject extends ApiObject {
  abstract className(session: Session): string;
  abstract isCollection(session: Session): boolean;
  abstract identity(session: Session): JsonObject;
  abstract item(given: Arguments, session: Session): HostObject;
  abstract items(session: Session): readonly HostObject[];
  /** The scalar properties that a bare `load()` loads. */
  abstract scalars(session: Session): string[];
  /** What the name stands for; undefined when the class has no such property. */
  abstract property(name: string, session: Session): 'value' | 'object' | undefined;
  abstract read(name: string, session: Session): Promise<Json>;
  abstract write(name: string, value: Argument, session: Session): void;
  abstract child(name: string, session: Session): HostObject | null;
  abstract call(name: string, given: Arguments, session: Session): Promise<Answer>;
}

/** The object, where a null object is not allowed: ItemNotFound. */
export function orNotFound(object: HostObject | null, detail?: string): HostObject {
  if (!object) throw itemNotFound(detail);
  return object;
}

/** Shows `target` as an object of the class. */
export function bind<T extends object>(definition: ObjectClass<T>, target: T): HostObject {
  return new Bound(() => definition, target);
}

export function workbookObject(workbook: WorkbookModel): HostObject {
  return new Bound(({ classes }) => classes.Workbook, workbook);
}

export function worksheetObject(sheet: SheetModel): HostObject {
  return new Bound(({ classes }) => classes.Worksheet, sheet);
}

export function rangeObject(range: RangeRef): HostObject {
  return new Bound(({ classes }) => classes.Range, range);
}

export function rangeAreasObject(areas: RangeAreasRef): HostObject {
  return new Bound(({ classes }) => classes.RangeAreas, areas);
}

/** Rectangles of a sheet as one object; none make a null object. */
export function areasObject(sheet: SheetModel, areas: readonly Area[]): HostObject | null {
  if (areas.length === 0) return null;
  return rangeAreasObject(
    new RangeAreasRef(
      sheet,
      areas.map((area) => new RangeRef(sheet, area)),
    ),
  );
}

class Bound<T extends object> extends HostObject {
  constructor(
    private readonly definitionIn: (session: Session) => ObjectClass<T>,
    readonly target: T,
  ) {
    super();
  }

  className(session: Session): string {
    return this.definitionIn(session).name;
  }

  isCollection(session: Session): boolean {
    return this.definitionIn(session).items !== undefined;
  }

  identity(session: Session): JsonObject {
    return this.definitionIn(session).identity?.(this.target, session) ?? {};
  }

  item(given: Arguments, session: Session): HostObject {
    const { item } = this.definitionIn(session);
    if (!item) throw this.unknown('getItem', session);
    return item(this.target, given, session);
  }

  items(session: Session): readonly HostObject[] {
    return this.definitionIn(session).items?.(this.target, session) ?? [];
  }

  scalars(session: Session): string[] {
    return Object.entries(this.definitionIn(session).members)
      .filter(([, member]) => member.kind === 'value' && member.get !== undefined && this.supports(member, session))
      .map(([name]) => name);
  }

  property(name: string, session: Session): 'value' | 'object' | undefined {
    const kind = this.find(name, session)?.kind;
    return kind === 'method' ? undefined : kind;
  }

  async read(name: string, session: Session): Promise<Json> {
    const member = this.member(name, session);
    if (member.kind !== 'value' || !member.get) throw this.unknown(name, session);
    if (member.calculated) await this.calculate(session);
    return member.get(this.target, session);
  }

  write(name: string, value: Argument, session: Session): void {
    const member = this.member(name, session);
    if (member.kind !== 'value' || !member.set) throw this.unknown(name, session);
    member.set(this.target, value, session);
  }

  child(name: string, session: Session): HostObject | null {
    const member = this.member(name, session);
    if (member.kind !== 'object') throw this.unknown(name, session);
    return member.get(this.target, session);
  }

  async call(name: string, given: Arguments, session: Session): Promise<Answer> {
    const member = this.member(name, session);
    if (member.kind !== 'method') throw this.unknown(name, session);
    const { calculated } = member;
    if (typeof calculated === 'function' ? calculated(given) : calculated) await this.calculate(session);
    return member.call(this.target, given, session);
  }

  private calculate(session: Session): Promise<void> {
    return session.workbook.calculate(this.definitionIn(session).wants?.(this.target) ?? []);
  }

  private find(name: string, session: Session): Member<T> | undefined {
    const { members } = this.definitionIn(session);
    return Object.hasOwn(members, name) ? members[name] : undefined;
  }

  private member(name: string, session: Session): Member<T> {
    const member = this.find(name, session);
    if (!member || !this.supports(member, session)) throw this.unknown(name, session);
    return member;
  }

  private supports(member: Member<T>, session: Session): boolean {
    return includesVersion(session.apiVersion, member.since ?? this.definitionIn(session).since ?? '1.1');
  }

  private unknown(name: string, session: Session): Error {
    return apiNotFound(`${this.className(session)}.${name}`);
  }
}
