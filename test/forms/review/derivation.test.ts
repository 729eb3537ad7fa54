import { explainPerson } from '../../../src/excel';
import { all, GOLDEN, inExcel, openFixture, runReview, scoreSheet, workbookOf } from '../../excel/support/workbooks';
import { ReviewPage } from '../../excel/support/reviewPage';
import golden from '../../fixtures/2020Q3.json';
import type { WorkbookModel } from '../../../src/host/workbook/model/workbook';

const explained = async (workbook: WorkbookModel, person: string) =>
  (await inExcel(workbook, () => explainPerson({ quarter: '2020Q3', person }))).people;
const texts = async (workbook: WorkbookModel, person: string) =>
  (await explained(workbook, person)).flatMap(({ lines }) => lines.map(({ text }) => text));

describe('a person’s derivation', () => {
  test('goes from each cell with a score over the total, the line and the mean to the decision', async () => {
    const workbook = workbookOf({
      '7月': scoreSheet('2020年7月', [['外贸科', '李军', 90, 80, 85, 86.5, 88, 90, 70]]),
      '8月': scoreSheet('2020年8月', [['外贸科', '李军', ...all(80)]]),
      '9月': scoreSheet('2020年9月', [['外贸科', '李军', ...all(90)]]),
    });
    await runReview(workbook);
    ReviewPage.on(workbook).decide({ 李军: '较好' });
    const [first] = await explained(workbook, '李军');
    const lines = first?.lines ?? [];
    expect(lines.slice(0, 4)).toEqual([
      { level: 0, text: '2020年7月', sheet: null, cell: null },
      { level: 1, text: '测评表', sheet: '7月', cell: 'C5:I5' },
      { level: 2, text: '政治品质：90×20%＝18（7月 C5，二（二）共性指标一）', sheet: '7月', cell: 'C5' },
      { level: 2, text: '工作作风：80×10%＝8（7月 D5，二（二）共性指标二）', sheet: '7月', cell: 'D5' },
    ]);
    expect(lines.slice(9, 11)).toEqual([
      {
        level: 1,
        text: '总分：18＋8＋8.5＋8.65＋26.4＋9＋7＝85.55，达到“好”（≥85，二·考核等次）',
        sheet: '7月',
        cell: 'C5:I5',
      },
      { level: 1, text: '2020年7月等次：“好”', sheet: null, cell: null },
    ]);
    expect(lines.slice(-5)).toEqual([
      { level: 0, text: '2020年第三季度', sheet: null, cell: null },
      { level: 1, text: '各月总分的平均：（85.55＋80＋90）÷3＝85.18', sheet: null, cell: null },
      { level: 1, text: '三个月平均分 85.18，达到“好”（≥85，二·考核等次）', sheet: null, cell: null },
      { level: 1, text: '建议等次：“好”，供考核领导小组审定（三（二）4）', sheet: null, cell: null },
      {
        level: 1,
        text: '审定等次：“较好”（2020年第三季度审定表 Q5），与建议等次不同，未写明理由，请在“备注”中补写',
        sheet: '2020年第三季度审定表',
        cell: 'Q5',
      },
    ]);
  });

  test('leaves out of the mean what is scored while another unit assesses, and says why', async () => {
    const month = (number: number, score: number) =>
      scoreSheet(`2020年${number}月`, [['外贸科', '李军', ...all(score)]]);
    const workbook = workbookOf({
      ...Object.fromEntries([7, 8, 9].map((number, i) => [`${number}月`, month(number, [70, 86, 90][i] ?? 0)])),
      特殊情形登记: [
        ['科室', '姓名', '情形', '开始日期', '结束日期', '天数', '作用范围', '依据', '批准人', '批准日期'],
        ['外贸科', '李军', '外借', '2020-07-01', '2020-07-31', '', '', '借用函', '组织部', '2020-06-30'],
      ],
    });
    const lines = await texts(workbook, '李军');
    expect(lines).toContain('各月总分的平均：（86＋90）÷2＝88');
    expect(lines.join()).toContain('外借人员由借用单位考核');
  });

  test('names each rater, and their mean', async () => {
    const of = (rater: string, score: number) => {
      const sheet = scoreSheet('2020年7月', [['外贸科', '李军', ...all(score)]]);
      return sheet.map((line) => (line[0] === '分管领导签字：' ? [`分管领导签字：${rater}`, ...line.slice(1)] : line));
    };
    const workbook = workbookOf({ 甲: of('王局长', 84.99), 乙: of('赵局长', 85) });
    const lines = await texts(workbook, '李军');
    expect(lines.filter((text) => text.includes('评委'))).toEqual([
      '评委王局长的测评表',
      '评委赵局长的测评表',
      '2名评委的总分为84.99、85，按“平均”合成 84.995，达到“较好”（≥75，二·考核等次）',
    ]);
  });

  test('gives points as points on 分值制', async () => {
    const workbook = workbookOf({ '7月': scoreSheet('2020年7月', [['外贸科', '李军', 19, 9, 9, 8, 27, 9, 8]]) });
    const lines = await texts(workbook, '李军');
    expect(lines[2]).toBe('政治品质：19分，满分20分（7月 C5，二（二）共性指标一）');
    expect(lines[9]).toBe('总分：19＋9＋9＋8＋27＋9＋8＝89，达到“好”（≥85，二·考核等次）');
  });

  test('says what is missing and what to do', async () => {
    const workbook = workbookOf({ '7月': scoreSheet('2020年7月', [['外贸科', '李军', '', ...all(90).slice(1)]]) });
    const lines = await texts(workbook, '李军');
    expect(lines).toContain('政治品质：没有可用的分数（7月 C5，二（二）共性指标一）');
    expect(lines).toContain('有缺分或错误，没有总分；请按检查结果更正');
    expect(lines).toContain('没有建议等次，请考核领导小组研究确定（三（二）4）');
    expect(lines.at(-1)).toBe('还没有审定表；请先生成审定表');
  });

  test('keeps namesakes apart, and knows nobody of an unknown name', async () => {
    const workbook = workbookOf({
      '7月': scoreSheet('2020年7月', [
        ['外贸科', '李军', ...all(90)],
        ['办公室', '李 军', ...all(58)],
      ]),
    });
    expect((await explained(workbook, '李军')).map(({ key }) => key)).toEqual(['外贸科|李军', '办公室|李军']);
    expect((await explained(workbook, '办公室|李军')).map(({ key }) => key)).toEqual(['办公室|李军']);
    expect(await explained(workbook, '王五')).toEqual([]);
  });
});

test('the golden quarter: everybody’s derivation ends in the golden suggestion, and tells the special rule with its clause', async () => {
  const workbook = await openFixture(GOLDEN);
  for (const { department, name, suggestedGrade } of golden.people) {
    const [person, ...others] = await explained(workbook, `${department}|${name}`);
    expect(others).toEqual([]);
    const lines = person?.lines.map(({ text }) => text) ?? [];
    expect(lines).toContain(`建议等次：“${suggestedGrade}”，供考核领导小组审定（三（二）4）`);
  }
  const capped = await texts(workbook, '周丽');
  expect(capped.filter((text) => text.includes('不得确定为“好”')).length).toBeGreaterThan(0);
  expect(capped.filter((text) => text.includes('五·5')).length).toBeGreaterThan(0);
});
