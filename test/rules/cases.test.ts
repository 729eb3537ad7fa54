import { join } from 'node:path';
import golden from '../fixtures/2020Q3.json';
import { kaohe } from '../headless/kaohe';
import { readAnswer } from './support/answer';
import { differences, told } from './support/compare';
import { oracleOf, type OracleQuarter } from './support/quarterOracle';
import { readQuarter } from './support/readQuarter';

const fixture = (name: string) => join(__dirname, '../fixtures', name);

/** What the rules give of a case, and how the product's answer differs. */
async function judged(name: string, quarter: string): Promise<{ oracle: OracleQuarter; found: string[] }> {
  const path = fixture(name);
  const described = await readQuarter(path, quarter);
  const oracle = oracleOf(described);
  const { out } = await kaohe('review', path, '--quarter', quarter, '--json');
  return { oracle, found: differences(described, readAnswer(JSON.parse(out)), oracle).map(told) };
}

/** N, limit, 好 and over of each month. */
const counts = ({ months }: OracleQuarter) =>
  months
    .map((month) => (month === null ? '—' : [month.participants, month.goodLimit, month.good, month.over].join(' ')))
    .join(' | ');

const inShort = (oracle: OracleQuarter, name: string) => {
  const person = oracle.people.find((each) => each.name === name);
  if (person === undefined) return null;
  const short = (grade: string | null) => grade?.replace('等次', '') ?? '—';
  const months = person.months.map(({ standing, grade }) => (standing === 'out' ? '不在职' : short(grade))).join(' ');
  return `${months} | ${person.mean?.toString() ?? '—'} ${short(person.suggestedGrade)}`;
};

test('the golden quarter is what the rules give', async () => {
  const { oracle, found } = await judged('2020Q3.xlsx', '2020Q3');
  const described = await readQuarter(fixture('2020Q3.xlsx'), '2020Q3');
  const answer = readAnswer({ ...golden, problems: [] });
  // The file of old answers has neither pools nor warnings.
  const notTold = (line: string) => / pools: | warned /.test(line);
  expect(
    differences(described, answer, oracle)
      .map(told)
      .filter((line) => !notTold(line)),
  ).toEqual([]);
  expect(found).toEqual([]);
});

describe('the cases from the field', () => {
  test.each<[string, string, string, string | null]>([
    ['c01-retired-under-penalty', '陈退休', '9 3 4 1 | 9 3 4 1 | 9 3 4 1', null],
    ['c03-scored-before-arrival', '陈调入', '5 2 1 0 | 5 2 1 0 | 6 2 1 0', '不在职 不在职 一般 | 70 一般'],
    ['c05-scored-after-transfer-out', '陈调出', '5 2 1 0 | 5 2 1 0 | 5 2 1 0', null],
    [
      'c06-secondment-ended-before-quarter-end',
      '陈外借',
      '5 2 1 0 | 5 2 1 0 | 5 2 1 0',
      '由外单位考核 由外单位考核 由外单位考核 | — 由外单位考核',
    ],
    ['c07-secondment-one-month-in-mean', '陈外借', '5 2 1 0 | 6 2 2 0 | 6 2 2 0', '由外单位考核 好 好 | 86 好'],
    ['c08-other-penalty-one-day', '陈其他', '6 2 1 0 | 6 2 2 0 | 6 2 2 0', '— 好 好 | 86 好'],
    [
      'c09-refused-and-secondment',
      '陈拒绝',
      '5 2 1 0 | 5 2 1 0 | 5 2 1 0',
      '不参加考核 不参加考核 不参加考核 | — 不参加考核',
    ],
    ['c11-on-roster-never-scored', '陈漏打', '5 2 2 0 | 5 2 2 0 | 5 2 2 0', '— — — | — —'],
    [
      'c12-seconded-whole-quarter-but-3-days',
      '陈挂职',
      '5 2 1 0 | 5 2 1 0 | 5 2 1 0',
      '由外单位考核 由外单位考核 由外单位考核 | — 由外单位考核',
    ],
    ['c14-direct-good-and-direct-poor', '陈矛盾', '6 2 1 0 | 6 2 2 0 | 6 2 1 0', '较好 好 较差 | 80 较差'],
    ['c15-modal-with-undetermined-months', '陈试用', '6 2 1 0 | 6 2 1 0 | 6 2 2 0', '不确定 不确定 好 | 86 好'],
    ['c16-rater-row-with-missing-score', '陈缺分', '2 0 0 0 | 2 0 0 0 | 2 0 0 0', '较好 较好 — | 78 较好'],
    ['c17-month-without-sheet', '陈试用', '6 2 2 0 | 6 2 2 0 | —', '不确定 不确定 不确定 | 86 不确定'],
    ['c22-weights-setting-differs-from-printed', '魏志远', '', null],
  ])('%s', async (name, who, months, result) => {
    const { oracle, found } = await judged(`rules/${name}.xlsx`, name.startsWith('c22') ? '2021Q2' : '2020Q3');
    if (!name.startsWith('c22')) expect([counts(oracle), inShort(oracle, who)]).toEqual([months, result]);
    expect(found).toEqual([]);
  });
});
