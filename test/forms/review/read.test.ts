import { reviewQuarter } from '../../../src/assessment/quarterly';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { noticeLines } from '../../../src/forms/notice/lines';
import { decisionProblems } from '../../../src/forms/review/decisions';
import { readReview, type ReviewSheet } from '../../../src/forms/review/read';
import { reviewedQuarters } from '../../../src/forms/review/table';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { readingOf, reviewCells, reviewSheetOf } from '../support/reviewSheet';
import { sheet, type Cell } from '../support/sheets';
import { NO_SPECIAL_RULES } from '../../assessment/support/byTheNotice';

const NOBODY = reviewQuarter('2020Q3', [], DEFAULT_SETTINGS, NO_SPECIAL_RULES);
const codes = (problems: readonly { code: string; cell: string | null }[]) =>
  problems.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
const sheetOf = (cells: readonly (readonly Cell[])[], name?: string): ReviewSheet => {
  const { sheet: read, problems } = readingOf(cells, name);
  if (read === null) throw new Error(problems.map(({ message }) => message).join());
  return read;
};

describe('a grade is understood in one way', () => {
  test.each([
    ['好', '好'],
    ['好等次', '好'],
    [' 好 ', '好'],
    ['好　等次', '好'],
    ['“好”', '好'],
    ['（较好）', '较好'],
    ['较 好', '较好'],
    ['一般等次', '一般'],
    ['较差。', '较差'],
    ['不确定', '不确定等次'],
    ['不定等次', '不确定等次'],
    ['不参加考核', '不参加考核'],
    ['由外单位考核', '由外单位考核'],
  ])('%s is %s, for the reason, the notice and the year', (written, grade) => {
    const read = reviewSheetOf([{ name: '李军', decision: written, suggestion: written }]);
    expect(read.lines[0]).toMatchObject({ decision: grade, suggestion: grade, typedSuggestion: grade });
    expect(decisionProblems(read.lines, NOBODY)).toEqual([]);
    expect(noticeLines(read, () => false).lines).toMatchObject([{ grade }]);
  });

  test.each(['优秀', '好/较好', '好（面议）', '同意', 'A', '不好', 90])(
    '%s is none: told where it stands, and nothing is decided',
    (decision) => {
      const { sheet: read, problems } = readingOf(reviewCells('2020Q3', [{ name: '李军', decision }]));
      expect(codes(problems)).toEqual(['DECISION_UNREADABLE Q5']);
      expect(read?.lines).toMatchObject([{ decision: null, writtenDecision: String(decision) }]);
      expect(noticeLines(sheetOf(reviewCells('2020Q3', [{ name: '李军', decision }])), () => false).lines).toEqual([]);
    },
  );

  test('decided grades that are formulas are told with all whom they are about', () => {
    const decided = (name: string, decision: string) => ({ name, decision });
    const cells = reviewCells('2020Q3', [
      decided('李军', '=LOOKUP(1,2)'),
      decided('赵敏', '好'),
      decided('孙伟', '=L7'),
    ]);
    const told = readingOf(cells).problems.filter(({ code }) => code === 'DECISION_IS_FORMULA');
    expect(told).toMatchObject([{ cell: 'Q5', message: expect.stringContaining('变动：李军、孙伟；') as string }]);
  });

  test('of namesakes it is told with the 科室 (rule 60)', () => {
    const { problems } = readingOf(
      reviewCells('2020Q3', [
        { department: '办公室', name: '王建国', decision: '好' },
        { department: '外资科', name: '王建国', decision: '优秀' },
      ]),
    );
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('王建国（外资科）的审定等次')]);
  });
});

describe('what stands on a line', () => {
  test('is what was typed, what was computed, and which of it was typed over a formula', () => {
    const computed = (value: string | number) => ({ formula: '=1', value });
    const [first, second] = reviewSheetOf([
      {
        department: '外 贸科',
        name: '张 三',
        position: '科员',
        months: [
          [computed(88.5), computed('好')],
          [90, computed('好')],
          [computed(''), computed('')],
        ],
        mean: computed(89.25),
        suggestion: computed('好'),
        circumstances: computed('受警告处分'),
        proposal: computed('好'),
        party: '同意',
        discipline: '无异议',
        decision: '较好',
        remark: '会议研究',
      },
      { name: '李军', suggestion: '好/较好', proposal: '较好', mean: 80 },
    ]).lines;
    expect(first).toMatchObject({
      key: '外贸科|张三',
      department: '外 贸科',
      displayName: '张 三',
      name: '张三',
      position: '科员',
      row: 4,
      cell: 'Q5',
      suggestion: '好',
      typedSuggestion: null,
      circumstances: '受警告处分',
      proposal: '',
      partyOpinion: '同意',
      disciplineOpinion: '无异议',
      decision: '较好',
      remark: '会议研究',
      overwritten: [{ label: '第2个月总分', value: 90 }],
    });
    expect(first?.months.map(({ total, grade }) => [total?.toString() ?? null, grade])).toEqual([
      ['88.5', '好'],
      ['90', '好'],
      [null, null],
    ]);
    expect(first?.mean?.toString()).toBe('89.25');
    expect(second).toMatchObject({
      suggestion: null,
      typedSuggestion: '好/较好',
      proposal: '较好',
      decision: null,
      overwritten: [
        { label: '平均分', value: 80 },
        { label: '建议等次', value: '好/较好' },
      ],
    });
  });

  test('counts once for a person who stands there twice, who is named', () => {
    const { sheet: read, problems } = readingOf(
      reviewCells('2020Q3', [
        { name: '李军', decision: '好' },
        { name: '王芳', decision: '好' },
        { name: '李 军', decision: '较好' },
      ]),
    );
    expect(codes(problems)).toEqual(['REVIEW_PERSON_TWICE C7']);
    expect(read?.lines.map(({ name, decision }) => [name, decision])).toEqual([
      ['李军', '好'],
      ['王芳', '好'],
    ]);
    expect(read?.repeated.map(({ cell }) => cell)).toEqual(['Q7']);
  });

  test('goes on to 统计 below a line of the office’s own', () => {
    const cells = reviewCells('2020Q3', [{ name: '李军' }, { name: '王芳' }]);
    const noted = [...cells.slice(0, 5), ['备注：以下为市贸促会'], ...cells.slice(5)];
    expect(sheetOf(noted).lines.map(({ name }) => name)).toEqual(['李军', '王芳']);
  });

  test('is held against the 建议等次 that somebody typed, whatever it says', () => {
    const { lines } = reviewSheetOf([{ name: '李军', suggestion: '好/较好', decision: '好' }]);
    expect(decisionProblems(lines, NOBODY).map(({ code, message }) => [code, message.includes('“好/较好”')])).toEqual([
      ['REVIEW_REASON_MISSING', true],
    ]);
  });

  test('of people without 科室 has the name as its key', () => {
    expect(reviewSheetOf([{ department: '', name: '李军' }]).lines[0]?.key).toBe('李军');
  });
});

/** A 审定表 as an office makes it: one row of headings, columns of its own, no 统计. */
const HANDMADE: readonly (readonly Cell[])[] = [
  ['', '济宁市商务局2020年三季度平时考核审定表'],
  [],
  ['', '部门', '姓名', '现任职务', '7月得分', '7月等次', '8月得分', '9月等次', '季度得分', '审定结果', '备注'],
  ['', '外贸科', '李军', '科员', 88, '好', 86.5, '较好', 87.25, '好等次', ''],
  ['', '外贸科', '姓名', '', '', '', '', '', '', '', ''],
  ['', '审核科', '王芳', '科长', '', '', '', '', '', '较好', '外出学习'],
  ['', '', '', '', '', '', '', '', '', '', ''],
  ['', '组长：李明', '副组长：王强', '', '', '', '', '', '', '', ''],
];

describe('a 审定表 made by hand', () => {
  test('is found by its title and headings, and read as far as it has columns', () => {
    const read = sheetOf(HANDMADE);
    expect(read.lines).toMatchObject([
      { key: '外贸科|李军', position: '科员', cell: 'J4', decision: '好', suggestion: null, overwritten: [] },
      { key: '审核科|王芳', position: '科长', cell: 'J6', decision: '较好', remark: '外出学习', partyOpinion: '' },
    ]);
    expect(read.lines[0]?.months.map(({ total, grade }) => [total?.toString() ?? null, grade])).toEqual([
      ['88', '好'],
      ['86.5', null],
      [null, '较好'],
    ]);
    expect(read.lines[0]?.mean?.toString()).toBe('87.25');
  });

  test('ends above 统计, or where the first such label stands', () => {
    const withCounts = [...HANDMADE.slice(0, 4), ['', '合计', '2人'], ['', '统计'], ['', '应参加人数']];
    expect(sheetOf(withCounts.filter((_, row) => row !== 5)).lines).toHaveLength(1);
    expect(sheetOf(HANDMADE.slice(0, 6)).lines).toHaveLength(2);
    expect(sheetOf([...HANDMADE.slice(0, 6), ['', '', '制表人：', '', '', '', '', '', '', '好']]).lines).toHaveLength(
      2,
    );
  });

  test('may bear its title as the name of the sheet', () => {
    const cells = HANDMADE.slice(2);
    expect(sheetOf(cells, '2020年第三季度审定表').lines).toHaveLength(2);
    expect(readingOf(cells, '第三季度')).toEqual({ sheet: null, problems: [] });
    expect(readingOf(cells, '2020年第二季度审定表')).toEqual({ sheet: null, problems: [] });
  });

  test('has its quarter among those that were reviewed; a list that names the sheet does not', () => {
    const list = sheet('清单', [['工作表'], ['2019年第一季度审定表'], ['姓名', '等次']]);
    const grids = [sheet('手工', HANDMADE), list].map((each) => SheetGrid.of(each));
    expect(reviewedQuarters(grids)).toEqual(['2020Q3']);
  });
});

test('a sheet with the program’s title whose headings were changed is named, and another of the quarter is taken', () => {
  const cells = reviewCells('2020Q3', [{ name: '李军', decision: '好' }]);
  const broken = cells.map((line) => line.map((cell) => (cell === '审定等次' ? '结果' : cell)));
  const { sheet: read, problems } = readingOf(broken);
  expect([read, problems.map(({ code, message }) => [code, message.includes('姓名、审定等次')])]).toEqual([
    null,
    [['REVIEW_HEADINGS_MISSING', true]],
  ]);
  const both = [sheet('旧表', broken), sheet('新表', cells)].map((each) => SheetGrid.of(each));
  const taken = readReview(both, '2020Q3');
  expect([taken.sheet?.lines[0]?.sheet, taken.problems]).toEqual(['新表', []]);
});
