import fc from 'fast-check';
import type { CalendarDate } from '../../../src/assessment/calendarDate';
import { dateTitle } from '../../../src/assessment/calendarDate';
import { GRADES } from '../../../src/assessment/grade';
import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { applyPlan, check } from '../../../src/excel';
import { layoutWeeklyRecord, type WeeklyContent } from '../../../src/forms/records/layoutWeekly';
import { layoutFiling, type FilingContent } from '../../../src/forms/records/layoutFiling';
import { layoutScoreSheet, SCORE_SHEET_WIDTHS, type ScoreSheetContent } from '../../../src/forms/score-sheet/layout';
import { type FormHeader, type FormLayout, type FormPlace, type TaskContent } from '../../../src/forms/grid/formSketch';
import { RECORD_WIDTHS } from '../../../src/forms/records/layoutHeader';
import { COMPLETIONS, type RecordHeader, type TaskLine } from '../../../src/forms/records/record';
import { normalizeName } from '../../../src/forms/words/text';
import { inExcel, reopened, workbookOf } from '../../excel/support/workbooks';
import type { Book } from '../../../src/forms/book/model';
import { sheetOfForms } from '../../../src/forms/grid/formPages';

/** A record → its form, written through Office.js → saved → loaded → read: the same record. */

jest.setTimeout(60_000);
const RUNS = { numRuns: 25 } as const;

const CHARACTERS =
  '赵 钱 孙 李 周 吴 郑 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕 施 孔 曹 严 华 金 魏 陶 姜 欣 晓 梅 丽 敏 伟'.split(
    ' ',
  );
const chinese = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...CHARACTERS), { minLength, maxLength }).map((characters) => characters.join(''));

/** 王建国, or 阿卜杜拉·买买提. */
const personName = fc.oneof(
  chinese(2, 4),
  fc
    .tuple(fc.constantFrom('阿卜杜拉', '古丽娜尔', '尼玛'), fc.constantFrom('买买提', '吐尔逊', '次仁'))
    .map((parts) => parts.join('·')),
);
const department = fc.constantFrom('外贸科', '办公室', '外资科', '机关党委', '市贸促会综合部', '商贸流通科');
const header: fc.Arbitrary<FormHeader> = fc.record({
  department,
  displayName: personName,
  position: fc.constantFrom('科长', '科员', '四级主任科员', '二级调研员'),
  since: fc.constantFrom('2018-03', '2020-11-02', '2019-12'),
});

/** What people write, and what a spreadsheet would like to read as something else. */
const piece = fc.constantFrom(
  '完成外贸企业走访',
  '起草',
  '“双招双引”专班：',
  '=1+1',
  '=cmd|',
  '+86',
  '-5%',
  '@全体',
  "'引号'",
  '"引号"',
  '，',
  '、',
  '2,000万美元',
  '👍🏻',
  '𠮷',
  '① 抓落实',
  '3．推进',
  '＝１',
  'TRUE',
  'Excel <表> & 附表',
  '\n',
  '\n　　二、',
  '  ',
  '100%',
);
/** Any of these in a row, as a cell shows it: without blanks around. */
const prose = (maxLength: number) =>
  fc
    .array(piece, { minLength: 1, maxLength })
    .map((pieces) => pieces.join('').trim())
    .map((text) => (/[\p{L}\p{N}]/u.test(text) ? text : `落实${text}`));
const optional = fc.oneof(
  fc.constant(''),
  prose(12),
  fc.integer({ min: 100, max: 400 }).map((n) => '扎实推进各项工作，'.repeat(n) + '完。'),
);

const twoDigits = (n: number) => String(n).padStart(2, '0');
const dayIn = (month: string) =>
  fc.integer({ min: 1, max: 28 }).map((day): CalendarDate => `${month}-${twoDigits(day)}`);
const month = fc.integer({ min: 1, max: 12 }).map((n) => `2021-${twoDigits(n)}`);

const task: fc.Arbitrary<TaskContent> = fc.record({
  progress: prose(12),
  completion: fc.constantFrom('', ...COMPLETIONS),
  finished: fc.oneof(fc.constant(''), dayIn('2021-05').map(dateTitle)),
});

const weekly: fc.Arbitrary<WeeklyContent> = fc
  .record({
    header,
    start: dayIn('2021-05'),
    length: fc.integer({ min: 0, max: 3 }),
    tasks: fc.array(task, { maxLength: 14 }),
  })
  .map(({ header: who, start, length, tasks }) => {
    const day = Number(start.slice(8));
    return { header: who, from: start, to: `2021-05-${twoDigits(day + length)}`, tasks };
  });

const filing: fc.Arbitrary<FilingContent> = month.chain((ofMonth) =>
  fc.record({
    header,
    month: fc.constant(ofMonth),
    goals: optional,
    duties: optional,
    tasks: fc.array(task, { maxLength: 12 }),
    comment: optional,
    suggestedGrade: fc.constantFrom('', ...GRADES),
    signer: fc.oneof(fc.constant(''), personName),
    signedOn: fc.option(dayIn(ofMonth)),
    committeeOpinion: optional,
    committeeOn: fc.option(dayIn(ofMonth)),
    statusNote: optional,
  }),
);

const scoreSheet: fc.Arbitrary<ScoreSheetContent> = fc.record({
  month,
  rater: fc.option(personName),
  weights: fc.constant(DEFAULT_SETTINGS.weights),
  people: fc.uniqueArray(
    fc.record({
      department,
      displayName: personName,
      scores: fc.array(
        fc.oneof(
          fc.constant(''),
          fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100),
        ),
        {
          minLength: 7,
          maxLength: 7,
        },
      ),
    }),
    { minLength: 1, maxLength: 14, selector: ({ displayName }) => displayName },
  ),
});

/** Writes forms below each other, saves, loads and reads. */
async function roundTrip<Content>(
  contents: readonly Content[],
  layout: (content: Content, at: FormPlace) => FormLayout,
  widths: readonly number[],
): Promise<Book> {
  const workbook = workbookOf({ 说明: [['平时考核']] });
  const layouts: FormLayout[] = [];
  for (const content of contents) {
    const above = layouts.at(-1);
    layouts.push(layout(content, { sheet: '表', row: above === undefined ? 0 : above.row + above.rows }));
  }
  const pages = { orientation: 'Portrait', margins: '公文边距', widths, titleRows: null, protect: false } as const;
  const plan = { sheets: [sheetOfForms('表', layouts, pages)], names: [], problems: [] };
  const applied = await inExcel(workbook, () => applyPlan(plan));
  expect(applied.ok).toBe(true);
  const { book } = await inExcel(await reopened(workbook), () => check());
  return book;
}

const readHeader = ({ department: of, displayName, position, since }: FormHeader): RecordHeader => ({
  department: of,
  name: normalizeName(displayName),
  displayName,
  position,
  since,
});
const taskContent = ({ progress, completion, finishedText }: TaskLine): TaskContent => ({
  progress,
  completion,
  finished: finishedText,
});

test('附件1: weekly records of any people, weeks and tasks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(weekly, { minLength: 1, maxLength: 3 }), async (records) => {
      const { weeklyRecords } = await roundTrip(records, layoutWeeklyRecord, RECORD_WIDTHS);
      expect(
        weeklyRecords.map(({ header: who, from, to, tasks }) => ({
          header: who,
          from,
          to,
          tasks: tasks.map(taskContent),
        })),
      ).toEqual(records.map((record) => ({ ...record, header: readHeader(record.header) })));
    }),
    RUNS,
  );
});

test('附件2: filing forms with any texts, grades, signatures and dates', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(filing, { minLength: 1, maxLength: 3 }), async (records) => {
      const { filings } = await roundTrip(records, layoutFiling, RECORD_WIDTHS);
      expect(
        filings.map((read) => ({
          header: read.header,
          month: read.month,
          goals: read.goals,
          duties: read.duties,
          tasks: read.tasks.map(taskContent),
          comment: read.comment,
          suggestedGrade: read.suggestedGrade ?? '',
          signer: read.signer,
          signedOn: read.signedOn,
          committeeOpinion: read.committeeOpinion,
          committeeOn: read.committeeOn,
          statusNote: read.statusNote,
        })),
      ).toEqual(records.map((record) => ({ ...record, header: readHeader(record.header) })));
    }),
    RUNS,
  );
});

test('附件3: score sheets of any people, scores and raters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(scoreSheet, { minLength: 1, maxLength: 2 }), async (sheets) => {
      const { forms } = await roundTrip(sheets, layoutScoreSheet, SCORE_SHEET_WIDTHS);
      expect(
        forms.map(({ month: of, weights, rows }) => ({
          month: of,
          weights,
          people: rows.map(({ department: at, displayName, rater, scores }) => ({
            department: at,
            displayName,
            rater,
            scores: scores.map((score) => score?.valueOf() ?? ''),
          })),
        })),
      ).toEqual(
        sheets.map(({ month: of, weights, people, rater }) => ({
          month: of,
          weights,
          people: people.map((person) => ({ ...person, rater })),
        })),
      );
    }),
    RUNS,
  );
});
