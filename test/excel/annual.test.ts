import { runAnnual, yearBook } from './annualBooks';
import { shown } from './workbooks';

const SHEET = '2020年度汇总表';

/** The worked examples of the rules, through the workbook: quarters → kinds of hints, ？ for those to be confirmed. */
const EXAMPLES: Readonly<Record<string, readonly [year: string, hints: readonly string[]]>> = {
  甲: ['好 好 好 好', ['可推荐优秀', '比例内可优先确定为优秀']],
  乙: ['好 较好 好 较好', ['可推荐优秀']],
  丙: ['好 较好 较好 较好', ['不可推荐优秀']],
  丁: ['一般 一般 较好 较差', ['不可推荐优秀', '原则上基本称职或不称职']],
  戊: ['一般 较差 好 较好', ['不可推荐优秀']],
  己: ['较差 较差 较差 较差', ['不可推荐优秀', '原则上基本称职或不称职', '可直接确定为不称职']],
  庚: ['不确定 一般 一般 较好', ['不可推荐优秀', '原则上基本称职或不称职？']],
  辛: ['好 好 不确定 不确定', ['可推荐优秀？', '比例内可优先确定为优秀？']],
  壬: ['较好 较好 较好 较好', ['不可推荐优秀']],
  癸: ['不确定 不确定 不确定 较差', ['不可推荐优秀', '原则上基本称职或不称职？', '可直接确定为不称职？']],
};
const years = Object.fromEntries(Object.entries(EXAMPLES).map(([name, [year]]) => [name, year]));

test('the worked examples of the rules come out of four 审定表', async () => {
  const workbook = yearBook(years);
  const { annual } = await runAnnual(workbook);
  const kinds = annual.people.map(({ name, hints }) => [
    name,
    hints.map(({ kind, needsConfirmation }) => `${kind}${needsConfirmation ? '？' : ''}`),
  ]);
  expect(kinds).toEqual(Object.entries(EXAMPLES).map(([name, [, hints]]) => [name, hints]));
});

test('the sheet shows the quarters and their counts live', async () => {
  const workbook = yearBook(years);
  await runAnnual(workbook);
  const rows = await shown(workbook, SHEET, 'B5:M14');
  expect(rows[0]).toEqual(['办公室', '甲', '科员', '好', '好', '好', '好', 4, 0, 0, 0, 0]);
  expect(rows[9]).toEqual(['办公室', '癸', '科员', '不确定等次', '不确定等次', '不确定等次', '较差', 0, 0, 0, 1, 3]);
});
