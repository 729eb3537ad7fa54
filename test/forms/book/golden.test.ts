import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { readBook } from '../../../src/forms/book/book';
import { normalizeName } from '../../../src/forms/words/text';
import { goldenPeople, goldenSnapshot } from '../support/golden';
import type { Book } from '../../../src/forms/book/model';

let book: Book;
beforeAll(async () => {
  book = readBook(await goldenSnapshot(), { settings: DEFAULT_SETTINGS, quarter: '2020Q3' });
});

const keyOf = ({ department, name }: { department: string; name: string }) => `${department}|${normalizeName(name)}`;

test('every line of the worked quarter has exactly its totals, months and grades', () => {
  const expected = goldenPeople()
    .flatMap((person) =>
      person.months.map(({ month, total, scoreGrade }) => `${month} ${keyOf(person)} ${total} ${scoreGrade}`),
    )
    .sort();
  const given = [...book.months].flatMap(([month, people]) =>
    [...people].map(([key, { total, scoreGrade }]) => `${month} ${key} ${total?.toString()} ${scoreGrade}`),
  );
  expect(given.sort()).toEqual(expected);
  expect(book.scores.every(({ formulaSafe }) => formulaSafe)).toBe(true);
});

test('the people are those of the roster, in its order', () => {
  expect(book.people.map(({ key }) => key)).toEqual(goldenPeople().map(keyOf));
  expect(book.people[2]).toEqual({
    key: '外贸科|张三',
    department: '外贸科',
    name: '张三',
    displayName: '张 三',
    position: '科员',
  });
});

test('the forms stand where the sheets have them', () => {
  expect(
    book.forms.map(({ sheet, area, month, rater, firstRow, lastRow }) => ({
      sheet,
      area,
      month,
      rater,
      firstRow,
      lastRow,
    })),
  ).toEqual([
    {
      sheet: '2020年7月测评表',
      area: { row: 0, column: 0, rows: 22, columns: 10 },
      month: '2020-07',
      rater: null,
      firstRow: 4,
      lastRow: 20,
    },
    {
      sheet: '2020年8月测评表',
      area: { row: 0, column: 0, rows: 22, columns: 10 },
      month: '2020-08',
      rater: null,
      firstRow: 4,
      lastRow: 20,
    },
    {
      sheet: '2020年9月测评表',
      area: { row: 0, column: 0, rows: 21, columns: 10 },
      month: '2020-09',
      rater: null,
      firstRow: 4,
      lastRow: 19,
    },
  ]);
  expect(book.forms[0]?.columns).toMatchObject({
    department: 0,
    name: 1,
    scores: [2, 3, 4, 5, 6, 7, 8],
    total: 9,
    last: 9,
  });
});

test('nothing is wrong with the worked quarter: names with a space and explained absences are notes', () => {
  expect(book.problems.map(({ severity, code, sheet, cell }) => `${severity} ${code} ${sheet} ${cell}`)).toEqual([
    'note NAME_NORMALISED 2020年7月测评表 B7',
    'note NAME_NORMALISED 2020年8月测评表 B7',
    'note NAME_NORMALISED 2020年9月测评表 B7',
    'note PERSON_ABSENT 2020年7月测评表 null',
    'note PERSON_ABSENT 2020年8月测评表 null',
    'note PERSON_ABSENT 2020年9月测评表 null',
  ]);
  expect(book.problems[3]?.message).toBe(
    '2020年7月测评表：2020年7月没有卫东、蒋欣的打分，特殊情形登记或身份（局领导）已有说明',
  );
});

test('the quarter holds the 18 people who stand on a sheet, three months each', () => {
  const quarter = book.quarter('2020Q3');
  expect(quarter).toHaveLength(18);
  const chen = quarter.find(({ name }) => name === '陈立');
  expect(chen?.months.map(({ month, total, raters }) => [month, total?.toString() ?? null, raters])).toEqual([
    ['2020-07', '84', 1],
    ['2020-08', '83', 1],
    ['2020-09', null, 0],
  ]);
  expect(chen?.unit).toBe('济宁市商务局');
  expect(book.quarter('2020Q4')).toEqual([]);
});
