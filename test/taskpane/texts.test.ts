import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en as english } from '../../src/taskpane/texts/en';
import { PROBLEM_MEANINGS } from '../../src/taskpane/texts/problemsEn';
import { zh as chinese } from '../../src/taskpane/texts/zh';
import { zhPages } from '../../src/taskpane/texts/zhPages';

const PANE = join(__dirname, '../../src/taskpane');

/** The texts themselves, which are no use of a text. */
const TABLES = /[\\/]texts[\\/](zh|zhPages|en|\w+En)\.ts$/;

/** Words of the notice and names of sheets, which stay Chinese in English; longer ones first. */
const ALLOWED = [
  '不确定',
  '附件1',
  '附件2',
  '附件3',
  '人员名册',
  '考核领导小组',
  '特殊情形登记',
  '操作记录',
  '考核记实',
  '备案日期',
  '分管领导',
  '人事科',
  '科长',
  '姓名',
  '考核设置',
  '工作日历',
  '审定表',
  '审定等次',
  '建议等次',
  '年度汇总表',
  '公示附表',
  '年度工作计划',
  '结果运用',
  '办理日期',
  '方式',
  '批评教育',
  '警示谈话',
  '离岗培训',
  '优秀',
  '基本称职',
  '不称职',
  '定稿',
  '审定',
  '纪检材料',
  '百分制',
  '分值制',
  '公示',
  '复核登记',
  '年度汇总',
  '较好',
  '较差',
  '一般',
  '好',
];

/** Where the notice says it: 三（二）5, 四·2, 二·考核等次, 三（一）. */
const CLAUSE = /[一二三四五六](?:（[一二三四]）\d*|·(?:\d+|考核等次))/g;

/** What a cell is to say, word for word, and days and months as one writes them there. */
const WRITTEN = /“[^”]*”|\d{4}年\d{1,2}月(?:\d{1,2}日)?/g;

/** Keys that a code of Excel chooses. */
const CHOSEN_BY_CODE = ['errors'];

type Leaf = readonly [path: string, value: unknown];

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** What a text says: a function is looked at as it is written, with all its branches. */
function wording(value: unknown): string {
  return String(value).replace(/\\u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !TABLES.test(path) ? [readFileSync(path, 'utf8')] : [];
  });
}

/**
 * The texts that the pane never asks for: neither by name behind their group (`texts.shell.undo`, or `texts.undo` where
 * the group was taken out of the texts before), nor by what chooses from their group (`texts.shell.pages[page]`).
 */
function unused(paths: readonly string[], code: string): string[] {
  const says = (pattern: string): boolean => new RegExp(pattern).test(code);
  return paths.filter((path) => {
    const keys = path.split('.');
    const [key = '', group = 'texts'] = [keys.at(-1), keys.at(-2)];
    if (CHOSEN_BY_CODE.includes(group) || says(`\\.${group}\\[`)) return false;
    const isTakenOut = says(`\\b${group}: texts\\b|Texts\\['${group}'\\]`);
    return !says(`\\b${group}\\.${key}\\b`) && !(isTakenOut && says(`\\btexts\\.${key}\\b`));
  });
}

const zh = leaves({ ...chinese, ofPages: zhPages });
const en = leaves(english);
const paths = zh.map(([path]) => path);

test('both languages have the same texts', () => {
  expect(en.map(([path]) => path)).toEqual(paths);
  expect(en.map(([path, value]) => [path, typeof value])).toEqual(zh.map(([path, value]) => [path, typeof value]));
});

test('English is English but for the words of the notice', () => {
  const foreign = [...en, ...leaves(PROBLEM_MEANINGS)].filter(([, value]) =>
    /\p{Script=Han}/u.test(
      ALLOWED.reduce(
        (text, word) => text.replaceAll(word, ''),
        wording(value).replace(CLAUSE, '').replace(WRITTEN, ''),
      ),
    ),
  );
  expect(foreign).toEqual([]);
});

test('every text is used, and one that nobody asks for is found', () => {
  const code = sources(PANE).join('\n');
  expect(unused(paths, code)).toEqual([]);
  expect(unused(['score.nobodyAsks', 'shell.pages.nobodyAsks', 'nobodyAsks'], code)).toEqual([
    'score.nobodyAsks',
    'nobodyAsks',
  ]);
});
