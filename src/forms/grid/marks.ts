import { cellAddress } from './address';
import { cutTo, LONGEST_MESSAGE } from './message';
import type { Mark } from './plan';
import type { Problem } from './problem';
import type { WorkbookSnapshot } from './snapshot';
import { SheetCells, type Position } from './cells';

/** The title of the messages at marked cells. */
export const MARK_TITLE = '平时考核检查';

/**
 * What marks a cell: a conditional format that is always true and says by itself whose it is and how severe, so that it
 * can be found again in any program and after any edit. N() of a text is 0.
 */
const FORMULAS: Readonly<Record<Mark['severity'], string>> = {
  error: `=N("${MARK_TITLE}：错误")=0`,
  warning: `=N("${MARK_TITLE}：警告")=0`,
};

/** Errors are darker and bold, so that the two stay apart on a black-and-white print, and the text stays legible. */
export const MARK_LOOKS: Readonly<Record<Mark['severity'], { readonly fill: string; readonly bold: boolean }>> = {
  error: { fill: '#F4B183', bold: true },
  warning: { fill: '#FFF2CC', bold: false },
};

/** So many cells are marked at most; the list on 检查结果 is always complete. */
export const MOST_MARKS = 1000;

export function markFormula(severity: Mark['severity']): string {
  return FORMULAS[severity];
}

/** The severity that a conditional format's formula marks; null when it is not the program's. */
export function markedSeverity(formula: string): Mark['severity'] | null {
  const plain = formula.replace(/\s/g, '').replace(/^=/, '').toUpperCase();
  const matches = (severity: Mark['severity']) => FORMULAS[severity].slice(1) === plain;
  return matches('error') ? 'error' : matches('warning') ? 'warning' : null;
}

/**
 * The marks that problems put on cells, by sheet: one for each cell, with its worst severity and all its messages. Notes
 * are not marked, nor are protected sheets; a problem of a block is marked at its first cell, one of a merged area at
 * the cell that shows it.
 */
export function marksOf(
  problems: readonly Problem[],
  snapshot: WorkbookSnapshot,
): ReadonlyMap<string, readonly Mark[]> {
  const open = new Map(
    snapshot.sheets
      .filter((sheet) => !sheet.protected)
      .map((sheet) => [sheet.name, new SheetCells(sheet, snapshot.date1904)]),
  );
  const found = new Map<string, { sheet: string; at: Position; problems: Problem[] }>();
  for (const problem of problems) {
    const cells = problem.sheet === null ? undefined : open.get(problem.sheet);
    const first = problem.cell === null ? null : firstCell(problem.cell);
    if (problem.severity === 'note' || cells === undefined || first === null) continue;
    const at = cells.anchor(first.row, first.column);
    const key = `${cells.name}!${cellAddress(at.row, at.column)}`;
    const mark = found.get(key) ?? { sheet: cells.name, at, problems: [] };
    mark.problems.push(problem);
    found.set(key, mark);
  }
  const bySheet = new Map<string, Mark[]>();
  for (const { sheet, at, problems: ofCell } of [...found.values()].slice(0, MOST_MARKS)) {
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), markOf(at, ofCell)]);
  }
  return bySheet;
}

function markOf({ row, column }: Position, problems: readonly Problem[]): Mark {
  const isError = problems.some(({ severity }) => severity === 'error');
  const message = [...new Set(problems.map(ownWords))].join('\n');
  return { row, column, severity: isError ? 'error' : 'warning', message: cutTo(message, LONGEST_MESSAGE) };
}

/** A problem's message without the sheet and cell in front of it, which stand beside it or are in view. */
export function ownWords({ sheet, cell, message }: Problem): string {
  const place = [sheet, cell].filter((part) => part !== null).join(' ');
  return message.startsWith(place) ? message.slice(place.length).replace(/^：/, '') : message;
}

/** The first cell of an A1 address without a sheet; null for anything else. */
export function firstCell(address: string): Position | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d+)/.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** Whether two lists mark the same cells with the same severities and messages, in whatever order. */
export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  const keys = (marks: readonly Mark[]) =>
    marks.map(({ row, column, severity, message }) => [row, column, severity, message].join('|')).sort();
  return JSON.stringify(keys(a)) === JSON.stringify(keys(b));
}
