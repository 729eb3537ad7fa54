import { checkCompleteness } from '../../../src/forms/check/completeness';
import { codes, completeness, filing, header, messages, onRoster, rowOf, september, week } from '../support/recordsOf';
import { annex3, LI, read, sheet, ZHANG } from '../support/sheets';

const STAFF = [onRoster('张三')];

describe('headers and people', () => {
  test('科室, 职务 and 任现职时间 that contradict the roster are named once for all forms that say the same', () => {
    const other = header('张三', { department: '外资科', position: '科长', since: '2019-05-01' });
    const weeks = september('张三').map((record) => ({ ...record, header: other }));
    const result = completeness({ roster: STAFF, weeks });
    expect(messages(result, 'HEADER_DIFFERS')).toEqual([
      '张三09-01 B4：张三的科室“外资科”与花名册“外贸科”不一致，共5份；请核对',
      '张三09-01 B5：张三的职务“科长”与花名册“科员”不一致，共5份；请核对',
      '张三09-01 E5：张三的任现职时间“2019-05-01”与花名册“2018.03”不一致，共5份；请核对',
    ]);
    expect(rowOf(result, '张三').weeks.every(({ state }) => state === '齐')).toBe(true);
  });

  test('任现职时间 with a day agrees with the roster’s month', () => {
    const weeks = [week('张三', '2020-09-01', '2020-09-04', { header: header('张三', { since: '2018-03-01' }) })];
    expect(messages(completeness({ roster: STAFF, weeks }), 'HEADER_DIFFERS')).toEqual([]);
  });

  test('a form of two namesakes without 科室 is nobody’s', () => {
    const roster = [onRoster('王建国'), onRoster('王建国', '科员', { department: '外资科' })];
    const form = filing('王建国', { header: header('王建国', { department: '' }) });
    const result = completeness({ roster, filings: [form] });
    expect(codes(result)).toContain('error RECORD_NAMESAKE 王建国备案 E4');
    expect(result.months).toEqual([]);
  });

  test('people whose absence is explained are a note, not a warning', () => {
    const roster = [...STAFF, onRoster('李四')];
    const result = completeness({ roster, weeks: september('张三'), filings: [filing('张三')], absent: ['李四'] });
    expect(rowOf(result, '李四')).toMatchObject({
      filing: '不要求',
      comment: '不要求',
      suggestion: '不要求',
      score: '不要求',
    });
    expect(messages(result, 'RECORDS_EXPLAINED')).toEqual([
      '2020年9月没有李四的周记实或备案表，人员名册或特殊情形登记已有说明',
    ]);
    expect([...messages(result, 'RECORDS_MISSING'), ...messages(result, 'FILINGS_MISSING')]).toEqual([]);
  });

  test('局领导 owe nothing until they hand something in', () => {
    expect(completeness({ filings: [filing('张三')] }).months[0]?.people.map(({ name }) => name)).toEqual([
      '王科长',
      '张三',
    ]);
    const own = filing('刘局长', { header: header('刘局长', { department: '局领导', position: '副局长' }) });
    const result = completeness({ filings: [filing('张三'), own] });
    expect(result.months[0]?.people.map(({ name }) => name)).toEqual(['王科长', '张三', '刘局长']);
  });

  test('without a roster the people are those whom a form names', () => {
    const result = completeness({ roster: null, weeks: september('张三'), filings: [filing('李四')] });
    expect(result.months[0]?.people.map(({ name, filing: state }) => [name, state])).toEqual([
      ['张三', '缺'],
      ['李四', '齐'],
    ]);
  });

  test('a score with an error is there, but not whole; no score at all is missing', () => {
    const roster = ['张三', '李四', '赵敏'].map((name) => onRoster(name));
    const result = completeness({ roster, filings: [filing('张三')], scores: { 张三: 90, 李四: null } });
    expect(result.months[0]?.people.map(({ score }) => score)).toEqual(['齐', '部分', '缺']);
  });
});

describe('raters', () => {
  test('a rater who scores himself is named on his row, under whatever label he signs', () => {
    const sheets = ['评委：', '分管领导签字：'].map((label, i) =>
      sheet(`表${i + 1}`, annex3([ZHANG, LI], { signer: `${label}${i === 0 ? '张　三' : '李四'}` })),
    );
    expect(messages(checkCompleteness(read(sheets)), 'SELF_SCORING')).toEqual([
      '表1 A5：评委“张三”与被测评人同名，像是给自己打分；请核对，本人打分不宜计入（五·1）',
      '表2 A6：评委“李四”与被测评人同名，像是给自己打分；请核对，本人打分不宜计入（五·1）',
    ]);
  });

  test('a rater who scores others only is not', () => {
    const one = sheet('表1', annex3([ZHANG], { signer: '评委：李四' }));
    expect(messages(checkCompleteness(read(one)), 'SELF_SCORING')).toEqual([]);
  });
});
