import { checkRaterGroups } from '../../src/assessment/contradiction';
import { raterGroupsOf, raterGroupsText } from '../../src/assessment/raterGroup';
import { checkSettings } from '../../src/assessment/settingTable';
import { DEFAULT_SETTINGS } from '../../src/assessment/settings';
import { settingsNote } from '../../src/assessment/settingsNote';

const THREE = [
  { name: '主要领导', weight: 40 },
  { name: '分管领导', weight: 30 },
  { name: '民主测评', weight: 30 },
];

test.each([
  '主要领导40、分管领导30、民主测评30',
  '主要领导40%，分管领导30%，民主测评30%',
  ' 主要领导：40；分管领导：30；民主测评：30 ',
  '主要领导（40％）、分管领导（30％）、民主测评（30％）',
])('%s names three groups', (text) => {
  expect(raterGroupsOf(text)).toEqual(THREE);
});

test.each(['主要领导、分管领导', '40、60', '主要领导四十、民主测评六十', '主要领导40分管领导'])(
  '%s names none',
  (text) => {
    expect(raterGroupsOf(text)).toBeUndefined();
  },
);

test('不分组, and what is printed is read again', () => {
  expect(raterGroupsOf('不分组')).toEqual([]);
  expect(raterGroupsText([])).toBe('不分组');
  expect(raterGroupsOf(raterGroupsText(THREE))).toEqual(THREE);
  expect(settingsNote({ ...DEFAULT_SETTINGS, raterGroups: THREE })).toContain(
    '评委组及权重（%）为主要领导40、分管领导30、民主测评30（默认不分组）',
  );
});

test.each([
  [[{ name: '领导', weight: 100 }], '只有一个评委组，应有两个以上'],
  [
    [
      { name: '领导', weight: 60 },
      { name: '主要领导', weight: 40 },
    ],
    '评委组“领导”的名称与其他组重复或被包含，无法区分',
  ],
  [
    [
      { name: '领导', weight: 60.5 },
      { name: '群众', weight: 39.5 },
    ],
    '评委组“领导”的权重为60.5，应为1至100的整数',
  ],
  [
    [
      { name: '领导', weight: 60 },
      { name: '群众', weight: 30 },
    ],
    '评委组权重合计90%，应为100%',
  ],
])('%j is refused', (raterGroups, message) => {
  expect(checkRaterGroups({ raterGroups }).map((each) => each.message)).toContain(message);
});

test.each([-1, 2.5, 101])('加分 up to %d is refused', (largestBonus) => {
  expect(checkSettings({ ...DEFAULT_SETTINGS, largestBonus })).toMatchObject([
    { setting: 'largestBonus', code: 'LARGEST_OUT_OF_RANGE', severity: 'error' },
  ]);
});
