import Fraction from 'fraction.js';
import type { Problem } from '../../../src/forms/grid/problem';
import { parseA1 } from '../../../src/host/workbook/values/address';
import type { SheetModel, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { tagsOf, type Tag, type Tagged } from './bases';
import type { Reach } from './mutations';
import type { Book, ScoreResult } from '../../../src/forms/book/model';

/** Somebody's line on a sheet as the tags and the cells say it, without the reader. */
interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly id: string;
  /** Points of 100 by what stands under the headings; null where a score is none, or a heading is gone. */
  readonly total: Fraction | null;
}

/** What is wrong with what the reader made of a workbook; [] when nothing. */
export function judge(
  before: ReadonlyMap<string, string>,
  workbook: WorkbookModel,
  reach: readonly Reach[],
  book: Book,
): string[] {
  const lines = workbook.sheets.flatMap(linesOf);
  const wrong: string[] = [];
  for (const result of book.scores) {
    if (result.total === null) continue;
    const line = lines.find(({ sheet, row }) => sheet === result.form.sheet && row === result.row.row);
    // A row that was nobody's before has a total only because somebody's cells were copied or moved there.
    if (line === undefined) continue;
    const isRight = line.total !== null && line.total.equals(result.total);
    if (!isRight && !explains(book.problems, line, CHANGES_TOTALS)) {
      wrong.push(`${place(line)}: ${result.total.toString()} instead of ${line.total?.toString() ?? 'nothing'}`);
    }
  }
  for (const line of lines) {
    const result = resultAt(book, line);
    const lost = result === undefined || result.total === null;
    if (lost && !explains(book.problems, line, null)) wrong.push(`${place(line)}: lost without a word`);
    const exact = !reach.some((each) => reaches(each, line));
    const now = result === undefined ? 'gone' : summary(result);
    if (exact && before.get(line.id) !== now)
      wrong.push(`${place(line)}: ${before.get(line.id) ?? 'new'} became ${now}`);
  }
  return [...wrong, ...months(book)];
}

/** What the reader says of each line: its month, person and total. */
export function readings(workbook: WorkbookModel, book: Book): ReadonlyMap<string, string> {
  return new Map(
    workbook.sheets.flatMap(linesOf).map((line) => {
      const result = resultAt(book, line);
      return [line.id, result === undefined ? 'gone' : summary(result)];
    }),
  );
}

function summary({ month, person, total }: ScoreResult): string {
  return `${month ?? 'no month'} ${person?.key ?? 'nobody'} ${total?.toFraction() ?? 'no total'}`;
}

function resultAt(book: Book, { sheet, row }: Line): ScoreResult | undefined {
  return book.scores.find((result) => result.form.sheet === sheet && result.row.row === row);
}

function place({ sheet, row }: Line): string {
  return `${sheet} row ${row + 1}`;
}

function reaches(reach: Reach, line: Line): boolean {
  if (reach === 'nothing') return false;
  if (reach === 'workbook') return true;
  return 'sheet' in reach ? reach.sheet === line.sheet : reach.line === line.id;
}

/** Problems that say that a total follows other weights or another scale than those that were printed. */
const CHANGES_TOTALS: ReadonlySet<string> = new Set([
  'WEIGHTS_MISSING',
  'WEIGHTS_PARTIAL',
  'WEIGHTS_CHANGED',
  'SCALE_ASSUMED',
]);

/** Problems of a whole form that stand at its title or at one of its headings. */
const OF_FORMS: ReadonlySet<string> = new Set(['MONTH_CONFLICT', 'HEADING_MISSING', 'COLUMN_DUPLICATE']);

/** Whether a problem names the line: its row, a block that holds it or its headings, or its sheet. */
function explains(problems: readonly Problem[], { sheet, row }: Line, codes: ReadonlySet<string> | null): boolean {
  return problems.some((problem) => {
    if (problem.sheet !== sheet || (codes !== null && !codes.has(problem.code))) return false;
    // Rows of sums are passed over with a note that lists them; other notes are about lines that count.
    if (problem.severity === 'note' && problem.code !== 'ROWS_SKIPPED') return false;
    if (OF_FORMS.has(problem.code)) return true;
    const area = problem.cell === null ? undefined : parseA1(problem.cell);
    return area === undefined || area.columns > 1 || (row >= area.row && row < area.row + area.rows);
  });
}

/** Every month's total is the mean of the person's rows, and there is none while one of them has none. */
function months(book: Book): string[] {
  const wrong: string[] = [];
  for (const [month, people] of book.months) {
    for (const [key, { total }] of people) {
      const rows = book.scores.filter((result) => result.month === month && result.person?.key === key);
      const totals = rows.flatMap((row) => (row.total === null ? [] : [row.total]));
      const mean = totals.length === 0 ? null : totals.reduce((sum, each) => sum.add(each)).div(totals.length);
      if (total !== null && (totals.length < rows.length || mean?.equals(total) !== true)) {
        wrong.push(`${month} ${key}: ${total.toString()} out of ${totals.map(String).join(', ')}`);
      }
    }
  }
  return wrong;
}

function linesOf(sheet: SheetModel): Line[] {
  const tags = tagsOf(sheet);
  const of = <K extends Tag['kind']>(kind: K) =>
    tags.filter((tagged): tagged is Tagged<Extract<Tag, { kind: K }>> => tagged.tag.kind === kind);
  return of('name').map(({ row, tag }) => {
    const headings = of('heading').filter((heading) => heading.tag.form === tag.form);
    return {
      sheet: sheet.name,
      row,
      id: tag.line,
      total: headings.length === 7 ? totalOf(sheet, row, headings) : null,
    };
  });
}

function totalOf(
  sheet: SheetModel,
  row: number,
  headings: readonly Tagged<Extract<Tag, { kind: 'heading' }>>[],
): Fraction | null {
  let sum = new Fraction(0);
  for (const { column, tag } of headings) {
    const score = scoreOf(sheet, row, column);
    if (score === null) return null;
    sum = sum.add(score.mul(tag.weight));
  }
  return sum.div(100);
}

/** What a person would read as a score: a plain number up to 100, also as text, also with 分. */
function scoreOf(sheet: SheetModel, row: number, column: number): Fraction | null {
  const value = sheet.value(row, column);
  const format = sheet.style(row, column).numFmt ?? 'General';
  if (typeof value === 'boolean' || (typeof value === 'number' && /[%ymdhs]/i.test(format))) return null;
  const text = String(value).normalize('NFKC').trim().replace(/ *分$/, '');
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const score = new Fraction(text);
  return score.compare(100) > 0 ? null : score;
}
