import { ApiObject } from './apiObject';
import { invalidArgument } from './refusal';

/** A value given by the client, with objects in the places where it named them. */
export type Argument = string | number | boolean | null | ApiObject | readonly Argument[] | ArgumentRecord;
export interface ArgumentRecord {
  readonly [name: string]: Argument;
}

type Constructor<T> = abstract new (...parameters: never[]) => T;

/** The arguments of one call, read by position; what does not fit is InvalidArgument, as in Excel. */
export class Arguments {
  constructor(private readonly list: readonly Argument[]) {}

  /** The argument itself; null when it was left out. */
  at(index: number): Argument {
    return this.list[index] ?? null;
  }

  has(index: number): boolean {
    return this.at(index) !== null;
  }

  text(index: number): string {
    return asText(this.at(index));
  }

  textOr<T>(index: number, missing: T): string | T {
    return this.has(index) ? this.text(index) : missing;
  }

  integer(index: number): number {
    return asInteger(this.at(index));
  }

  integerOr(index: number, missing: number): number {
    return this.has(index) ? this.integer(index) : missing;
  }

  booleanOr(index: number, missing: boolean): boolean {
    return this.has(index) ? asBoolean(this.at(index)) : missing;
  }

  /** One of the words of an enumeration. */
  choice<T extends string>(index: number, choices: readonly T[]): T {
    return asChoice(this.at(index), choices);
  }

  choiceOr<T extends string>(index: number, choices: readonly T[], missing: T): T {
    return this.has(index) ? this.choice(index, choices) : missing;
  }

  /** The data of another object given as an argument, when it is of this class. */
  object<T extends object>(index: number, type: Constructor<T>): T | undefined {
    return objectOf(this.at(index), type);
  }
}

/** The data behind an object given by the client, when it is of this class. */
export function objectOf<T extends object>(value: Argument, type: Constructor<T>): T | undefined {
  return value instanceof ApiObject && value.target instanceof type ? value.target : undefined;
}

export function asText(value: Argument): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

export function asNumber(value: Argument): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function asInteger(value: Argument): number {
  const number = asNumber(value);
  if (!Number.isInteger(number)) throw invalidArgument();
  return number;
}

export function asBoolean(value: Argument): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

/** One of the words of an enumeration, spelt as Excel spells it; the client's older spellings differ in case only. */
export function asChoice<T extends string>(value: Argument, choices: readonly T[]): T {
  const text = asText(value).toLowerCase();
  const choice = choices.find((one) => one.toLowerCase() === text);
  if (choice === undefined) throw invalidArgument(`${asText(value)} is none of ${choices.join(', ')}.`);
  return choice;
}

/** A plain object such as `{ list: { source } }`. */
export function asRecord(value: Argument): ArgumentRecord {
  if (!isRecord(value)) throw invalidArgument();
  return value;
}

export function isRecord(value: Argument | undefined): value is ArgumentRecord {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof ApiObject);
}

export function asList(value: Argument): readonly Argument[] {
  if (!isList(value)) throw invalidArgument();
  return value;
}

export function isList(value: Argument | undefined): value is readonly Argument[] {
  return Array.isArray(value);
}
