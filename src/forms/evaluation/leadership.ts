import { parseQuarter, quarterOfYear, quarterTitle, type Quarter } from '../../assessment/period';
import { areaAddress, cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Problem } from '../grid/problem';
import type { SheetGrid } from '../grid/sheetGrid';
import { tableOn, textIn, type Table } from '../words/tables';
import { normalizeLabel, normalizeName } from '../words/text';

/** The list of the 考核领导小组 (R34, 五·1), one line a person and quarter. */
export const LEADERSHIP_COLUMNS = ['季度', '姓名', '职务', '角色', '类别', '抽取日期', '抽取方法'] as const;
export type LeadershipColumn = (typeof LEADERSHIP_COLUMNS)[number];
/** Headings that no other sheet has together. */
const TELLING: readonly LeadershipColumn[] = ['角色', '类别', '抽取方法'];

export const LEADERSHIP_ROLES = ['组长', '副组长', '成员'] as const;
export type LeadershipRole = (typeof LEADERSHIP_ROLES)[number];
/** 五·1「人事科、机关党委、办公室及临时抽取的科室负责人为成员」. */
export const FIXED_OFFICES = ['人事科', '机关党委', '办公室'] as const;
export const LEADERSHIP_KINDS = ['局领导', ...FIXED_OFFICES, '抽取'] as const;
export type LeadershipKind = (typeof LEADERSHIP_KINDS)[number];

/** One line of the list. */
export interface LeadershipMember {
  readonly sheet: string;
  readonly row: number;
  /** null where it cannot be read. */
  readonly quarter: Quarter | null;
  /** Normalised. */
  readonly name: string;
  readonly displayName: string;
  readonly position: string;
  readonly role: LeadershipRole | null;
  readonly kind: LeadershipKind | null;
  readonly drawnOn: string;
  readonly method: string;
  readonly cells: Readonly<Record<LeadershipColumn, string>>;
}

/** The list as it was found. */
export interface LeadershipTable extends Table<LeadershipColumn> {
  readonly missing: readonly LeadershipColumn[];
  readonly members: readonly LeadershipMember[];
}

export function isLeadershipSheet(grid: SheetGrid): boolean {
  return leadershipOn(grid) !== null;
}

/** The first list of a workbook; null where it has none. */
export function readLeadership(grids: Iterable<SheetGrid>): LeadershipTable | null {
  for (const grid of grids) {
    const found = leadershipOn(grid);
    if (found === null) continue;
    const missing = LEADERSHIP_COLUMNS.filter((column) => !found.columns.has(column));
    return { ...found, missing, members: membersOf(found) };
  }
  return null;
}

/** The people of one quarter in the order of the list. */
export function membersIn({ members }: LeadershipTable, quarter: Quarter): LeadershipMember[] {
  return members.filter((member) => member.quarter === quarter);
}

/** Names for the signature block of a 审定表 (五·1). */
export interface SignatureNames {
  readonly leaders: readonly string[];
  readonly deputies: readonly string[];
  readonly members: readonly string[];
}

export function signersOf(members: readonly LeadershipMember[]): SignatureNames {
  const names = (wanted: LeadershipRole) =>
    members.filter(({ role, name }) => role === wanted && name !== '').map(({ displayName }) => displayName);
  return { leaders: names('组长'), deputies: names('副组长'), members: names('成员') };
}

/** What R34 asks of a quarter's list, and what cannot be read on it; call it where the quarter has any line. */
export function leadershipProblems(table: LeadershipTable, quarter: Quarter): Problem[] {
  const { grid, headerRow, columns } = table;
  const members = membersIn(table, quarter);
  const lacks = leadershipLacks(members);
  const headings = [...columns.values()];
  const heading = areaAddress({
    row: headerRow,
    column: Math.min(...headings),
    rows: 1,
    columns: Math.max(...headings) - Math.min(...headings) + 1,
  });
  return [
    ...(lacks.length === 0
      ? []
      : [problem.leadershipIncomplete(grid.name, heading, quarterTitle(quarter), lacks.join('、'))]),
    ...table.members.filter((member) => member.quarter === null).map(unreadableQuarter),
    ...members.flatMap(memberProblems),
  ];
}

/** What a quarter's list lacks (五·1): 1 组长, at least 1 副组长, the three offices, at least 1 抽取. */
export function leadershipLacks(members: readonly LeadershipMember[]): string[] {
  const named = members.filter(({ name }) => name !== '');
  const count = (role: LeadershipRole) => named.filter((member) => member.role === role).length;
  const has = (kind: LeadershipKind) => named.some((member) => member.kind === kind && member.role === '成员');
  const leaders = count('组长');
  return [
    ...(leaders === 1 ? [] : [leaders === 0 ? '组长' : `唯一的组长（现有${leaders}人）`]),
    ...(count('副组长') === 0 ? ['副组长'] : []),
    ...FIXED_OFFICES.filter((office) => !has(office)).map((office) => `${office}成员`),
    ...(has('抽取') ? [] : ['抽取的科室负责人']),
  ];
}

function unreadableQuarter({ sheet, cells }: LeadershipMember): Problem {
  return problem.leadershipLine(sheet, cells.季度, '季度无法识别，这一行未采用；请写成“2020年第三季度”');
}

function memberProblems({ sheet, cells, name, displayName, role, kind, drawnOn, method }: LeadershipMember): Problem[] {
  const found: Problem[] = [];
  const add = (column: LeadershipColumn, text: string) =>
    found.push(problem.leadershipLine(sheet, cells[column], text));
  if (name === '') add('姓名', '没有姓名，这一行未采用；请补填');
  if (role === null) add('角色', `${displayName}的角色须为${LEADERSHIP_ROLES.join('、')}之一，请选择`);
  if (kind === null) add('类别', `${displayName}的类别须为${LEADERSHIP_KINDS.join('、')}之一，请选择`);
  if (role !== null && kind !== null && (role === '成员') === (kind === '局领导')) {
    add('角色', `${displayName}的类别“${kind}”与角色“${role}”不符：组长、副组长为局领导，其余为成员（五·1）；请核对`);
  }
  if (kind === '抽取' && drawnOn === '') add('抽取日期', `${displayName}是抽取的，请填写抽取日期`);
  if (kind === '抽取' && method === '') add('抽取方法', `${displayName}是抽取的，请填写抽取方法`);
  return found;
}

function leadershipOn(grid: SheetGrid): Table<LeadershipColumn> | null {
  return tableOn(grid, LEADERSHIP_COLUMNS, TELLING);
}

function membersOf(table: Table<LeadershipColumn>): LeadershipMember[] {
  const { grid, headerRow, columns } = table;
  const members: LeadershipMember[] = [];
  for (let row = headerRow + 1; row < grid.rowEnd; row++) {
    const text = (label: LeadershipColumn) => textIn(table, row, label);
    if (LEADERSHIP_COLUMNS.every((label) => text(label) === '')) continue;
    const cell = (label: LeadershipColumn) => cellAddress(row, columns.get(label) ?? 0);
    members.push({
      sheet: grid.name,
      row,
      quarter: quarterIn(text('季度')),
      name: normalizeName(text('姓名')),
      displayName: text('姓名'),
      position: text('职务'),
      role: LEADERSHIP_ROLES.find((role) => role === normalizeLabel(text('角色'))) ?? null,
      kind: LEADERSHIP_KINDS.find((kind) => kind === normalizeLabel(text('类别'))) ?? null,
      drawnOn: text('抽取日期'),
      method: text('抽取方法'),
      cells: {
        季度: cell('季度'),
        姓名: cell('姓名'),
        职务: cell('职务'),
        角色: cell('角色'),
        类别: cell('类别'),
        抽取日期: cell('抽取日期'),
        抽取方法: cell('抽取方法'),
      },
    });
  }
  return members;
}

/** 2020年第三季度, 2020年3季度, 2020Q3. */
function quarterIn(text: string): Quarter | null {
  const plain = normalizeLabel(text);
  const [, year, ordinal] = /^(\d{4})年第?([一二三四1-4])季度$/.exec(plain) ?? [];
  if (year === undefined || ordinal === undefined) return parseQuarter(plain) ?? null;
  return quarterOfYear(year, ordinal);
}
