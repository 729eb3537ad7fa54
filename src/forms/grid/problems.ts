/**
 * Every room has a table of its problems, `problems.ts`: severity, code and Chinese text. A row of a table is the function
 * that makes the problem; the sheet and the cell are put in front of the text. These are the makers of rows.
 */
import type { Problem, Severity } from './problem';

type Text<Fields extends readonly unknown[]> = (...fields: Fields) => string;

/** A row of the table for a cell or block of a sheet. */
export function onCell<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (sheet: string, cell: string, ...fields: Fields): Problem => {
    return { severity, code, sheet, cell, message: placed(`${sheet} ${cell}`, oneLine(text(...fields))) };
  };
}

/** A row of the table for a whole sheet. */
export function onSheet<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (sheet: string, ...fields: Fields): Problem => {
    return { severity, code, sheet, cell: null, message: placed(sheet, oneLine(text(...fields))) };
  };
}

/** A row of the table for a file that is not the open workbook. */
export function onFile<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (file: string, ...fields: Fields): Problem => {
    return { severity, code, sheet: null, cell: null, message: placed(`文件“${file}”`, text(...fields)) };
  };
}

/** A row of the table for the workbook as a whole. */
export function onWorkbook<Fields extends readonly unknown[]>(severity: Severity, code: string, text: Text<Fields>) {
  return (...fields: Fields): Problem => ({ severity, code, sheet: null, cell: null, message: text(...fields) });
}

/** What people typed may hold line breaks; a message stands on one line of a list. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** `C7“八十五”…` reads on; other texts follow a colon. */
function placed(place: string, text: string): string {
  return text.startsWith('“') ? `${place}${text}` : `${place}：${text}`;
}
