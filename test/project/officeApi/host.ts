import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ObjectClass } from '../../../src/host/objects/core/object';
import { ROOT } from './program';
import type { Use } from './uses';

type HostClass = ObjectClass<object>;

/** What the client asks of the host for a member. */
interface Request {
  readonly kind: 'object' | 'method' | 'get' | 'set' | 'item';
  /** As the host names it; the client writes it with a capital. */
  readonly name: string;
}

/** Which members of the Excel API the embedded host has, by what Microsoft's client makes of each. */
export class HostMembers {
  constructor(
    /** By their names in the API. */
    readonly classes: ReadonlyMap<string, HostClass>,
    private readonly client: ClientScript,
  ) {}

  /** What of the member the host lacks; undefined when it has everything. */
  lacks(className: string, member: string, access: Use['access']): string | undefined {
    const requests = this.client.requests(className, member, access);
    if (!requests) return `Microsoft’s client has no ${className}.${member}`;
    const missing = requests.find((request) => !answers(this.classes.get(className), request));
    return missing && `the embedded host has no ${className}.${missing.name} (${missing.kind})`;
  }
}

function answers(definition: HostClass | undefined, { kind, name }: Request): boolean {
  if (!definition) return false;
  if (kind === 'item') return definition.item !== undefined;
  if (kind === 'get' && name === 'items') return definition.items !== undefined;
  const member = Object.hasOwn(definition.members, name) ? definition.members[name] : undefined;
  if (member?.kind === 'value') return (kind === 'get' && !!member.get) || (kind === 'set' && !!member.set);
  return member?.kind === kind;
}

/** Loads the host's classes and the client's script. */
export async function hostMembers(): Promise<HostMembers> {
  const folder = join(ROOT, 'src', 'host', 'objects');
  const classes = new Map<string, HostClass>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const exported: unknown = await import(join(folder, file));
    for (const value of Object.values(exported ?? {})) {
      if (isHostClass(value)) classes.set(value.name, value);
    }
  }
  const script = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
  return new HostMembers(classes, new ClientScript(readFileSync(script, 'utf8')));
}

function isHostClass(value: unknown): value is HostClass {
  return typeof value === 'object' && value !== null && 'name' in value && 'members' in value;
}

/**
 * How the client turns members into requests. Its script is generated: each member is a function, or a getter and a
 * setter, that calls one of few helpers with the name on the wire (`_invokeMethod(this, "Activate", …)`). What calls
 * none of them stays in the client (`load`, `toJSON`, `track`).
 */
export class ClientScript {
  private readonly members = new Map<string, Record<Use['access'], string>>();
  private readonly special = new Map<string, string>();

  constructor(script: string) {
    const property = /\n {8}Object\.defineProperty\((\w+)\.prototype, "(\w+)", \{([^]*?)\n {8}\}\);/g;
    for (const [, owner = '', name = '', body = ''] of script.matchAll(property)) {
      const [read = '', write = ''] = body.split(/\n {12}set: /);
      this.members.set(`${owner}.${name}`, { read, write });
    }
    const method = /\n {8}(\w+)\.prototype\.(\w+) = function \([^)]*\) \{([^]*?)\n {8}\};/g;
    for (const [, owner = '', name = '', body = ''] of script.matchAll(method)) {
      this.members.set(`${owner}.${name}`, { read: body, write: '' });
    }
    for (const [, name = '', body = ''] of script.matchAll(/\n {8}function (\w+)\(thisObj[^)]*\) \{([^]*?)\n {8}\}/g)) {
      this.special.set(name, body);
    }
  }

  /** What using a member asks of the host; undefined when the client has no such member. */
  requests(className: string, member: string, access: Use['access']): readonly Request[] | undefined {
    const own = this.members.get(`${className}.${member}`);
    if (!own) return this.members.has(`ClientObject.${member}`) ? [] : undefined;
    const body = own[access];
    // Written by hand, and asked first: `showGridlines` is written as `Gridlines`.
    const special = [...body.matchAll(/_CC\.(\w+)\(/g)].flatMap(([, name = '']) => sent(this.special.get(name) ?? ''));
    const events = [...body.matchAll(/_this\.(_(?:Unr|R)egister\w+)\(/g)].map(([, name = '']) => method(name));
    return special.length > 0 ? special : [...sent(body), ...events];
  }
}

const method = (name: string): Request => ({ kind: 'method', name });

const HELPERS = {
  _createPropertyObject: 'object',
  _createMethodObject: 'method',
  _createIndexerObject: 'item',
  _invokeMethod: 'method',
  _invokeSetProperty: 'set',
  _throwIfNotLoaded: 'get',
} as const;

function sent(body: string): Request[] {
  return Object.entries(HELPERS).flatMap(([helper, kind]) =>
    [...body.matchAll(new RegExp(`\\b${helper}\\((?:[^"()]*"(\\w+)")?`, 'g'))].map(([, wire = 'getItem']) => ({
      kind,
      name: wire.charAt(0).toLowerCase() + wire.slice(1),
    })),
  );
}
