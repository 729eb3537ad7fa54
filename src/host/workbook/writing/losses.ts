/** What a file holds that saving does not give back. */
import type { SheetModel, WorkbookModel } from '../model/workbook';
import { isKind, relationshipsOf } from '../package/parts';
import type { KeptPackage } from '../package/source';
import { parseXml } from '../package/xml';
import { readFilter } from '../reading/tables';
import { isFilterKept } from './sheet';

/** One thing that saving would lose; `sheet` is undefined for what belongs to the whole workbook. */
export interface Loss {
  readonly kind: 'signature' | 'strictFormat' | 'changeHistory' | 'filterCriteria';
  readonly sheet: string | undefined;
  /** What exactly, as the file names it. */
  readonly detail: string;
}

/** Everything that saving the workbook would lose; [] when nothing. */
export function losses(workbook: WorkbookModel): Loss[] {
  const { kept } = workbook;
  return kept ? [...packageLosses(kept), ...workbook.sheets.flatMap(sheetLosses)] : [];
}

function packageLosses(kept: KeptPackage): Loss[] {
  const losses: Loss[] = [];
  const lose = (kind: Loss['kind'], detail: string): void => void losses.push({ kind, sheet: undefined, detail });
  if (kept.strict) lose('strictFormat', 'ISO 29500 strict');
  for (const relationship of relationshipsOf(kept.parts, ''))
    if (isKind(relationship, 'origin')) lose('signature', relationship.target);
  for (const relationship of kept.relationships) {
    if (isKind(relationship, 'revisionHeaders')) lose('changeHistory', relationship.target);
  }
  return losses;
}

/** Of a sheet's own parts only those are written anew whose content changed in the model. */
function sheetLosses(sheet: SheetModel): Loss[] {
  if (!isFilterKept(sheet)) {
    const own = sheet.extras.kept?.document.fragments.find(({ name }) => name === 'autoFilter')?.xml;
    const left = new Set((sheet.data.autoFilter?.columns ?? []).map(({ source }) => source));
    const criteria = (readFilter(own)?.columns ?? []).flatMap(({ source }) =>
      source === undefined || left.has(source) ? [] : [nameOf(source)],
    );
    if (criteria.length > 0) return [{ kind: 'filterCriteria', sheet: sheet.name, detail: criteria.join(' ') }];
  }
  return [];
}

/** The name of the criteria: `colorFilter`, or of what a list of values holds besides them. */
function nameOf(source: string): string {
  const criteria = parseXml(source);
  return criteria?.children.find(({ name }) => name !== 'filter')?.name ?? criteria?.name ?? source;
}
