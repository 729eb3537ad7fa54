import type { Json } from '../../wire/protocol';
import type { Cell, Hyperlink } from '../../workbook/model/data';
import { cellKey } from '../../workbook/values/address';
import { editContent } from '../cells/edits';
import { requireEditable } from '../cells/permission';
import { asRecord, asText, type Argument, type ArgumentRecord } from '../core/arguments';
import type { Member, Session } from '../core/object';
import type { RangeRef } from '../core/rangeRef';
import { invalidArgument } from '../core/refusal';

/** `range.hyperlink`: where the cells lead, to an address outside or to a place in the workbook. */
export const hyperlinkMembers: Readonly<Record<string, Member<RangeRef>>> = {
  hyperlink: { kind: 'value', since: '1.7', get: read, set: write },
};

function read({ sheet, area }: RangeRef): Json {
  const links: (Hyperlink | undefined)[] = [];
  for (const [, cell] of sheet.cellsIn(area)) links.push(cell.hyperlink);
  const first = links[0];
  const isAlike =
    first !== undefined && links.length === area.rows * area.columns && links.every((link) => same(link, first));
  if (!isAlike) return null;
  return {
    ...(first.target !== '' && { address: first.target }),
    ...(first.location !== undefined && { documentReference: first.location }),
    ...(first.tooltip !== undefined && { screenTip: first.tooltip }),
    textToDisplay: first.display ?? sheet.text(area.row, area.column),
  };
}

function same(a: Hyperlink | undefined, b: Hyperlink): boolean {
  return a !== undefined && a.target === b.target && a.location === b.location && a.tooltip === b.tooltip;
}

function write({ sheet, area }: RangeRef, value: Argument, session: Session): void {
  const given = asRecord(value);
  const address = optional(given, 'address');
  if (address !== undefined && !isAddress(address)) throw invalidArgument(`${address.slice(0, 100)} is no address.`);
  const location = optional(given, 'documentReference');
  const tooltip = optional(given, 'screenTip');
  const text = optional(given, 'textToDisplay');
  if (address === undefined && location === undefined) throw invalidArgument('A hyperlink needs a place to lead to.');
  requireEditable(sheet, area);
  editContent(session, sheet, area, () => {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const isEmpty = sheet.formula(row, column) === '';
        if (text !== undefined || isEmpty) sheet.input(row, column, text ?? address ?? location ?? '');
        const old: Cell = sheet.cell(row, column) ?? { value: null, type: 'empty' };
        const display = text ?? sheet.text(row, column);
        const hyperlink: Hyperlink = {
          target: address ?? '',
          display,
          ...(location !== undefined && { location }),
          ...(tooltip !== undefined && { tooltip }),
        };
        sheet.cells.set(cellKey(row, column), { ...old, hyperlink });
      }
    }
    // Excel gives links its Hyperlink style: blue and underlined, and perhaps the workbook's usual font and size.
    const { name, size } = sheet.workbook.data.defaultFont ?? {};
    const usual = session.profile.hyperlinkStyle === 'font' ? { ...(name && { name }), ...(size && { size }) } : {};
    sheet.patchStyle(area, (style) => ({
      ...style,
      font: { ...style.font, ...usual, color: { rgb: '0563C1' }, underline: 'single' },
    }));
  });
}

const LONGEST_ADDRESS = 2_079;

/** A file's path may be nearly anything; what says that it is of the web must be an address. */
function isAddress(text: string): boolean {
  if (text.length > LONGEST_ADDRESS || /[\p{Cc}"<>]/u.test(text)) return false;
  return !/^(?:https?|ftp):/i.test(text) || (URL.canParse(text) && !/\s/.test(text));
}

function optional(given: ArgumentRecord, name: string): string | undefined {
  const value = given[name];
  return value === undefined || value === null || value === '' ? undefined : asText(value);
}
