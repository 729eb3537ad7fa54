/** Parts and elements that the model does not hold, brought in line with what happened to cells and sheets since. */
import type { FormulaRewrite } from '../model/rewrite';
import type { SheetModel } from '../model/workbook';
import { decodeXml, escapeXml } from '../package/xml';
import { parseA1 } from '../values/address';
import type { Change } from '../values/shift';
import { shiftAreas, shiftSpan } from '../values/shift';

/** An element kept from a sheet, its addresses and formulas where they belong now. */
export function currentElement(sheet: SheetModel, xml: string): string {
  const { changes } = sheet.extras;
  const { edits } = sheet.workbook;
  const shifted = changes.length === 0 ? xml : shiftAddresses(changes, xml);
  return edits.length === 0 ? shifted : rewriteFormulas(shifted, edits, sheet);
}

const ADDRESS_ATTRIBUTE = /(\s(?:ref|sqref|r|r1|r2)=")([^"]*)(")/g;
const ADDRESS_ELEMENT = /(<xm:sqref>)([^<]*)(<\/xm:sqref>)/g;

/** Addresses in attributes and elements after the changes; what lay wholly in deleted cells keeps its last place. */
export function shiftAddresses(changes: readonly Change[], xml: string): string {
  const shift = (all: string, before: string, address: string, after: string): string => {
    if (!address.split(' ').every((part) => parseA1(part) !== undefined)) return all;
    const next = changes.reduce((text, change) => shiftAreas(change, text) ?? text, address);
    return before + next + after;
  };
  return xml.replace(ADDRESS_ATTRIBUTE, shift).replace(ADDRESS_ELEMENT, shift);
}

const FORMULA_ELEMENT = /(<(?:xm:f|c:f|cx:f|x14:formula|c15:f)(?:\s[^>]*)?>)([^<]*)(<\/)/g;

/** Formulas of charts, sparklines and newer conditional formats after all rewriting since opening. */
export function rewriteFormulas(xml: string, edits: readonly FormulaRewrite[], sheet?: SheetModel): string {
  return xml.replace(FORMULA_ELEMENT, (_all, open: string, formula: string, close: string) => {
    const rewritten = edits.reduce((text, edit) => edit(text, sheet?.data), decodeXml(formula));
    return open + escapeXml(rewritten) + close;
  });
}

const ANCHOR = /<xdr:(twoCellAnchor|oneCellAnchor)\b([^>]*)>[\s\S]*?<\/xdr:\1>/g;
const CORNER = /(<xdr:(?:from|to)>)([\s\S]*?)(<\/xdr:(?:from|to)>)/g;

/** A drawing whose pictures and charts moved with their cells. */
export function shiftDrawing(changes: readonly Change[], xml: string): string {
  // Only whole rows and columns take drawings along.
  const whole = changes.filter(({ bandStart, bandEnd }) => bandStart === 0 && bandEnd >= 16_383);
  if (whole.length === 0) return xml;
  return xml.replace(ANCHOR, (anchor: string, _kind: string, attributes: string) => {
    if (attributes.includes('editAs="absolute"')) return anchor;
    return anchor.replace(
      CORNER,
      (_all, open: string, corner: string, close: string) => open + whole.reduce(shiftCorner, corner) + close,
    );
  });
}

function shiftCorner(corner: string, change: Change): string {
  const element = change.axis === 'row' ? 'row' : 'col';
  return corner.replace(
    new RegExp(`(<xdr:${element}>)(\\d+)(</xdr:${element}>)`),
    (_all, open: string, index: string, close: string) => {
      const span = shiftSpan(change, Number(index), Number(index));
      return `${open}${span ? span[0] : change.at}${close}`;
    },
  );
}
