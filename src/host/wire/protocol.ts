/**
 * The wire protocol between Microsoft's Office.js client and a host, decoded once into typed values.
 *
 * The client's own sources are the reference (`excel-web-16.00.debug.js`: `ObjectPathFactory`, `ActionFactory`,
 * `ClientRequestBase`). A message that does not fit is a bug of the client or of this file and throws.
 */

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Which of an action's arguments stand for other objects: 0 for none, the id of an object path, or a nested list. */
export type PathReferences = readonly (number | PathReferences)[];

/** The arguments of a call, with the places where an object path stands instead of a value. */
export interface CallArguments {
  readonly values: readonly Json[];
  readonly references: PathReferences;
}

/** How the client names one of the objects that it talks about. */
export type ObjectPath =
  | { readonly kind: 'root' }
  | { readonly kind: 'new'; readonly type: string }
  | { readonly kind: 'method'; readonly parent: number; readonly name: string; readonly arguments: CallArguments }
  | { readonly kind: 'property'; readonly parent: number; readonly name: string }
  | { readonly kind: 'indexer'; readonly parent: number; readonly arguments: CallArguments }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'null' };

/** What a `load` asks for: paths such as `name` or `format/font/color`, `*` for every scalar; none at all means `*`. */
export interface Query {
  readonly select: readonly string[] | undefined;
  readonly expand: readonly string[];
  readonly top: number | undefined;
  readonly skip: number;
}

/** One step of a batch. `path` is the id of the object that it concerns; a trace concerns none. */
export type Action = { readonly id: number; readonly path: number } & (
  | { readonly kind: 'instantiate' }
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'method'; readonly name: string; readonly arguments: CallArguments }
  | { readonly kind: 'set'; readonly name: string; readonly arguments: CallArguments }
  | { readonly kind: 'trace' }
  | { readonly kind: 'unsupported'; readonly type: number }
);

/** The request of one `context.sync()`. */
export interface Request {
  readonly id: number;
  /** Whether the caller asked Excel to wait until a cell edit ends (`delayForCellEdit`). */
  readonly delaysForCellEdit: boolean;
  readonly paths: ReadonlyMap<number, ObjectPath>;
  readonly actions: readonly Action[];
}

/** An error as the client turns it into `OfficeExtension.Error`. */
export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location?: string;
  readonly ActionIndex?: number;
}

/** The result of one action. */
export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

/** One event on its way to the client's handlers. */
export interface EventEntry {
  /** The client's number of the kind of event, such as 10 for a changed worksheet. */
  readonly type: number;
  /** The id of the sheet, or `Workbook` for handlers of the whole workbook. */
  readonly target: string;
  readonly arguments: JsonObject;
}

const DELAY_FOR_CELL_EDIT = 64;
const EVENT_CATEGORY = 65_536;

/** Decodes the text of one message of the client. */
export function decodeRequest(text: string): Request {
  const message = object(parseJson(text), 'message');
  const body = object(field(object(field(message, 'message'), 'message'), 'body'), 'body');
  return {
    id: integer(field(message, 'id'), 'id'),
    delaysForCellEdit: (integer(field(message, 'flags'), 'flags') & DELAY_FOR_CELL_EDIT) !== 0,
    paths: decodePaths(object(field(body, 'ObjectPaths'), 'ObjectPaths')),
    actions: list(field(body, 'Actions'), 'Actions').map((action) => decodeAction(object(action, 'action'))),
  };
}

/** The text of the answer to a request; with an error, the results are those of the actions before it. */
export function encodeResponse(
  id: number,
  results: readonly ActionResult[],
  traces: readonly number[],
  error: WireError | undefined,
): string {
  const body = { Results: results, TraceIds: traces, ...(error ? { Error: error } : {}) };
  return JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body } });
}

/** The text of the answer to a request that was refused as a whole. */
export function encodeFailure(id: number, statusCode: number, code: string, message: string): string {
  const body = JSON.stringify({ error: { code, message } });
  return JSON.stringify({ id, type: 2, message: { statusCode, headers: {}, body } });
}

/** The text that carries events to the client. */
export function encodeEvents(events: readonly EventEntry[]): string {
  const entries = events.map((event) => ({
    messageCategory: EVENT_CATEGORY,
    messageType: event.type,
    targetId: event.target,
    message: JSON.stringify(event.arguments),
  }));
  return JSON.stringify({ type: 3, message: { entries } });
}

function decodePaths(paths: JsonObject): Map<number, ObjectPath> {
  return new Map(Object.entries(paths).map(([id, path]) => [Number(id), decodePath(object(path, 'object path'))]));
}

function decodePath(path: JsonObject): ObjectPath {
  const type = integer(field(path, 'ObjectPathType'), 'ObjectPathType');
  const name = (): string => string(field(path, 'Name'), 'Name');
  const parent = (): number => integer(field(path, 'ParentObjectPathId'), 'ParentObjectPathId');
  switch (type) {
    case 1:
      return { kind: 'root' };
    case 2:
      return { kind: 'new', type: name() };
    case 3:
      return { kind: 'method', parent: parent(), name: name(), arguments: decodeArguments(path) };
    case 4:
      return { kind: 'property', parent: parent(), name: name() };
    case 5:
      return { kind: 'indexer', parent: parent(), arguments: decodeArguments(path) };
    case 6:
      return { kind: 'reference', id: name() };
    case 7:
      return { kind: 'null' };
    default:
      throw new Error(`Unknown ObjectPathType ${type}`);
  }
}

function decodeAction(action: JsonObject): Action {
  const type = integer(field(action, 'ActionType'), 'ActionType');
  const id = integer(field(action, 'Id'), 'Id');
  const path = integer(field(action, 'ObjectPathId'), 'ObjectPathId');
  const name = (): string => string(field(action, 'Name'), 'Name');
  switch (type) {
    case 1:
      return { kind: 'instantiate', id, path };
    case 2:
      return { kind: 'query', id, path, query: decodeQuery(object(action['QueryInfo'] ?? {}, 'QueryInfo')) };
    case 3:
      return { kind: 'method', id, path, name: name(), arguments: decodeArguments(action) };
    case 4:
      return { kind: 'set', id, path, name: name(), arguments: decodeArguments(action) };
    case 5:
      return { kind: 'trace', id, path };
    default:
      // The client has further kinds of action for hosts that announce RichApiRuntime; this one does not.
      return { kind: 'unsupported', id, path, type };
  }
}

function decodeQuery(query: JsonObject): Query {
  const strings = (name: string): string[] | undefined => {
    const value = query[name];
    return value === undefined ? undefined : list(value, name).map((item) => string(item, name));
  };
  const count = (name: string): number | undefined => {
    const value = query[name];
    return value === undefined ? undefined : integer(value, name);
  };
  return {
    select: strings('Select'),
    expand: strings('Expand') ?? [],
    top: count('Top'),
    skip: count('Skip') ?? 0,
  };
}

function decodeArguments(owner: JsonObject): CallArguments {
  const info = object(owner['ArgumentInfo'] ?? {}, 'ArgumentInfo');
  return {
    values: list(info['Arguments'] ?? [], 'Arguments'),
    references: decodeReferences(info['ReferencedObjectPathIds'] ?? []),
  };
}

function decodeReferences(value: Json): PathReferences {
  return list(value, 'ReferencedObjectPathIds').map((id) =>
    isJsonList(id) ? decodeReferences(id) : integer(id, 'ReferencedObjectPathIds'),
  );
}

/** The value that a JSON text says: without a reviver, `JSON.parse` makes nothing but {@link Json}. */
export const parseJson: (text: string) => Json = JSON.parse;

/** Whether a JSON value is an object, not a list and not null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isJsonList(value);
}

/** Whether a JSON value is a list. */
export function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function field(owner: JsonObject, name: string): Json {
  const value = owner[name];
  if (value === undefined) throw new Error(`The request lacks ${name}`);
  return value;
}

function object(value: Json, name: string): JsonObject {
  if (!isJsonObject(value)) throw new Error(`${name} is not an object`);
  return value;
}

function list(value: Json, name: string): readonly Json[] {
  if (!isJsonList(value)) throw new Error(`${name} is not a list`);
  return value;
}

function string(value: Json, name: string): string {
  if (typeof value !== 'string') throw new Error(`${name} is not a text`);
  return value;
}

function integer(value: Json, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new Error(`${name} is not a whole number`);
  return value;
}
