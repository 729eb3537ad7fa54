import { OFFICIAL_CALENDAR } from '../../../src/assessment/calendar';
import { layoutObjections } from '../../../src/forms/notice/layoutObjections';
import { isObjectionSheet, readObjections } from '../../../src/forms/notice/objections';
import { finalObstacles } from '../../../src/forms/notice/final';
import { findNotices } from '../../../src/forms/notice/sheet';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { sheet, type Cell } from '../support/sheets';

const HEADINGS = ['序号', '科室', '姓名', '异议内容', '收到日期', '答复期限', '答复日期', '复核结果', '经办人', '备注'];

function noticeOf(ordinal: string, period: string) {
  return sheet(`公示${ordinal}`, [
    [`关于2020年第${ordinal}季度公务员平时考核结果的公示`],
    [`公示期：${period}（3个工作日）。`],
    ['序号', '科室', '姓名', '职务', '考核等次'],
    [1, '外贸科', '李军', '科员', '好'],
    ['如有异议，请于公示期内向考核领导小组办公室（人事科）反映。'],
  ]);
}

const SUMMER = noticeOf('二', '2020年7月13日至7月15日');
const AUTUMN = noticeOf('三', '2020年10月12日至10月14日');

function register(lines: readonly (readonly Cell[])[], today: string, headings: readonly string[] = HEADINGS) {
  const all = [SUMMER, AUTUMN, sheet('登记', [headings, ...lines])].map((each) => SheetGrid.of(each));
  const grids = new Map(all.map((grid) => [grid.name, grid]));
  const notices = findNotices(all);
  const book = readObjections(all, notices, today, OFFICIAL_CALENDAR, false);
  const layout = layoutObjections(book, grids);
  const [block] = layout.sheets[0]?.blocks ?? [];
  return { notices, book, layout, cells: block?.cells ?? [] };
}

/** A line: 异议内容, 收到日期, 答复期限, 答复日期, 复核结果, 备注 of 李军. */
const line = (
  received: Cell,
  deadline: Cell = '',
  replied: Cell = '',
  result: Cell = '',
  remark: Cell = '',
): Cell[] => [1, '外贸科', '李军', '有异议', received, deadline, replied, result, '', remark];

describe('an objection', () => {
  test.each([
    ['2020年9月25日', '2020-10-09', false],
    ['2020年10月13日', '2020-10-20', false],
    [44117, '2020-10-20', false],
    ['2020.10.13', '2020-10-20', false],
  ])('received on %s is due on %s', (received, deadline, overdue) => {
    const { book } = register([line(received)], deadline);
    expect(book.objections.map((each) => [each.deadline, each.overdue, each.open])).toEqual([
      [deadline, overdue, true],
    ]);
  });

  test('is overdue on the day after the last, until it is answered', () => {
    expect(register([line('2020年10月13日')], '2020-10-20').book.objections[0]?.overdue).toBe(false);
    expect(register([line('2020年10月13日')], '2020-10-21').book.objections[0]?.overdue).toBe(true);
    const answered = register([line('2020年10月13日', '', '2020年10月20日', '维持')], '2020-10-21').book.objections[0];
    expect([answered?.overdue, answered?.open]).toEqual([false, false]);
  });

  test('belongs to the last notice that had begun, and is late after its period', () => {
    const { book } = register(
      [line('2020年7月1日'), line('2020年7月15日'), line('2020年7月16日'), line('2020年10月12日'), line('不详')],
      '2020-07-01',
    );
    expect(book.objections.map(({ quarter, remarks }) => [quarter, remarks])).toEqual([
      [null, ['公示开始前提出']],
      ['2020Q2', []],
      ['2020Q2', ['公示期满后提出']],
      ['2020Q3', []],
      [null, ['请填写收到日期']],
    ]);
    expect(book.problems.map(({ code }) => code)).toEqual(['OBJECTION_OUTSIDE', 'OBJECTION_LATE', 'OBJECTION_UNDATED']);
  });

  test('stands in the way of 定稿 of its own quarter only, and of any quarter where it has no date', () => {
    const obstacles = (lines: readonly Cell[][]) => {
      const { book, notices } = register(lines, '2020-10-15');
      const notice = notices.find(({ quarter }) => quarter === '2020Q3');
      return finalObstacles('2020Q3', '2020-10-15', notice, book.objections).map(({ code, cell }) => [code, cell]);
    };
    expect(obstacles([line('2020年7月15日')])).toEqual([]);
    expect(obstacles([line('2020年10月13日')])).toEqual([['FINAL_OBJECTION_OPEN', 'C2']]);
    expect(obstacles([line('')])).toEqual([['FINAL_OBJECTION_OPEN', 'C2']]);
    expect(obstacles([line('2020年10月13日', '', '2020年10月14日', '维持')])).toEqual([]);
  });
});

describe('复核登记', () => {
  test('is found by its headings, in whatever order they stand', () => {
    const turned = [...HEADINGS].reverse();
    const { layout, cells } = register([[...line('2020年10月13日')].reverse()], '2020-10-15', turned);
    expect(layout.problems).toEqual([]);
    expect(cells[0]?.filter((content) => content !== null)).toEqual(['2020年10月20日']);
    expect(isObjectionSheet(SheetGrid.of(AUTUMN))).toBe(false);
  });

  test('keeps a typed 答复期限 and 备注, and says so of the first', () => {
    const { layout, cells } = register([line('2020年10月13日', '本周五', '', '', '已电话告知')], '2020-10-30');
    expect(cells).toEqual([]);
    expect(layout.problems.map(({ code, cell }) => [code, cell])).toEqual([['TYPED_VALUE_KEPT', 'F2']]);
  });

  test('follows a corrected 收到日期 with what it wrote itself', () => {
    const { cells } = register([line('2020年10月14日', '2020年10月20日', '', '', '逾期未答复')], '2020-10-21');
    expect(cells[0]?.filter((content) => content !== null)).toEqual(['2020年10月21日', '']);
  });

  test('without one of its headings is not written to', () => {
    const { book, layout } = register(
      [],
      '2020-10-21',
      HEADINGS.filter((label) => label !== '复核结果'),
    );
    expect(book.problems.map(({ severity, code }) => [severity, code])).toEqual([
      ['error', 'OBJECTION_HEADINGS_MISSING'],
    ]);
    expect(layout.sheets).toEqual([]);
  });
});
