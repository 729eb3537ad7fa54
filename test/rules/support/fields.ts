/** Fields of an answer of the command line, which is no more than JSON to whoever reads it. */

function record(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null) throw new Error(`no object: ${JSON.stringify(json)}`);
  return Object.fromEntries(Object.entries(json));
}

export const field = {
  value: (json: unknown, name: string): unknown => record(json)[name],
  /** @throws Error when there is no such list */
  list(json: unknown, name: string): readonly unknown[] {
    const value = record(json)[name];
    if (!Array.isArray(value)) throw new Error(`no list “${name}”: ${JSON.stringify(json)}`);
    return value;
  },
  /** @throws Error when there is no such text */
  text(json: unknown, name: string): string {
    const value = record(json)[name];
    if (typeof value !== 'string') throw new Error(`no text “${name}”: ${JSON.stringify(json)}`);
    return value;
  },
};
