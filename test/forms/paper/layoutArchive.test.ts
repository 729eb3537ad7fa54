import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { OFFICIAL_CALENDAR } from '../../../src/assessment/calendar';
import { archiveForms } from '../../../src/forms/paper/archive';
import { archiveLines } from '../../../src/forms/paper/archiveLines';
import { readBook } from '../../../src/forms/book/book';
import { layoutFilingList } from '../../../src/forms/paper/layoutFilingList';
import { layoutArchive } from '../../../src/forms/paper/layoutArchive';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import { SheetNames } from '../../../src/forms/grid/sheetNames';
import { filing, weekly, workbookWith } from '../support/collecting';
import { annex3, roster, sheet, ZHANG, type Cell } from '../support/sheets';

const EVERYTHING_DUE = { calendar: OFFICIAL_CALENDAR, today: undefined };

const formsOf = (contents: Parameters<typeof workbookWith>[0], month = '2020-07') => {
  const { book, snapshot } = workbookWith(contents);
  return { book, snapshot, forms: archiveForms(book, snapshot, month, OFFICIAL_CALENDAR) };
};

describe('the forms of a month', () => {
  test('are those with most of their working days in it', () => {
    const records = [weekly('李军', '06-29', ['一']), weekly('李军', '07-27', ['二']), weekly('李军', '08-03', ['三'])];
    const { forms } = formsOf({ weekly: records });
    // Two days of June, three of July.
    expect(forms.weekly.map(({ from }) => from)).toEqual(['2020-06-29', '2020-07-27']);
  });

  test('that say no period are named and stay out', () => {
    const { forms } = formsOf({ weekly: [weekly('李军', null, ['一'])], filings: [filing('周丽', null)] });
    expect(forms.problems.map(({ message }) => message)).toEqual([
      '周记实 A1:E19：李军的附件1看不出是哪一期，没有归档；请写明年月日',
      '备案表 A1:E24：周丽的附件2看不出是哪一期，没有归档；请写明年月日',
    ]);
  });
});

describe('archive sheets', () => {
  test('hold no more forms than Excel heeds page breaks', () => {
    const records = Array.from({ length: 501 }, (_, i) =>
      weekly(`王${String.fromCodePoint(0x4e00 + i)}`, '07-06', ['报表']),
    );
    const { forms, snapshot } = formsOf({ weekly: records });
    const { sheets } = layoutArchive('2020-07', forms, new Map(), snapshot);
    expect(sheets.map(({ sheet: name, pageBreaks }) => [name, pageBreaks.length])).toEqual([
      ['归档2020年7月 附件1', 499],
      ['归档2020年7月 附件1(2)', 0],
    ]);
  });

  test('keep their mark off the paper and repeat no heading rows over single pages', () => {
    const { forms, snapshot } = formsOf({ sheets: [sheet('测评表', annex3([ZHANG]))] });
    const [made] = layoutArchive('2020-07', forms, new Map(), snapshot).sheets;
    expect(made?.blocks[0]).toMatchObject({
      row: 0,
      cells: [['归档副本：附件3 2020年7月 第1张。由程序生成，重新归档时重做，请勿在此修改']],
    });
    expect(made?.page).toMatchObject({ orientation: 'Landscape', titleRows: null, printArea: { row: 1 } });
    expect(made?.validations).toEqual([]);
  });

  test('show a typed total and signature as they stand in the form', () => {
    const form = annex3([[...ZHANG, 86]], { signer: '分管领导签字：刘局长' });
    const { forms, snapshot } = formsOf({ sheets: [sheet('测评表', form)] });
    const [made] = layoutArchive('2020-07', forms, new Map(), snapshot).sheets;
    const cells = made?.blocks[1]?.cells;
    expect([cells?.[2]?.[0], cells?.[4]?.[8]]).toEqual(['分管领导签字：刘局长', 86]);
  });
});

describe('归档清单', () => {
  const HEADINGS = [
    '序号',
    '科室',
    '姓名',
    '附件',
    '期间',
    '所在工作表',
    '签名',
    '签署日期',
    '应归档日期',
    '实际归档日期',
    '备注',
  ];

  /** The 备注 of a filing that was archived on the day that somebody typed; its line has the 备注 `before`. */
  function remarkAfter(typed: Cell, before = '', date1904 = false): { remark: unknown; codes: string[] } {
    const { forms } = formsOf({ filings: [filing('李军', '2020-07')] });
    const lines = archiveLines('2020-07', forms, null, EVERYTHING_DUE).slice(0, 1);
    const grid = SheetGrid.of(
      sheet('归档清单', [HEADINGS, [1, '外贸科', '李军', '附件2', '2020年7月', '', '', '', '', typed, before]]),
    );
    const { sheets, problems } = layoutFilingList('2020-07', lines, [grid], date1904);
    return { remark: sheets[0]?.blocks[0]?.cells[0]?.[10] ?? before, codes: problems.map(({ code }) => code) };
  }

  test.each<[typed: Cell, remark: string]>([
    [null, ''],
    ['2020年8月5日', ''],
    ['2020-08-05', ''],
    ['8.5', ''],
    [44048, ''],
    ['2020年8月6日', '迟'],
    [44049, '迟'],
  ])('compares the typed day %p with the 5th of August: %p', (typed, remark) => {
    expect(remarkAfter(typed)).toEqual({ remark, codes: [] });
  });

  test('takes a typed number for a day of the 1904 system where the workbook has it', () => {
    expect(remarkAfter(44049 - 1462, '', true).remark).toBe('迟');
    expect(remarkAfter(44048 - 1462, '', true).remark).toBe('');
  });

  test('says of what is no day that it cannot be judged', () => {
    expect(remarkAfter('已交')).toEqual({ remark: '', codes: ['ARCHIVE_DATE_UNREADABLE'] });
  });

  test('keeps a remark that somebody typed, and replaces its own', () => {
    expect(remarkAfter('2020年8月6日', '经批准延期').remark).toBe('经批准延期');
    expect(remarkAfter('2020年8月5日', '迟').remark).toBe('');
  });

  test('shows the day to which a deadline is deferred', () => {
    const { forms } = formsOf({ filings: [filing('李军', '2020-08')] }, '2020-08');
    const { sheets } = layoutFilingList('2020-08', archiveLines('2020-08', forms, null, EVERYTHING_DUE), [], false);
    expect(sheets[0]?.blocks[0]?.cells[1]?.[8]).toBe('2020年9月5日（顺延至2020年9月7日）');
  });

  test('keeps a line for each of two filings of one person and month', () => {
    const { forms } = formsOf({ filings: [filing('李军', '2020-07'), filing('李军', '2020-07', { comment: '二' })] });
    const lines = archiveLines('2020-07', forms, null, EVERYTHING_DUE).filter(({ annex }) => annex === '附件2');
    expect(lines.map(({ period }) => period)).toEqual(['2020年7月', '2020年7月（2）']);
  });
});

describe('the program’s own sheets', () => {
  test('are no score sheets, no roster and no forms to the reader', () => {
    const list = sheet('归档清单', [
      ['序号', '科室', '姓名', '附件', '期间', '所在工作表', '签名', '签署日期', '应归档日期', '实际归档日期', '备注'],
      [1, '外贸科', '李军', '附件2'],
    ]);
    const rows = sheet('收集汇总', [
      ['附件', '科室', '姓名', '职务', '期间', '序号', '工作任务进度', '完结情况', '完结时间', '来源文件'],
      ['附件1', '外贸科', '李军', '科员', '2020年7月6日至2020年7月10日', '1', '报表', '已完成', '', 'a.xlsx'],
    ]);
    const book = readBook(
      { sheets: [roster(['外贸科', '李军']), list, rows], date1904: false },
      { settings: DEFAULT_SETTINGS },
    );
    expect([book.forms, book.weeklyRecords, book.filings, book.roster?.sheet]).toEqual([[], [], [], '人员名册']);
    expect(book.problems).toEqual([]);
  });
});

describe('names of new sheets', () => {
  test('hold nothing that Excel refuses, and are told from those that exist in any case of letters', () => {
    const names = new SheetNames(['附件1 a科']);
    expect(names.next('附件1 A科')).toBe('附件1 A科(2)');
    expect(names.next("'外贸/外资[1]:科?*\\'")).toBe('外贸 外资 1  科');
    expect(names.next('长'.repeat(40))).toBe('长'.repeat(31));
    expect(names.next('长'.repeat(40))).toBe(`${'长'.repeat(28)}(2)`);
    expect(names.next(`${'长'.repeat(30)}\u{20000}`)).toBe('长'.repeat(30));
  });
});
