import type { Json, JsonObject } from '../../wire/protocol';
import type { Area } from '../../workbook/values/address';
import type { SheetModel } from '../../workbook/model/workbook';
import type { Arguments, Argument } from './arguments';
import { apiNotFound, itemNotFound } from './refusal';
import type { Session } from './session';
import { includesVersion, type ApiVersion } from './version';

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
export abstract class HostObject {
  abstract readonly target: object;
  abstract readonly className: string;
  abstract readonly isCollection: boolean;

  abstract identity(session: Session): JsonObject;
  abstract item(given: Arguments, session: Session): HostObject;
  abstract items(session: Session): readonly HostObject[];
  /** The scalar properties that a bare `load()` loads. */
  abstract scalars(session: Session): string[];
  /** What the name stands for; undefined when the class has no such property. */
  abstract property(name: string): 'value' | 'object' | undefined;
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
  return new Bound(definition, target);
}

class Bound<T extends object> extends HostObject {
  constructor(
    private readonly definition: ObjectClass<T>,
    readonly target: T,
  ) {
    super();
  }

  get className(): string {
    return this.definition.name;
  }

  get isCollection(): boolean {
    return this.definition.items !== undefined;
  }

  identity(session: Session): JsonObject {
    return this.definition.identity?.(this.target, session) ?? {};
  }

  item(given: Arguments, session: Session): HostObject {
    if (!this.definition.item) throw apiNotFound(`${this.className}.getItem`);
    return this.definition.item(this.target, given, session);
  }

  items(session: Session): readonly HostObject[] {
    return this.definition.items?.(this.target, session) ?? [];
  }

  scalars(session: Session): string[] {
    return Object.entries(this.definition.members)
      .filter(([, member]) => member.kind === 'value' && member.get !== undefined && this.supports(member, session))
      .map(([name]) => name);
  }

  property(name: string): 'value' | 'object' | undefined {
    const kind = this.find(name)?.kind;
    return kind === 'method' ? undefined : kind;
  }

  async read(name: string, session: Session): Promise<Json> {
    const member = this.member(name, session);
    if (member.kind !== 'value' || !member.get) throw this.unknown(name);
    if (member.calculated) await this.calculate(session);
    return member.get(this.target, session);
  }

  write(name: string, value: Argument, session: Session): void {
    const member = this.member(name, session);
    if (member.kind !== 'value' || !member.set) throw this.unknown(name);
    member.set(this.target, value, session);
  }

  child(name: string, session: Session): HostObject | null {
    const member = this.member(name, session);
    if (member.kind !== 'object') throw this.unknown(name);
    return member.get(this.target, session);
  }

  async call(name: string, given: Arguments, session: Session): Promise<Answer> {
    const member = this.member(name, session);
    if (member.kind !== 'method') throw this.unknown(name);
    const { calculated } = member;
    if (typeof calculated === 'function' ? calculated(given) : calculated) await this.calculate(session);
    return member.call(this.target, given, session);
  }

  private calculate(session: Session): Promise<void> {
    return session.workbook.calculate(this.definition.wants?.(this.target) ?? []);
  }

  private find(name: string): Member<T> | undefined {
    return Object.hasOwn(this.definition.members, name) ? this.definition.members[name] : undefined;
  }

  private member(name: string, session: Session): Member<T> {
    const member = this.find(name);
    if (!member || !this.supports(member, session)) throw this.unknown(name);
    return member;
  }

  private supports(member: Member<T>, session: Session): boolean {
    return includesVersion(session.apiVersion, member.since ?? this.definition.since ?? '1.1');
  }

  private unknown(name: string): Error {
    return apiNotFound(`${this.className}.${name}`);
  }
}
