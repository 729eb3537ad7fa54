import { Writable } from 'node:stream';
import { main } from '../../src/headless/main';
import { laidOut, tableSection, title, type Part, type Terminal } from '../../src/headless/report';
import { problemParts } from '../../src/headless/problemReport';
import { terminalOf, type Environment } from '../../src/headless/terminal';
import { textWidth, wrapped } from '../../src/headless/textWidth';
import type { Problem } from '../../src/forms/grid/problem';
import { GOLDEN } from '../excel/support/workbooks';

const REVIEW = ['review', GOLDEN, '--quarter', '2020Q3'];

/** What a command writes to outputs of a kind, with an environment. */
async function run(
  args: readonly string[],
  environment: Environment,
  terminal: { readonly isTTY?: boolean; readonly columns?: number } = {},
): Promise<{ out: string; err: string }> {
  const text = { out: '', err: '' };
  const into = (stream: 'out' | 'err') =>
    Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          text[stream] += String(chunk);
          done();
        },
      }),
      terminal,
    );
  await main(args, into('out'), into('err'), environment);
  return text;
}

const plain = (width: number | null): Terminal => ({ width, isColoured: false });
const note = (sheet: string, cell: string, said: string, code = 'NAME_NORMALISED'): Problem => {
  return { severity: 'note', code, sheet, cell, message: `${sheet} ${cell}：${said}` };
};

test('columns of a terminal: two for Chinese and rare characters, one for ·, none for what stands over another', () => {
  expect(['张三', '𠮷', 'a1', '阿卜杜拉·买买提', '葛󠄀', 'é', '（五·5）'].map(textWidth)).toEqual([4, 2, 2, 15, 2, 1, 8]);
});

test('a text is wrapped to its width, names whole, marks not at the beginning of a line', () => {
  const text = '2020年8月没有阿卜杜拉·买买提、欧阳娜娜、李军的打分，特殊情形登记或身份（局领导）已有说明';
  expect(wrapped(text, 34)).toEqual([
    '2020年8月没有阿卜杜拉·买买提、',
    '欧阳娜娜、李军的打分，',
    '特殊情形登记或身份（局领导）',
    '已有说明',
  ]);
  expect(wrapped(text, null)).toEqual([text]);
});

/** Thirty people, some with long or rare names, some with reasons. */
const PEOPLE = Array.from({ length: 30 }, (_, i) => {
  const name = ['李军', '欧阳娜娜', '阿卜杜热合曼·买买提吐尔逊', '𠮷野'][i % 4] ?? '';
  const reason = i % 5 === 0 ? '新录用公务员在试用期，参加考核、不确定等次（五·5）；依据：新录用' : '';
  return [i % 3 === 0 ? '商贸流通科' : '办公室', `${name}${'甲乙丙丁戊己庚辛'.charAt(i % 8)}`, '92.37好', '—', reason];
});
const TABLE: Part[] = [
  title('【2020年第三季度】'),
  ...tableSection('人员', ['科室', '姓名', '7月', '8月', '说明'], PEOPLE),
];

test.each([null, 120, 80, 60, 40, 20])(
  'thirty people in %s columns: a line each, nothing wider, no name cut',
  (width) => {
    const lines = laidOut(TABLE, plain(width)).split('\n');
    if (width !== null) expect(lines.filter((line) => textWidth(line) > Math.max(width, 32))).toEqual([]);
    const text = lines.join('\n');
    for (const [, name = ''] of PEOPLE) expect(text).toContain(name);
    if (width === null) expect(lines).toHaveLength(3 + PEOPLE.length);
  },
);

test('the last column is wrapped in its place, below the row where it is narrow, and columns go on in a second line', () => {
  const few = [
    title('【人员】'),
    ...tableSection(
      '人员',
      ['科室', '姓名', '7月', '说明'],
      PEOPLE.slice(0, 3).map(([a = '', b = '', c = '', , e = '']) => [a, b, c, e]),
    ),
  ];
  expect(`\n${laidOut(few, plain(100))}\n`).toMatchInlineSnapshot(`
   "
   【人员】
   人员 3
     科室        姓名                         7月      说明
     商贸流通科  李军甲                       92.37好  新录用公务员在试用期，参加考核、不确定等次
                                                       （五·5）；依据：新录用
     办公室      欧阳娜娜乙                   92.37好
     办公室      阿卜杜热合曼·买买提吐尔逊丙  92.37好
   "
  `);
  expect(`\n${laidOut(few, plain(70))}\n`).toMatchInlineSnapshot(`
   "
   【人员】
   人员 3
     科室        姓名                         7月
     商贸流通科  李军甲                       92.37好
         新录用公务员在试用期，参加考核、不确定等次（五·5）；依据：新录用
     办公室      欧阳娜娜乙                   92.37好
     办公室      阿卜杜热合曼·买买提吐尔逊丙  92.37好
   "
  `);
  expect(`\n${laidOut(few, plain(36))}\n`).toMatchInlineSnapshot(`
   "
   【人员】
   人员 3
     科室
       姓名
       7月
     商贸流通科
       李军甲
       92.37好
         新录用公务员在试用期，
         参加考核、不确定等次（五·5）；
         依据：新录用
     办公室
       欧阳娜娜乙
       92.37好
     办公室
       阿卜杜热合曼·买买提吐尔逊丙
       92.37好
   "
  `);
});

test('columns that do not fit beside each other go on below, each in its place in every row', () => {
  const rows = [
    ['办公室', '张三', '83.73较好', '84.03较好', '82.80不确定等次', '83.52', '好'],
    ['商贸流通科', '欧阳娜娜', '—', '92.50好', '—', '—', '不确定等次'],
  ];
  const headings = ['科室', '姓名', '7月', '8月', '9月', '平均分', '建议等次'];
  expect(`\n${laidOut(tableSection('人员', headings, rows), plain(60))}\n`).toMatchInlineSnapshot(`
   "
   人员 2
     科室        姓名      7月        8月
       9月              平均分  建议等次
     办公室      张三      83.73较好  84.03较好
       82.80不确定等次  83.52   好
     商贸流通科  欧阳娜娜  —          92.50好
       —                —       不确定等次
   "
  `);
  expect(`\n${laidOut(tableSection('人员', headings, rows), plain(40))}\n`).toMatchInlineSnapshot(`
   "
   人员 2
     科室        姓名      7月
       8月        9月              平均分
       建议等次
     办公室      张三      83.73较好
       84.03较好  82.80不确定等次  83.52
       好
     商贸流通科  欧阳娜娜  —
       92.50好    —                —
       不确定等次
   "
  `);
  expect(laidOut(tableSection('人员', headings, rows), plain(92)).split('\n')).toHaveLength(4);
});

test('problems stand errors first, the same one in several places once with all of them, and are counted', () => {
  const problems: Problem[] = [
    note('7月', 'B7', '姓名“张 三”按“张三”处理'),
    { severity: 'warning', code: 'QUOTA_OVER', sheet: null, cell: null, message: '2020年8月超出1人' },
    note('8月', 'B7', '姓名“张 三”按“张三”处理'),
    note('9月', 'B8', '姓名“张 三”按“张三”处理'),
    note('9月', 'B9', '姓名“李 四”按“李四”处理'),
    { severity: 'error', code: 'SCORE_OUT_OF_RANGE', sheet: '7月', cell: 'C5', message: '7月 C5“880”超出范围' },
  ];
  expect(laidOut(problemParts(problems), plain(null))).toBe(
    [
      '错误（须改正） 1',
      '  7月 C5“880”超出范围',
      '警告（请核对） 1',
      '  2020年8月超出1人',
      '提示 4',
      '  姓名“张 三”按“张三”处理（3处：7月、8月 B7；9月 B8）',
      '  9月 B9：姓名“李 四”按“李四”处理',
      '共1个错误、1个警告、4个提示。',
    ].join('\n'),
  );
});

test('of more than three sheets the first alone are named', () => {
  const names = ['7月李局长', '7月王副局长', '7月赵副局长', '8月李局长'];
  const problems = names.map((name) => note(name, 'A3:K3', '表头写法与附件3不同'));
  expect(laidOut(problemParts(problems), plain(null))).toContain(
    '  表头写法与附件3不同（4处：7月李局长、7月王副局长、7月赵副局长等4张表 A3:K3）',
  );
});

test.each<[string, { isTTY?: boolean; columns?: number }, Environment, Terminal]>([
  ['a pipe', {}, {}, { width: null, isColoured: false }],
  ['a terminal', { isTTY: true, columns: 100 }, {}, { width: 100, isColoured: true }],
  ['COLUMNS', { isTTY: true, columns: 100 }, { COLUMNS: '72' }, { width: 72, isColoured: true }],
  ['NO_COLOR', { isTTY: true, columns: 100 }, { NO_COLOR: '1' }, { width: 100, isColoured: false }],
  ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1' }, { width: null, isColoured: true }],
  ['FORCE_COLOR=0', { isTTY: true, columns: 100 }, { FORCE_COLOR: '0' }, { width: 100, isColoured: false }],
  ['a dumb terminal', { isTTY: true, columns: 80 }, { TERM: 'dumb' }, { width: 80, isColoured: false }],
  ['a COLUMNS that is none', { isTTY: true, columns: 80 }, { COLUMNS: 'wide' }, { width: 80, isColoured: true }],
])('%s', (_, output, environment, expected) => {
  expect(terminalOf(Object.assign(new Writable(), output), environment)).toEqual(expected);
});

describe('a review', () => {
  test('has a line a person, each reason once and none for what the average says', async () => {
    const { out, err } = await run(REVIEW, {});
    const lines = out.split('\n');
    const lineOf = (name: string) =>
      lines.filter((line) => line.startsWith('  ') && line.includes(name) && line.includes('平均分 '));
    expect(err).toBe('');
    expect(lines).toContain(
      '  人事科    李晓梅           85.00好          84.90较好        85.10好          85.00   好',
    );
    expect(lineOf('  吴昊 ')).toEqual([
      '  办公室    吴昊             84.00不确定等次  84.80不确定等次  85.60不确定等次  84.80   不确定等次    新录用公务员在试用期，参加考核、不确定等次（五·5）；依据：新录用，考核领导小组批准；三个月平均分 84.8，达到“较好”（≥75，二·考核等次）',
    ]);
    expect(out.match(/2020年9月不在本单位任职/g)).toHaveLength(1);
    expect(out.match(/不在本单位任职（退休/g)).toHaveLength(1);
    expect(lines.at(-3)).toBe('共1个警告、8个提示。');
  });

  test('counts the grades from 好 on, and what is none behind them', async () => {
    const { out } = await run(REVIEW, {});
    const counted = out.split('\n').find((line) => line.startsWith('建议等次：')) ?? '';
    const names = counted
      .replace('建议等次：', '')
      .split('、')
      .map((each) => each.replace(/\d+人$/, ''));
    expect(names.slice(0, 4)).toEqual(['好', '较好', '一般', '较差']);
    expect(new Set(names.slice(4))).toEqual(new Set(['不确定等次', '不参加考核', '由外单位考核', '没有建议']));
  });

  test('tells its progress on a terminal alone, and leaves nothing of it behind', async () => {
    const { out, err } = await run(REVIEW, {}, { isTTY: true, columns: 90 });
    expect(err).toContain('正在读取“2020Q3.xlsx”…');
    expect(err).toContain('正在核算：季度审定…');
    expect(err.endsWith('\r\x1b[2K')).toBe(true);
    expect(out).toContain('\x1b[1m');
  });

  test('--json is the same whatever it is written to', async () => {
    const piped = await run([...REVIEW, '--json'], {});
    const shown = await run([...REVIEW, '--json'], { COLUMNS: '40', FORCE_COLOR: '1' }, { isTTY: true, columns: 40 });
    expect(shown.out).toBe(piped.out);
    expect(piped.out).toBe(`${JSON.stringify(JSON.parse(piped.out), null, 1)}\n`);
  });
});
