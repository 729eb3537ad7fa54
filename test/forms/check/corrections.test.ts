import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { readBook } from '../../../src/forms/book/book';
import { findCorrections, type Correction } from '../../../src/forms/check/corrections';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/forms/grid/snapshot';
import { annex3, HEADING, LI, roster, sheet, totals, workbook, ZHANG, type Cell } from '../support/sheets';

function correctionsOf(snapshot: WorkbookSnapshot): Correction[] {
  return findCorrections(snapshot, readBook(snapshot, { settings: DEFAULT_SETTINGS }));
}

/** Of one form: kind, cell and what is made of it. */
function found(rows: readonly (readonly Cell[])[], options: Parameters<typeof sheet>[2] = {}): string[] {
  return correctionsOf(workbook(sheet('7月', rows, options))).map(
    ({ kind, cell, before, after, needsConfirmation }) =>
      `${kind} ${cell} ${before}→${after}${needsConfirmation ? '?' : ''}`,
  );
}

/** The workbook with the corrections made, as reading it again would find it. */
function corrected(snapshot: WorkbookSnapshot, corrections: readonly Correction[]): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((each): SheetSnapshot => {
      const mine = corrections.filter((correction) => correction.sheet === each.name);
      const at = (row: number, column: number) =>
        mine.find(
          (correction) =>
            correction.at.row === row + each.area.row && correction.at.column === column + each.area.column,
        );
      const put = <T>(cells: readonly (readonly T[])[], of: (correction: Correction, old: T) => T) =>
        cells.map((line, r) =>
          line.map((old, c) => {
            const correction = at(r, c);
            return correction === undefined ? old : of(correction, old);
          }),
        );
      return {
        ...each,
        values: put(each.values, ({ content }, old) => content ?? old),
        formulas: put(each.formulas, ({ content }, old) => content ?? old),
        numberFormats: put(each.numberFormats, ({ format }, old) => format ?? old),
      };
    }),
  };
}

test('scores stored as text become numbers, in whatever way they were typed', () => {
  expect(found(annex3([['张三', '８５', '85分', ' 85 ', "'85", '85.50', 85, '85']]))).toEqual([
    'score B5 ８５→85',
    'score C5 85分→85',
    'score D5  85 →85',
    "score E5 '85→85",
    'score F5 85.50→85.5',
    'score H5 85→85',
  ]);
});

test('a weight in a heading that 考核设置 overrules is offered as the one that counts, with no total changed', () => {
  const printed = workbook(sheet('2020年7月', annex3([ZHANG])));
  const weights = [10, 10, 10, 10, 40, 10, 10];
  const settings = { ...DEFAULT_SETTINGS, weights };
  const options = { settings, weightsChosen: true };
  const book = readBook(printed, options);
  const offered = findCorrections(printed, book).filter(({ kind }) => kind === 'weight');
  expect(offered.map(({ cell, before, after, needsConfirmation }) => [cell, before, after, needsConfirmation])).toEqual(
    [
      ['B4', '政治品质（20%）', '政治品质（10%）', true],
      ['F4', '业务经办指标（30%）', '业务经办指标（40%）', true],
    ],
  );
  const after = readBook(corrected(printed, offered), options);
  expect(totals(after)).toEqual(totals(book));
  expect(after.problems.filter(({ code }) => code === 'WEIGHTS_CHANGED')).toEqual([]);
  expect(correctionsOf(printed).filter(({ kind }) => kind === 'weight')).toEqual([]);
});

test('what is no plain score, is out of range, or holds more digits than a number can, is left to the person', () => {
  expect(found(annex3([['张三', '八十五', '85。5', '185', '-5', '90-95', '', '85.1234567890123456']]))).toEqual([]);
});

test('names lose spaces and get the one separating dot, after confirmation, on the roster too', () => {
  const snapshot = workbook(
    sheet(
      '7月',
      annex3([
        ['张　三', ...ZHANG.slice(1)],
        ['阿卜杜拉 • 买买提', ...LI.slice(1)],
        ['赵� 敏', ...LI.slice(1)],
      ]),
    ),
    roster(['办公室', '张 三'], ['外资科', '阿卜杜拉·买买提']),
  );
  expect(
    correctionsOf(snapshot).map(({ sheet: on, cell, after, needsConfirmation }) => [
      on,
      cell,
      after,
      needsConfirmation,
    ]),
  ).toEqual([
    ['7月', 'A5', '张三', true],
    ['7月', 'A6', '阿卜杜拉·买买提', true],
    ['人员名册', 'D2', '张三', true],
  ]);
});

test('headings get the wording of 附件3 and keep the weight that is printed in them', () => {
  const heading = [
    '被测评人',
    '政治素质(25％)',
    '工作\n作风（10%）',
    '廉洁',
    '学习情况20分',
    '业务能力（0.2）',
    ...HEADING.slice(6),
  ];
  expect(found(annex3([ZHANG], { heading }))).toEqual([
    'label A4 被测评人→姓名',
    'label B4 政治素质(25％)→政治品质（25%）',
    'label D4 廉洁→廉洁自律',
    'label E4 学习情况20分→学习指标（20%）',
    'label F4 业务能力（0.2）→业务经办指标（20%）',
  ]);
});

test('a heading with a remark of its own, or that stands there twice, is not touched', () => {
  const heading = ['姓名', '政治素质（满分100分）', '作风（10%）', '作风（10%）', ...HEADING.slice(3)];
  expect(found(annex3([ZHANG], { heading }))).toEqual([]);
});

test.each<[Cell, string[]]>([
  ['2020.6.12', ['date G3 2020.6.12→2020年6月12日']],
  ['20200612', ['date G3 20200612→2020年6月12日']],
  [20200612, ['date G3 20200612→2020年6月12日']],
  ['2020-6', ['date G3 2020-6→2020年6月']],
  ['2020年07月', ['date G3 2020年07月→2020年7月']],
  [43994, ['date G3 43994→2020年6月12日']],
  [{ value: 43994, format: 'yyyy-mm-dd' }, []],
  ['2020年6月12日', []],
  ['二〇二〇年六月', []],
  ['2020.6.31', []],
  ['6.12', []],
  ['6/7', []],
  [2020.1, []],
  [2020.7, ['date G3 2020.7→2020年7月']],
  ['日期：2020.6.12', []],
])('the date line %j', (month, expected) => {
  expect(found(annex3([ZHANG], { month }))).toEqual(expected);
});

test('a serial number stays the date that it is, and only gets a format that shows it', () => {
  const [correction] = correctionsOf(workbook(sheet('7月', annex3([ZHANG], { month: 43994 }))));
  expect(correction).toMatchObject({ content: null, format: 'yyyy"年"m"月"d"日"' });
});

test('words of other scales become grades, each to be confirmed; grades, statuses and unknown words stay', () => {
  const heading = [...HEADING, '等次'];
  const person = (grade: Cell): Cell[] => [...ZHANG, null, grade];
  expect(found(annex3(['优秀', '良好', 'a', '好', '不确定等次', '棒'].map(person), { heading }))).toEqual([
    'grade J5 优秀→好?',
    'grade J6 良好→较好?',
    'grade J7 a→好?',
  ]);
});

test('formulas are never corrected', () => {
  const people: Cell[][] = [
    [{ formula: '="张 三"', value: '张 三' }, { formula: '="85分"', value: '85分' }, ...ZHANG.slice(2)],
  ];
  expect(found(annex3(people, { month: { formula: '=TEXT(A1,"")', value: '2020.6' } }))).toEqual([]);
});

test('an id stays the same until its cell is changed', () => {
  const ids = (score: Cell) =>
    correctionsOf(workbook(sheet('7月', annex3([['张三', score, ...ZHANG.slice(2)]])))).map(({ id }) => id);
  expect(ids('85分')).toEqual(ids('85分'));
  expect(ids('85分')).not.toEqual(ids('86分'));
});

const written = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc
    .integer({ min: 0, max: 100 })
    .chain((score) =>
      fc.constantFrom(
        `${score}分`,
        ` ${score}`,
        `'${score}`,
        String(score),
        `${score}.5`,
        String(score).normalize('NFKC'),
      ),
    ),
  fc.constantFrom('８５', '８５．５', '八十五', '', '105', '85,5'),
);
const person = fc.record({
  name: fc.constantFrom('张三', '张 三', '李　四', '阿卜杜拉•买买提', '阿卜杜拉·买买提', '', '赵敏'),
  scores: fc.array(written, { minLength: 7, maxLength: 7 }),
  grade: fc.constantFrom('', '好', '较好', '优秀', '合格', '不确定等次'),
});
const headingOf = fc.constantFrom<readonly Cell[]>(
  HEADING,
  ['姓 名', '政治素质20', '作风', '廉洁从政', '学习', '业务', '目标', '创先争优', '合计'],
  [
    '测评对象',
    '政治素质(25％)',
    '作风(5%)',
    '廉政（10%）',
    '学习10分',
    '业务(0.3)',
    '目标10%',
    '创先争优（10%）',
    '总分',
  ],
);
const monthOf = fc.constantFrom<Cell>('2020年7月', '2020.7', '202007', '2020-07-31', 44013, '7月', '7.31', '2020.13');

test('corrections never change a total, and leave nothing more to correct', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), headingOf, monthOf, (people, heading, month) => {
      const rows = people.map(({ name, scores, grade }): Cell[] => [name, ...scores, null, grade]);
      const snapshot = workbook(sheet('测评表', annex3(rows, { heading: [...heading, '等次'], month })));
      const before = readBook(snapshot, { settings: DEFAULT_SETTINGS });
      const corrections = correctionsOf(snapshot);
      const after = corrected(snapshot, corrections);
      const book = readBook(after, { settings: DEFAULT_SETTINGS });
      expect(correctionsOf(after)).toEqual([]);
      expect([...book.scales]).toEqual([...before.scales]);
      const replaced = new Set(corrections.filter(({ kind }) => kind === 'grade').map(({ at }) => at.row));
      // A word for a grade keeps its row from a total (R12), so that replacing it gives one; nothing else may change.
      const comparable = (of: typeof book) =>
        of.scores.map(({ row, total, month: in_ }) => [
          row.row,
          in_,
          replaced.has(row.row) ? '' : (total?.toString() ?? null),
        ]);
      expect(comparable(book)).toEqual(comparable(before));
      for (const [i, { total, row }] of before.scores.entries()) {
        if (total !== null) expect(book.scores[i]?.total?.toString()).toBe(total.toString());
        expect(book.scores[i]?.row.row).toBe(row.row);
      }
    }),
    { numRuns: 300 },
  );
});

test('a word for a grade leaves the total alone, before and after it is replaced', () => {
  const snapshot = workbook(sheet('7月', annex3([[...ZHANG, null, '优秀']], { heading: [...HEADING, '等次'] })));
  const read = (of: WorkbookSnapshot) => totals(readBook(of, { settings: DEFAULT_SETTINGS }));
  expect(read(snapshot)).toEqual({ 张三: '89' });
  expect(read(corrected(snapshot, correctionsOf(snapshot)))).toEqual({ 张三: '89' });
});

describe('the end of a 处分 in 特殊情形登记', () => {
  const register = (...lines: readonly (readonly Cell[])[]) =>
    sheet('特殊情形登记', [['科室', '姓名', '情形', '开始日期', '结束日期', '依据'], ...lines]);

  test('is offered for each line without one, by the months of its 处分, after confirmation', () => {
    const kinds = ['警告', '记过', '记大过', '降级', '撤职'];
    const lines = kinds.map((kind) => ['办公室', '张三', kind, '2020.6.15']);
    const found = correctionsOf(workbook(sheet('7月', annex3([ZHANG])), register(...lines)));
    const offered = found.filter(({ kind }) => kind === 'penaltyEnd');
    expect(offered.map(({ cell, before, after }) => [cell, before, after])).toEqual([
      ['E2', '', '2020年12月14日'],
      ['E3', '', '2021年6月14日'],
      ['E4', '', '2021年12月14日'],
      ['E5', '', '2022年6月14日'],
      ['E6', '', '2022年6月14日'],
    ]);
    expect(offered.every(({ needsConfirmation }) => needsConfirmation)).toBe(true);
    expect(offered[1]?.message).toBe(
      '特殊情形登记 E3：“”→“2021年6月14日”（记过期间12个月，自2020年6月15日起算；人事科须核实）',
    );
  });

  test('is not offered where there is one, for other 情形, or without a first day', () => {
    const snapshot = workbook(
      sheet('7月', annex3([ZHANG])),
      register(
        ['办公室', '张三', '记过', '2020.6.15', '2020.12.31'],
        ['办公室', '张三', '记过', '2020.6.15', '待定'],
        ['办公室', '张三', '记过', '2020.6.15', { formula: '=D2', value: '' }],
        ['办公室', '张三', '立案调查', '2020.6.15'],
        ['办公室', '张三', '试用期', '2020.6.15'],
        ['办公室', '张三', '其他处分', '2020.6.15'],
        ['办公室', '张三', '记过', ''],
        ['', '', '', ''],
      ),
    );
    expect(correctionsOf(snapshot).filter(({ kind }) => kind === 'penaltyEnd')).toEqual([]);
  });

  test('is another offer once the first day has changed', () => {
    const idOf = (day: string) =>
      correctionsOf(workbook(sheet('7月', annex3([ZHANG])), register(['办公室', '张三', '记过', day]))).map(
        ({ id }) => id,
      );
    expect(idOf('2020.6.15')).not.toEqual(idOf('2020.6.16'));
  });
});
