/** Who is in service, who is elsewhere, and which scores count (rules 40–45). */
import type { Circumstance } from '../../src/assessment/circumstances';
import { outOfService } from '../../src/assessment/service';
import { entry, reviewWith } from './support/registered';

const MONTHS = ['2020-06', '2020-07', '2020-08', '2020-09', '2020-10'];
const inService = (...entries: Circumstance[]) =>
  MONTHS.filter((month) => outOfService(entries, month) === null).map((month) => Number(month.slice(5)));

test.each<[string, readonly Circumstance[], readonly number[]]>([
  ['nothing registered', [], [6, 7, 8, 9, 10]],
  ['调入 on the last day of July', [entry('调入', '2020-07-31')], [7, 8, 9, 10]],
  ['调入 on the first day of August', [entry('调入', '2020-08-01')], [8, 9, 10]],
  ['调出 on the first day of August', [entry('调出', '2020-08-01')], [6, 7]],
  ['调出 on the last day of August', [entry('调出', '2020-08-31')], [6, 7]],
  ['退休 on the first day of August', [entry('退休', '2020-08-01')], [6, 7, 8]],
  ['退休 next December', [entry('退休', '2020-12-01')], [6, 7, 8, 9, 10]],
  ['调出 in July, 调入 in September', [entry('调出', '2020-07-10'), entry('调入', '2020-09-10')], [6, 9, 10]],
  ['the same, registered the other way round', [entry('调入', '2020-09-10'), entry('调出', '2020-07-10')], [6, 9, 10]],
  ['调入 in July, 退休 in August', [entry('调入', '2020-07-10'), entry('退休', '2020-08-10')], [7, 8]],
  ['调出 and 调入 within August', [entry('调出', '2020-08-03'), entry('调入', '2020-08-20')], [6, 7, 8, 9, 10]],
  ['调入 and 调出 within August', [entry('调入', '2020-08-03'), entry('调出', '2020-08-20')], []],
  ['记过 and 挂职', [entry('记过', '2020-01-01'), entry('挂职', '2020-01-01')], [6, 7, 8, 9, 10]],
])('%s: in service in %j', (_, entries, expected) => {
  expect(inService(...entries)).toEqual(expected);
});

/** The three months' grades, the mean and the suggestion of somebody scored 90, 80 and 70. */
const review = (...entries: Circumstance[]) => {
  const { months, mean, suggestedGrade } = reviewWith(entries, {}, [90, 80, 70]);
  return [...months.map(({ grade }) => grade), mean?.toString() ?? null, suggestedGrade];
};
const ELSEWHERE = '由外单位考核';

test.each<[string, readonly Circumstance[], readonly (string | null)[]]>([
  ['before the arrival', [entry('调入', '2020-08-31')], [null, '较好', '一般', '75', '较好']],
  ['after the retirement', [entry('退休', '2020-08-01')], ['好', '较好', null, '85', '好']],
  ['after the departure', [entry('调出', '2020-08-10')], ['好', null, null, null, ELSEWHERE]],
  ['after a departure before the quarter', [entry('调出', '2020-06-10')], [null, null, null, null, null]],
  [
    'under 记过, after the retirement',
    [entry('记过', '2020-01-01'), entry('退休', '2020-07-10')],
    ['不确定等次', null, null, '90', '不确定等次'],
  ],
  ['in July elsewhere', [entry('挂职', '2020-07-01', '2020-07-31')], [ELSEWHERE, '较好', '一般', '75', '较好']],
  [
    'in two months elsewhere',
    [entry('外借', '2020-07-01', '2020-08-31')],
    [ELSEWHERE, ELSEWHERE, '一般', null, ELSEWHERE],
  ],
  [
    'in one of two months in service elsewhere',
    [entry('调入', '2020-08-03'), entry('挂职', '2020-09-01')],
    [null, '较好', ELSEWHERE, '80', '较好'],
  ],
  [
    'refusing, and then elsewhere',
    [entry('拒不参加', '2020-05-10'), entry('挂职', '2020-09-30')],
    ['不参加考核', '不参加考核', '不参加考核', null, '不参加考核'],
  ],
  [
    'refusing, and then leaving',
    [entry('拒不参加', '2020-07-10'), entry('调出', '2020-09-10')],
    ['不参加考核', '不参加考核', null, null, '不参加考核'],
  ],
  [
    'under 其他处分 on one day of July',
    [entry('其他处分', '2020-07-01', '2020-07-01')],
    [null, '较好', '一般', '80', '较好'],
  ],
])('scored %s', (_, entries, expected) => {
  expect(review(...entries)).toEqual(expected);
});

describe('a month is elsewhere when more than half of its working days are', () => {
  const july = (...entries: Circumstance[]) => review(...entries)[0];
  // July 2020 has 23 working days, from Wednesday the first on.
  test.each([
    ['2020-07-15', '好'],
    ['2020-07-16', ELSEWHERE],
    ['2020-07-18', ELSEWHERE],
  ])('from the first to %s: %s', (to, expected) => {
    expect(july(entry('挂职', '2020-06-01', to))).toBe(expected);
  });

  test('days in two postings count once', () => {
    const first = entry('挂职', '2020-07-01', '2020-07-10');
    expect(july(first, entry('外借', '2020-07-06', '2020-07-15'))).toBe('好');
    expect(july(first, entry('外借', '2020-07-09', '2020-07-16'))).toBe(ELSEWHERE);
    expect(july(entry('外借', '2020-07-02', '2020-07-03'), entry('挂职', '2020-07-01', '2020-07-15'))).toBe('好');
  });

  test('of the days in service', () => {
    const posting = entry('挂职', '2020-07-01', '2020-07-10');
    expect(july(posting, entry('退休', '2020-07-14'))).toBe(ELSEWHERE);
    expect(july(posting, entry('退休', '2020-07-31'))).toBe('好');
    expect(july(entry('挂职', '2020-07-20', '2020-07-24'), entry('调入', '2020-07-20'))).toBe('好');
    expect(july(entry('挂职', '2020-07-23', '2020-07-31'), entry('调入', '2020-07-20'))).toBe(ELSEWHERE);
  });

  test('or any day, by the setting', () => {
    const { months } = reviewWith([entry('挂职', '2020-07-31', '2020-08-02')], { awayFor: '有一天即算' });
    expect(months.map(({ grade }) => grade)).toEqual([ELSEWHERE, ELSEWHERE, '好']);
  });
});

test('whoever is out of service in the whole quarter is in no count, whatever lasts', () => {
  const { ruling } = reviewWith([entry('退休', '2020-06-20'), entry('记过', '2020-01-01')]);
  expect(ruling).toMatchObject({ outOfService: true, grade: null, fixed: true });
  expect(ruling.reasons[0]).toContain('退休 2020年6月20日');
});

test('who has left by 调出 retires from another unit', () => {
  const { suggestedGrade, mean } = reviewWith([entry('调出', '2020-08-10'), entry('退休', '2020-08-20')]);
  expect([suggestedGrade, mean]).toEqual([ELSEWHERE, null]);
});
