/** Elements of the workbook part that hucre reads less of than the model needs. */
import type { DefinedName, FontStyle } from '../model/data';
import type { CalculationMode, WorkbookModel } from '../model/workbook';
import { partText } from '../package/parts';
import type { Source } from '../package/source';
import { childOf, childrenOf, isOn, parseXml, type XmlElement } from '../package/xml';
import { sheetText, tokenize } from '../values/formula';
import { withoutPrefixes } from '../values/functions';

const OWN_ATTRIBUTES = new Set(['name', 'localSheetId', 'hidden', 'comment']);

/** The defined names; print areas and titles become members of their sheet's page setup. */
export function readNames({ workbook, tabNames }: Source, model: WorkbookModel): void {
  for (const element of childrenOf(childOf(workbook, 'definedNames'), 'definedName')) {
    const { name = '', localSheetId, hidden, comment } = element.attributes;
    const scope = localSheetId === undefined ? undefined : tabNames[Number(localSheetId)];
    const range = withoutPrefixes(element.text);
    const sheet = scope === undefined ? undefined : model.sheetByName(scope);
    if (
      sheet &&
      (name === '_xlnm.Print_Area' || name === '_xlnm.Print_Titles') &&
      readPrintName(name, range, sheet.data)
    )
      continue;
    const attributes = Object.fromEntries(
      Object.entries(element.attributes).filter(([key]) => !OWN_ATTRIBUTES.has(key)),
    );
    const defined: DefinedName = {
      name,
      range,
      ...(scope !== undefined && { scope }),
      ...(comment !== undefined && { comment }),
      ...(isOn(hidden) && { hidden: true }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    };
    model.data.namedRanges.push(defined);
  }
}

/** Whether the name is nothing but areas, so that the page setup can hold it. */
function readPrintName(name: string, range: string, sheet: WorkbookModel['data']['sheets'][number]): boolean {
  const areas: string[] = [];
  for (const token of tokenize(range)) {
    if (token.kind === 'reference') areas.push(token.text.replaceAll(sheetText(token), ''));
    else if (token.text !== ',' && token.kind !== 'space') return false;
  }
  if (areas.length === 0) return false;
  const setup = (sheet.pageSetup ??= {});
  if (name === '_xlnm.Print_Area') setup.printArea = areas.join(',');
  else
    for (const area of areas) {
      if (/\d/.test(area)) setup.printTitlesRow = area;
      else setup.printTitlesColumn = area;
    }
  return true;
}

/** The chosen tab; a chart sheet's place falls to the sheet that comes to stand there. */
export function readActiveTab({ workbook, tabNames }: Source, model: WorkbookModel): void {
  const view = childOf(childOf(workbook, 'bookViews'), 'workbookView');
  const chosen = model.sheetByName(tabNames[Number(view?.attributes['activeTab'] ?? 0)] ?? '');
  if (chosen) model.activeSheet = chosen;
}

const MODES: Readonly<Record<string, CalculationMode>> = { manual: 'Manual', autoNoTable: 'AutomaticExceptTables' };

/** How the workbook is calculated, and whether the file asks that it be. */
export function readCalculation({ workbook }: Source, model: WorkbookModel): void {
  const attributes = childOf(workbook, 'calcPr')?.attributes ?? {};
  model.calculationMode = MODES[attributes['calcMode'] ?? ''] ?? 'Automatic';
  model.asksForCalculation = isOn(attributes['fullCalcOnLoad']);
}

/** The font of cells without a format: the first in the styles. */
export function readDefaultFont({ kept }: Source): FontStyle | undefined {
  const xml = kept.stylesPath === undefined ? undefined : partText(kept.parts, kept.stylesPath);
  const font = childOf(childOf(xml === undefined ? undefined : parseXml(xml), 'fonts'), 'font');
  return font && fontOf(font);
}

function fontOf(element: XmlElement): FontStyle {
  const value = (name: string): string | undefined => childOf(element, name)?.attributes['val'];
  const [name, size, charset, family, scheme] = ['name', 'sz', 'charset', 'family', 'scheme'].map(value);
  return {
    ...(name !== undefined && { name }),
    ...(size !== undefined && { size: Number(size) }),
    ...(charset !== undefined && { charset: Number(charset) }),
    ...(family !== undefined && { family: Number(family) }),
    ...((scheme === 'minor' || scheme === 'major') && { scheme }),
  };
}
