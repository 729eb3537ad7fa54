import type { Profile } from '../../profiles';
import type { Json } from '../../wire/protocol';
import type { PageMargins, PageSetup } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { isWholeColumns, isWholeRows, parseA1, type Area } from '../../workbook/values/address';
import { absoluteA1, rangeArgument } from '../cells/lookup';
import {
  asBoolean,
  asChoice,
  asInteger,
  asNumber,
  asRecord,
  objectOf,
  type Argument,
  type Arguments,
} from '../core/arguments';
import {
  areasObject,
  bind,
  orNotFound,
  rangeObject,
  type HostObject,
  type ObjectClass,
  type Session,
  type ValueMember,
} from '../core/object';
import { RangeAreasRef, RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';
import { headerFooterGroupClass } from './headerFooter';

/** `Excel.PageLayout`: how the sheet is printed. Lengths are in points. */
export const pageLayoutClass: ObjectClass<SheetModel> = {
  name: 'PageLayout',
  since: '1.9',
  members: {
    orientation: {
      kind: 'value',
      get: (sheet) => (sheet.data.pageSetup?.orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      set: (sheet, value) => {
        const isLandscape = asChoice(value, ['Portrait', 'Landscape']) === 'Landscape';
        change(sheet, { orientation: isLandscape ? 'landscape' : 'portrait' });
      },
    },
    paperSize: {
      kind: 'value',
      get: (sheet) => PAPERS.find((paper) => paper.toLowerCase() === sheet.data.pageSetup?.paperSize) ?? 'Letter',
      set: (sheet, value) => change(sheet, { paperSize: fileNameOf(asChoice(value, PAPERS)) }),
    },
    leftMargin: margin('left', 0.7),
    rightMargin: margin('right', 0.7),
    topMargin: margin('top', 0.75),
    bottomMargin: margin('bottom', 0.75),
    headerMargin: margin('header', 0.3),
    footerMargin: margin('footer', 0.3),
    centerHorizontally: flag('horizontalCentered'),
    centerVertically: flag('verticalCentered'),
    printGridlines: flag('showGridLines'),
    printHeadings: flag('showRowColHeaders'),
    zoom: { kind: 'value', get: zoom, set: setZoom },
    headersFooters: { kind: 'object', get: (sheet) => bind(headerFooterGroupClass, sheet) },
    setPrintArea: { kind: 'method', call: setPrintArea },
    getPrintArea: { kind: 'method', call: (sheet) => orNotFound(printArea(sheet)) },
    getPrintAreaOrNullObject: { kind: 'method', call: printArea },
    setPrintTitleRows: {
      kind: 'method',
      call: (sheet, given) => change(sheet, { printTitlesRow: titles(sheet, given.at(0), isWholeRows) }),
    },
    setPrintTitleColumns: {
      kind: 'method',
      call: (sheet, given) => change(sheet, { printTitlesColumn: titles(sheet, given.at(0), isWholeColumns) }),
    },
    getPrintTitleRows: { kind: 'method', call: (sheet) => orNotFound(titleRange(sheet, 'printTitlesRow')) },
    getPrintTitleRowsOrNullObject: { kind: 'method', call: (sheet) => titleRange(sheet, 'printTitlesRow') },
    getPrintTitleColumns: { kind: 'method', call: (sheet) => orNotFound(titleRange(sheet, 'printTitlesColumn')) },
    getPrintTitleColumnsOrNullObject: { kind: 'method', call: (sheet) => titleRange(sheet, 'printTitlesColumn') },
    setPrintMargins: { kind: 'method', call: setMargins },
  },
};

const PAPERS = ['Letter', 'Legal', 'A3', 'A4', 'A5', 'B4', 'B5', 'Executive', 'Tabloid'] as const;
const PAPER_FILE_NAMES = {
  Letter: 'letter',
  Legal: 'legal',
  A3: 'a3',
  A4: 'a4',
  A5: 'a5',
  B4: 'b4',
  B5: 'b5',
  Executive: 'executive',
  Tabloid: 'tabloid',
} as const;

function fileNameOf(paper: (typeof PAPERS)[number]): NonNullable<PageSetup['paperSize']> {
  return PAPER_FILE_NAMES[paper];
}

const POINTS_PER_INCH = 72;

function change(sheet: SheetModel, setup: Partial<PageSetup>): void {
  sheet.data.pageSetup = { ...sheet.data.pageSetup, ...setup };
}

function changeMargins(sheet: SheetModel, margins: PageMargins): void {
  change(sheet, { margins: { ...sheet.data.pageSetup?.margins, ...margins } });
}

/** A margin; the file counts inches. `usual` is what Excel takes when the file says nothing. */
function margin(side: keyof PageMargins, usual: number): ValueMember<SheetModel> {
  return {
    kind: 'value',
    get: (sheet) => round((sheet.data.pageSetup?.margins?.[side] ?? usual) * POINTS_PER_INCH),
    set: (sheet, value) => changeMargins(sheet, { [side]: inches(asNumber(value), 1 / POINTS_PER_INCH) }),
  };
}

function inches(value: number, unit: number): number {
  if (value < 0) throw invalidArgument();
  return value * unit;
}

function round(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}

const UNITS = { Points: 1 / POINTS_PER_INCH, Inches: 1, Centimeters: 1 / 2.54 } as const;
const SIDES = ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const;

function setMargins(sheet: SheetModel, given: Arguments): void {
  const unit = UNITS[given.choice(0, ['Points', 'Inches', 'Centimeters'])];
  const wanted = asRecord(given.at(1));
  const margins: PageMargins = {};
  for (const side of SIDES) {
    const value = wanted[side];
    if (value !== undefined && value !== null) margins[side] = inches(asNumber(value), unit);
  }
  changeMargins(sheet, margins);
}

function flag(
  name: 'horizontalCentered' | 'verticalCentered' | 'showGridLines' | 'showRowColHeaders',
): ValueMember<SheetModel> {
  return {
    kind: 'value',
    get: (sheet) => sheet.data.pageSetup?.[name] ?? false,
    set: (sheet, value) => change(sheet, { [name]: asBoolean(value) }),
  };
}

/** Either a scale in percent, or pages wide and tall; pages not given are as many as it takes. */
function zoom(sheet: SheetModel): Json {
  const { fitToPage, fitToWidth = 1, fitToHeight = 1, scale = 100 } = sheet.data.pageSetup ?? {};
  if (!fitToPage) return { scale };
  return {
    ...(fitToWidth > 0 && { horizontalFitToPages: fitToWidth }),
    ...(fitToHeight > 0 && { verticalFitToPages: fitToHeight }),
  };
}

function setZoom(sheet: SheetModel, value: Argument, { profile }: Session): void {
  const wanted = asRecord(value);
  const number = (name: string, most: number, least = 1): number | undefined => {
    const given = wanted[name];
    if (given === undefined || given === null) return undefined;
    const whole = asInteger(given);
    if (whole < least || whole > most) throw invalidArgument();
    return whole;
  };
  const scale = number('scale', 400, 10);
  const wide = number('horizontalFitToPages', 32_767);
  const tall = number('verticalFitToPages', 32_767);
  if (scale !== undefined) {
    if (wide !== undefined || tall !== undefined)
      throw invalidArgument('A scale and a number of pages exclude each other.');
    change(sheet, { fitToPage: false, scale });
  } else if (isTaken(profile.fitToPages, wide !== undefined && tall !== undefined))
    change(sheet, { fitToPage: true, fitToWidth: wide ?? 0, fitToHeight: tall ?? 0 });
}

/** W13: whether a number of pages is taken. */
function isTaken(fitToPages: Profile['fitToPages'], isBoth: boolean): boolean {
  return fitToPages === 'kept' || (fitToPages === 'wideAndTall' && isBoth);
}

function setPrintArea(sheet: SheetModel, given: Arguments): void {
  const several = objectOf(given.at(0), RangeAreasRef);
  const ranges = several ? several.areas : [rangeArgument(given.at(0), sheet)];
  if (ranges.some((range) => range.sheet !== sheet)) throw invalidArgument();
  change(sheet, { printArea: ranges.map((range) => absoluteA1(range.area)).join(',') });
}

function printArea(sheet: SheetModel): HostObject | null {
  const areas = (sheet.data.pageSetup?.printArea ?? '')
    .split(',')
    .map((text) => parseA1(text.slice(text.lastIndexOf('!') + 1)))
    .filter((area) => area !== undefined);
  return areasObject(sheet, areas);
}

function titles(sheet: SheetModel, value: Argument, isWhole: (area: Area) => boolean): string {
  const range = rangeArgument(value, sheet);
  if (range.sheet !== sheet || !isWhole(range.area)) throw invalidArgument('Titles are whole rows or columns.');
  return absoluteA1(range.area);
}

function titleRange(sheet: SheetModel, which: 'printTitlesRow' | 'printTitlesColumn'): HostObject | null {
  const text = sheet.data.pageSetup?.[which];
  const area = text === undefined ? undefined : parseA1(text);
  return area ? rangeObject(new RangeRef(sheet, area)) : null;
}
