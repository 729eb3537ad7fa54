/** `<mergeCells>` and `<hyperlinks>` of a sheet whose merges or links changed. */
import type { Hyperlink } from '../model/data';
import type { SheetModel } from '../model/workbook';
import { OFFICE_RELATIONSHIPS, type Relationship } from '../package/parts';
import { element } from '../package/xml';
import { columnName, parseCellKey } from '../values/address';

/** Corners in full: `A:A` is no reference that `<mergeCell>` may have. */
export function writeMerges({ data }: SheetModel): string | undefined {
  const entries = (data.merges ?? []).map(({ startRow, startCol, endRow, endCol }) =>
    element('mergeCell', { ref: `${columnName(startCol)}${startRow + 1}:${columnName(endCol)}${endRow + 1}` }),
  );
  return entries.length === 0 ? undefined : element('mergeCells', { count: entries.length }, entries.join(''));
}

export interface WrittenLinks {
  readonly xml: string | undefined;
  readonly relationships: readonly Relationship[];
}

/** The links, and the relationships of those that lead out of the workbook; one for each address. */
export function writeHyperlinks(sheet: SheetModel, prefix: string): WrittenLinks {
  const ids = new Map<string, string>();
  const places = [...sheet.cells].flatMap(([key, { hyperlink }]) =>
    hyperlink ? [{ ...parseCellKey(key), hyperlink }] : [],
  );
  places.sort((a, b) => a.row - b.row || a.column - b.column);
  const entries = places.map(({ row, column, hyperlink }) =>
    entryOf(`${columnName(column)}${row + 1}`, hyperlink, ids, prefix),
  );
  const relationships = [...ids].map(([target, id]) => ({
    id,
    type: `${OFFICE_RELATIONSHIPS}/hyperlink`,
    target,
    external: true,
  }));
  return { xml: entries.length === 0 ? undefined : element('hyperlinks', {}, entries.join('')), relationships };
}

function entryOf(
  ref: string,
  { target, location, tooltip, display }: Hyperlink,
  ids: Map<string, string>,
  prefix: string,
): string {
  if (target !== '' && !ids.has(target)) ids.set(target, `${prefix}link${ids.size + 1}`);
  return element('hyperlink', { ref, 'r:id': ids.get(target), location, tooltip, display });
}
