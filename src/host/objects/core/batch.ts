import type {
  Action,
  ActionResult,
  CallArguments,
  Json,
  ObjectPath,
  PathReferences,
  Query,
  Request,
  WireError,
} from '../../wire/protocol';
import { isJsonList, isJsonObject } from '../../wire/protocol';
import { Arguments, type Argument } from './arguments';
import { HostObject, workbookObject, type Answer, type Session } from './object';
import { RangeAreasRef, RangeRef } from './rangeRef';
import { apiNotFound, invalidReference, itemNotFound, Refusal, workbookReadOnly } from './refusal';

/** What a batch did: results up to the first error, and that error. */
export interface BatchOutcome {
  readonly results: readonly ActionResult[];
  readonly traces: readonly number[];
  readonly error: WireError | undefined;
  /** Whether anything was written or may have been. */
  readonly wrote: boolean;
  /** Whether it cleared what a person may undo. */
  readonly clearedUndo: boolean;
}

/** Methods that leave the workbook's content as it is, by their names; so do worksheet functions. */
const READING = /^(?:_|get|find|select$|activate$|calculate$|suspend)/;

/**
 * Carries out the actions of one request in order. As in Excel the first refusal ends it, and what the actions before
 * did remains. `beforeAction` may throw a refusal of its own, to simulate a failure in the middle.
 */
export async function runBatch(
  request: Request,
  session: Session,
  beforeAction: (action: Action) => void,
): Promise<BatchOutcome> {
  const batch = new Batch(request, session);
  const results: ActionResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of request.actions.entries()) {
    try {
      beforeAction(action);
      results.push({ ActionId: action.id, Value: await batch.run(action) });
      if (action.kind === 'trace') traces.push(action.id);
    } catch (problem) {
      const error = wireError(problem, index, batch.location);
      return { results, traces, error, wrote: batch.wrote, clearedUndo: batch.clearedUndo };
    }
  }
  return { results, traces, error: undefined, wrote: batch.wrote, clearedUndo: batch.clearedUndo };
}

function wireError(problem: unknown, index: number, location: string): WireError {
  if (problem instanceof Refusal) {
    return {
      Code: problem.code,
      Message: problem.message,
      Location: problem.location ?? location,
      ActionIndex: index,
    };
  }
  // A bug of the host itself: it must reach the test or the person with all that is known about it.
  const message = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  return {
    Code: 'GeneralException',
    Message: `Bug in the embedded host: ${message}`,
    Location: location,
    ActionIndex: index,
  };
}

class Batch {
  /** A path is followed once in a request, however often it is named: `add()` adds one sheet. */
  private readonly followed = new Map<number, HostObject | null>();
  /** The member being worked on, such as `Range.values`. */
  location = '';
  wrote = false;
  clearedUndo = false;

  constructor(
    private readonly request: Request,
    private readonly session: Session,
  ) {}

  async run(action: Action): Promise<Json> {
    if (action.kind === 'trace') return null;
    const object = await this.follow(action.path);
    // Whatever is asked of a null object is left out, so that a batch may delete what perhaps is not there.
    if (object === null) {
      if (this.isRefusedOfNull(action)) throw itemNotFound();
      return null;
    }
    this.location = object.className(this.session);
    switch (action.kind) {
      case 'instantiate':
        return object.identity(this.session);
      case 'query':
        return this.query(object, selection(action.query), action.query);
      case 'set':
        return this.set(object, action.name, action.arguments);
      case 'method':
        return this.call(object, action.name, action.arguments);
      case 'unsupported':
        throw apiNotFound(`${object.className(this.session)} (action type ${action.type})`);
    }
  }

  /** R12: what is done to a member of a null object, such as the format of a range that is not there. */
  private isRefusedOfNull({ kind, path }: Exclude<Action, { readonly kind: 'trace' }>): boolean {
    const isDone = kind === 'method' || kind === 'set';
    return this.refusesNull && isDone && this.request.paths.get(path)?.kind === 'property';
  }

  private get refusesNull(): boolean {
    return this.session.profile.nullObjects === 'refuse';
  }

  /** R12: what is asked of a null object: nothing again, where that may be said. */
  private ofNull(name: string): null {
    if (this.refusesNull && !name.endsWith('OrNullObject')) throw itemNotFound();
    return null;
  }

  private async set(object: HostObject, wireName: string, given: CallArguments): Promise<null> {
    const name = memberName(wireName);
    const value = (await this.arguments(given)).at(0);
    this.location = `${object.className(this.session)}.${name}`;
    this.writes();
    object.write(name, value, this.session);
    return null;
  }

  private async call(object: HostObject, wireName: string, given: CallArguments): Promise<Json> {
    const name = memberName(wireName);
    const list = await this.arguments(given);
    this.location = `${object.className(this.session)}.${name}`;
    const answer = await this.invoke(object, name, list);
    return answer instanceof HostObject ? answer.identity(this.session) : (answer ?? null);
  }

  private async invoke(object: HostObject, name: string, given: Arguments): Promise<Answer> {
    if (!READING.test(name) && object.className(this.session) !== 'Functions') this.writes();
    return object.call(name, given, this.session);
  }

  private writes(): void {
    if (this.session.isReadOnly) throw workbookReadOnly();
    this.wrote = true;
    this.clearedUndo ||= this.session.profile.undoClearedBy.includes(this.location);
  }

  private async follow(id: number): Promise<HostObject | null> {
    const known = this.followed.get(id);
    if (known !== undefined) return known;
    const path = this.request.paths.get(id);
    if (!path) throw new Error(`The request names an object path ${id} that it does not have`);
    const object = await this.reach(path);
    this.followed.set(id, object);
    return object;
  }

  private async reach(path: ObjectPath): Promise<HostObject | null> {
    switch (path.kind) {
      case 'root':
        return workbookObject(this.session.workbook);
      case 'null':
        return null;
      case 'new':
        throw apiNotFound(path.type);
      case 'reference':
        return this.referenced(path.id);
      case 'property': {
        const parent = await this.follow(path.parent);
        return parent && this.at(parent, path.name).child(memberName(path.name), this.session);
      }
      case 'indexer': {
        const parent = await this.follow(path.parent);
        if (!parent) return this.ofNull('getItem');
        const given = await this.arguments(path.arguments);
        return this.at(parent, 'getItem').item(given, this.session);
      }
      case 'method': {
        const parent = await this.follow(path.parent);
        if (!parent) return this.ofNull(path.name);
        const given = await this.arguments(path.arguments);
        const answer = await this.invoke(this.at(parent, path.name), memberName(path.name), given);
        if (answer === null || answer instanceof HostObject) return answer;
        throw new Error(`${this.location} gives no object`);
      }
    }
  }

  private at(object: HostObject, name: string): HostObject {
    this.location = `${object.className(this.session)}.${memberName(name)}`;
    return object;
  }

  private referenced(id: string): HostObject {
    const object = this.session.references.find(id);
    if (!(object instanceof HostObject)) throw invalidReference();
    const { target } = object;
    const isRange = target instanceof RangeRef || target instanceof RangeAreasRef;
    if (isRange && !target.isAlive) throw invalidReference();
    return object;
  }

  private async arguments(given: CallArguments): Promise<Arguments> {
    const list: Argument[] = [];
    for (const [index, value] of given.values.entries()) {
      list.push(await this.argument(value, given.references[index] ?? 0));
    }
    return new Arguments(list);
  }

  private async argument(value: Json, reference: number | PathReferences): Promise<Argument> {
    if (typeof reference === 'number') return reference === 0 ? this.plain(value) : this.follow(reference);
    const items: Argument[] = [];
    for (const [index, item] of asItems(value).entries()) items.push(await this.argument(item, reference[index] ?? 0));
    return items;
  }

  /** A value; within an object, `{ _ObjectPathId }` stands for another object. */
  private async plain(value: Json): Promise<Argument> {
    if (!isJsonObject(value)) return value;
    const path = value['_ObjectPathId'];
    if (typeof path === 'number') return this.follow(path);
    const record: Record<string, Argument> = {};
    for (const [name, field] of Object.entries(value)) {
      record[name] = isJsonList(field)
        ? await Promise.all(field.map((item) => this.plain(item)))
        : await this.plain(field);
    }
    return record;
  }

  private async query(object: HostObject, wanted: Selected, page?: Query): Promise<Json> {
    const result: Record<string, Json> = { ...object.identity(this.session) };
    const forItems: Selected = { all: wanted.all, names: new Map() };
    for (const name of wanted.all ? object.scalars(this.session) : []) {
      result[wireName(name)] = await this.at(object, name).read(name, this.session);
    }
    for (const [name, inner] of wanted.names) {
      const kind = object.property(name, this.session);
      if (kind === 'object') {
        const child = this.at(object, name).child(name, this.session);
        result[wireName(name)] = child && (await this.query(child, inner));
      } else if (kind === 'value' || !object.isCollection(this.session)) {
        result[wireName(name)] = await this.at(object, name).read(name, this.session);
      } else {
        forItems.names.set(name, inner);
      }
    }
    if (object.isCollection(this.session)) result['_Items'] = await this.queryItems(object, forItems, page);
    return result;
  }

  private async queryItems(collection: HostObject, wanted: Selected, page: Query | undefined): Promise<Json> {
    const skip = page?.skip ?? 0;
    const end = page?.top === undefined ? undefined : skip + page.top;
    const items: Json[] = [];
    for (const [index, item] of collection.items(this.session).slice(skip, end).entries()) {
      const value = await this.query(item, wanted);
      items.push(isJsonObject(value) ? { _Index: skip + index, ...value } : value);
    }
    return items;
  }
}

/** What a query wants of one object: every scalar, and by name what else. */
interface Selected {
  all: boolean;
  readonly names: Map<string, Selected>;
}

function selection(query: Query): Selected {
  const root: Selected = { all: false, names: new Map() };
  const paths = query.select?.filter((path) => path !== '$none' && !path.endsWith('/$none'));
  if (query.select === undefined || (query.select.length === 0 && query.expand.length === 0)) root.all = true;
  for (const path of paths ?? []) add(root, path);
  // An expanded object is loaded whole; the object itself too unless something of it was selected.
  for (const path of query.expand) add(root, `${path}/*`);
  return root;
}

function add(root: Selected, path: string): void {
  let at = root;
  for (const part of path.split('/')) {
    if (part === '*') {
      at.all = true;
      return;
    }
    const name = memberName(part);
    const next = at.names.get(name) ?? { all: false, names: new Map() };
    at.names.set(name, next);
    at = next;
  }
  // A path that ends at an object, such as `format/font`, loads all its scalars; for a scalar it means nothing more.
  if (at.names.size === 0) at.all = true;
}

/** `Values` on the wire is `values` in the API; names with an underscore are the same in both. */
function memberName(wire: string): string {
  return wire.charAt(0).toLowerCase() + wire.slice(1);
}

function wireName(member: string): string {
  return member.charAt(0).toUpperCase() + member.slice(1);
}

function asItems(value: Json): readonly Json[] {
  if (!isJsonList(value)) throw new Error('References are given for a list, but the argument is none');
  return value;
}
