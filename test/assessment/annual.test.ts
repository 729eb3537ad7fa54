import {
  annualHints,
  DEFAULT_ANNUAL_SETTINGS,
  yearCounts,
  type AnnualHintKind,
  type AnnualSettings,
} from '../../src/assessment/annual';
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
  ['好 较好 较好 较好', {}, ['不可推荐优秀']],
  ['好 较好 较好 较好', { manyGood: '至少1次' }, ['可推荐优秀']],
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
});

test('every hint names its clause', () => {
  const all = ['好 好 好 好', '较差 较差 较差 较差', '好 较好 较好 较好'].flatMap((text) =>
    annualHints({ quarters: year(text), refused: false }, DEFAULT_ANNUAL_SETTINGS),
  );
  expect(all.map(({ reason }) => reason)).toEqual(all.map(() => expect.stringMatching(/（[^（]*四·1）$/) as unknown));
});

test('the year’s results are counted by grade and 不确定等次; a quarter without a result counts nowhere', () => {
  expect(yearCounts({ quarters: year('好 不确定 较差 无') })).toEqual({
    好: 1,
    较好: 0,
    一般: 0,
    较差: 1,
    undetermined: 1,
  });
});
