import { Directory } from '../../../src/forms/book/directory';
import { readEvidence } from '../../../src/forms/circumstances/evidence';
import { isOwnSheet } from '../../../src/forms/ownSheets';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { sheet, type Cell, type SheetOptions } from '../support/sheets';
import type { Person } from '../../../src/forms/book/model';

const HEADING = ['日期', '科室', '姓名', '类型', '内容', '来源/依据', '备注'];
const person = (department: string, name: string): Person => {
  return { key: `${department}|${name}`, department, name, displayName: name, position: '' };
};
const PEOPLE = [person('办公室', '王建国'), person('外资科', '王建国'), person('外贸科', '赵敏')];
const read = (rows: readonly (readonly Cell[])[], options: SheetOptions = {}, name = '考核记实') =>
  readEvidence([SheetGrid.of(sheet(name, rows, options))], new Directory(PEOPLE, null), false);
const log = (...lines: readonly (readonly Cell[])[]) => read([HEADING, ...lines]);

test('each line belongs to its person, in the order of the days, dates read as people write them', () => {
  const { entries, problems } = log(
    [{ value: 44057, format: 'yyyy/m/d' }, '外贸科', '赵 敏', '急难险重', '防汛\n抢险值守', '防汛办通报', '表现突出'],
    ['2020.7.6', '', '赵敏', ' 投诉 ', '办证等候过久', '12345工单', ''],
    ['2020年7月9日', '外资科', '王建国', '廉政', '无', '', ''],
  );
  expect(problems).toEqual([]);
  expect([...entries.keys()]).toEqual(['外贸科|赵敏', '外资科|王建国']);
  expect(entries.get('外贸科|赵敏')).toEqual([
    {
      date: '2020-07-06',
      kind: '投诉',
      content: '办证等候过久',
      source: '12345工单',
      note: '',
      sheet: '考核记实',
      cell: 'E3',
    },
    {
      date: '2020-08-14',
      kind: '急难险重',
      content: '防汛 抢险值守',
      source: '防汛办通报',
      note: '表现突出',
      sheet: '考核记实',
      cell: 'E2',
    },
  ]);
});

test('it is found by its headings, wherever they stand, in any order and under any name', () => {
  const rows = [
    ['平时情况登记'],
    ['姓名', '内容', '类型', '日期', '来源/依据'],
    ['赵敏', '受到通报表扬', '督查抽查', '2020-07-06', '督查通报'],
  ];
  const { entries } = read(rows, { at: { row: 3, column: 2 } }, '表1');
  expect(entries.get('外贸科|赵敏')).toMatchObject([{ kind: '督查抽查', sheet: '表1', cell: 'D6' }]);
  expect(
    read(
      [
        ['日期', '姓名', '类型', '内容'],
        ['2020-07-06', '张三', '线上', '培训'],
      ],
      {},
      '考核记实',
    ),
  ).toEqual({
    entries: new Map(),
    problems: [],
  });
});

test.each<[string, Cell[], string, string, string]>([
  [
    'an unknown person',
    ['2020-07-06', '办公室', '张三', '投诉', '一', '二'],
    'EVIDENCE_UNKNOWN_PERSON',
    'C2',
    '“办公室张三”不在花名册和测评表上',
  ],
  ['a namesake without 科室', ['2020-07-06', '', '王建国', '投诉', '一', '二'], 'EVIDENCE_NAMESAKE', 'C2', '多人同名'],
  ['no person', ['2020-07-06', '', '', '投诉', '一', '二'], 'EVIDENCE_INVALID', 'C2', '缺少姓名'],
  ['no date', ['', '外贸科', '赵敏', '投诉', '一', '二'], 'EVIDENCE_INVALID', 'A2', '缺少日期'],
  [
    'a date that is none',
    ['2020-06-31', '外贸科', '赵敏', '投诉', '一', '二'],
    'EVIDENCE_INVALID',
    'A2',
    '“2020-06-31”不是完整的日期',
  ],
  ['a month alone', ['2020年6月', '外贸科', '赵敏', '投诉', '一', '二'], 'EVIDENCE_INVALID', 'A2', '不是完整的日期'],
  [
    'an unknown type',
    ['2020-07-06', '外贸科', '赵敏', '表扬', '一', '二'],
    'EVIDENCE_INVALID',
    'D2',
    '应为投诉、群众测评、督查抽查、廉政、急难险重之一',
  ],
  ['no type', ['2020-07-06', '外贸科', '赵敏', '', '一', '二'], 'EVIDENCE_INVALID', 'D2', '缺少类型'],
  ['no content', ['2020-07-06', '外贸科', '赵敏', '投诉', ' ', '二'], 'EVIDENCE_INVALID', 'E2', '缺少内容'],
])('%s is an error with its cell, and the line is left out', (_, line, code, cell, words) => {
  const { entries, problems } = log(line);
  expect(entries.size).toBe(0);
  expect(problems).toMatchObject([{ severity: 'error', code, sheet: '考核记实', cell }]);
  expect(problems[0]?.message).toContain(words);
});

test('it is no source for forms, and its dates give them no year', () => {
  expect(isOwnSheet(SheetGrid.of(sheet('考核记实', [HEADING])))).toBe(true);
});

test('without 日期 or 姓名 the sheet is not read, and that is told', () => {
  const { problems } = read([
    ['科室', '类型', '内容', '来源/依据'],
    ['外贸科', '投诉', '一', '二'],
  ]);
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['EVIDENCE_HEADINGS_MISSING', '考核记实：考核记实的表头缺少日期、姓名，未读取；请恢复表头'],
  ]);
});
