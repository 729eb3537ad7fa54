import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre';
import {
  ENTRY_KINDS,
  monthsOfQuarter,
  OFFICE_DEFAULTS,
  type DescribedEntry,
  type DescribedLine,
  type DescribedPerson,
  type DescribedQuarter,
  type DescribedSheet,
  type OfficeSettings,
} from './described';

type Cell = string | number | null;
type Lines = readonly (readonly Cell[])[];

/** A quarter out of a workbook that is laid out as the cases are: a plain reader, for tidy sheets alone. */
export async function readQuarter(path: string, quarter: string): Promise<DescribedQuarter> {
  const book = await readXlsx(readFileSync(path));
  const sheets = book.sheets.map(({ name, rows }) => ({ name, lines: rows.map((row) => row.map(cell)) }));
  const linesOf = (name: string): Lines => sheets.find((sheet) => sheet.name === name)?.lines ?? [];
  const people: DescribedPerson[] = rosterOf(linesOf('人员名册'));
  const find = (department: string, name: string) => {
    const isThat = (each: DescribedPerson) =>
      each.name === name && (department === '' || each.department === department);
    const index = people.findIndex(isThat);
    return index >= 0
      ? index
      : people.push({ department, name, unit: '', position: '', identity: '', onRoster: false }) - 1;
  };
  const scored = sheets.flatMap(({ lines }) => scoreSheetOf(lines, find) ?? []);
  const settings = linesOf('考核设置');
  return {
    quarter,
    sheets: scored.filter(({ month }) => monthsOfQuarter(quarter).includes(month)),
    entries: entriesOf(linesOf('特殊情形登记'), find),
    settings: settings.length === 0 ? null : settingsOf(settings),
    printedWeights: OFFICE_DEFAULTS.weights,
    people,
  };
}

function cell(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Text of a cell under a heading; names without the blanks that people put into them. */
function column(heading: readonly Cell[], label: string) {
  const index = heading.findIndex((each) => text(each) === label);
  return (line: readonly Cell[]): Cell => (index < 0 ? null : (line[index] ?? null));
}

function text(value: Cell | undefined): string {
  return String(value ?? '').replace(/\s/g, '');
}

/** 2020-07-01, 2020.7.1 or 2020年7月1日, with or without a time. */
function day(value: Cell): string | null {
  const [, year, month = '', date = ''] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})/.exec(text(value)) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function rosterOf([heading = [], ...lines]: Lines): DescribedPerson[] {
  const of = (label: string) => column(heading, label);
  return lines
    .filter((line) => text(of('姓名')(line)) !== '')
    .map((line) => ({
      department: text(of('科室')(line)),
      name: text(of('姓名')(line)),
      unit: text(of('单位')(line)),
      position: text(of('职务')(line)),
      identity: text(of('身份')(line)),
      onRoster: true,
    }));
}

function scoreSheetOf(lines: Lines, find: (department: string, name: string) => number): DescribedSheet | null {
  const headingRow = lines.findIndex(
    (line) => line.includes('姓名') && line.some((each) => text(each).startsWith('政治')),
  );
  const heading = lines[headingRow];
  if (heading === undefined) return null;
  const title = lines.slice(0, headingRow).flat().map(text);
  const [, year = '', month = ''] = /(\d{4})年(\d{1,2})月/.exec(title.join(' ')) ?? [];
  const first = heading.findIndex((each) => text(each).startsWith('政治'));
  const name = column(heading, '姓名');
  const department = column(heading, '科室');
  return {
    month: `${year}-${month.padStart(2, '0')}`,
    rater: title.find((each) => each.startsWith('分管领导签字：'))?.slice('分管领导签字：'.length) ?? '',
    group: '',
    lines: lines
      .slice(headingRow + 1)
      .filter((line) => text(name(line)) !== '' && !text(line[0]).startsWith('备注'))
      .map((line): DescribedLine => ({
        person: find(text(department(line)), text(name(line))),
        scores: Array.from({ length: 7 }, (_, i) => line[first + i] ?? null),
        extras: [null, null],
      })),
  };
}

function entriesOf(
  [heading = [], ...lines]: Lines,
  find: (department: string, name: string) => number,
): DescribedEntry[] {
  const of = (label: string) => column(heading, label);
  return lines.flatMap((line): DescribedEntry[] => {
    const kind = ENTRY_KINDS.find((each) => each === of('情形')(line));
    const from = day(of('开始日期')(line));
    if (kind === undefined || from === null) return [];
    const days = of('天数')(line);
    const scope = text(of('作用范围')(line));
    return [
      {
        person: find(text(of('科室')(line)), text(of('姓名')(line))),
        kind,
        from,
        to: day(of('结束日期')(line)),
        days: typeof days === 'number' ? days : null,
        scope: scope === '月' || scope === '季' ? scope : '',
      },
    ];
  });
}

/** What the cases choose in 考核设置. */
function settingsOf(lines: Lines): OfficeSettings {
  const line = (label: string) => lines.find(([first]) => text(first).startsWith(label))?.slice(1) ?? [];
  const is = (label: string, value: string) => line(label)[0] === value;
  return {
    ...OFFICE_DEFAULTS,
    weights: line('指标权重').filter((each) => typeof each === 'number'),
    pool: is('“好”等次比例的计算范围', '职务类别') ? '职务类别' : '全局',
    raterMethod: is('多名评委的合成方法', '平均') ? '平均' : '去掉最高最低后平均',
    absentRaters: is('有评委未打分时', '待确认') ? '待确认' : '按已打分评委平均',
    quarterMethod: is('季度等次的建议方法', '平均分') ? '平均分' : '多数等次',
  };
}
