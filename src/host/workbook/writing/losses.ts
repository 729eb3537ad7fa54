/** What a file holds that saving does not give back. */
import { isUntouched } from '../model/snapshot';
import type { SheetModel, WorkbookModel } from '../model/workbook';
import { isKind, partText, relationshipsOf } from '../package/parts';
import type { KeptPackage } from '../package/source';
import { parseXml } from '../package/xml';
import { readFilter } from '../reading/tables';
import { isFilterKept } from './sheet';

/** One thing that saving would lose; `sheet` is undefined for what belongs to the whole workbook. */
export interface Loss {
  readonly kind:
    'signature' | 'strictFormat' | 'changeHistory' | 'filterCriteria' | 'noteLayout' | 'comments' | 'formControls';
  readonly sheet: string | undefined;
  /** What exactly, as the file names it. */
  readonly detail: string;
}

/**
 * Everything that saving the workbook would lose; [] when nothing. The notes' layout and the controls that share a part
 * with them are lost only once a note changed or moved.
 */
export function losses(workbook: WorkbookModel): Loss[] {
  const { kept } = workbook;
  const made = workbook.sheets.flatMap(commentLosses);
  if (!kept) return made;
  return [...packageLosses(kept), ...made, ...workbook.sheets.flatMap((sheet) => sheetLosses(sheet, kept))];
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

/** Comments made here are not written; those of the file are kept as they were. */
function commentLosses({ name, data }: SheetModel): Loss[] {
  const made = data.threadedComments ?? [];
  return made.length === 0
    ? []
    : [{ kind: 'comments', sheet: name, detail: made.map(({ ref }) => ref ?? '').join(' ') }];
}

/** Of a sheet's own parts only those are written anew whose content changed in the model. */
function sheetLosses(sheet: SheetModel, kept: KeptPackage): Loss[] {
  const losses: Loss[] = [];
  const related = sheet.extras.kept?.relationships ?? [];
  if (!isUntouched(sheet, 'comments')) {
    for (const { target } of related.filter((relationship) => isKind(relationship, 'vmlDrawing'))) {
      const xml = partText(kept.parts, target) ?? '';
      const kinds = [...xml.matchAll(/ObjectType="(\w+)"/g)].map(([, kind = '']) => kind);
      if (kinds.includes('Note')) losses.push({ kind: 'noteLayout', sheet: sheet.name, detail: target });
      const controls = kinds.filter((kind) => kind !== 'Note');
      if (controls.length > 0) losses.push({ kind: 'formControls', sheet: sheet.name, detail: controls.join(' ') });
    }
  }
  if (!isFilterKept(sheet)) {
    const own = sheet.extras.kept?.document.fragments.find(({ name }) => name === 'autoFilter')?.xml;
    const left = new Set((sheet.data.autoFilter?.columns ?? []).map(({ source }) => source));
    const criteria = (readFilter(own)?.columns ?? []).flatMap(({ source }) =>
      source === undefined || left.has(source) ? [] : [nameOf(source)],
    );
    if (criteria.length > 0) losses.push({ kind: 'filterCriteria', sheet: sheet.name, detail: criteria.join(' ') });
  }
  return losses;
}

/** The name of the criteria: `colorFilter`, or of what a list of values holds besides them. */
function nameOf(source: string): string {
  const criteria = parseXml(source);
  return criteria?.children.find(({ name }) => name !== 'filter')?.name ?? criteria?.name ?? source;
}
