import { annualHints, yearCounts, type AnnualHintKind } from '../../src/assessment/annual';
import { DEFAULT_ANNUAL_SETTINGS, type AnnualSettings } from '../../src/assessment/annualSettings';
import { GRADES, STATUSES, type DecidedGrade } from '../../src/assessment/grade';

/** Four quarters as a person writes them: 不确定 stands for 不确定等次. */
function year(text: string): (DecidedGrade | null)[] {
  return text
    .split(' ')
    .map((word) => [...GRADES, ...STATUSES].find((each) => each === word || each === `${word}等次`) ?? null);
}

/** The hints' kinds; those to be confirmed end in a question mark. */
function kinds(text: string, settings: Partial<AnnualSettings> = {}, refused = false): string[] {
  const hints = annualHints({ quarters: year(text), refused }, { ...DEFAULT_ANNUAL_SETTINGS, ...settings });
  return hints.map(({ kind, needsConfirmation }) => kind + (needsConfirmation ? '？' : ''));
}

test.each<[string, Partial<AnnualSettings>, (AnnualHintKind | `${AnnualHintKind}？`)[]]>([
  ['好 好 好 好', {}, ['可推荐优秀', '比例内可优先确定为优秀']],
  ['好 较好 好 较好', {}, ['可推荐优秀']],
  ['好 较好 好 较好', { manyGood: '超过一半' }, ['不可推荐优秀']],
  ['好 好 好 较好', { manyGood: '超过一半' }, ['可推荐优秀']],
  ['好 好 好 一般', {}, ['不可推荐优秀']],
  ['好 好 好 较差', { manyGood: '至少1次' }, ['不可推荐优秀']],
  ['好 较好 较好 较好', {}, ['不可推荐优秀']],
  ['好 较好 较好 较好', { manyGood: '至少1次' }, ['可推荐优秀']],
  ['较好 较好 较好 较好', { manyGood: '至少1次' }, ['不可推荐优秀']],
  ['一般 一般 较好 较差', {}, ['不可推荐优秀', '原则上基本称职或不称职']],
  ['一般 较差 好 较好', {}, ['不可推荐优秀']],
  ['较差 较差 较差 较差', {}, ['不可推荐优秀', '原则上基本称职或不称职', '可直接确定为不称职']],
  ['不确定 一般 一般 较好', {}, ['不可推荐优秀', '原则上基本称职或不称职？']],
  ['不确定 一般 一般 较好', { halfOf: '固定4个季度' }, ['不可推荐优秀']],
  ['好 好 不确定 不确定', {}, ['可推荐优秀？', '比例内可优先确定为优秀？']],
  ['较好 较好 较好 较好', {}, ['不可推荐优秀']],
  ['不确定 不确定 不确定 较差', {}, ['不可推荐优秀', '原则上基本称职或不称职？', '可直接确定为不称职？']],
  ['不确定 不确定 不确定 较差', { halfOf: '固定4个季度' }, ['不可推荐优秀', '可直接确定为不称职？']],
  ['不确定 不确定 不确定 不确定', {}, []],
])('%s with %j: %j', (text, settings, expected) => {
  expect(kinds(text, settings)).toEqual(expected);
});

test('who refuses to take part may not take part in the annual assessment, whatever the quarters were', () => {
  expect(kinds('好 好 好 好', {}, true)).toEqual(['不得参加年度考核']);
  expect(annualHints({ quarters: [], refused: true }, DEFAULT_ANNUAL_SETTINGS)[0]?.reason).toBe(
    '经批评教育后仍拒不参加平时考核，当年不得参加年度考核，不能给予其他形式的表彰奖励（五·6）',
  );
});

test.each([
  ['好 较好 好 较好', ['“好”2次，共4次，较多且无一般、较差等次（四·1）']],
  ['好 好 好 一般', ['有一般、较差等次1次，年度优秀应从无一般、较差等次的人员中产生（四·1）']],
  ['好 较好 较好 不确定', ['“好”1次，共3次，达不到“较多”（不少于一半，四·1）']],
])('%s is explained with its counts', (text, reasons) => {
  const hints = annualHints({ quarters: year(text), refused: false }, DEFAULT_ANNUAL_SETTINGS);
  expect(hints.map(({ reason }) => reason)).toEqual(reasons);
});

test('every hint names its clause', () => {
  const all = ['好 好 好 好', '较差 较差 较差 较差', '好 较好 较好 较好'].flatMap((text) =>
    annualHints({ quarters: year(text), refused: false }, DEFAULT_ANNUAL_SETTINGS),
  );
  expect(all.map(({ reason }) => reason)).toEqual(all.map(() => expect.stringMatching(/（[^（]*四·1）$/) as unknown));
});

test('the year’s results are counted by grade and 不确定等次; a quarter without a result counts nowhere', () => {
  const counts = { 好: 0, 较好: 0, 一般: 0, 较差: 0, undetermined: 0 };
  expect(yearCounts({ quarters: year('好 不确定 较差 无') })).toEqual({ ...counts, 好: 1, 较差: 1, undetermined: 1 });
  expect(yearCounts({ quarters: year('较好 较好 一般 无') })).toEqual({ ...counts, 较好: 2, 一般: 1 });
});
