/** What makes Excel say that it found a problem with some content: links to nothing, parts without a type, wrong order. */
import { unzipSync } from 'fflate';
import { WORKBOOK_ORDER, WORKSHEET_ORDER } from '../../../src/host/workbook/package/compose';
import {
  ByPath,
  contentTypeOf,
  readContentTypes,
  relationshipsOf,
  type Parts,
} from '../../../src/host/workbook/package/parts';
import { isWellFormed, splitDocument } from '../../../src/host/workbook/package/xml';

/** Every fault of a saved package, in words. */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts: Parts = new ByPath(Object.entries(unzipSync(bytes)));
  const types = readContentTypes(parts);
  const faults: string[] = [];
  for (const [path, content] of parts) {
    const xml = new TextDecoder().decode(content);
    if (/\.(xml|rels|vml)$/.test(path) && !isWellFormed(xml)) faults.push(`${path} is not well formed`);
    if (path !== '[Content_Types].xml' && contentTypeOf(types, path) === undefined)
      faults.push(`${path} has no content type`);
    if (path.endsWith('.rels')) continue;
    const relationships = relationshipsOf(parts, path);
    const ids = relationships.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) faults.push(`${path} has a relationship twice`);
    for (const { id, target, external } of relationships)
      if (!external && !parts.has(target)) faults.push(`${path} leads by ${id} to nothing at ${target}`);
    for (const [, id = ''] of xml.matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g))
      if (id !== '' && !ids.includes(id)) faults.push(`${path} names ${id}, which is nothing`);
    if (path.startsWith('xl/worksheets/sheet')) faults.push(...orderFaults(path, xml, WORKSHEET_ORDER));
    if (path === 'xl/workbook.xml') faults.push(...orderFaults(path, xml, WORKBOOK_ORDER));
  }
  const tables = [...parts]
    .filter(([path]) => path.includes('/tables/'))
    .map(([, content]) => /\sid="(\d+)"/.exec(new TextDecoder().decode(content))?.[1]);
  if (new Set(tables).size !== tables.length) faults.push('two tables have one number');
  return faults;
}

function orderFaults(path: string, xml: string, order: readonly string[]): string[] {
  const places = splitDocument(xml)
    .fragments.map(({ name }) => order.indexOf(name))
    .filter((place) => place >= 0);
  return places.every((place, index) => place >= (places[index - 1] ?? 0))
    ? []
    : [`${path} has its elements out of order`];
}
