/**
 * Messy workbooks made at random, each with the truth beside it: who is assessed, and every total. What differs from the
 * printed 附件3 is what offices do (docs/messy-input.md): headings, notes, rows that are nobody, several forms on a sheet.
 */
import Fraction from 'fraction.js';
import type { Month } from '../../../src/assessment/period';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/forms/grid/snapshot';
import { sheet, workbook, type Cell } from '../../forms/support/sheets';
import { Chance } from './chance';
import { Paper, at } from './paper';
import {
  SURNAMES,
  GIVEN,
  MINORITY,
  RARE,
  DEPARTMENTS,
  POSITIONS,
  INDICATOR_WORDS,
  WEIGHTS,
  TITLES,
  NOBODY_ROWS,
  NOTE_ROWS,
  INVISIBLE,
  RADICALS,
} from './words';

/** What a workbook says, read without mistakes. */
export interface Truth {
  /** Month → name → total, as a fraction. */
  readonly totals: ReadonlyMap<Month, ReadonlyMap<string, string>>;
  readonly people: ReadonlySet<string>;
  /** Where a name stands on the sheets: `sheet!row`, 0-based. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

export interface MessyWorkbook {
  readonly snapshot: WorkbookSnapshot;
  readonly truth: Truth;
  /** Kinds of mess in it, for counting. */
  readonly kinds: ReadonlySet<string>;
}

interface Somebody {
  readonly name: string;
  readonly department: string;
  readonly position: string;
}

type Column = 'index' | 'department' | 'name' | 'position' | 'total' | 'grade' | 'note' | number;

/** How one office lays out its forms. */
interface House {
  readonly columns: readonly Column[];
  readonly words: readonly string[];
  readonly title: string;
  readonly nameWord: string;
  readonly weights: 'heading' | 'below' | 'none';
  readonly groups: boolean;
  readonly line: 'plain' | 'signature' | 'month' | 'none';
  readonly annexLine: boolean;
  readonly nobody: readonly string[];
  readonly notes: readonly string[];
  readonly blankRows: boolean;
  readonly subtotals: boolean;
  readonly merges: boolean;
  readonly left: number;
  readonly top: number;
}

function houseOf(chance: Chance): House {
  const seven = chance.percent(70) ? [0, 1, 2, 3, 4, 5, 6] : chance.some([0, 1, 2, 3, 4, 5, 6], 7);
  const front: Column[] = [
    ...(chance.percent(50) ? (['index'] as const) : []),
    ...(chance.percent(60) ? (['department'] as const) : []),
    'name',
    ...(chance.percent(30) ? (['position'] as const) : []),
  ];
  const back: Column[] = [
    ...(chance.percent(70) ? (['total'] as const) : []),
    ...(chance.percent(40) ? (['grade'] as const) : []),
    ...(chance.percent(30) ? (['note'] as const) : []),
  ];
  const weights = chance.of(['heading', 'heading', 'below', 'none'] as const);
  return {
    columns: [...front, ...seven, ...back],
    words: INDICATOR_WORDS.map((words) => chance.of(words)),
    title: chance.of(TITLES),
    nameWord: chance.of(['姓名', '姓  名', '被考核人', '姓 名 ', '测评对象']),
    weights,
    groups: chance.percent(20) && weights !== 'below' && seven.every((each, i) => each === i),
    line: chance.of(['plain', 'signature', 'signature', 'month', 'none'] as const),
    annexLine: chance.percent(50),
    nobody: chance.percent(55) ? chance.some(NOBODY_ROWS, chance.between(1, 4)) : [],
    notes: chance.percent(60) ? chance.some(NOTE_ROWS, chance.between(1, 3)) : [],
    blankRows: chance.percent(30),
    subtotals: chance.percent(20),
    merges: chance.percent(25),
    left: chance.percent(20) ? chance.between(1, 3) : 0,
    top: chance.percent(20) ? chance.between(1, 4) : 0,
  };
}

/** A workbook of one to three months, one to three raters, on as many sheets as it likes. */
export function messyWorkbook(seed: number): MessyWorkbook {
  const chance = new Chance(seed);
  const kinds = new Set<string>();
  const people = peopleOf(chance);
  const house = houseOf(chance);
  const withRoster = chance.percent(55);
  const months = chance.some([7, 8, 9], chance.between(1, 3)).sort();
  const arrangement = months.length > 1 ? chance.of(['sheets', 'sheets', 'stacked', 'beside'] as const) : 'sheets';
  const raters =
    arrangement === 'sheets' && chance.percent(20) ? chance.some(['张局长', '李书记', '王主任'], 2) : [null];
  kinds.add(arrangement);
  if (raters.length > 1) kinds.add('raters');
  if (withRoster) kinds.add('roster');
  for (const kind of ['groups', 'blankRows', 'subtotals', 'merges'] as const) if (house[kind]) kinds.add(kind);
  kinds.add(`weights ${house.weights}`);
  kinds.add(`line ${house.line}`);
  if (house.nobody.length > 0) kinds.add('nobody');
  if (house.notes.length > 0) kinds.add('notes');

  const sheets: SheetSnapshot[] = [];
  const sums = new Map<Month, Map<string, Fraction>>();
  const places = new Map<string, string[]>();
  const draw = (paper: Paper, top: number, left: number, month: number, rater: string | null, sheetName: string) => {
    // Whoever is written with something beside the name stands without it elsewhere: on the roster or in another month.
    const plain = month === months[0] && rater === raters[0] && !withRoster;
    const spelling = (name: string) => (plain || !chance.percent(6) ? name : decorated(chance, name, kinds));
    return drawForm({ paper, top, left, chance, house, people, month, rater, spelling, sheetName, sums, places });
  };
  if (arrangement === 'sheets') {
    for (const month of months) {
      for (const rater of raters) {
        const paper = new Paper();
        const name =
          rater === null ? chance.of([`${month}月`, `2020年${month}月`, `${month}月测评`]) : `${month}月${rater}`;
        draw(paper, house.top, house.left, month, rater, name);
        sheets.push(paper.snapshot(name));
      }
    }
  } else {
    const paper = new Paper();
    let [row, column] = [house.top, house.left];
    for (const month of months) {
      const end = draw(paper, row, column, month, null, '测评表');
      if (arrangement === 'stacked') row = end.row + chance.between(0, 3);
      else column = end.column + chance.between(1, 2);
    }
    sheets.push(paper.snapshot('测评表'));
  }
  if (withRoster) sheets.splice(chance.percent(50) ? 0 : sheets.length, 0, rosterSheet(chance, people));
  if (chance.percent(25)) {
    kinds.add('other sheet');
    sheets.push(otherSheet(chance, people));
  }
  const totals = new Map(
    [...sums].map(([month, of]) => [
      month,
      new Map([...of].map(([name, sum]) => [name, sum.div(raters.length).toFraction()])),
    ]),
  );
  return {
    snapshot: workbook(...sheets),
    truth: { totals, people: new Set(people.map(({ name }) => name)), places },
    kinds,
  };
}

function peopleOf(chance: Chance): Somebody[] {
  const departments = chance.some(DEPARTMENTS, chance.between(1, 4));
  const names = new Set<string>();
  const wanted = chance.percent(10) ? chance.between(1, 3) : chance.between(3, 24);
  while (names.size < wanted) {
    const special = chance.percent(3) ? chance.of([...MINORITY, ...RARE]) : null;
    names.add(special ?? chance.of(SURNAMES) + chance.of(GIVEN) + (chance.percent(65) ? chance.of(GIVEN) : ''));
  }
  const list = [...names].map((name) => ({
    name,
    department: chance.of(departments),
    position: chance.of(POSITIONS),
  }));
  return list.sort((a, b) => departments.indexOf(a.department) - departments.indexOf(b.department));
}

/** A name as somebody typed or pasted it. */
function decorated(chance: Chance, name: string, kinds: Set<string>): string {
  const kind = chance.of(['space', 'invisible', 'radical', 'note', 'title', 'number', 'star'] as const);
  kinds.add(`name ${kind}`);
  switch (kind) {
    case 'space':
      return [...name].length === 2 ? [...name].join(chance.of([' ', '　', '  '])) : ` ${name} `;
    case 'invisible':
      return chance.of(INVISIBLE) + name + chance.of(INVISIBLE);
    case 'radical':
      return [...name].map((character) => RADICALS[character] ?? character).join('');
    case 'note':
      return (
        name +
        chance.of([
          '（借调）',
          '(女)',
          '（挂职）',
          '【新】',
          '（试用期）',
          '(9月调入)',
          '（主持工作）',
          '(小)',
          '·外',
          '１',
          '②',
          ' 女',
        ])
      );
    case 'title':
      return `${name} ${chance.of(['副科长', '科长', '同志', '主任'])}`;
    case 'number':
      return `${chance.between(1, 30)}${chance.of(['.', '、', '．'])}${name}`;
    case 'star':
      return name + chance.of(['*', '＊', '※', '△']);
  }
}

interface Drawing {
  readonly paper: Paper;
  readonly top: number;
  readonly left: number;
  readonly chance: Chance;
  readonly house: House;
  readonly people: readonly Somebody[];
  readonly month: number;
  readonly rater: string | null;
  readonly spelling: (name: string) => string;
  readonly sheetName: string;
  readonly sums: Map<Month, Map<string, Fraction>>;
  readonly places: Map<string, string[]>;
}

/** Draws one form; gives the first row and column after it. */
function drawForm(drawing: Drawing): { row: number; column: number } {
  const { paper, left, chance, house, people, month, sheetName, sums, places } = drawing;
  const width = house.columns.length;
  const columnOf = (wanted: Column) => left + house.columns.indexOf(wanted);
  const scores = [0, 1, 2, 3, 4, 5, 6].map((indicator) => columnOf(indicator));
  let row = drawTitle(drawing);
  row = drawHeading(drawing, row);

  const key: Month = `2020-${String(month).padStart(2, '0')}`;
  const sum = sums.get(key) ?? new Map<string, Fraction>();
  sums.set(key, sum);
  const firstPerson = row;
  if (house.nobody.length > 0 && chance.percent(25))
    row = nobody(drawing, row, house.nobody[0] ?? '满分', scores, firstPerson);
  let department = people[0]?.department ?? '';
  let departmentTop = row;
  const endDepartment = (next: string) => {
    if (house.merges && house.columns.includes('department'))
      paper.merge(departmentTop, columnOf('department'), row - departmentTop, 1);
    if (house.subtotals)
      row = nobody(drawing, row, `${department}${chance.of(['小计', '平均', '均分', '合计'])}`, scores, departmentTop);
    department = next;
    departmentTop = row;
  };
  for (const [i, person] of people.entries()) {
    if (person.department !== department) endDepartment(person.department);
    if (house.blankRows && i > 0 && chance.percent(10) && !house.merges) row++;
    const points = WEIGHTS.map(() => chance.between(120, 196) / 2);
    // Two people with the same scores all over are remarked upon, rightly: not what is measured here.
    points[0] = 60 + ((i * 3 + month) % 40);
    scores.forEach((column, indicator) => paper.put(row, column, scoreCell(chance, points[indicator] ?? 0)));
    if (house.columns.includes('index')) paper.put(row, columnOf('index'), i + 1);
    if (house.columns.includes('department') && (!house.merges || row === departmentTop))
      paper.put(row, columnOf('department'), person.department);
    if (house.columns.includes('position')) paper.put(row, columnOf('position'), person.position);
    paper.put(row, columnOf('name'), drawing.spelling(person.name));
    const total = points
      .reduce((of, each, indicator) => of.add(new Fraction(each).mul(WEIGHTS[indicator] ?? 0)), new Fraction(0))
      .div(100);
    if (house.columns.includes('total')) paper.put(row, columnOf('total'), chance.percent(80) ? total.valueOf() : null);
    sum.set(person.name, (sum.get(person.name) ?? new Fraction(0)).add(total));
    places.set(person.name, [...(places.get(person.name) ?? []), `${sheetName}!${row}`]);
    row++;
  }
  endDepartment('');
  for (const word of house.nobody) row = nobody(drawing, row, word, scores, firstPerson);
  if (house.blankRows) row += chance.between(0, 2);
  for (const note of house.notes) {
    paper.put(row, chance.percent(50) ? left : columnOf('name'), note);
    if (chance.percent(30)) paper.merge(row, left, 1, width);
    row++;
  }
  return { row, column: left + width };
}

function drawTitle({ paper, top, left, chance, house, month, rater }: Drawing): number {
  const width = house.columns.length;
  let row = top;
  if (house.annexLine) paper.put(row++, left, chance.of(['附件3', '附件3：', '附件：3']));
  const inTitle = house.line === 'month' ? `2020年${month}月` : '';
  paper.put(
    row,
    left,
    chance.percent(50) ? inTitle + house.title : house.title + (inTitle === '' ? '' : `（${inTitle}）`),
  );
  if (chance.percent(70)) paper.merge(row, left, 1, width);
  row++;
  const date = chance.of([`2020年${month}月`, `2020年 ${month} 月`, `2020.${month}`, `2020-0${month}`]);
  const signer = rater === null ? '分管领导签字：' : `评委：${rater}`;
  if (house.line === 'plain') paper.put(row++, left, `考核月份：${date}${rater === null ? '' : `　　${signer}`}`);
  else if (house.line === 'signature') {
    // The signature may stand over any column, a score's too.
    const column = chance.between(0, width - 3);
    paper.put(row, left + column, signer);
    paper.put(row++, left + width - 1, date);
  } else if (house.line === 'month') paper.put(row++, left, signer);
  else paper.put(row++, left, `${date}${rater === null ? '' : `　${signer}`}`);
  if (chance.percent(15)) row++;
  return row;
}

function drawHeading({ paper, left, house }: Drawing, row: number): number {
  const text: Readonly<Record<string, string>> = {
    index: '序号',
    department: '科室',
    name: house.nameWord,
    position: '职务',
    total: '总分',
    grade: '等次',
    note: '备注',
  };
  let heading = row;
  if (house.groups) {
    const first = left + house.columns.indexOf(0);
    paper.put(heading, first, '共性指标');
    paper.merge(heading, first, 1, 3);
    paper.put(heading, first + 3, '个性指标');
    paper.merge(heading, first + 3, 1, 4);
    heading++;
  }
  house.columns.forEach((column, i) => {
    const score = typeof column === 'number';
    const word = score
      ? `${house.words[column] ?? ''}${house.weights === 'heading' ? `（${WEIGHTS[column] ?? 0}%）` : ''}`
      : (text[column] ?? '');
    const top = house.groups && !score ? heading - 1 : heading;
    paper.put(top, left + i, word);
    if (top < heading) paper.merge(top, left + i, 2, 1);
  });
  if (house.weights === 'below') {
    heading++;
    house.columns.forEach((column, i) => {
      if (typeof column === 'number') paper.put(heading, left + i, `${WEIGHTS[column] ?? 0}%`);
    });
  }
  return heading + 1;
}

/** A row that is nobody, with numbers, with formulas, or with its word alone. */
function nobody(
  { paper, left, chance, house }: Drawing,
  row: number,
  word: string,
  scores: readonly number[],
  first: number,
): number {
  const column = chance.percent(70) ? left + house.columns.indexOf('name') : left;
  paper.put(row, column, word);
  const kind = chance.of(['numbers', 'formulas', 'nothing'] as const);
  for (const score of scores) {
    const value = chance.between(60, 100);
    const letters = at(0, score).slice(0, -1);
    if (kind === 'numbers') paper.put(row, score, value);
    if (kind === 'formulas')
      paper.put(row, score, { formula: `=AVERAGE(${letters}${first + 1}:${letters}${row})`, value });
  }
  return row + 1;
}

function scoreCell(chance: Chance, points: number): Cell {
  if (!chance.percent(4)) return points;
  return chance.of([`${points}分`, ` ${points} `, String(points), `${points}\u200B`]);
}

function rosterSheet(chance: Chance, people: readonly Somebody[]): SheetSnapshot {
  const rows: Cell[][] = [
    ['人员名册'],
    ['序号', '科室', '姓名', '职务', '身份'],
    ...people.map(({ name, department, position }, i): Cell[] => [i + 1, department, name, position, '公务员']),
  ];
  if (chance.percent(30)) rows.push([null, null, '合计', `${people.length}人`]);
  return sheet('人员名册', rows);
}

/** A sheet that has nothing to do with scores. */
function otherSheet(chance: Chance, people: readonly Somebody[]): SheetSnapshot {
  const some = chance.some(people, 3);
  return sheet('值班表', [
    ['七月值班安排'],
    ['日期', '值班人', '电话'],
    ...some.map(({ name }, i): Cell[] => [`7月${i + 1}日`, name, 2345600 + i]),
  ]);
}
