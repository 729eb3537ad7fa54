import type { AnnualHint } from '../../assessment/annual';
import type { Settings } from '../../assessment/settings';
import type { AnnualPerson, AnnualYear } from './year';
import { LISTS_TITLE, NOTICE_TITLE } from './listSheets';
import { gradesOf } from './people';
import { problem } from './problems';
import { emptySheetPlan, type CellContent, type FormatStep, type SheetPlan } from '../grid/plan';
import type { Problem } from '../grid/problem';
import { lineHeights } from '../grid/rowHeights';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { normalizeLabel } from '../words/text';
import { tablePage } from '../grid/tablePage';

/** Lists of the year that are the program's own and made anew on each run: nothing is to be typed on them. */

const FONT = '仿宋_GB2312';
const HEADER_ROW = 2;
/** Points. */
const LINE_HEIGHT = 24;

/** Who stands on which list, in the order in which they are shown. */
const LISTS: readonly (readonly [title: string, kinds: readonly AnnualHint['kind'][]])[] = [
  ['可推荐优秀', ['可推荐优秀', '比例内可优先确定为优秀']],
  ['不得参加年度考核', ['不得参加年度考核']],
  ['原则上基本称职或不称职', ['原则上基本称职或不称职', '可直接确定为不称职']],
];

export interface AnnualLists {
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly Problem[];
}

/**
 * Plans the lists of the year (R26–R29, R51) with the reason on each line, and the 优秀公示附表 (R30, 四·1「公示其当年平时
 * 考核结果等次」) for those whom the office proposes as 优秀. A list without people is not made; one made earlier is emptied.
 */
export function layoutAnnualLists(
  { year, people }: AnnualYear,
  excellent: readonly AnnualPerson[],
  grids: ReadonlyMap<string, SheetGrid>,
  settings: Settings,
): AnnualLists {
  const quarters = ['第一季度', '第二季度', '第三季度', '第四季度'];
  const tables: readonly Table[] = [
    {
      name: `${year}${LISTS_TITLE}`,
      title: `${year}${LISTS_TITLE}`,
      note: '由“年度汇总”生成，重新汇总时重做，请勿在此修改。',
      headings: ['名单', '科室', '姓名', '职务', ...quarters, '依据'],
      widths: [13, 10, 8, 12.5, 7.8, 7.8, 7.8, 7.8, 62],
      lines: LISTS.flatMap(([title, kinds]) =>
        people.flatMap((person) => {
          const hints = person.hints.filter(({ kind }) => kinds.includes(kind));
          const shown = hints.map(
            ({ reason, needsConfirmation }) => `${reason}${needsConfirmation ? '（需确认）' : ''}`,
          );
          return hints.length === 0 ? [] : [[title, ...identity(person), ...gradesOf(person), shown.join('；')]];
        }),
      ),
    },
    {
      name: `${year}年度优秀公示附表`,
      title: `${year}${NOTICE_TITLE}`,
      // It is posted as it is.
      note: '',
      headings: ['序号', '科室', '姓名', '职务', ...quarters],
      widths: [6, 16, 14, 14, 13, 13, 13, 13],
      lines: excellent.map((person, i) => [i + 1, ...identity(person), ...gradesOf(person)]),
    },
  ];
  const names = new SheetNames(grids.keys());
  const problems: Problem[] = [];
  const sheets = tables.flatMap((table) => {
    const present = [...grids.values()].find((grid) =>
      normalizeLabel(String(grid.value(0, 0))).includes(normalizeLabel(table.title)),
    );
    if (present?.protected === true) problems.push(problem.annualProtected(present.name));
    else if (present !== undefined) return madeAnew(table, present);
    else if (table.lines.length > 0) return [made(table, names.next(table.name), settings.authority)];
    return [];
  });
  return { sheets, problems };
}

interface Table {
  /** Of the sheet, when it is new. */
  readonly name: string;
  /** Without the office's name; the sheet is known by it. */
  readonly title: string;
  readonly note: string;
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly lines: readonly (readonly CellContent[])[];
}

function identity({ department, displayName, position }: AnnualPerson): string[] {
  return [department, displayName, position];
}

function made({ title, note, headings, widths, lines }: Table, sheet: string, authority: string): SheetPlan {
  const grid = SheetGrid.empty(sheet);
  const columns = headings.length;
  const rows = HEADER_ROW + 1 + lines.length;
  const table = { row: HEADER_ROW, column: 0, rows: 1 + lines.length, columns };
  return {
    ...emptySheetPlan(sheet, true),
    blocks: [
      grid.block('标题', 0, 0, [[`${authority}${title}`]]),
      grid.block('说明', 1, 0, [[note]]),
      grid.block('名单', HEADER_ROW, 0, [headings, ...lines]),
    ],
    merges: [
      { row: 0, column: 0, rows: 1, columns },
      { row: 1, column: 0, rows: 1, columns },
    ],
    formats: [
      {
        area: { row: 0, column: 0, rows: 1, columns },
        fontName: '方正小标宋简体',
        fontSize: 18,
        horizontal: 'Center',
        vertical: 'Center',
        rowHeight: 36,
      },
      { area: { row: 1, column: 0, rows: 1, columns }, fontName: FONT, fontSize: 12 },
      look(table),
      ...lineLooks(HEADER_ROW + 1, headings, widths, lines),
      { area: { ...table, rows: 1 }, fontName: '黑体', rowHeight: 36 },
      ...widths.map((columnWidth, column) => ({ area: { row: 0, column, rows: 1, columns: 1 }, columnWidth })),
    ],
    page: tablePage(HEADER_ROW, { row: 0, column: 0, rows, columns }),
    freezeRows: HEADER_ROW + 1,
  };
}

/** The lines of an earlier run give way to those of this one; nothing where they are the same. */
function madeAnew({ headings, widths, lines }: Table, grid: SheetGrid): SheetPlan[] {
  const columns = headings.length;
  const rows = Math.max(lines.length, grid.rowEnd - HEADER_ROW - 1);
  const cells = Array.from({ length: rows }, (_, i) => lines[i] ?? headings.map(() => ''));
  const block = grid.block('名单', HEADER_ROW, 0, [headings, ...cells]);
  if (block.cells.every((line) => line.every((content) => content === null))) return [];
  const table = { row: HEADER_ROW + 1, column: 0, rows: lines.length, columns };
  return [
    {
      ...emptySheetPlan(grid.name, false),
      blocks: [block],
      formats: lines.length > 0 ? [look(table), ...lineLooks(table.row, headings, widths, lines)] : [],
      page: tablePage(HEADER_ROW, { row: 0, column: 0, rows: HEADER_ROW + 1 + lines.length, columns }),
    },
  ];
}

/** Lines as high as their reasons need, where the table has any. */
function lineLooks(
  row: number,
  headings: readonly string[],
  widths: readonly number[],
  lines: readonly (readonly CellContent[])[],
): FormatStep[] {
  const column = headings.indexOf('依据');
  if (column < 0 || lines.length === 0) return [];
  return [
    { area: { row, column, rows: lines.length, columns: 1 }, horizontal: 'Left' },
    ...lineHeights(row, lines, widths, LINE_HEIGHT),
  ];
}

function look(area: FormatStep['area']): FormatStep {
  return {
    area,
    fontName: FONT,
    fontSize: 12,
    horizontal: 'Center',
    vertical: 'Center',
    wrap: true,
    borders: 'thin',
    rowHeight: LINE_HEIGHT,
  };
}
