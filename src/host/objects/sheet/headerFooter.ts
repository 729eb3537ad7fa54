import type { HeaderFooter } from '../../workbook/model/data';
import type { SheetModel } from '../../workbook/model/workbook';
import { asChoice, asText } from '../core/arguments';
import { bind, type ObjectClass, type ValueMember } from '../core/object';
import { invalidArgument } from '../core/refusal';

type Pages = 'odd' | 'even' | 'first';
type Part = 'L' | 'C' | 'R';

/** The headers and footers of one kind of pages. */
class PagesTarget {
  constructor(
    readonly sheet: SheetModel,
    readonly pages: Pages,
  ) {}
}

/** Of the three parts together, with the codes between them. */
const LONGEST = 255;

/** Both as the file keeps them: `&L左&C中&R右`. */
function textMember(where: 'Header' | 'Footer', part: Part): ValueMember<PagesTarget> {
  return {
    kind: 'value',
    get: ({ sheet, pages }) => split(sheet.data.headerFooter?.[`${pages}${where}`] ?? '')[part],
    set: ({ sheet, pages }, value) => {
      const key = `${pages}${where}` as const;
      const parts = { ...split(sheet.data.headerFooter?.[key] ?? ''), [part]: asText(value) };
      const text = join(parts);
      if (text.length > LONGEST) throw invalidArgument(`A header or footer has at most ${LONGEST} signs.`);
      sheet.data.headerFooter = { ...sheet.data.headerFooter, [key]: text };
    },
  };
}

function split(text: string): Record<Part, string> {
  const parts: Record<Part, string> = { L: '', C: '', R: '' };
  let current: Part = 'C';
  // `&&` is a written ampersand and must not be taken for the start of a code.
  for (const piece of text.match(/&&|&[LCR]|&|[^&]+/g) ?? []) {
    if (piece === '&L' || piece === '&C' || piece === '&R') current = piece === '&L' ? 'L' : piece === '&C' ? 'C' : 'R';
    else parts[current] += piece;
  }
  return parts;
}

function join(parts: Record<Part, string>): string {
  return (['L', 'C', 'R'] as const).map((part) => (parts[part] === '' ? '' : `&${part}${parts[part]}`)).join('');
}

/** `Excel.HeaderFooter`. */
export const headerFooterClass: ObjectClass<PagesTarget> = {
  name: 'HeaderFooter',
  since: '1.9',
  members: {
    leftHeader: textMember('Header', 'L'),
    centerHeader: textMember('Header', 'C'),
    rightHeader: textMember('Header', 'R'),
    leftFooter: textMember('Footer', 'L'),
    centerFooter: textMember('Footer', 'C'),
    rightFooter: textMember('Footer', 'R'),
  },
};

const STATES = ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'] as const;

/** `Excel.HeaderFooterGroup`. */
export const headerFooterGroupClass: ObjectClass<SheetModel> = {
  name: 'HeaderFooterGroup',
  since: '1.9',
  members: {
    defaultForAllPages: { kind: 'object', get: (sheet) => bind(headerFooterClass, new PagesTarget(sheet, 'odd')) },
    oddPages: { kind: 'object', get: (sheet) => bind(headerFooterClass, new PagesTarget(sheet, 'odd')) },
    evenPages: { kind: 'object', get: (sheet) => bind(headerFooterClass, new PagesTarget(sheet, 'even')) },
    firstPage: { kind: 'object', get: (sheet) => bind(headerFooterClass, new PagesTarget(sheet, 'first')) },
    state: {
      kind: 'value',
      get: (sheet) => {
        const { differentFirst, differentOddEven }: HeaderFooter = sheet.data.headerFooter ?? {};
        return STATES[(differentFirst ? 1 : 0) + (differentOddEven ? 2 : 0)] ?? 'Default';
      },
      set: (sheet, value) => {
        const state = STATES.indexOf(asChoice(value, STATES));
        sheet.data.headerFooter = {
          ...sheet.data.headerFooter,
          differentFirst: state % 2 === 1,
          differentOddEven: state >= 2,
        };
      },
    },
  },
};
