import { join } from 'node:path';
import { field } from './support/fields';
import { kaohe } from '../headless/kaohe';

/** The cases of records, where they meet dates and people (rules 56 to 66). */

const path = (name: string) => join(__dirname, '../fixtures/records', `${name}.xlsx`);

async function answer(command: string, name: string, ...options: string[]): Promise<{ code: number; json: unknown }> {
  const { code, out } = await kaohe(command, path(name), ...options, '--json');
  return { code, json: JSON.parse(out) };
}

/** Codes of errors and warnings, and the messages of one code. */
async function problemsOf(command: string, name: string, ...options: string[]) {
  const { code, json } = await answer(command, name, ...options);
  const problems = field.list(json, 'problems').map((each) => ({
    code: field.text(each, 'code'),
    cell: field.value(each, 'cell'),
    severity: field.text(each, 'severity'),
    message: field.text(each, 'message'),
  }));
  return {
    code,
    codes: [...new Set(problems.filter(({ severity }) => severity !== 'note').map((each) => each.code))],
    of: (wanted: string) => problems.filter((each) => each.code === wanted).map(({ message }) => message),
    at: (wanted: string) => problems.filter((each) => each.code === wanted).map(({ cell }) => cell),
  };
}

test('an entry excuses in its own dates only, and the other unit’s material is owed instead', async () => {
  const { of } = await problemsOf('check', 'kinds', '--today', '2020-08-20');
  const [records = ''] = of('RECORDS_MISSING');
  const named = /人：([^；]*)；/.exec(records)?.[1]?.split('、') ?? [];
  expect(named).toHaveLength(34);
  // 调入 2018, 退休 on 31 December, 挂职 in 2019, 外借 on one day, 拒不参加 in 2019.
  expect(['李三', '周五', '郑二', '郑三', '王二'].every((name) => named.includes(name))).toBe(true);
  // 调出 in July, 派出学习 and 抽调 all month, 挂职 for most of it.
  expect(['李五', '吴一', '吴三', '吴六'].some((name) => named.includes(name))).toBe(false);
  expect(of('HOST_MATERIAL_MISSING')[0]).toContain(
    '吴一（派出学习）、吴三（抽调）、吴四（挂职）、吴六（挂职）、郑五（外借）',
  );
});

test('what is not due is not missing', async () => {
  const july = await problemsOf('check', 'running_month', '--today', '2020-07-10');
  expect(july.codes).toEqual(['SIGNATURE_PICTURE'].filter((code) => july.codes.includes(code)));
  const august = await problemsOf('check', 'running_month', '--today', '2020-08-03');
  expect(august.codes).toEqual(['WEEKS_MISSING', 'RECORDS_MISSING']);
  const later = await problemsOf('check', 'running_month', '--today', '2020-08-06');
  expect(later.codes).toContain('ANNEX_MISSING');
  expect(later.of('ANNEX_MISSING')[0]).toContain('附件2');
});

test('a month asked for is judged whether or not there is a form of it', async () => {
  const { of } = await problemsOf('check', 'running_month', '--today', '2021-01-01', '--month', '2020-11');
  // 附件3 is not due before the quarter's decision.
  expect(of('ANNEX_MISSING')).toHaveLength(2);
  expect(of('WEEKS_MISSING')).toEqual([]);
});

test('a record that crosses months is of the one with most of its days, and stands in both archives', async () => {
  const of = async (month: string) => {
    const { json } = await answer('archive', 'crossing2', '--month', month, '--today', '2022-06-01');
    return field
      .list(json, 'lines')
      .filter(
        (line) =>
          field.text(line, 'period').includes('2月28日至2022年3月4日') && field.value(line, 'missing') === false,
      )
      .map((line) => field.text(line, 'note'));
  };
  expect(await of('2022-03')).toEqual(['']);
  expect(await of('2022-02')).toEqual(['见2022年3月']);
  const { json } = await answer('check', 'crossing2', '--today', '2022-06-01');
  const weeks = field.list(json, 'months').map((month) => {
    const [first] = field.list(month, 'people');
    return field.list(first, 'weeks').map((week) => field.text(week, 'state'));
  });
  // 28 February and 1 to 4 March are credited.
  expect([weeks[0]?.at(-1), weeks[1]?.[0]]).toEqual(['齐', '齐']);
});

test('empty forms are nothing filed, and missing once', async () => {
  const { json } = await answer('archive', 'blank_forms', '--month', '2020-07', '--today', '2020-12-01');
  const lines = field
    .list(json, 'lines')
    .map((line) => ['annex', 'name', 'period', 'missing'].map((name) => String(field.value(line, name))).join(' '));
  expect(lines.filter((line) => line.endsWith('false'))).toEqual([]);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.filter((line) => line.startsWith('附件2'))).toHaveLength(3);
});

test('namesakes are told by their 科室', async () => {
  const { of } = await problemsOf('check', 'namesakes', '--today', '2020-08-20');
  expect(of('FILINGS_MISSING')[0]).toContain('王建国（办公室）、王建国（外资科）');
});

test('the packet takes what stands on a 审定表 of values', async () => {
  const { json } = await answer('packet', 'packet_values', '--quarter', '2020Q3');
  expect(
    field
      .list(json, 'items')
      .map((item) => ['name', 'matter', 'original', 'result'].map((name) => field.text(item, name)).join(' ')),
  ).toEqual(['乙二 审定与建议不同 好 较好', '丁四 审定与建议不同 一般 不确定等次', '己六 审定与建议不同 一般 好']);
});

test('a missing quarter that could turn a hint leaves it to be confirmed', async () => {
  const { json } = await answer('annual', 'annual_gap', '--year', '2022');
  const hintsOf = (name: string) =>
    field
      .list(json, 'people')
      .filter((person) => field.text(person, 'name') === name)
      .flatMap((person) => field.list(person, 'hints'))
      .map((hint) => `${field.text(hint, 'kind')} ${String(field.value(hint, 'needsConfirmation'))}`);
  expect(hintsOf('江磊')).toEqual(['不可推荐优秀 true']);
  // 一般 in the fourth quarter: no missing one changes that.
  expect(hintsOf('姜雪梅')).toEqual(['不可推荐优秀 false']);
});

test('建议等次 is understood in every wording', async () => {
  const { json } = await answer('check', 'suggestion_words', '--today', '2020-08-20');
  expect(field.list(json, 'forms').map((form) => field.value(form, 'suggestedGrade'))).toEqual(
    '好 好 好 好 好 好 好 好 好 好 好 较好 好 好 好 好 好 较好 好 好 一般 较好 好 较差 好 好'.split(' '),
  );
});

test('the committee’s date before the month’s end is told, like the signer’s', async () => {
  const { at } = await problemsOf('check', 'committee_early', '--today', '2020-08-20');
  expect(at('COMMITTEE_EARLY')).toEqual(['B20', 'B41']);
});

test('a 审定表 made by hand is found by year, readiness, history and notice', async () => {
  const year = await answer('annual', 'handmade_review', '--year', '2019');
  expect(field.list(year.json, 'people').map((person) => field.text(person, 'name'))).toContain('梁静');
  const ready = await answer('readiness', 'handmade_review', '--quarter', '2019Q4', '--today', '2020-01-08');
  const kinds = field.list(ready.json, 'items').map((item) => field.text(item, 'kind'));
  // The score sheets are elsewhere, and what they came to stands there.
  expect(kinds).not.toContain('缺测评表');
  expect(kinds).not.toContain('缺审定表');
  const notice = await answer('notice', 'handmade_review', '--quarter', '2019Q3', '--start', '2019-10-09');
  expect(field.list(notice.json, 'people')).toHaveLength(13);
  const history = await answer('history', 'handmade_review', '--name', '石平');
  expect(field.list(history.json, 'people').flatMap((person) => field.list(person, 'quarters'))).toHaveLength(4);
});

test('an answer dated in the future closes nothing', async () => {
  const { json } = await answer('objections', 'obj_futureanswer', '--today', '2023-01-12');
  expect(field.list(json, 'objections').map((each) => field.value(each, 'open'))).toEqual([true]);
  const later = await answer('objections', 'obj_futureanswer', '--today', '2023-01-23');
  expect(field.list(later.json, 'objections').map((each) => field.value(each, 'open'))).toEqual([false]);
});

test('each fault of a plan is told, and filing later than February is a note', async () => {
  const { at } = await problemsOf('annual', 'plans', '--year', '2020');
  expect(at('ANNUAL_PLAN_LATE')).toEqual(['C2', 'E2', 'D4', 'C5']);
  expect(at('ANNUAL_PLAN_FILED_LATE')).toEqual(['E3', 'E4']);
});
