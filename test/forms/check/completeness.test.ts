import fc from 'fast-check';
import { calendarOf, OFFICIAL_CALENDAR as calendar } from '../../../src/assessment/calendar';
import { daysFrom, monthOf } from '../../../src/assessment/calendarDate';
import type { WeeklyRecord } from '../../../src/forms/records/record';
import { checkCompleteness } from '../../../src/forms/check/completeness';
import {
  codes,
  completeness,
  filing,
  header,
  messages,
  onRoster,
  rowOf,
  september,
  task,
  week,
} from '../support/recordsOf';
import { annex1, ANNEX1_MERGED, annex2, ANNEX2_MERGED, EVALUATION } from '../support/annexForms';
import { annex3, read, roster, sheet } from '../support/sheets';

const STAFF = [onRoster('张三')];

describe('the weeks of 附件1', () => {
  test('a month with a record for every week, 附件2, comment, suggestion and score is complete', () => {
    const result = completeness({
      weeks: [...september('张三'), ...september('王科长')],
      filings: [filing('张三'), filing('王科长', { signer: '刘局长', header: header('王科长', { position: '科长' }) })],
      scores: { 张三: 90, 王科长: 91 },
    });
    const { weeks, ...rest } = rowOf(result, '张三');
    expect(weeks.map(({ state }) => state)).toEqual(['齐', '齐', '齐', '齐', '齐']);
    expect(rest).toEqual({
      key: '外贸科|张三',
      department: '外贸科',
      name: '张三',
      displayName: '张三',
      filing: '齐',
      comment: '齐',
      suggestion: '齐',
      score: '齐',
      material: '不要求',
    });
    expect(codes(result)).toEqual([
      // september() writes everybody's position as 科员.
      'warning HEADER_DIFFERS 王科长09-01 B5',
    ]);
  });

  test('a week without a record and the days that another lacks are named', () => {
    const result = completeness({
      roster: STAFF,
      weeks: [week('张三', '2020-09-01', '2020-09-04'), week('张三', '2020-09-15', '2020-09-17')],
    });
    expect(rowOf(result, '张三').weeks.map(({ state }) => state)).toEqual(['齐', '缺', '部分', '缺', '缺']);
    expect(messages(result, 'WEEKS_MISSING')).toEqual([
      '张三09-01 A3：张三2020年9月的周记实缺9月7日至11日、9月14日至18日中的14日、18日、9月21日至27日、9月28日至30日；请补填（三（一）周记实）',
    ]);
  });

  test('a record without a task, as it was printed, is credited with nothing', () => {
    const [first, ...others] = september('张三');
    const blank = { ...first, tasks: [] } as WeeklyRecord;
    const result = completeness({ roster: STAFF, weeks: [blank, ...others] });
    expect(rowOf(result, '张三').weeks.map(({ state }) => state)).toEqual(['缺', '齐', '齐', '齐', '齐']);
  });

  test('who has no record at all is named with the others of the month, in one warning', () => {
    const result = completeness({ roster: [...STAFF, onRoster('李四'), onRoster('赵敏')], weeks: september('张三') });
    expect(messages(result, 'RECORDS_MISSING')).toEqual([
      '2020年9月没有附件1（周记实）的有2人：李四、赵敏；应在9月30日（最后一个工作日）前填好，9月30日前交人事科存档，请催交（三（二）2）',
    ]);
    expect(messages(result, 'ANNEX_MISSING')).toEqual([
      '2020年9月没有一份附件2《公务员平时（每月）考核备案表》；请收集后重新检查',
      '2020年9月没有一份附件3《公务员平时（每月）考核测评表》；请收集后重新检查',
    ]);
  });

  test('a week over two months is credited to both by working days, and belongs to the one with more of them', () => {
    const result = completeness({ roster: STAFF, weeks: [week('张三', '2020-06-29', '2020-07-03')] });
    expect(result.months.map(({ month }) => month)).toEqual(['2020-07']);
    expect(rowOf(result, '张三').weeks[0]).toEqual({ from: '2020-07-01', to: '2020-07-03', state: '齐' });
    expect(messages(result, 'WEEK_CROSSES_MONTHS')).toEqual([
      '张三06-29 A3：周记实跨月，按工作日分别计入：2020年6月2天、2020年7月3天；请按月分开填写',
    ]);
  });

  test('a period that reaches into the next month by holidays only crosses nothing', () => {
    const weeks = [...september('张三').slice(0, 4), week('张三', '2020-09-28', '2020-10-04')];
    const result = completeness({ roster: STAFF, weeks });
    expect(messages(result, 'WEEK_CROSSES_MONTHS')).toEqual([]);
    expect(result.months.map(({ month }) => month)).toEqual(['2020-09']);
    expect(rowOf(result, '张三').weeks.map(({ state }) => state)).toEqual(['齐', '齐', '齐', '齐', '齐']);
  });

  test('records that overlap count their days once, and the same week twice is one too many', () => {
    const weeks = [
      ...september('张三'),
      week('张三', '2020-09-11', '2020-09-14'),
      week('张三', '2020-09-21', '2020-09-27'),
    ];
    const result = completeness({ roster: STAFF, weeks });
    expect([...messages(result, 'WEEKS_OVERLAP'), ...messages(result, 'WEEK_DUPLICATE')]).toEqual([
      '张三09-11 A3：张三的周记实与另一份（张三09-07 A3）重叠：9月11日，只计一次；请改正起止日期',
      '张三09-11 A3：张三的周记实与另一份（张三09-14 A3）重叠：9月14日，只计一次；请改正起止日期',
      '张三09-21 A3：张三9月21日至27日的周记实已有一份（张三09-21 A3）；请只保留一份',
    ]);
    const shorter = [...september('张三'), week('张三', '2020-09-21', '2020-09-22')];
    expect(messages(completeness({ roster: STAFF, weeks: shorter }), 'WEEKS_OVERLAP')).toHaveLength(1);
  });

  test('the same week of two people is no duplicate', () => {
    const weeks = [week('张三', '2020-09-07', '2020-09-11'), week('李四', '2020-09-07', '2020-09-11')];
    const result = completeness({ roster: [...STAFF, onRoster('李四')], weeks });
    expect([...messages(result, 'WEEKS_OVERLAP'), ...messages(result, 'WEEK_DUPLICATE')]).toEqual([]);
  });

  test('a period of a year is not taken for a week', () => {
    const result = completeness({ roster: STAFF, weeks: [week('张三', '2020-01-01', '2020-12-31')] });
    expect(messages(result, 'WEEK_OVERLONG')).toEqual([
      '张三01-01 A3：周记实的起止日期为2020年1月1日至2020年12月31日，超过一个月，未计入；请改正',
    ]);
  });

  test('no week is missing before the month’s last working day has passed', () => {
    const weeks = [week('张三', '2020-09-01', '2020-09-04')];
    const states = (today: string) =>
      rowOf(completeness({ roster: STAFF, weeks }, { today }), '张三').weeks.map(({ state }) => state);
    expect(states('2020-09-30')).toEqual(['齐', '未到期', '未到期', '未到期', '未到期']);
    expect(states('2020-10-01')).toEqual(['齐', '缺', '缺', '缺', '缺']);
  });

  const september2020 = calendar.workdaysFrom('2020-09-01', '2020-09-30');

  test('records that cover every working day, however they are cut, leave no week missing', () => {
    fc.assert(
      fc.property(fc.subarray([...september2020.slice(1)]), (starts) => {
        const cuts = ['2020-09-01', ...starts, '2020-10-01'];
        const weeks = cuts.slice(0, -1).map((from, i) => {
          const last = daysFrom(from, cuts[i + 1] ?? from).at(-2) ?? from;
          return week('张三', from, last);
        });
        const result = completeness({ roster: STAFF, weeks });
        expect(rowOf(result, '张三').weeks.every(({ state }) => state === '齐')).toBe(true);
        expect(codes(result, 'ANNEX_MISSING')).toEqual([]);
      }),
    );
  });

  test('one record taken out of any month leaves exactly its week missing', () => {
    const months = Array.from({ length: 36 }, (_, i) =>
      monthOf(`${2019 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...months), fc.nat(), fc.nat(), (month, person, choice) => {
        const names = ['张三', '李四', '赵敏'];
        const weeks = calendar.weeksOf(month);
        const removed = weeks[choice % weeks.length];
        const absentee = names[person % names.length];
        const records = names.flatMap((name) =>
          weeks.flatMap(({ from, to }) => (name === absentee && from === removed?.from ? [] : [week(name, from, to)])),
        );
        const result = completeness({ roster: names.map((name) => onRoster(name)), weeks: records });
        const missing = result.months.flatMap(({ people }) =>
          people.flatMap(({ name, weeks: of }) =>
            of.filter(({ state }) => state !== '齐').map(({ from, to, state }) => ({ name, from, to, state })),
          ),
        );
        expect(missing).toEqual([{ name: absentee, ...removed, state: '缺' }]);
        expect(codes(result, 'ANNEX_MISSING')).toHaveLength(1);
      }),
    );
  });
});

describe('附件2', () => {
  test('who has none is named in one warning with the day on which it is written', () => {
    const result = completeness({ filings: [filing('张三')], weeks: [], scores: { 张三: 90, 王科长: 90 } });
    expect(messages(result, 'FILINGS_MISSING')).toEqual([
      '2020年9月没有附件2（备案表）的有1人：王科长；应在9月30日（最后一个工作日）填写，已过10月5日（休息日，顺延为10月9日），请催交（三（二）2）',
    ]);
    expect(messages(result, 'ANNEX_MISSING')).toEqual([
      '2020年9月没有一份附件1《公务员每周工作记实》；请收集后重新检查',
    ]);
  });

  test('it is missing from the 6th of the next month on', () => {
    const state = (today: string) =>
      rowOf(completeness({ roster: STAFF, weeks: september('张三') }, { today }), '张三').filing;
    expect([state('2020-09-30'), state('2020-10-05'), state('2020-10-06')]).toEqual(['未到期', '未到期', '缺']);
  });

  describe('that is not filled in (rule 59)', () => {
    const printed = {
      tasks: [],
      comment: '',
      suggestedText: '',
      suggestedGrade: null,
      signer: '',
      signedOn: null,
    };

    test('is missing where it was only printed', () => {
      const result = completeness({ roster: STAFF, filings: [filing('张三', printed)] });
      expect(rowOf(result, '张三')).toMatchObject({ filing: '缺', comment: '缺', suggestion: '缺' });
      expect(codes(result)).not.toContain('warning FILING_INCOMPLETE 张三备案 A8');
    });

    test('is incomplete, not missing, with header and duties alone', () => {
      const result = completeness({ roster: STAFF, filings: [filing('张三', { ...printed, duties: '外贸统计' })] });
      expect(rowOf(result, '张三')).toMatchObject({ filing: '部分', comment: '缺', suggestion: '缺' });
      expect(codes(result)).toContain('warning FILING_INCOMPLETE 张三备案 A8');
      expect(codes(result)).not.toContain('error EVALUATION_MISSING 张三备案 B19');
    });

    test('contradicts no filled one of the month', () => {
      const result = completeness({ roster: STAFF, filings: [filing('张三', printed), filing('张三')] });
      expect(rowOf(result, '张三').filing).toBe('齐');
      expect(codes(result).filter((code) => code.includes('FILING'))).toEqual([]);
    });
  });

  test('two of one month are an error, as nobody knows which is meant', () => {
    const result = completeness({ roster: STAFF, filings: [filing('张三'), filing('张三', { sheet: '又一份' })] });
    expect(rowOf(result, '张三').filing).toBe('重复');
    expect(codes(result)).toContain('error FILING_DUPLICATE 又一份 E4');
  });

  test('comment and suggestion are missing once the 5th has passed, named with the day it defers to', () => {
    const unsigned = filing('张三', {
      comment: '',
      suggestedText: '',
      suggestedGrade: null,
      signer: '',
      signedOn: null,
    });
    const before = completeness({ roster: STAFF, filings: [unsigned] }, { today: '2020-10-05' });
    expect(rowOf(before, '张三')).toMatchObject({ filing: '齐', comment: '未到期', suggestion: '未到期' });
    expect(messages(before, 'EVALUATION_MISSING')).toEqual([]);
    const after = completeness({ roster: STAFF, filings: [unsigned] }, { today: '2020-10-06' });
    expect(rowOf(after, '张三')).toMatchObject({ comment: '缺', suggestion: '缺' });
    expect(messages(after, 'EVALUATION_MISSING')).toEqual([
      '张三备案 B19：张三的备案表没有评语和考核等次建议；应由科长或分管领导在10月5日（休息日，顺延为10月9日）前填写（三（二）3），等次为好/较好/一般/较差之一',
    ]);
  });

  test('a suggestion in words that are no grade is there, but not whole', () => {
    const result = completeness({
      roster: STAFF,
      filings: [filing('张三', { suggestedText: '优秀', suggestedGrade: null })],
    });
    expect(rowOf(result, '张三').suggestion).toBe('部分');
    expect(messages(result, 'EVALUATION_MISSING')).toEqual([]);
  });

  test.each([
    ['2020-09-29', '早', ['SIGNED_EARLY']],
    ['2020-09-30', '齐', []],
    ['2020-10-05', '齐', []],
    ['2020-10-06', '迟', ['SIGNED_LATE']],
    ['2020-10-10', '迟', ['SIGNED_LATE']],
  ])('signed on %s it is %s', (signedOn, state, expected) => {
    const result = completeness({ filings: [filing('张三', { signedOn })] });
    expect(rowOf(result, '张三')).toMatchObject({ comment: state, suggestion: state });
    expect(result.problems.map(({ code }) => code).filter((code) => code.startsWith('SIGNED'))).toEqual(expected);
  });

  test('a late date names the literal and the deferred day', () => {
    expect(messages(completeness({ filings: [filing('张三', { signedOn: '2020-10-08' })] }), 'SIGNED_LATE')).toEqual([
      '张三备案 D22：张三的评语签于2020年10月8日，晚于10月5日（休息日，顺延为10月9日）（三（二）3每月5日前）；请核对日期',
    ]);
  });

  test('the committee’s date is late after the tenth day of the next quarter', () => {
    const on = (committeeOn: string) =>
      messages(completeness({ filings: [filing('张三', { committeeOn })] }), 'COMMITTEE_LATE').length;
    expect([on('2020-10-10'), on('2020-10-11')]).toEqual([0, 1]);
  });

  test('a comment without a date cannot be judged', () => {
    const result = completeness({ filings: [filing('张三', { signedOn: null })] });
    expect(messages(result, 'SIGNED_ON_MISSING')).toEqual([
      '张三备案 D22：张三的备案表有评语或建议而没有签字日期，无法核对是否在10月5日（休息日，顺延为10月9日）前评鉴；请补填',
    ]);
    expect(rowOf(result, '张三')).toMatchObject({ comment: '齐', suggestion: '齐' });
  });

  test('a suggestion that differs from the score’s grade is shown beside it', () => {
    const result = completeness({ filings: [filing('张三')], scores: { 张三: 84.99 } });
    expect(messages(result, 'SUGGESTION_DIFFERS')).toEqual([
      '张三备案 B20：张三的建议等次“好”与当月得分等次“较好”不同；两者并列，由考核领导小组审定',
    ]);
    expect(messages(completeness({ filings: [filing('张三')], scores: { 张三: 85 } }), 'SUGGESTION_DIFFERS')).toEqual(
      [],
    );
  });

  test('a status in place of a grade needs its note', () => {
    const status = { suggestedText: '不确定等次', suggestedGrade: null };
    const result = completeness({ filings: [filing('张三', status)] });
    expect(rowOf(result, '张三').suggestion).toBe('不要求');
    expect(codes(result)).toContain('warning STATUS_NOTE_MISSING 张三备案 B25');
    const noted = completeness({ filings: [filing('张三', { ...status, statusNote: '试用期' })] });
    expect(codes(noted)).not.toContain('warning STATUS_NOTE_MISSING 张三备案 B25');
  });

  test('who takes no part owes no weekly records', () => {
    const result = completeness({
      roster: STAFF,
      filings: [filing('张三', { tasks: [], suggestedText: '不参加考核', suggestedGrade: null, statusNote: '挂职' })],
    });
    expect(rowOf(result, '张三').weeks.every(({ state }) => state === '不要求')).toBe(true);
    expect(messages(result, 'RECORDS_MISSING')).toEqual([]);
  });

  test('an unfinished task without a reason is named', () => {
    const tasks = [
      task('展会筹备', '已完成'),
      task('项目申报', '未完成', { index: '2' }),
      task('企业走访', '进行中', { index: '', completion: '进行中，因疫情推迟' }),
      task('接待来访客商', '进行中', { index: '4' }),
      task('资金拨付，待财政局批复', '未完成', { index: '5' }),
      task('统计', null, { index: '6', completion: '80%' }),
    ];
    const result = completeness({ filings: [filing('张三', { tasks })] });
    expect(messages(result, 'REASON_MISSING')).toEqual([
      '张三备案 A8：张三的第2、4项任务未完成而没有写明原因；请在该项中补写（三（二）2）',
    ]);
  });
});

describe('who evaluates whom', () => {
  const roster = [
    onRoster('王科长', '科长、一级主任科员'),
    onRoster('张三', '四级主任科员'),
    onRoster('李副科', '副科长'),
    onRoster('孙主任', '主任', { department: '办公室' }),
    onRoster('钱科员', '科员', { department: '财务科' }),
    onRoster('刘局长', '党组成员、副局长', { department: '局领导' }),
  ];
  const faults = (name: string, position: string, signer: string, department = '外贸科') => {
    const of = header(name, { position, department });
    return completeness({ roster, filings: [filing(name, { signer, header: of })] })
      .problems.map(({ code }) => code)
      .filter((code) => ['EVALUATOR_ROLE', 'EVALUATOR_UNKNOWN', 'SELF_EVALUATION'].includes(code));
  };

  test.each([
    ['张三', '四级主任科员', '王科长', '外贸科', []],
    ['李副科', '副科长', '王科长', '外贸科', []],
    ['张三', '四级主任科员', '刘局长', '外贸科', ['EVALUATOR_ROLE']],
    ['张三', '四级主任科员', '孙主任', '外贸科', ['EVALUATOR_ROLE']],
    ['张三', '四级主任科员', '李副科', '外贸科', ['EVALUATOR_ROLE']],
    ['王科长', '科长、一级主任科员', '刘局长', '外贸科', []],
    ['王科长', '科长、一级主任科员', '孙主任', '外贸科', ['EVALUATOR_ROLE']],
    ['王科长', '科长、一级主任科员', '王科长', '外贸科', ['SELF_EVALUATION']],
    ['孙主任', '主任', '刘局长', '办公室', []],
    ['钱科员', '科员', '刘局长', '财务科', []],
    ['钱科员', '科员', '王科长', '财务科', ['EVALUATOR_ROLE']],
    ['张三', '四级主任科员', '周某', '外贸科', ['EVALUATOR_UNKNOWN']],
  ])('%s（%s）signed by %s', (name, position, signer, department, expected) => {
    expect(faults(name, position, signer, department)).toEqual(expected);
  });

  test('a wrong evaluator is named with the right one', () => {
    const result = completeness({ roster, filings: [filing('张三', { signer: '刘局长' })] });
    expect(messages(result, 'EVALUATOR_ROLE')).toEqual([
      '张三备案 D21：张三的评语由刘局长（局领导党组成员、副局长）签名；按花名册应由外贸科的科长（科室负责人）评鉴（三（二）3），请核对',
    ]);
  });

  test('an unknown signer of many forms is reported once', () => {
    const filings = ['张三', '李副科'].map((name) => filing(name, { signer: '周某' }));
    expect(messages(completeness({ roster, filings }), 'EVALUATOR_UNKNOWN')).toEqual([
      '张三备案 D21：签名人“周某”不在花名册或没有职务（共2份备案表），无法核对是否为科长或分管领导；请核对姓名或补入人员名册',
    ]);
  });

  test('without a roster only an evaluation of oneself can be told', () => {
    const filings = [filing('张三', { signer: '张三' }), filing('李四', { signer: '周某' })];
    const result = completeness({ roster: null, filings });
    expect(codes(result).filter((code) => /EVALUAT/.test(code))).toEqual(['warning SELF_EVALUATION 张三备案 D21']);
  });
});

describe('namesakes who sign', () => {
  const namesakes = [
    onRoster('王建国', '科员'),
    onRoster('王建国', '科长', { department: '外资科' }),
    onRoster('李四', '科员', { department: '外资科' }),
  ];

  test('a signature may be the namesake’s, who is then judged by his own post', () => {
    const own = filing('王建国', { signer: '王建国' });
    expect(messages(completeness({ roster: namesakes, filings: [own] }), 'EVALUATOR_ROLE')).toEqual([
      '王建国备案 D21：王建国（外贸科）的评语由王建国（外资科科长）签名；按花名册应由分管领导评鉴（三（二）3），请核对',
    ]);
  });

  test('one bearer of the name who may sign is enough', () => {
    const other = filing('李四', { signer: '王建国', header: header('李四', { department: '外资科' }) });
    expect(codes(completeness({ roster: namesakes, filings: [other] })).filter((code) => /EVALUAT/.test(code))).toEqual(
      [],
    );
  });
});

describe('forms as they are read', () => {
  const WEEKS = [
    '6日---2021年5月8日',
    '10日---2021年5月14日',
    '17日---2021年5月21日',
    '24日---2021年5月28日',
    '31日---2021年5月31日',
  ];
  const weeksOf = (name: string, count: number) =>
    WEEKS.slice(0, count).map((days, i) =>
      sheet(`${name}第${i + 1}周`, annex1({ name, period: `(2021年5月${days})` }), { merged: ANNEX1_MERGED }),
    );
  const filed = (name: string, evaluation: string) =>
    sheet(`${name}备案表`, annex2({ name, evaluation }), { merged: ANNEX2_MERGED });

  test('a workbook of printed forms is judged cell by cell', () => {
    const book = read([
      roster(['外贸科', '李军'], ['外贸科', '张三']),
      ...weeksOf('李军', 5),
      ...weeksOf('张三', 3),
      filed('李军', EVALUATION),
      filed('张三', '工作认真负责。\n建议等次：好\n签名：张三 \n2021年6月7日'),
      sheet('5月测评表', annex3([['李军', 90, 88, 88, 89, 90, 88, 87]], { month: '2021年5月' })),
    ]);
    const result = checkCompleteness(book);
    expect(rowOf(result, '李军')).toMatchObject({ filing: '齐', comment: '齐', suggestion: '齐', score: '齐' });
    expect(rowOf(result, '李军').weeks.map(({ state }) => state)).toEqual(['齐', '齐', '齐', '齐', '齐']);
    expect(rowOf(result, '张三')).toMatchObject({ filing: '齐', comment: '迟', suggestion: '迟', score: '缺' });
    expect(rowOf(result, '张三').weeks.map(({ state }) => state)).toEqual(['齐', '齐', '齐', '缺', '缺']);
    expect(codes(result)).toEqual([
      'warning WEEKS_MISSING 张三第1周 A3',
      'warning SUGGESTION_DIFFERS 李军备案表 B19',
      'warning REASON_MISSING 李军备案表 C10',
      'warning SELF_EVALUATION 张三备案表 B19',
      'warning SIGNED_LATE 张三备案表 B19',
      'warning REASON_MISSING 张三备案表 C10',
      'warning EVALUATOR_UNKNOWN 李军备案表 B19',
    ]);
  });
});

describe('the workbook as a whole', () => {
  test('the order of the forms changes no state', () => {
    const forms = [...september('张三'), ...september('李四').slice(1), week('王科长', '2020-09-11', '2020-09-15')];
    const roster = ['张三', '李四', '王科长'].map((name) => onRoster(name));
    const expected = completeness({ roster, weeks: forms }).months;
    fc.assert(
      fc.property(fc.shuffledSubarray(forms, { minLength: forms.length }), (weeks) => {
        expect(completeness({ roster, weeks }).months).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('a workbook of score sheets alone gets one note', () => {
    const result = completeness({ scores: { 张三: 90 } });
    expect(result.months).toEqual([]);
    expect(codes(result)).toEqual(['note RECORDS_NONE']);
  });

  test('a year without an official list is said once, unless the office’s table holds it', () => {
    const weeks = [week('张三', '2099-09-01', '2099-09-04'), week('张三', '2099-10-08', '2099-10-09')];
    expect(messages(completeness({ roster: STAFF, weeks }), 'CALENDAR_UNKNOWN')).toEqual([
      '没有2099年的节假日和调休安排，工作日按周一至周五计；请对照国务院办公厅的放假通知核对日期，或把该年的放假和调休日列入“工作日历”表（含10月1日）',
    ]);
    const own = calendarOf({ days: new Map(), completeYears: [2099] });
    expect(messages(completeness({ roster: STAFF, weeks }, { calendar: own }), 'CALENDAR_UNKNOWN')).toEqual([]);
  });

  test('an office’s own day off is owed by nobody', () => {
    const own = calendarOf({ days: new Map([['2020-09-04', '休息日']]) });
    const weeks = [week('张三', '2020-09-01', '2020-09-03'), ...september('张三').slice(1)];
    expect(codes(completeness({ roster: STAFF, weeks }, { calendar: own }), 'ANNEX_MISSING')).toEqual([]);
    expect(messages(completeness({ roster: STAFF, weeks }), 'WEEKS_MISSING')).toHaveLength(1);
  });
});
