/**
 * The messy workbooks: by file name, how each departs from the printed forms. `scripts/messyFixtures.ts` writes them
 * to test/fixtures/messy, where they can be opened in Excel and WPS; the tests read those files.
 */
import { changed, form, HEADING, july, LI, roster, SUN, ZHAO } from './scoreForms';
import { messyPackage, type MessyCell, type MessySheet, type MessyWorkbook } from './xlsxPackage';
import { recordWorkbooks } from './recordWorkbooks';
import { INDICATORS_OF_ANNEX3 } from '../../forms/support/annex3Headings';

const one = (cell: MessyCell, at: number, more: Readonly<Record<number, MessyCell>> = {}) => [
  changed(ZHAO, { [at]: cell, ...more }),
  LI,
];
const heading = (cells: Readonly<Record<number, MessyCell>>): MessyCell[] => changed(HEADING, cells);
/** One sheet for each person's changed line: the form is the same, the sheets have a month each, from January 2020. */
const monthly = (cells: readonly MessyCell[], at: number): MessySheet[] =>
  cells.map((cell, i) => ({ name: `${i + 1}月`, rows: form(one(cell, at), { month: `2020年${i + 1}月` }) }));

const WEIGHTS = [20, 10, 10, 10, 30, 10, 10];
const weighted = (write: (weight: number) => string): MessyCell[] => [
  '科室',
  '姓名',
  ...INDICATORS_OF_ANNEX3.map((label, i) => label + write(WEIGHTS[i] ?? 0)),
  '总分',
];

const definitions: Readonly<Record<string, MessyWorkbook>> = {
  ...recordWorkbooks,
  'label-whitespace': {
    sheets: [
      july([ZHAO, LI], {
        heading: [
          '科  室',
          '姓 名 ',
          '政治\n品质（20%）',
          { rich: ['工作', '作风\u00A0（10%）'], reading: 'ゴン' },
          '廉\t洁自律（10%）',
          '学　习指标（１０％）',
          { inline: '业务经办\r\n指标（30%）' },
          '目标实施指标（10%）',
          ' 争先创优指标（10%）',
          '总　分',
        ],
      }),
    ],
  },
  'weight-notation': {
    sheets: [
      (weight: number) => `（${weight}%）`,
      (weight: number) => `(${weight}%)`,
      (weight: number) => `${weight}％`,
      (weight: number) => `${weight}分`,
      (weight: number) => ` ${weight / 100}`,
    ].map((write, i) => ({
      name: `${i + 1}月`,
      rows: form([ZHAO, LI], { month: `2020年${i + 1}月`, heading: weighted(write) }),
    })),
  },
  'weights-missing': { sheets: [july([ZHAO, LI], { heading: ['科室', '姓名', ...INDICATORS_OF_ANNEX3, '总分'] })] },
  'weights-changed': {
    sheets: [
      july([ZHAO, LI], { heading: heading({ 6: '业务经办指标（25%）' }) }),
      {
        name: '8月',
        rows: form([ZHAO, LI], {
          month: '2020年8月',
          heading: heading({ 2: '政治品质（30%）', 6: '业务经办指标（20%）' }),
        }),
      },
    ],
  },
  'title-variants': {
    sheets: [
      july([ZHAO, LI], { title: '公务员平时考核测评表' }),
      { name: '8月', rows: form([ZHAO, LI], { month: '2020年8月', title: '公务员月度测评表' }) },
      { name: '9月', rows: form([ZHAO, LI], { month: '2020年9月', title: '济宁市商务局平时考核打分表' }) },
      { name: '2020年10月', rows: [HEADING, ZHAO, LI] },
      {
        name: '疑似',
        rows: form([ZHAO, LI], {
          month: '2020年11月',
          heading: ['科室', '姓名', '德', '能', '勤', '绩', '廉', '学', '创', '总分'],
        }),
      },
    ],
  },
  'merged-headings': {
    sheets: [
      july(
        [ZHAO, LI],
        { footnote: false, heading: [] },
        {
          rows: [
            ['附件3'],
            ['公务员平时（每月）考核测评表'],
            ['分管领导签字：', null, null, null, null, null, null, '2020年7月'],
            ['科室', '姓名', '共性指标（40%）', null, null, '个性指标（60%）', null, null, null, '总分'],
            [null, null, ...HEADING.slice(2, 9)],
            ZHAO,
            changed(LI, { 0: null }),
          ],
          merged: ['A2:J2', 'H3:J3', 'A4:A5', 'B4:B5', 'C4:E4', 'F4:I4', 'J4:J5', 'A6:A7'],
        },
      ),
    ],
  },
  'columns-reordered': {
    sheets: [
      july([], {
        heading: ['序号', '姓名', '部门', ...HEADING.slice(2, 9).reverse(), '等次', '总分', '备注'],
      }),
    ].map((sheet) => ({
      ...sheet,
      rows: [
        ...sheet.rows.slice(0, 4),
        [1, '赵敏', '办公室', ...ZHAO.slice(2, 9).reverse(), '较好', 85.4, '第一季度借调'],
        [2, '李伟', '办公室', ...LI.slice(2, 9).reverse(), null, null, null],
      ],
    })),
  },
  'column-twice': { sheets: [july([ZHAO, LI], { heading: heading({ 3: '学习（10%）' }) })] },
  'column-missing': { sheets: [july([ZHAO, LI], { heading: heading({ 4: '勤政（10%）' }) })] },
  'total-differs': { sheets: [july([changed(ZHAO, { 9: 86 }), changed(LI, { 9: 80.7 }), SUN])] },
  'grade-differs': {
    sheets: [july([changed(ZHAO, { 10: '好' }), changed(LI, { 10: '好' })], { heading: [...HEADING, '等次'] })],
  },
  'score-text': {
    sheets: [
      july([
        ['办公室', '赵敏', '８５', '85分', ' 85 ', "'85", { value: '85', style: 'text' }, { inline: '85' }, 84],
        ['办公室', '李伟', { value: 80, style: 'points' }, '８５．５分', '\u00A085', '85\n', 79, 83, 84],
      ]),
    ],
  },
  'score-unreadable': {
    sheets: monthly(
      [
        '85。5',
        '85,5',
        '八十五',
        '优',
        '90-95',
        { value: 0.89, style: 'percent' },
        { value: 44056, style: 'date' },
        { value: 3.5451388888888888, style: 'hours' },
      ],
      2,
    ),
  },
  'score-blank': { sheets: [july(one(null, 5)), { name: '8月', rows: form(one('　', 5), { month: '2020年8月' }) }] },
  'score-zero': { sheets: [july(one(0, 5))] },
  'score-out-of-range': { sheets: monthly([105, 100.01, -1, '-5'], 5) },
  'score-decimals': { sheets: [july(one(84.125, 5))] },
  'scale-mixed': { sheets: [july([['办公室', '赵敏', 18, 9, 9, 9, 27, 9, 9], LI, SUN])] },
  'scores-uniform': {
    sheets: [
      july([changed(LI, { 1: '赵敏' }), LI]),
      {
        name: '8月',
        rows: form(
          [
            ['办公室', '赵敏', ...Array<number>(7).fill(100)],
            ['办公室', '李伟', ...Array<number>(7).fill(100)],
          ],
          { month: '2020年8月' },
        ),
      },
      { name: '9月张局长', rows: form([ZHAO, LI], { month: '2020年9月' }) },
      { name: '9月王局长', rows: form([ZHAO, LI], { month: '2020年9月' }) },
    ],
  },
  'summary-rows': {
    sheets: [
      july([
        ZHAO,
        ['小 计', null, 86, 85, 85, 84, 86, 85, 85],
        LI,
        [null, '合计', 166, 167, 166, 164, 165, 168, 169],
        [
          null,
          '平均分',
          ...['C', 'D', 'E', 'F', 'G', 'H', 'I'].map((c, i) => ({
            formula: `AVERAGE(${c}5,${c}7)`,
            value: [83, 83.5, 83, 82, 82.5, 84, 84.5][i] ?? 0,
          })),
        ],
        [null, '最高分', 86, 85, 85, 84, 86, 85, 85],
        [null, { formula: '"共"&COUNTA(B5,B7)&"人"', value: '共2人' }, null, null],
        [null, '排名'],
      ]),
    ],
  },
  'blank-rows': { sheets: [july([ZHAO, [], [null, null], [], LI, [], [], [], SUN])] },
  'name-spaces': {
    sheets: [july([changed(ZHAO, { 1: '张 三' }), changed(LI, { 1: '李　伟' }), changed(SUN, { 1: '孙\u00A0 丽\n' })])],
  },
  'name-dots': {
    sheets: ['·', '•', '．', '・', '‧', ' · '].map((dot, i) => ({
      name: `${i + 1}月`,
      rows: form([changed(ZHAO, { 1: `阿卜杜拉${dot}买买提` }), LI], { month: `2020年${i + 1}月` }),
    })),
  },
  'name-unreadable': {
    sheets: [
      july([changed(ZHAO, { 1: '赵�' }), changed(LI, { 1: '李\uE863' }), changed(SUN, { 1: '𬘭' + '宇' })]),
      roster(
        ['办公室', '赵敏', '科员', '2018.03'],
        ['办公室', '李䶮', '科员', '2018.03'],
        ['外资科', '𬘭宇', '科员', '2018.03'],
      ),
    ],
  },
  namesakes: {
    sheets: [
      july([['', '王建国', ...ZHAO.slice(2)], LI, SUN]),
      roster(
        ['办公室', '王建国', '科员', '2018.03'],
        ['外资科', '王建国', '科长', '2018.03'],
        ['办公室', '李伟', '科员', '2018.03'],
        ['外资科', '孙丽', '科员', '2018.03'],
      ),
    ],
  },
  'roster-mismatch': {
    sheets: [july([ZHAO, LI]), roster(['办公室', '赵敏', '科员', '2018.03'], ['办公室', '周丽', '科员', '2018.03'])],
  },
  'person-twice': {
    sheets: [
      july([ZHAO, LI, changed(ZHAO, { 2: 90 })]),
      { name: '8月张局长', rows: form([ZHAO, LI], { month: '2020年8月', signer: '评委：张华' }) },
      {
        name: '8月王局长',
        rows: form([changed(ZHAO, { 2: 88 }), changed(LI, { 2: 82 })], { month: '2020年8月', signer: '评委：王强' }),
      },
    ],
  },
  'names-in-one-cell': {
    sheets: [
      july([
        changed(ZHAO, { 1: '张三/李四' }),
        changed(SUN, { 1: '王五、赵六' }),
        changed(SUN, { 1: '钱伟\n周华' }),
        LI,
      ]),
    ],
  },
  'forms-stacked': {
    sheets: [
      {
        name: '第三季度',
        rows: [
          ...form([ZHAO, LI]),
          [],
          ...form([changed(ZHAO, { 2: 88 }), LI, SUN], { month: '2020年8月' }),
          ...form([SUN], { month: '2020年9月' }),
        ],
      },
    ],
  },
  'month-conflict': {
    sheets: [
      { name: '8月', rows: form([ZHAO, LI]) },
      { name: '2020年9月', rows: form([ZHAO, LI], { month: '2020年9月' }) },
    ],
  },
  'month-absent': { sheets: [{ name: '测评表', rows: form([ZHAO, LI], { month: '  年  月' }) }] },
  'date-notation': {
    sheets: (
      [
        '2020.6.12',
        '2020-6-12',
        '20200612',
        { value: 43994, style: 'general' },
        { value: 43994, style: 'date' },
        { value: 43994, style: 'customDay' },
        '2020年6月',
        { value: 43983, style: 'chineseMonth' },
        { value: 43983, style: 'customMonth' },
      ] as const
    ).map((month, i) => ({
      name: `科室${'一二三四五六七八九'[i] ?? ''}`,
      rows: form([changed(ZHAO, { 1: `赵${'一二三四五六七八九'[i] ?? ''}` })], { month }),
    })),
  },
  'date-1904': {
    sheets: [{ name: '测评表', rows: form([ZHAO, LI], { month: { value: 42521, style: 'chineseMonth' } }) }],
    options: { date1904: true },
  },
  'date-partial': {
    sheets: [
      { name: '2020年7月', rows: form([ZHAO, LI]) },
      { name: '甲', rows: form([ZHAO, LI], { month: '6.12' }) },
      { name: '乙', rows: form([SUN], { month: '6/7' }) },
      { name: '丙', rows: form([ZHAO, LI], { month: '6.31' }) },
    ],
  },
  'year-left': { sheets: [{ name: '2021年1月', rows: form([ZHAO, LI], { month: '2020年1月' }) }] },
  hidden: {
    sheets: [
      july([ZHAO, LI, SUN, changed(ZHAO, { 1: '钱进' })], {}, { hiddenRows: [5, 6, 8], hiddenColumns: [6] }),
      { name: '8月', rows: form([ZHAO, LI, SUN], { month: '2020年8月' }), filter: 'A4:J7', hiddenRows: [7] },
      { name: '9月', rows: form([ZHAO, LI], { month: '2020年9月' }), state: 'hidden' },
      { name: '10月', rows: form([ZHAO, LI], { month: '2020年10月' }), state: 'veryHidden' },
    ],
  },
  protected: { sheets: [july([ZHAO, LI], {}, { protected: true })] },
  formulas: {
    sheets: [
      july([
        changed(ZHAO, {
          2: { formula: '80+6', value: 86 },
          3: { formula: '"85"', value: '85' },
          9: {
            formula: 'C5*0.2+D5*0.1+E5*0.1+F5*0.1+G5*0.3+H5*0.1+I5*0.1',
            value: 85.4,
            shared: { ref: 'J5:J6', si: 0 },
          },
        }),
        changed(LI, { 9: { follows: 0, value: 80.7 } }),
        changed(SUN, { 4: { error: '#REF!', formula: '#REF!+1' } }),
        changed(SUN, { 1: '钱进', 2: { formula: '[1]打分!C7', value: 89 } }),
        changed(SUN, { 1: '周华', 5: { error: '#N/A' } }),
      ]),
    ],
    options: { externalBook: '5月打分.xlsx' },
  },
  'signature-picture': {
    sheets: [
      july([ZHAO, LI], {}, { picture: true }),
      {
        name: '8月',
        rows: form([ZHAO, LI], { month: '2020年8月', signer: '分管领导签字：' }).map((line, i) =>
          i === 2
            ? changed(line, { 2: { formula: '_xlfn.DISPIMG("ID_0A1B2C3D",1)', value: '=DISPIMG("ID_0A1B2C3D",1)' } })
            : line,
        ),
      },
    ],
    options: { program: 'wps' },
  },
  'word-table': {
    sheets: [
      {
        name: '7月',
        rows: [
          ...form([], { footnote: false }).slice(0, 3),
          HEADING.map((label) => label.replace('（', '\n（')),
          ZHAO.map((cell) => (typeof cell === 'string' ? cell.slice(0, 1) + '\n' + cell.slice(1) : cell)),
          [],
          LI,
          [null, null, null, null, 90],
          ['外资科', '孙', ...SUN.slice(2, 6)],
          [null, '丽', null, null, null, null, ...SUN.slice(6)],
        ],
        merged: 'ABCDEFGHIJ'
          .split('')
          .map((column) => `${column}5:${column}6`)
          .concat('B7:B8', 'A7:A8'),
      },
    ],
  },
  'wps-saved': {
    sheets: [
      july(
        [ZHAO, changed(LI, { 9: { formula: 'SUMPRODUCT(C6:I6,{0.2,0.1,0.1,0.1,0.3,0.1,0.1})', value: 80.7 } })],
        {},
        {
          rules:
            '<dataValidations count="1"><dataValidation type="decimal" allowBlank="1" showErrorMessage="1" sqref="C5:I6"><formula1>0</formula1><formula2>100</formula2></dataValidation></dataValidations>',
          end:
            '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
            '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1">' +
            '<x14:formula1><xm:f>人员名册!$D$2:$D$9</xm:f></x14:formula1><xm:sqref>B5:B6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
        },
      ),
      roster(
        ['办公室', '赵敏', '科员', '2018.03'],
        ['办公室', '李伟', '科员', { value: 43160, style: 'chineseMonth' }],
      ),
    ],
    options: { program: 'wps' },
  },
  'bare-package': { sheets: [july([ZHAO, changed(LI, { 2: true }), SUN])], options: { program: 'bare' } },
  'colour-as-meaning': {
    sheets: [
      july(
        [changed(ZHAO, { 5: { value: 84, style: 'redFill' } }), LI],
        {},
        {
          rules:
            '<conditionalFormatting sqref="C5:I6"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>60</formula></cfRule></conditionalFormatting>',
        },
      ),
    ],
  },
  'grade-words': {
    sheets: [
      july(
        ['优秀', '良好', 'A', '合格', '不错'].map((word, i) =>
          changed(LI, { 1: `李${'一二三四五'[i] ?? ''}`, 8: 84 - i, 10: word }),
        ),
        { heading: [...HEADING, '等次'] },
      ),
    ],
  },
  'rater-missing': {
    sheets: ['张华', '王强', '刘洋', '陈静', '杨帆'].map((name, i) => ({
      name: `7月${i + 1}`,
      rows: form(
        [...(i === 4 ? [] : [changed(ZHAO, { 2: 80 + i })]), changed(LI, { 2: 80 + i }), changed(SUN, { 2: 90 + i })],
        { signer: `评委：${name}` },
      ),
    })),
  },
  'formula-like-text': {
    sheets: [
      july([
        changed(ZHAO, { 0: { value: '=HYPERLINK("http://x")', style: 'text' } }),
        changed(LI, { 0: { inline: '+1+cmd' } }),
      ]),
    ],
  },
};

/** Bytes of every messy workbook, by file name without its extension. */
export const messyWorkbooks: ReadonlyMap<string, () => Uint8Array> = new Map(
  Object.entries(definitions).map(([name, { sheets, options }]) => [name, () => messyPackage(sheets, options)]),
);
