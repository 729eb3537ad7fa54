import { circumstancesOn } from '../book/registerLine';
import { CIRCUMSTANCES } from '../../assessment/circumstances';
import { problem } from '../settings/problems';
import { EVIDENCE_KINDS } from '../circumstances/evidence';
import { isEvidenceSheet } from '../circumstances/evidenceSheet';
import { emptySheetPlan, MARGINS, type Margins, type SheetPlan, type ValidationStep } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { registerLook } from '../grid/registerLook';
import type { Roster } from '../book/model';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';

/** The sheets that HR keeps beside the forms; all are found by their headings. */

export interface RegistersWanted {
  /** All, unless one is named. */
  readonly only?: RegisterName;
  readonly margins?: Margins;
}

interface Column {
  readonly label: string;
  /** Characters. */
  readonly width: number;
  readonly rule?: Omit<ValidationStep, 'area'>;
  readonly numberFormat?: string;
}

/** How dates show: short, so that the table need not be made smaller on paper, and without leading zeros. */
const DATE_FORMAT = 'yyyy-m-d';

const REGISTERS = {
  人员名册: [
    { label: '序号', width: 6 },
    { label: '单位', width: 20 },
    { label: '科室', width: 16 },
    { label: '姓名', width: 14 },
    { label: '职务', width: 18 },
    // As text: a cell that shows dates takes 2020.3 for a day of 1905.
    { label: '任现职时间', width: 16, numberFormat: '@' },
    { label: '身份', width: 10, rule: listRule('身份', ['公务员', '参公', '事业', '工勤', '局领导']) },
    { label: '备注', width: 22 },
  ],
  特殊情形登记: [
    { label: '科室', width: 10 },
    { label: '姓名', width: 9 },
    {
      label: '情形',
      width: 12.5,
      rule: listRule(
        '情形',
        CIRCUMSTANCES.map(({ kind }) => kind),
      ),
    },
    { label: '开始日期', width: 12.5, numberFormat: DATE_FORMAT },
    { label: '结束日期', width: 12.5, numberFormat: DATE_FORMAT },
    {
      label: '天数',
      width: 6.5,
      rule: {
        rule: { kind: 'decimal', min: 0, max: 366 },
        title: '天数',
        prompt: '请输入工作日天数，可以有半天，如 2.5。',
        error: '天数须为0到366之间的数字，请重新输入。',
      },
    },
    {
      label: '作用范围',
      width: 6.5,
      rule: listRule('作用范围', ['月', '季'], '只有直接确定为好、直接确定为较差需要选择：月或季。'),
    },
    { label: '依据', width: 26 },
    { label: '批准人', width: 9 },
    { label: '批准日期', width: 12.5, numberFormat: DATE_FORMAT },
    { label: '外单位材料', width: 9.5 },
  ],
  考核记实: [
    { label: '日期', width: 12.5, numberFormat: DATE_FORMAT },
    { label: '科室', width: 11 },
    { label: '姓名', width: 9 },
    { label: '类型', width: 12, rule: listRule('类型', EVIDENCE_KINDS) },
    { label: '内容', width: 44 },
    { label: '来源/依据', width: 23 },
    { label: '备注', width: 15 },
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type RegisterName = keyof typeof REGISTERS;

/** Rows that are ruled for people to be entered, and rows whose entries are checked. */
const RULED_ROWS = 30;
const CHECKED_ROWS = 500;
/** Points: a line of text, and two where sentences are typed. */
const LINE_HEIGHTS = { 人员名册: 24, 特殊情形登记: 40, 考核记实: 40 } as const;

/**
 * Plans an empty 人员名册, 特殊情形登记 and 考核记实 (R03) with drop-downs, as far as the workbook has none.
 *
 * @param roster the one that the workbook has
 * @param grids its sheets by name
 */
export function layoutRegisters(
  { only, margins = '表格边距 20 mm' }: RegistersWanted,
  roster: Roster | null,
  grids: ReadonlyMap<string, SheetGrid>,
): { readonly sheets: readonly SheetPlan[]; readonly problems: readonly Problem[] } {
  const present: Readonly<Record<RegisterName, string | undefined>> = {
    人员名册: roster?.sheet,
    特殊情形登记: [...grids.values()].find((grid) => circumstancesOn(grid) !== null)?.name,
    考核记实: [...grids.values()].find(isEvidenceSheet)?.name,
  };
  const names = new SheetNames(grids.keys());
  const sheets: SheetPlan[] = [];
  const problems: Problem[] = [];
  for (const name of ['人员名册', '特殊情形登记', '考核记实'] as const) {
    if (only !== undefined && only !== name) continue;
    const sheet = present[name];
    if (sheet !== undefined) problems.push(problem.registerExists(sheet, name));
    else sheets.push(register(name, names.next(name), margins));
  }
  return { sheets, problems };
}

function register(name: RegisterName, sheet: string, margins: Margins): SheetPlan {
  const columns: readonly Column[] = REGISTERS[name];
  const entries = (column: number) => ({ row: 1, column, rows: CHECKED_ROWS, columns: 1 });
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [
      {
        label: `${name}表头`,
        row: 0,
        column: 0,
        cells: [columns.map(({ label }) => label)],
        before: [columns.map(() => '')],
      },
    ],
    formats: [
      ...registerLook(
        columns.map(({ width }) => width),
        RULED_ROWS,
        LINE_HEIGHTS[name],
      ),
      ...columns.flatMap(({ numberFormat }, column) =>
        numberFormat === undefined ? [] : [{ area: entries(column), numberFormat }],
      ),
    ],
    validations: columns.flatMap(({ rule }, column) =>
      rule === undefined ? [] : [{ area: entries(column), ...rule }],
    ),
    page: {
      orientation: 'Landscape',
      margins: MARGINS[margins],
      printArea: null,
      titleRows: '$1:$1',
      pageNumbers: true,
    },
    freezeRows: 1,
  };
}

function listRule(
  label: string,
  values: readonly string[],
  prompt = '请从下拉列表中选择。',
): NonNullable<Column['rule']> {
  return {
    rule: { kind: 'list', values },
    title: label,
    prompt,
    error: `${label}须为下拉列表中的一项，请重新选择。`,
  };
}
