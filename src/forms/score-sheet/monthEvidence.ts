import { cellAddress } from '../grid/address';
import type { Block } from './block';
import { rowTexts } from './titleText';
import type { SheetCells } from '../grid/cells';
import { problem } from '../words/problems';
import { dateCellText, datesIn, type DateMention } from '../words/dateText';
import type { Problem } from '../grid/problem';
import type { MonthEvidence, MonthMention } from '../words/months';

/** Collects what the title lines, the lines below the people and the sheet's name say of the month. */
export function collectEvidence(cells: SheetCells, block: Block): MonthEvidence {
  const printed: MonthMention[] = [];
  const signed: MonthMention[] = [];
  const years: { year: number; cell: string }[] = [];
  const problems: Problem[] = [];
  for (const row of [...block.titleRows, ...block.signatureRows]) {
    for (const { mention, cell } of mentionsOfRow(cells, block, row)) {
      const { year, month, day, text, valid, readings } = mention;
      if (!valid) problems.push(problem.dateInvalid(cells.name, cell, text));
      else if (readings.length > 0) problems.push(problem.dateAmbiguous(cells.name, cell, text, readings.join('或')));
      if (!valid) continue;
      if (month === null) years.push({ year: year ?? 0, cell });
      else (day === null ? printed : signed).push({ year, month, cell });
    }
  }
  const sheetName = monthsOfPeriod(datesIn(cells.name, false))[0];
  return {
    printed,
    sheetName:
      sheetName?.month == null || !sheetName.valid ? null : { ...sheetName, month: sheetName.month, cell: null },
    signed: signed[0] ?? null,
    printedYear: years[0] ?? null,
    problems,
  };
}

/** The dates of one line, cell by cell; only when no cell has one, of the line read as a whole (2020年 | 7月). */
function mentionsOfRow(cells: SheetCells, block: Block, row: number) {
  const texts = rowTexts(cells, block.heading, row).map(({ column }) => {
    const value = cells.value(row, column);
    const text = dateCellText(value, cells.format(row, column), cells.date1904);
    return { text, cell: cellAddress(row, column), readings: lostZero(value, text) };
  });
  const found = texts.flatMap(({ text, cell, readings }) =>
    monthsOfPeriod(datesIn(text, true)).map((mention) => ({
      mention: readings.length > 0 ? { ...mention, readings } : mention,
      cell,
    })),
  );
  const whole = monthsOfPeriod(datesIn(texts.map(({ text }) => text).join(' '), true));
  const yearAndMonthApart = !found.some(({ mention }) => mention.month !== null && mention.year !== null);
  const first = found[0]?.cell ?? texts[0]?.cell ?? cellAddress(row, block.area.column);
  return yearAndMonthApart && whole.length > 0 ? whole.map((mention) => ({ mention, cell: first })) : found;
}

/** The number 2020.1 may have been typed as 2020.10. */
function lostZero(value: unknown, text: string): string[] {
  return typeof value === 'number' && /^20\d{2}\.1$/.test(text) ? ['1月', '10月'] : [];
}

/** 2020年7月1日—2020年7月31日 is a month, not the date of a signature. */
function monthsOfPeriod(mentions: readonly DateMention[]): DateMention[] {
  const [from, to] = mentions;
  const isPeriod =
    mentions.length === 2 && from?.day === 1 && to !== undefined && (to.day ?? 0) >= 28 && from.month === to.month;
  return isPeriod
    ? [{ ...from, year: from.year ?? to.year, day: null, text: `${from.text}—${to.text}` }]
    : [...mentions];
}
