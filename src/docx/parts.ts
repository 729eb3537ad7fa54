/** The parts of a document in Word's own terms, by GB/T 9704—2012 as far as an office prints it itself. */
import {
  AlignmentType,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { dateTitle, type CalendarDate } from '../assessment/calendarDate';
import { WHOLE, type DocumentPart, type FormRow } from '../forms/documents/document';
import { FONTS, SIZES } from '../forms/grid/fonts';
import { MARGINS } from '../forms/grid/plan';
import { LATIN } from './fontTable';

const TWIPS_OF_POINT = 20;
const TWIPS_OF_MILLIMETRE = 1440 / 25.4;
/** 22 lines on the 225 mm of a page. */
const LINE = 29 * TWIPS_OF_POINT;
const TITLE_LINE = 35 * TWIPS_OF_POINT;
/** A character of 三号. */
const CHARACTER = SIZES.三号 * TWIPS_OF_POINT;
/** Between margins, twips. */
const A4_WIDTH = 210;
const TEXT_WIDTH = millimetres(A4_WIDTH - MARGINS.公文边距.left - MARGINS.公文边距.right);
const BLANK_DATE = '　　年　　月　　日';

export function millimetres(length: number): number {
  return Math.round(length * TWIPS_OF_MILLIMETRE);
}

interface Type {
  readonly font?: string;
  /** Points. */
  readonly size?: number;
}

/** @param breaks lines that are parted before it */
function run(text: string, { font = FONTS.body, size = SIZES.三号 }: Type, breaks: number): TextRun {
  // The size in half points.
  return new TextRun({
    text,
    break: Math.min(breaks, 1),
    size: size * 2,
    font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: font },
  });
}

/** @param text its lines are parted within the paragraph */
function paragraph(text: string, options: IParagraphOptions, type: Type = {}): Paragraph {
  const spacing = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  return new Paragraph({ spacing, ...options, children: text.split('\n').map((line, i) => run(line, type, i)) });
}

/** A part, as it stands on the page. */
export function laidOut(part: DocumentPart): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'title':
      return [
        paragraph(
          part.text,
          {
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { line: TITLE_LINE, lineRule: LineRuleType.EXACT, after: LINE },
          },
          { font: FONTS.title, size: SIZES.二号 },
        ),
      ];
    case 'subtitle':
      return [paragraph(part.text, { alignment: AlignmentType.CENTER, keepNext: true })];
    case 'heading':
      return [paragraph(part.text, { indent: { firstLine: 2 * CHARACTER }, keepNext: true }, { font: FONTS.heading })];
    case 'paragraph':
      return part.text
        .split('\n')
        .map((text) => paragraph(text, { alignment: AlignmentType.BOTH, indent: { firstLine: 2 * CHARACTER } }));
    case 'addressee':
    case 'line':
      return [paragraph(part.text, {})];
    case 'table':
      return [listTable(part), gap()];
    case 'form':
      return [formTable(part.rows)];
    case 'signature':
      return signature(part.authority, part.date);
  }
}

/**
 * 落款 without a seal printed over it: the name above the date, one in the middle over the other, the date four
 * characters from the right edge where the name is not the wider of the two.
 */
function signature(authority: string, date: CalendarDate | null): Paragraph[] {
  const day = date === null ? BLANK_DATE : dateTitle(date);
  const [name, below] = [widthOf(authority), widthOf(day)];
  const dayIndent = Math.max(4, 2 + (name - below) / 2);
  const nameIndent = Math.max(2, dayIndent + (below - name) / 2);
  const right = (text: string, characters: number, more: IParagraphOptions = {}) =>
    paragraph(text, {
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(characters * CHARACTER) },
      ...more,
    });
  return [gap(), right(authority, nameIndent, { keepNext: true }), right(day, dayIndent)];
}

/** In characters: digits and Latin letters are half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character <= '~' ? 0.5 : 1), 0);
}

function gap(): Paragraph {
  return paragraph('', { keepNext: true });
}

type List = Extract<DocumentPart, { kind: 'table' }>;

function listTable({ columns, rows }: List): Table {
  const shares = columns.map(({ share }) => share);
  const line = (texts: readonly string[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      cantSplit: true,
      height: { value: millimetres(9), rule: HeightRule.ATLEAST },
      children: texts.map((text, i) => cell([middle(text, isHeading ? FONTS.heading : FONTS.body)], shares[i] ?? 0)),
    });
  return table(shares, [
    line(
      columns.map(({ label }) => label),
      true,
    ),
    ...rows.map((texts) => line(texts, false)),
  ]);
}

function formTable(rows: readonly FormRow[]): Table {
  const columns = Array.from({ length: WHOLE }, () => 1);
  return table(
    columns,
    rows.map(
      ({ cells, height }) =>
        new TableRow({
          cantSplit: true,
          height: { value: millimetres(height), rule: HeightRule.ATLEAST },
          children: cells.map(({ text, share, isLabel = false, isLong = false }) =>
            cell(
              isLong
                ? text.split('\n').map((each) => sentence(each))
                : [middle(text, isLabel ? FONTS.heading : FONTS.body)],
              share,
              share,
              isLong ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
            ),
          ),
        }),
    ),
  );
}

function table(shares: readonly number[], rows: TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: shares.map(widthOfShare),
    rows,
  });
}

function cell(
  children: Paragraph[],
  share: number,
  columnSpan = 1,
  verticalAlign: (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable] = VerticalAlignTable.CENTER,
): TableCell {
  const margins = { left: 60, right: 60, top: 30, bottom: 30 };
  return new TableCell({
    children,
    columnSpan,
    verticalAlign,
    margins,
    width: { size: widthOfShare(share), type: WidthType.DXA },
  });
}

function widthOfShare(share: number): number {
  return Math.round((TEXT_WIDTH * share) / WHOLE);
}

const CELL_LINE = { line: 22 * TWIPS_OF_POINT, lineRule: LineRuleType.AT_LEAST };

function middle(text: string, font: string): Paragraph {
  return paragraph(text, { alignment: AlignmentType.CENTER, spacing: CELL_LINE }, { font, size: SIZES.四号 });
}

function sentence(text: string): Paragraph {
  const indent = text.startsWith('　') || text === '' ? {} : { indent: { firstLine: 2 * SIZES.四号 * TWIPS_OF_POINT } };
  return paragraph(text, { ...indent, spacing: CELL_LINE }, { size: SIZES.四号 });
}
