/**
 * Messy workbooks of 附件1 and 附件2 made at random, each with the truth beside it: whose forms there are, of which week
 * or month, and what every field says. What differs from the printed annexes is what offices do (docs/messy-input.md).
 */
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/forms/grid/snapshot';
import { sheet, workbook, type Cell } from '../../forms/support/sheets';
import { Chance } from './chance';
import { at, Paper } from './paper';
import {
  COMMENTS,
  COMPLETIONS,
  DUTIES,
  EXTRA_FIELDS,
  FILING_TITLES,
  GOALS,
  HEADER_WORDS,
  LINES_BELOW,
  OPINIONS,
  OTHER_LIST,
  SECTION_WORDS,
  STATUS_NOTES,
  TASK_WORDS,
  TASKS,
  WEEKLY_TITLES,
} from './recordWords';
import { DEPARTMENTS, GIVEN, POSITIONS, SURNAMES } from './words';

/** One form, read without mistakes; texts as written, '' where nothing is. */
export interface TrueRecord {
  readonly annex: 1 | 2;
  readonly name: string;
  /** First day and last day, or the month. */
  readonly period: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly sheet: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface MessyRecords {
  readonly snapshot: WorkbookSnapshot;
  readonly truth: readonly TrueRecord[];
  /** What belongs to no field and must be named: `sheet!A1`. */
  readonly strange: readonly { readonly sheet: string; readonly cell: string; readonly text: string }[];
  readonly kinds: ReadonlySet<string>;
}

type HeaderField = keyof typeof HEADER_WORDS;
type TaskColumn = 'index' | 'progress' | 'completion' | 'finished' | 'extra';
type Section = keyof typeof SECTION_WORDS;

/** How one office lays out its forms; A:E as printed, wider with columns of its own. */
interface House {
  readonly title: boolean;
  readonly annexLine: boolean;
  readonly header: readonly (readonly HeaderField[])[];
  readonly extras: readonly (readonly [string, Cell])[];
  readonly extrasBehind: boolean;
  readonly sectionColumn: boolean;
  readonly columns: readonly TaskColumn[];
  readonly merges: boolean;
  /** What stands above the tasks and below them. */
  readonly above: readonly Section[];
  readonly below: readonly Section[];
  readonly evaluation: 'one cell' | 'merged rows' | 'loose rows' | 'below its label';
  readonly numbersEmptyLines: boolean;
  readonly emptyLines: number;
  readonly gapInTasks: boolean;
  readonly lines: readonly string[];
  readonly words: (table: Readonly<Record<string, readonly string[]>>, key: string) => string;
  readonly left: number;
  readonly top: number;
}

function houseOf(chance: Chance, kinds: Set<string>): House {
  const is = (share: number, kind: string) => {
    const found = chance.percent(share);
    if (found) kinds.add(kind);
    return found;
  };
  const chosen = new Map<string, string>();
  const fields: HeaderField[] = ['department', 'name', 'position', 'since'];
  const order = is(25, 'header order') ? chance.some(fields, 4) : fields;
  const lost = is(12, 'label missing') ? chance.of(['department', 'position', 'since'] as const) : null;
  const header = order.filter((field) => field !== lost);
  const shape = chance.of([2, 2, 2, 4, 1]);
  if (shape !== 2) kinds.add(`header ${shape} a row`);
  const rows: HeaderField[][] = [];
  for (let i = 0; i < header.length; i += shape) rows.push(header.slice(i, i + shape));
  const columns: TaskColumn[] = ['progress', 'completion', 'finished'];
  if (is(8, 'columns turned')) columns.reverse();
  if (!is(12, 'no 序号')) columns.unshift('index');
  if (is(10, 'column of its own')) columns.splice(chance.between(2, columns.length), 0, 'extra');
  if (is(8, 'column missing')) columns.splice(columns.indexOf(chance.of(['completion', 'finished'] as const)), 1);
  const above: Section[] = is(10, 'goals below')
    ? []
    : is(10, 'duties first')
      ? ['duties', 'goals']
      : ['goals', 'duties'];
  const fixed: Section[] = ['evaluation', 'committee', 'statusNote'];
  const turned: Section[] = is(15, 'sections turned') ? chance.some(fixed, 3) : fixed;
  const without = is(15, 'section missing') ? chance.of(['committee', 'statusNote'] as const) : null;
  const below = [...(above.length === 0 ? (['goals', 'duties'] as const) : []), ...turned].filter(
    (each) => each !== without,
  );
  return {
    title: !is(12, 'no title'),
    annexLine: chance.percent(60),
    header: rows,
    extras: is(25, 'extra fields') ? chance.some(EXTRA_FIELDS, chance.between(1, 2)) : [],
    extrasBehind: chance.percent(50),
    sectionColumn: !is(10, 'no 工作任务完成情况'),
    columns,
    merges: !is(40, 'not merged'),
    above,
    below,
    evaluation: chance.of(['one cell', 'one cell', 'merged rows', 'loose rows', 'below its label'] as const),
    numbersEmptyLines: !is(45, 'empty lines without 序号'),
    emptyLines: chance.of([0, 2, 4, 8, 15, 30]),
    gapInTasks: is(12, 'gap in tasks'),
    lines: is(50, 'lines below') ? chance.some(LINES_BELOW, chance.between(1, 3)) : [],
    words: (table, key) => {
      const word = chosen.get(key) ?? chance.of(table[key] ?? []);
      chosen.set(key, word);
      return word;
    },
    left: chance.percent(20) ? chance.between(1, 3) : 0,
    top: chance.percent(20) ? chance.between(1, 4) : 0,
  };
}

interface Somebody {
  readonly name: string;
  readonly department: string;
  readonly position: string;
  readonly since: string;
}

interface Wanted {
  readonly person: Somebody;
  readonly annex: 1 | 2;
  readonly month: number;
  /** The Monday of the week. */
  readonly day: number;
}

/** A workbook of one to four people with weeks and months, a sheet each, stacked, or side by side. */
export function messyRecords(seed: number): MessyRecords {
  const chance = new Chance(seed);
  const kinds = new Set<string>();
  const house = houseOf(chance, kinds);
  const truth: TrueRecord[] = [];
  const strange: { sheet: string; cell: string; text: string }[] = [];
  const forms = formsOf(chance);
  const arrangement = chance.of(['sheets', 'stacked', 'stacked', 'beside', 'by person'] as const);
  kinds.add(arrangement);
  const groups = groupsOf(forms, arrangement);
  const sheets = groups.map((group, i): SheetSnapshot => {
    const paper = new Paper();
    const name = arrangement === 'by person' ? (group[0]?.person.name ?? '') : `表${i + 1}`;
    let [row, column] = [house.top, house.left];
    let bottom = row;
    for (const wanted of group) {
      const drawing = { paper, chance, house, kinds, sheetName: name, strange, left: column };
      const drawn = new Drawing(drawing, wanted).draw(row);
      truth.push(drawn);
      bottom = Math.max(bottom, drawn.bottom + 1);
      if (arrangement === 'beside') {
        column = drawn.right + 1 + chance.between(0, 2);
        row = house.top + (chance.percent(30) ? chance.between(0, 2) : 0);
      } else row = bottom + chance.of([0, 1, 1, 2, 3, 6]);
    }
    if (chance.percent(8)) {
      kinds.add('other list');
      const from = bottom + chance.between(3, 5);
      OTHER_LIST.forEach((line, r) => {
        line.forEach((cell, c) => {
          paper.put(from + r, house.left + c, cell);
          if (c === 0) strange.push({ sheet: name, cell: at(from + r, house.left), text: shownText(cell) });
        });
      });
    }
    return paper.snapshot(name);
  });
  if (chance.percent(40)) {
    const people = [...new Map(forms.map(({ person }) => [person.name, person])).values()];
    const rows = people.map(({ name, department, position }): Cell[] => [department, name, position]);
    sheets.push(sheet('人员名册', [['科室', '姓名', '职务'], ...rows]));
  }
  return { snapshot: workbook(...sheets), truth, strange, kinds };
}

function formsOf(chance: Chance): Wanted[] {
  const names = new Set<string>();
  const count = chance.between(1, 4);
  while (names.size < count) names.add(chance.of(SURNAMES) + chance.of(GIVEN) + chance.of(GIVEN));
  const month = chance.of([7, 9]);
  // Mondays of July and September 2020.
  const mondays = month === 7 ? [6, 13, 20] : [7, 14, 21];
  return [...names].flatMap((name): Wanted[] => {
    const person = {
      name,
      department: chance.of(DEPARTMENTS),
      position: chance.of(POSITIONS),
      since: `201${chance.between(0, 9)}.0${chance.between(2, 9)}`,
    };
    const weeks = chance.some(mondays, chance.between(0, 3)).sort((a, b) => a - b);
    const records = weeks.map((day): Wanted => ({ person, annex: 1, month, day }));
    const filing: Wanted = { person, annex: 2, month, day: 1 };
    return weeks.length === 0 || chance.percent(60) ? [...records, filing] : records;
  });
}

function groupsOf(forms: readonly Wanted[], arrangement: 'sheets' | 'stacked' | 'beside' | 'by person'): Wanted[][] {
  switch (arrangement) {
    case 'sheets':
      return forms.map((form) => [form]);
    case 'stacked':
      return [[...forms]];
    case 'beside': {
      const pairs: Wanted[][] = [];
      for (let i = 0; i < forms.length; i += 3) pairs.push(forms.slice(i, i + 3));
      return pairs;
    }
    case 'by person':
      return [...new Set(forms.map(({ person }) => person))].map((each) => forms.filter((f) => f.person === each));
  }
}

/** One form as it is drawn on its sheet. */
class Drawing {
  private row = 0;
  private readonly fields: Record<string, string> = {};
  private readonly width: number;

  constructor(
    private readonly on: {
      readonly paper: Paper;
      readonly chance: Chance;
      readonly house: House;
      readonly kinds: Set<string>;
      readonly sheetName: string;
      readonly strange: { sheet: string; cell: string; text: string }[];
      readonly left: number;
    },
    private readonly wanted: Wanted,
  ) {
    const { header, columns, sectionColumn, extras, extrasBehind } = on.house;
    const headerWidth = Math.max(...header.map((line) => line.length)) * 2;
    const wide = on.house.merges && header.every((line) => line.length <= 2) && header[0]?.length === 2;
    const behind = (extrasBehind ? (wide ? 5 : (header[0]?.length ?? 0) * 2) : 0) + extras.length * 2;
    this.width = Math.max(5, columns.length + (sectionColumn ? 1 : 0), headerWidth, behind);
  }

  /** Draws the form from a row on; gives what it says. */
  draw(top: number): TrueRecord {
    const { house, sheetName, left } = this.on;
    const { annex, person, month, day } = this.wanted;
    this.row = top;
    const period = this.drawTitle();
    this.drawHeader();
    if (annex === 2) for (const section of house.above) this.drawSection(section);
    this.drawTasks();
    if (annex === 2) for (const section of house.below) this.drawSection(section);
    for (const line of house.lines) this.put(this.row++, 0, line);
    const two = (number: number) => String(number).padStart(2, '0');
    const { month: written } = { month: `2020-${two(month)}` };
    return {
      annex,
      name: person.name,
      period: period ? (annex === 1 ? `${written}-${two(day)}/${written}-${two(day + 4)}` : written) : '',
      fields: this.fields,
      sheet: sheetName,
      top,
      bottom: this.row - 1,
      left,
      right: left + this.width - 1,
    };
  }

  private put(row: number, column: number, cell: Cell): void {
    this.on.paper.put(row, this.on.left + column, cell);
  }

  private merge(row: number, column: number, rows: number, columns: number): void {
    if (this.on.house.merges && columns > 0) this.on.paper.merge(row, this.on.left + column, rows, columns);
  }

  private strange(row: number, column: number, cell: Cell): void {
    this.put(row, column, cell);
    const { left, sheetName } = this.on;
    this.on.strange.push({ sheet: sheetName, cell: at(row, left + column), text: shownText(cell) });
  }

  private drawTitle(): boolean {
    const { chance, house } = this.on;
    const { annex, month, day } = this.wanted;
    if (house.annexLine && house.title)
      this.put(this.row++, 0, chance.of([`附件${annex}`, `附件：${annex}.`, `附件 ${annex}：`]));
    if (house.title) {
      this.merge(this.row, 0, 1, this.width);
      this.put(this.row++, 0, chance.of(annex === 1 ? WEEKLY_TITLES : FILING_TITLES));
    }
    const days = [
      `（2020年${month}月${day}日---2020年${month}月${day + 4}日）`,
      `2020年${month}月${day}日至${month}月${day + 4}日`,
      `（2020.${month}.${day}-2020.${month}.${day + 4}）`,
    ];
    const months = [`（2020年${month}月）`, `2020年 ${month} 月`, `2020.${month}`, `考核月份：2020年${month}月`];
    this.merge(this.row, 0, 1, this.width);
    this.put(this.row++, 0, chance.of(annex === 1 ? days : months));
    if (chance.percent(10)) this.row++;
    return true;
  }

  private drawHeader(): void {
    const { house } = this.on;
    const { person } = this.wanted;
    const wide = house.merges && house.header.every((line) => line.length <= 2);
    const valueColumn = (i: number) => (wide ? [1, 4][i] : 2 * i + 1) ?? 1;
    for (const [n, line] of house.header.entries()) {
      line.forEach((field, i) => {
        const column = valueColumn(i) - 1;
        this.put(this.row, wide && i === 1 ? 3 : column, house.words(HEADER_WORDS, field));
        this.put(this.row, valueColumn(i), person[field]);
        this.fields[field] = person[field];
      });
      if (wide && line.length === 2) this.merge(this.row, 1, 1, 2);
      if (n === 0 && house.extrasBehind) this.drawExtras(this.row, line.length === 2 && wide ? 5 : line.length * 2);
      this.row++;
    }
    for (const field of ['department', 'position', 'since']) this.fields[field] ??= '';
    if (!house.extrasBehind && house.extras.length > 0) this.drawExtras(this.row++, 0);
  }

  private drawExtras(row: number, column: number): void {
    this.on.house.extras.forEach(([label, value], i) => {
      this.put(row, column + 2 * i, label);
      this.strange(row, column + 2 * i + 1, value);
    });
  }

  private drawTasks(): void {
    const { chance, house } = this.on;
    const from = house.sectionColumn ? 1 : 0;
    const top = this.row;
    const count = chance.of([0, 1, 2, 3, 5, 8, 14]);
    if (house.sectionColumn) this.put(top, 0, house.words(TASK_WORDS, 'section'));
    house.columns.forEach((column, i) => {
      if (column !== 'extra') this.put(top, from + i, house.words(TASK_WORDS, column));
      else if (count > 0) this.strange(top, from + i, '责任人');
      else this.put(top, from + i, '责任人');
    });
    this.row++;
    const tasks: string[] = [];
    for (let n = 0; n < count + house.emptyLines; n++) {
      const isTask = n < count;
      if (isTask && house.gapInTasks && n === count - 1 && n > 0) this.row += 4;
      const written = {
        index: isTask || house.numbersEmptyLines ? n + 1 : null,
        progress: isTask ? chance.of(TASKS) : null,
        // A task below a gap is told by how it was completed.
        completion: isTask ? (house.gapInTasks ? '已完成' : chance.of(COMPLETIONS)) : null,
        finished: isTask ? (house.gapInTasks ? '2020年7月8日' : chance.of(['2020年7月8日', '2020.7.9', null])) : null,
        extra: isTask ? '张三' : null,
      };
      house.columns.forEach((column, i) => {
        this.put(this.row, from + i, written[column]);
      });
      const said = (column: 'completion' | 'finished') =>
        house.columns.includes(column) ? shownText(written[column]) : '';
      if (isTask) tasks.push([written.progress ?? '', said('completion'), said('finished')].join('|'));
      this.row++;
    }
    if (house.sectionColumn && chance.percent(80)) this.merge(top, 0, this.row - top, 1);
    this.fields['tasks'] = tasks.join('\n');
  }

  private drawSection(section: Section): void {
    const { chance, house } = this.on;
    const label = house.words(SECTION_WORDS, section);
    switch (section) {
      case 'evaluation':
        return this.drawEvaluation(label);
      case 'committee':
        return this.drawPlain(section, label, chance.of(OPINIONS));
      case 'goals':
        return this.drawPlain(section, label, chance.of(GOALS));
      case 'duties':
        return this.drawPlain(section, label, chance.of(DUTIES));
      case 'statusNote':
        return this.drawPlain(section, label, chance.of(STATUS_NOTES));
    }
  }

  private drawPlain(field: string, label: string, text: Cell): void {
    this.put(this.row, 0, label);
    this.put(this.row, 1, text);
    this.merge(this.row, 1, 1, this.width - 1);
    this.fields[field] = shownText(text);
    this.row++;
  }

  private drawEvaluation(label: string): void {
    const { chance, house, kinds } = this.on;
    const comment = chance.of(COMMENTS);
    const grade = chance.of(['好', '较好', '一般']);
    const signer = chance.of(['王强', '赵敏丽']);
    kinds.add(`evaluation ${house.evaluation}`);
    Object.assign(this.fields, { comment, grade, signer });
    const lines = [comment, `建议等次：${grade}`, `签名：${signer}　2020年8月3日`];
    const top = this.row;
    if (house.evaluation === 'one cell') {
      this.put(top, 0, label);
      this.put(top, 1, lines.join('\n'));
      this.merge(top, 1, 1, this.width - 1);
      this.row++;
      return;
    }
    if (house.evaluation === 'below its label') {
      this.put(top, 0, label);
      this.merge(top, 0, 1, this.width);
      this.put(top + 1, 0, lines.join('\n'));
      this.merge(top + 1, 0, 1, this.width);
      this.row += 2;
      return;
    }
    this.put(top, 0, label);
    lines.forEach((line, i) => {
      this.put(top + i, 1, line);
      this.merge(top + i, 1, 1, this.width - 1);
    });
    if (house.evaluation === 'merged rows') this.on.paper.merge(top, this.on.left, 3, 1);
    this.row += 3;
  }
}

function shownText(cell: Cell): string {
  return typeof cell === 'object' ? '' : String(cell);
}
