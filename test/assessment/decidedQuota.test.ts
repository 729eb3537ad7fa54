import { decidedQuota } from '../../src/assessment/decidedQuota';
import { reviewQuarter } from '../../src/assessment/quarterly';
import { DEFAULT_SETTINGS, type Settings } from '../../src/assessment/settings';
import { NO_SPECIAL_RULES } from './support/byTheNotice';
import { scored } from './support/scoredPeople';

/** Five people on the quarter's score sheets, 己 on none. */
const people = [
  ...['甲', '乙', '丙', '丁', '戊'].map((name) => scored(name, [90, null, 90])),
  scored('己', [null, null, null]),
];

/** The count of what the group has decided, name by name. */
function counted(decisions: Readonly<Record<string, string>>, settings: Partial<Settings> = {}) {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const decided = new Map(Object.entries(decisions).map(([name, grade]) => [`办公室|${name}`, grade]));
  return decidedQuota(reviewQuarter('2020Q3', people, all, NO_SPECIAL_RULES), decided, all);
}

test('who is not decided yet is in N where a score sheet has them, and nobody is 好 before the group says so', () => {
  expect(counted({})).toMatchObject({ participants: 5, goodLimit: 2, good: 0, over: 0 });
  expect(counted({ 甲: '' })).toMatchObject({ participants: 5, good: 0 });
});

test('decisions are counted, whatever the scores were; who has one is in N without a score', () => {
  const decisions = { 甲: '好', 乙: '好', 丙: '好', 丁: '一般', 戊: '较差', 己: '较好' };
  expect(counted(decisions)).toMatchObject({ participants: 6, goodLimit: 2, good: 3, over: 1 });
});

test('who takes no part or is assessed elsewhere is in no N', () => {
  expect(counted({ 甲: '不参加考核' })).toMatchObject({ participants: 4, goodLimit: 1 });
  expect(counted({ 甲: '由外单位考核', 乙: '不参加考核' })).toMatchObject({ participants: 3 });
});

test('who is decided as 不确定等次 counts in N and not in the stricter figure', () => {
  const count = counted({ 甲: '好', 乙: '不确定等次' });
  expect(count).toMatchObject({ participants: 5, good: 1, over: 0 });
  expect(count.stricter).toMatchObject({ participants: 4, goodLimit: 1 });
});

test('what is decided is counted by the office’s share and in its pools', () => {
  const count = counted({ 甲: '好', 乙: '好' }, { pool: '单位', quotaPercent: 20 });
  expect(count).toMatchObject({ participants: 5, goodLimit: 1, good: 2, over: 1 });
  expect(count.pools).toMatchObject([{ pool: '未注明单位', participants: 5, goodLimit: 1, good: 2, over: 1 }]);
});
