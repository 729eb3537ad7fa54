import { quarterTitle, type Quarter } from '../../assessment/period';
import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { problem } from './writingProblems';
import { evaluationRole } from './evaluator';
import {
  FIXED_OFFICES,
  LEADERSHIP_COLUMNS,
  LEADERSHIP_KINDS,
  LEADERSHIP_ROLES,
  membersIn,
  readLeadership,
  type LeadershipColumn,
  type LeadershipKind,
  type LeadershipRole,
  type LeadershipTable,
} from './leadership';
import { emptySheetPlan, type CellContent, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { registerLook, TABLE_CELL } from '../grid/registerLook';
import { lineHeights } from '../grid/rowHeights';
import type { Roster, RosterPerson } from '../book/model';
import type { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { tablePage } from '../grid/tablePage';

const LEADERSHIP_SHEET = '考核领导小组';
/** Characters, in the order of LEADERSHIP_COLUMNS. */
const WIDTHS = [18, 14, 18, 10, 12, 18, 40] as const;
/** Rows with drop-downs, on a sheet that is made. */
const CHECKED_ROWS = 300;
/** Rows that are ruled, at least. */
const RULED_ROWS = 19;
/** Points. */
const LINE_HEIGHT = 30;

export interface LeadershipLayout {
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
}

/** A line to be written, as its cells read. */
export type LeadershipLine = Partial<Readonly<Record<LeadershipColumn, string>>>;

/** What a draw leaves behind: who could be drawn, and who was (R34, ambiguity 26). */
export interface DrawRecord {
  readonly quarter: Quarter;
  readonly candidates: readonly RosterPerson[];
  readonly drawn: readonly RosterPerson[];
  readonly date: CalendarDate;
}

/**
 * Plans the list of a quarter's 考核领导小组 (R34) with those whom the roster shows to belong there: 局领导 and the heads
 * of the three offices. Who is 组长 is proposed only where one 职务 says so. A quarter that has lines already is left
 * alone.
 */
export function layoutLeadership(
  quarter: Quarter,
  roster: Roster | null,
  grids: ReadonlyMap<string, SheetGrid>,
): LeadershipLayout {
  const table = readLeadership(grids.values());
  if (table !== null && membersIn(table, quarter).length > 0) {
    return { sheets: [], problems: [problem.leadershipExists(table.grid.name, quarterTitle(quarter))] };
  }
  return addLines(table, proposedLines(quarter, roster?.people ?? []), grids);
}

/** Adds lines below those that are there, on a sheet of its own that is made where there is none. */
export function addLines(
  table: LeadershipTable | null,
  lines: readonly LeadershipLine[],
  grids: ReadonlyMap<string, SheetGrid>,
): LeadershipLayout {
  if (table === null) {
    return { sheets: [newSheet(new SheetNames(grids.keys()).next(LEADERSHIP_SHEET), lines)], problems: [] };
  }
  const { grid, columns, missing } = table;
  if (missing.length > 0) return { sheets: [], problems: [problem.leadershipUnusable(grid.name, missing)] };
  if (grid.protected) return { sheets: [], problems: [problem.leadershipProtected(grid.name)] };
  if (lines.length === 0) return { sheets: [], problems: [] };
  const first = Math.min(...columns.values());
  const width = Math.max(...columns.values()) - first + 1;
  const cells = lines.map((line) => {
    const content = Array.from({ length: width }, (): CellContent => null);
    for (const label of LEADERSHIP_COLUMNS) content[(columns.get(label) ?? first) - first] = line[label] ?? '';
    return content;
  });
  const area = { row: grid.rowEnd, column: first, rows: lines.length, columns: width };
  return {
    sheets: [
      {
        ...emptySheetPlan(grid.name, false),
        blocks: [grid.block('领导小组名单', grid.rowEnd, first, cells)],
        formats: [{ area, ...TABLE_CELL }, ...lineHeights(grid.rowEnd, cells, WIDTHS, LINE_HEIGHT)],
      },
    ],
    problems: [],
  };
}

/** Each drawn person's line; the method tells the candidates, so that the draw can be looked into later. */
export function drawLines({ quarter, candidates, drawn, date }: DrawRecord): LeadershipLine[] {
  const names = candidates.map(({ displayName, department }) => `${displayName}（${department}）`).join('、');
  const method = `计算机随机抽取，机会均等：从${candidates.length}名科室负责人中抽取${drawn.length}名；候选人：${names}`;
  return drawn.map((person) => ({
    ...lineOf(quarter, person, '成员', '抽取'),
    抽取日期: dateTitle(date),
    抽取方法: method,
  }));
}

function proposedLines(quarter: Quarter, people: readonly RosterPerson[]): LeadershipLine[] {
  const leaders = people.filter(
    ({ identity, position }) => identity === '局领导' || evaluationRole(position) === '局领导',
  );
  const heads = leaders.filter(({ position }) => /(^|[、,，兼])局长/.test(position));
  const [head] = heads.length === 1 ? heads : [];
  const others = leaders.filter((leader) => leader !== head);
  const isHeadOf = ({ department, position }: RosterPerson, office: string) =>
    department.includes(office) && evaluationRole(position) === '科室负责人';
  return [
    ...(head === undefined ? [] : [lineOf(quarter, head, '组长', '局领导')]),
    // Without a known 组长 a person says who it is.
    ...others.map((leader) => lineOf(quarter, leader, head === undefined ? '' : '副组长', '局领导')),
    ...FIXED_OFFICES.flatMap((office) => {
      const found = people.filter((person) => isHeadOf(person, office));
      return found.length === 0
        ? [{ 季度: quarterTitle(quarter), 角色: '成员', 类别: office }]
        : found.map((person) => lineOf(quarter, person, '成员', office));
    }),
  ];
}

function lineOf(
  quarter: Quarter,
  { displayName, position }: RosterPerson,
  role: LeadershipRole | '',
  kind: LeadershipKind,
): LeadershipLine {
  return { 季度: quarterTitle(quarter), 姓名: displayName, 职务: position, 角色: role, 类别: kind };
}

function newSheet(sheet: string, lines: readonly LeadershipLine[]): SheetPlan {
  const cells = [[...LEADERSHIP_COLUMNS], ...lines.map((line) => LEADERSHIP_COLUMNS.map((label) => line[label] ?? ''))];
  const list = (label: LeadershipColumn, values: readonly string[]) => ({
    area: { row: 1, column: LEADERSHIP_COLUMNS.indexOf(label), rows: CHECKED_ROWS, columns: 1 },
    rule: { kind: 'list', values } as const,
    title: label,
    prompt: '请从下拉列表中选择。',
    error: `${label}须为下拉列表中的一项，请重新选择。`,
  });
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [{ label: '领导小组名单', row: 0, column: 0, cells, before: cells.map((line) => line.map(() => '')) }],
    formats: [
      ...registerLook(WIDTHS, Math.max(lines.length, RULED_ROWS), LINE_HEIGHT),
      ...lineHeights(1, cells.slice(1), WIDTHS, LINE_HEIGHT),
    ],
    validations: [list('角色', LEADERSHIP_ROLES), list('类别', LEADERSHIP_KINDS)],
    page: tablePage(0),
    freezeRows: 1,
  };
}
