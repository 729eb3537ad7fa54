/** The workbook part on saving: the file's own, with the sheets, names, views and calculation of the model. */
import type { DefinedName } from '../model/data';
import type { SheetModel, WorkbookModel } from '../model/workbook';
import type { OtherSheet } from '../package/source';
import { composePart, elementsOf, setElement, WORKBOOK_ORDER } from '../package/compose';
import { childrenOf, element, escapeXml, isOn, parseXml, type XmlElement } from '../package/xml';
import { quoteSheet } from '../values/address';
import { withPrefixes } from '../values/functions';

/** A tab: a sheet of the model, or one that is carried along. */
interface Tab {
  readonly name: string;
  readonly sheet: SheetModel | undefined;
  readonly other: OtherSheet | undefined;
}

/** All tabs in order; a sheet that is carried along stays behind the worksheet that it stood behind. */
function tabsOf({ sheets, kept }: WorkbookModel): Tab[] {
  const others = kept?.otherSheets ?? [];
  const ids = sheets.map(({ extras }) => (extras.kept ? String(extras.kept.sheetId) : undefined));
  const behind = (id: string | undefined): Tab[] =>
    others
      .filter(({ after }) => (ids.includes(after) ? after : undefined) === id)
      .map((other) => ({ name: other.name, sheet: undefined, other }));
  return [
    ...behind(undefined),
    ...sheets.flatMap((sheet, index): Tab[] => {
      const id = ids[index];
      return [{ name: sheet.name, sheet, other: undefined }, ...(id === undefined ? [] : behind(id))];
    }),
  ];
}

/** The workbook part; `ids` are the relationships of its worksheets, in tab order. */
export function writeWorkbookPart(workbook: WorkbookModel, ids: readonly string[]): string {
  const { kept } = workbook;
  const tabs = tabsOf(workbook);
  const elements = elementsOf(kept?.workbook);
  const own = (name: string): XmlElement | undefined => {
    const xml = elements.get(name)?.[0];
    return xml === undefined ? undefined : parseXml(xml);
  };
  setElement(elements, 'workbookPr', workbookProperties(workbook, own('workbookPr')));
  setElement(elements, 'workbookProtection', workbookProtection(workbook, own('workbookProtection')));
  setElement(elements, 'bookViews', bookViews(workbook, tabs, own('bookViews')));
  setElement(elements, 'sheets', sheetList(workbook, tabs, ids));
  setElement(elements, 'definedNames', definedNames(workbook, tabs));
  setElement(elements, 'calcPr', calculation(workbook, own('calcPr')));
  return composePart('workbook', kept?.workbook.attributes ?? {}, elements, WORKBOOK_ORDER);
}

function workbookProperties(workbook: WorkbookModel, own: XmlElement | undefined): string {
  const { date1904, ...rest } = own?.attributes ?? {};
  if (own && isOn(date1904) === workbook.date1904) return own.source;
  return element('workbookPr', { ...(workbook.date1904 && { date1904: 1 }), ...rest }, own?.inner);
}

/** The password's hash stays as long as the same things are locked. */
function workbookProtection(workbook: WorkbookModel, own: XmlElement | undefined): string | undefined {
  const { lockStructure = false, lockWindows = false } = workbook.data.workbookProtection ?? {};
  const same =
    isOn(own?.attributes['lockStructure']) === lockStructure && isOn(own?.attributes['lockWindows']) === lockWindows;
  if (own && same) return own.source;
  if (!lockStructure && !lockWindows) return undefined;
  return element('workbookProtection', {
    ...(lockStructure && { lockStructure: 1 }),
    ...(lockWindows && { lockWindows: 1 }),
  });
}

function bookViews(workbook: WorkbookModel, tabs: readonly Tab[], own: XmlElement | undefined): string {
  const [view, ...others] = childrenOf(own, 'workbookView');
  const { firstSheet, ...rest } = view?.attributes ?? { windowWidth: '28800', windowHeight: '12345' };
  const first = firstSheet !== undefined && Number(firstSheet) < tabs.length ? { firstSheet } : {};
  const activeTab = tabs.findIndex(({ sheet }) => sheet === workbook.activeSheet);
  const written = element('workbookView', { ...rest, ...first, activeTab }, view?.inner);
  return element('bookViews', {}, written + others.map(({ source }) => source).join(''));
}

function sheetList(workbook: WorkbookModel, tabs: readonly Tab[], ids: readonly string[]): string {
  const used = tabs.map(({ sheet, other }) => sheet?.extras.kept?.sheetId ?? Number(other?.attributes['sheetId'] ?? 0));
  let next = Math.max(0, ...used);
  const sheets = tabs.map(({ sheet, other }) => {
    if (!sheet) {
      const { name, sheetId, state } = other?.attributes ?? {};
      return element('sheet', { name, sheetId, state, 'r:id': other?.relationshipId ?? '' });
    }
    const { data, extras } = sheet;
    return element('sheet', {
      name: data.name,
      sheetId: extras.kept?.sheetId || ++next,
      state: data.veryHidden ? 'veryHidden' : data.hidden ? 'hidden' : undefined,
      'r:id': ids[workbook.sheets.indexOf(sheet)],
    });
  });
  return element('sheets', {}, sheets.join(''));
}

function definedNames(workbook: WorkbookModel, tabs: readonly Tab[]): string {
  const names = [
    ...workbook.data.namedRanges,
    ...workbook.sheets.flatMap(({ data }) => printNames(data.name, data.pageSetup)),
  ];
  for (const { data } of workbook.sheets) addFilterName(names, data.name, data.autoFilter?.range);
  const entries = names.flatMap(({ name, range, scope, comment, hidden, attributes }) => {
    const tab = tabs.findIndex(({ name: of }) => of === scope);
    if (scope !== undefined && tab < 0) return [];
    const all = {
      name,
      ...attributes,
      ...(comment && { comment }),
      ...(scope !== undefined && { localSheetId: tab }),
      ...(hidden && { hidden: 1 }),
    };
    return [element('definedName', all, escapeXml(withPrefixes(range)))];
  });
  return entries.length === 0 ? '' : element('definedNames', {}, entries.join(''));
}

/** Print areas and titles are names that belong to their sheet, each area with the sheet's name before it. */
function printNames(sheet: string, setup: WorkbookModel['data']['sheets'][number]['pageSetup']): DefinedName[] {
  const on = (areas: string): string =>
    areas
      .split(',')
      .map((area) => `${quoteSheet(sheet)}!${area}`)
      .join(',');
  const titles = [setup?.printTitlesColumn, setup?.printTitlesRow].flatMap((area) =>
    area === undefined ? [] : [on(area)],
  );
  return [
    ...(setup?.printArea === undefined ? [] : [{ name: '_xlnm.Print_Area', range: on(setup.printArea), scope: sheet }]),
    ...(titles.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', range: titles.join(','), scope: sheet }]),
  ];
}

const FILTER_NAME = '_xlnm._FilterDatabase';

/** Excel finds a sheet's filter by a hidden name. */
function addFilterName(names: DefinedName[], sheet: string, range: string | undefined): void {
  const at = names.findIndex(({ name, scope }) => name === FILTER_NAME && scope === sheet);
  if (range === undefined) return;
  const absolute = range.replace(/([A-Za-z]+)(\d+)/g, '$$$1$$$2');
  const defined: DefinedName = {
    name: FILTER_NAME,
    range: `${quoteSheet(sheet)}!${absolute}`,
    scope: sheet,
    hidden: true,
  };
  if (at < 0) names.push(defined);
  else names[at] = defined;
}

const MODES = { Automatic: undefined, AutomaticExceptTables: 'autoNoTable', Manual: 'manual' } as const;

/** Excel calculates on opening when the file asks for it, or a formula is written without a value that counts. */
function calculation(workbook: WorkbookModel, own: XmlElement | undefined): string {
  const { fullCalcOnLoad: _full, calcMode: _mode, ...rest } = own?.attributes ?? { calcId: '191029' };
  const incomplete = workbook.sheets.some(({ cells }) =>
    [...cells.values()].some((cell) => cell.formula !== undefined && !workbook.hasValue(cell)),
  );
  const asks = workbook.asksForCalculation || incomplete;
  return element('calcPr', { ...rest, calcMode: MODES[workbook.calculationMode], ...(asks && { fullCalcOnLoad: 1 }) });
}
