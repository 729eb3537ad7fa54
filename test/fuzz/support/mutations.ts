import { MAX_COLUMNS, MAX_ROWS } from '../../../src/host/workbook/values/address';
import { contentFrom } from '../../../src/host/workbook/model/sheet';
import type { CellInput, SheetModel, WorkbookModel } from '../../../src/host/workbook/model/workbook';
import { tagsOf, type Tag, type Tagged } from './bases';

/** One mutation as data: what happens, and four numbers that say where and with what. */
export interface Mutation {
  readonly kind: MutationKind;
  readonly at: readonly number[];
}

/** How far a mutation can reach: what lies outside must read exactly as before. */
export type Reach = 'nothing' | 'workbook' | { readonly sheet: string } | { readonly line: string | null };

/** Where a mutation strikes: a sheet with a form on it, picked by the mutation's numbers. */
interface Place {
  readonly workbook: WorkbookModel;
  readonly sheet: SheetModel;
  readonly tags: readonly Tagged[];
  /** A number below `below`, from the next of the mutation's numbers. */
  readonly pick: (below: number) => number;
}

const SCORES: readonly CellInput[] = [41, 60, 73.5, 85, 88.25, 99, 100];
const NONSENSE: readonly CellInput[] = [
  '',
  '　',
  0,
  -3,
  7.5,
  101,
  44013,
  1e15,
  true,
  '八十五',
  '85。5',
  '85,5',
  '90-95',
  '优秀',
  '#REF!',
  '张三/李四',
  '合计',
  '备注：',
  '姓名',
  '学习指标（10%）',
  '附件3',
  '公务员平时（每月）考核测评表',
  '2020年1月',
  '（20%）',
  'x'.repeat(300),
];
const FORMULAS = ['=40+45', '="85"', '=1/0', '=NA()', '=85', '="八十五"'] as const;

/** Whole rows or columns of a sheet. */
const rows = (row: number) => ({ row, column: 0, rows: 1, columns: MAX_COLUMNS });
const columns = (column: number) => ({ row: 0, column, rows: MAX_ROWS, columns: 1 });

const used = (sheet: SheetModel) => sheet.usedArea(true) ?? { row: 0, column: 0, rows: 1, columns: 1 };
const names = (tags: readonly Tagged[]) =>
  tags.filter((tagged): tagged is Tagged<Extract<Tag, { kind: 'name' }>> => tagged.tag.kind === 'name');
const headings = (tags: readonly Tagged[], form: string) =>
  tags.filter(
    (tagged): tagged is Tagged<Extract<Tag, { kind: 'heading' }>> =>
      tagged.tag.kind === 'heading' && tagged.tag.form === form,
  );

/** A score cell of somebody, with the line that it belongs to. */
function scoreCell({ tags, pick }: Place): { row: number; column: number; line: string } | null {
  const people = names(tags);
  const person = people[pick(Math.max(1, people.length))];
  if (person === undefined) return null;
  const columnsOf = headings(tags, person.tag.form);
  const heading = columnsOf[pick(Math.max(1, columnsOf.length))];
  return heading === undefined ? null : { row: person.row, column: heading.column, line: person.tag.line };
}

function anywhere({ sheet, pick }: Place): { row: number; column: number } {
  const area = used(sheet);
  return { row: area.row + pick(area.rows), column: area.column + pick(area.columns) };
}

function atScore(place: Place, act: (at: { row: number; column: number }) => boolean): Reach {
  const at = scoreCell(place);
  return at === null || !act(at) ? 'nothing' : { line: at.line };
}

/** Rewrites a score without changing it, where a plain number stands. */
function rewrittenScore(place: Place, rewrite: (score: number) => CellInput): Reach {
  const at = scoreCell(place);
  const value = at === null ? '' : place.sheet.value(at.row, at.column);
  if (at !== null && typeof value === 'number' && place.sheet.cell(at.row, at.column)?.formula === undefined) {
    const written = rewrite(value);
    if (typeof written === 'string' && written.startsWith('=')) place.sheet.input(at.row, at.column, written);
    else place.sheet.setValue(at.row, at.column, written);
  }
  return 'nothing';
}

/** A row as it stands, in a new row above `target`. */
function copyRow(sheet: SheetModel, from: number, target: number): void {
  const area = used(sheet);
  const line = Array.from({ length: area.columns }, (_, i) => sheet.cell(from, area.column + i));
  sheet.insertCells(rows(target), 'Down');
  line.forEach((cell, i) => cell !== undefined && sheet.place(`${target},${area.column + i}`, { ...cell }));
}

function renamed(workbook: WorkbookModel, sheet: SheetModel, name: string): boolean {
  if (workbook.sheetByName(name) !== undefined) return false;
  workbook.renameSheet(sheet, name);
  return true;
}

/** Every kind of mutation: carries it out and says how far it reaches. */
const KINDS = {
  // ---- what must change nothing
  'blank row inserted': ({ sheet, pick }: Place): Reach => {
    const area = used(sheet);
    sheet.insertCells(rows(area.row + pick(area.rows)), 'Down');
    return 'nothing';
  },
  'column inserted before the form': ({ sheet }: Place): Reach => {
    sheet.insertCells(columns(0), 'Right');
    return 'nothing';
  },
  'score as text': (place: Place): Reach => rewrittenScore(place, (score) => String(score)),
  'score with 分': (place: Place): Reach => rewrittenScore(place, (score) => `${score} 分`),
  'score in full width': (place: Place): Reach =>
    rewrittenScore(place, (score) =>
      String(score).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  'score as formula': (place: Place): Reach => rewrittenScore(place, (score) => `=${score - 1}+1`),
  'spaces in a heading': ({ sheet, tags, pick }: Place): Reach => {
    const labels = tags.filter(({ tag }) => tag.kind !== 'name');
    const label = labels[pick(Math.max(1, labels.length))];
    if (label !== undefined) {
      const text = String(sheet.value(label.row, label.column));
      sheet.setValue(label.row, label.column, `${text.slice(0, 1)} \u3000${text.slice(1)}\n`);
    }
    return 'nothing';
  },
  'space in a name': ({ sheet, tags, pick }: Place): Reach => {
    const people = names(tags);
    const person = people[pick(Math.max(1, people.length))];
    const text = person === undefined ? '' : String(sheet.value(person.row, person.column));
    if (person !== undefined && text.length === 2)
      sheet.setValue(person.row, person.column, `${text.slice(0, 1)}　${text.slice(1)}`);
    return 'nothing';
  },
  'number format': (place: Place): Reach => {
    const at = scoreCell(place);
    if (at !== null)
      place.sheet.setStyle(at.row, at.column, { ...place.sheet.style(at.row, at.column), numFmt: '0.00_ ' });
    return 'nothing';
  },
  'row hidden': ({ sheet, pick }: Place): Reach => {
    const area = used(sheet);
    const row = area.row + pick(area.rows);
    (sheet.data.rowDefs ??= new Map()).set(row, { ...sheet.data.rowDefs.get(row), hidden: true });
    return 'nothing';
  },
  'sheet moved': ({ workbook, sheet, pick }: Place): Reach => {
    workbook.moveSheet(sheet, pick(workbook.sheets.length));
    return 'nothing';
  },
  'unrelated sheet': ({ workbook, pick }: Place): Reach => {
    const other = workbook.addSheet();
    for (let i = 0; i < 6; i++) other.setValue(i, pick(5), ['通讯录', '电话', 5371234, '备忘', '合计', 12][i] ?? '');
    return 'nothing';
  },
  'people exchanged': ({ sheet, tags, pick }: Place): Reach => {
    const people = names(tags);
    const [a, b] = [people[pick(Math.max(1, people.length))], people[pick(Math.max(1, people.length))]];
    // Rows that are merged with others are not to be torn out of their merged areas.
    if (
      a === undefined ||
      b === undefined ||
      a.tag.form !== b.tag.form ||
      (sheet.data.merges ?? []).some((m) => m.endRow > m.startRow)
    )
      return 'nothing';
    const area = used(sheet);
    for (let column = area.column; column < area.column + area.columns; column++) {
      const [first, second] = [sheet.cell(a.row, column), sheet.cell(b.row, column)];
      const empty = { value: null, type: 'empty' as const };
      sheet.place(`${a.row},${column}`, { ...(second ?? empty) });
      sheet.place(`${b.row},${column}`, { ...(first ?? empty) });
    }
    return 'nothing';
  },

  // ---- what changes one line
  'another score': (place: Place): Reach =>
    atScore(place, ({ row, column }) => {
      place.sheet.setValue(row, column, SCORES[place.pick(SCORES.length)] ?? 50);
      return true;
    }),
  'score damaged': (place: Place): Reach =>
    atScore(place, ({ row, column }) => {
      place.sheet.setValue(row, column, NONSENSE[place.pick(NONSENSE.length)] ?? '');
      return true;
    }),
  'formula put in': (place: Place): Reach =>
    atScore(place, ({ row, column }) => {
      place.sheet.input(row, column, FORMULAS[place.pick(FORMULAS.length)] ?? '=1');
      return true;
    }),
  'percentage or date': (place: Place): Reach =>
    atScore(place, ({ row, column }) => {
      place.sheet.input(row, column, ['89%', '2020-7-1', '85:5', '8-9'][place.pick(4)] ?? '');
      return true;
    }),
  'name damaged': ({ sheet, tags, pick }: Place): Reach => {
    const people = names(tags);
    const person = people[pick(Math.max(1, people.length))];
    if (person === undefined) return 'nothing';
    const text = String(sheet.value(person.row, person.column));
    const damaged = ['', '合计', '张三/李四', 123, `${text}·`, `${text}1`, '备注：无', text.slice(0, 1)][pick(8)] ?? '';
    sheet.setValue(person.row, person.column, damaged);
    return { sheet: sheet.name };
  },
  'row deleted': ({ sheet, pick }: Place): Reach => {
    const area = used(sheet);
    sheet.deleteCells(rows(area.row + pick(area.rows)), 'Up');
    return { sheet: sheet.name };
  },
  'row repeated': ({ sheet, tags, pick }: Place): Reach => {
    const people = names(tags);
    const person = people[pick(Math.max(1, people.length))];
    if (person !== undefined) copyRow(sheet, person.row, person.row);
    return { sheet: sheet.name };
  },

  // ---- what may change a form
  'cell moved': (place: Place): Reach => {
    const { sheet } = place;
    const [from, to] = [anywhere(place), anywhere(place)];
    const cell = sheet.cell(from.row, from.column);
    if (cell === undefined) return 'nothing';
    sheet.write(to.row, to.column, contentFrom(cell));
    sheet.write(from.row, from.column, { value: null, type: 'empty' });
    return { sheet: sheet.name };
  },
  'cell retyped': (place: Place): Reach => {
    const { row, column } = anywhere(place);
    place.sheet.setValue(row, column, NONSENSE[place.pick(NONSENSE.length)] ?? '');
    return { sheet: place.sheet.name };
  },
  'cells merged': (place: Place): Reach => {
    const { row, column } = anywhere(place);
    place.sheet.merge({ row, column, rows: 1 + place.pick(3), columns: 1 + place.pick(3) });
    return { sheet: place.sheet.name };
  },
  'label damaged': ({ sheet, tags, pick }: Place): Reach => {
    const labels = tags.filter(({ tag }) => tag.kind !== 'name');
    const label = labels[pick(Math.max(1, labels.length))];
    if (label === undefined) return 'nothing';
    const text = String(sheet.value(label.row, label.column));
    const at = pick(Math.max(1, text.length));
    sheet.setValue(label.row, label.column, text.slice(0, at) + (['', 'x', '1'][pick(3)] ?? '') + text.slice(at + 1));
    return { sheet: sheet.name };
  },
  'column inserted': ({ sheet, pick }: Place): Reach => {
    const area = used(sheet);
    sheet.insertCells(columns(area.column + pick(area.columns)), 'Right');
    return { sheet: sheet.name };
  },
  'column deleted': ({ sheet, pick }: Place): Reach => {
    const area = used(sheet);
    sheet.deleteCells(columns(area.column + pick(area.columns)), 'Left');
    return { sheet: sheet.name };
  },
  'columns exchanged': ({ sheet, pick }: Place): Reach => {
    const area = used(sheet);
    const [a, b] = [area.column + pick(area.columns), area.column + pick(area.columns)];
    const empty = { value: null, type: 'empty' as const };
    for (let row = area.row; row < area.row + area.rows; row++) {
      const [first, second] = [sheet.cell(row, a), sheet.cell(row, b)];
      sheet.place(`${row},${a}`, { ...(second ?? empty) });
      sheet.place(`${row},${b}`, { ...(first ?? empty) });
    }
    return { sheet: sheet.name };
  },
  'cells shifted': (place: Place): Reach => {
    const { row, column } = anywhere(place);
    const area = { row, column, rows: 1, columns: 1 };
    // As in Excel, cells are not shifted through merged areas.
    if ((place.sheet.data.merges ?? []).length > 0) return 'nothing';
    if (place.pick(2) === 0) place.sheet.deleteCells(area, 'Up');
    else place.sheet.insertCells(area, 'Right');
    return { sheet: place.sheet.name };
  },

  // ---- what may change the workbook
  'sheet renamed': ({ workbook, sheet, pick }: Place): Reach => {
    const before = sheet.name;
    const name = ['测评表', '2020年12月', 'Sheet9', '张局长', '7月 (2)', '2019年7月'][pick(6)] ?? 'x';
    return renamed(workbook, sheet, name) ? 'workbook' : { sheet: before };
  },
  'sheet copied': ({ workbook, sheet }: Place): Reach => {
    workbook.copySheet(sheet, workbook.sheets.length);
    return 'workbook';
  },
  'sheet hidden': ({ workbook, sheet }: Place): Reach => {
    if (workbook.sheets.filter(({ data }) => data.hidden !== true).length > 1) sheet.data.hidden = true;
    return 'workbook';
  },
  'sheet deleted': ({ workbook, sheet }: Place): Reach => {
    if (workbook.sheets.length > 1) workbook.deleteSheet(sheet);
    return 'workbook';
  },
  'any sheet damaged': ({ workbook, pick }: Place): Reach => {
    const sheet = workbook.sheets[pick(workbook.sheets.length)];
    if (sheet === undefined) return 'nothing';
    const area = used(sheet);
    sheet.setValue(area.row + pick(area.rows), area.column + pick(area.columns), NONSENSE[pick(NONSENSE.length)] ?? '');
    return 'workbook';
  },
} satisfies Record<string, (place: Place) => Reach>;

export type MutationKind = keyof typeof KINDS;
export const MUTATION_KINDS = Object.keys(KINDS) as MutationKind[];

/** Carries a mutation out on the workbook. */
export function mutate(workbook: WorkbookModel, { kind, at }: Mutation): Reach {
  let used = 0;
  const pick = (below: number) => (at[used++ % at.length] ?? 0) % Math.max(1, below);
  const tagged = workbook.sheets.filter((sheet) => tagsOf(sheet).length > 0);
  const forms = tagged.length > 0 ? tagged : workbook.sheets;
  const sheet = forms[pick(forms.length)];
  return sheet === undefined ? 'nothing' : KINDS[kind]({ workbook, sheet, tags: tagsOf(sheet), pick });
}
