import { INDICATORS } from '../../assessment/indicator';
import { REVIEW_COLUMNS } from '../review/columns';
import {
  CIRCUMSTANCE_ALIASES,
  INDICATOR_ALIASES,
  ROLE_ALIASES,
  ROSTER_ALIASES,
  type LabelTable,
} from '../words/labels';

/** What a sheet of another workbook may be taken for. */
export const IMPORT_KINDS = ['人员名册', '特殊情形登记', '审定表', '测评表'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The target of a column that is left out. */
export const LEFT_OUT = '不导入';

/** Columns of a list of leave that 特殊情形登记 has not: they become its 情形, dates and 天数. */
export const LEAVE_COLUMNS = { period: '起止日期', sick: '病假天数', personal: '事假天数' } as const;

/** A column that an outside one can be: by the product's own heading, and what else may stand above it. */
export interface Target {
  readonly label: string;
  /** Headings that the product's reader of this kind takes as they are. */
  readonly known: readonly string[];
  /** Headings that probably mean it. */
  readonly guessed: readonly string[];
}

/** Of the three months of a 审定表, by their place in the quarter: which they are follows from its title. */
export const MONTH_TARGETS = [0, 1, 2].flatMap((i) => [
  { label: `第${i + 1}个月总分`, month: i, part: '总分' },
  { label: `第${i + 1}个月等次`, month: i, part: '等次' },
]);

/** Probable headings of leave lists, by the product's own. */
const LEAVE_WORDS: Readonly<Record<string, readonly string[]>> = {
  情形: ['假别', '假种', '请假类别', '请假类型', '请假种类', '请假性质', '类别', '类型', '种类', '请假', '事项'],
  开始日期: ['起', '自', '开始', '开始时间', '起始时间', '起始', '起日', '请假开始时间', '时间起', '日期起', '从'],
  结束日期: [
    '止',
    '至',
    '结束',
    '结束时间',
    '终止时间',
    '终止',
    '止日',
    '请假结束时间',
    '截止时间',
    '时间止',
    '日期止',
    '到',
    '销假日期',
  ],
  天数: ['请假天数', '天数(天)', '合计天数', '工作日天数', '工作日', '累计天数'],
  依据: ['事由', '请假事由', '原因', '请假原因', '理由', '说明'],
  批准人: ['审批人', '批准领导', '审批领导', '批准'],
  批准日期: ['审批日期', '审批时间', '批准时间'],
  [LEAVE_COLUMNS.period]: [
    '起止时间',
    '起止',
    '请假时间',
    '请假日期',
    '请假起止时间',
    '请假起止日期',
    '时间',
    '日期区间',
  ],
  [LEAVE_COLUMNS.sick]: ['病假', '病假(天)', '因病', '病假日数'],
  [LEAVE_COLUMNS.personal]: ['事假', '事假(天)', '因事', '事假日数'],
};

const NAME_WORDS = ['人员', '人员姓名', '请假人', '请假人姓名', '职工姓名', '名字'];

function targets<Column extends string>(table: LabelTable<Column>, omitted: readonly string[] = []): Target[] {
  return table
    .filter(([column]) => !omitted.includes(column))
    .map(([, known]) => {
      const [label = ''] = known;
      return { label, known, guessed: label === '姓名' ? NAME_WORDS : (LEAVE_WORDS[label] ?? []) };
    });
}

/** The columns that each kind has, named as the pane and the command line name them. */
export const IMPORT_TARGETS: Readonly<Record<ImportKind, readonly Target[]>> = {
  人员名册: targets(ROSTER_ALIASES),
  特殊情形登记: [
    ...targets(CIRCUMSTANCE_ALIASES),
    ...Object.values(LEAVE_COLUMNS).map((label) => ({ label, known: [], guessed: LEAVE_WORDS[label] ?? [] })),
  ],
  审定表: [
    ...REVIEW_COLUMNS.filter(({ id }) => id !== 'index').map(({ label, also }) => {
      const guessed =
        label === '姓名' ? NAME_WORDS : label === '审定等次' ? ['考核等次', '等次', '季度等次', '最终等次'] : [];
      return { label, known: [label, ...also], guessed };
    }),
    ...MONTH_TARGETS.map(({ label }) => ({ label, known: [], guessed: [] })),
  ],
  测评表: [
    ...targets(ROLE_ALIASES, ['other']),
    ...INDICATORS.map(({ id, label }) => {
      const known = INDICATOR_ALIASES.flatMap(([each, labels]) => (each === id ? labels : []));
      return { label, known: [label, ...known], guessed: [] };
    }),
  ],
};

/** The heading that a word means on any kind of table: 部门 → 科室; undefined for none. */
export function targetLabel(word: string): string | undefined {
  if (word === LEFT_OUT) return LEFT_OUT;
  const targets = Object.values(IMPORT_TARGETS).flat();
  return (targets.find(({ label }) => label === word) ?? targets.find(({ known }) => known.includes(word)))?.label;
}
