import fc from 'fast-check';
import { OFFICIAL_CALENDAR } from '../../../src/assessment/calendar';
import { addDays } from '../../../src/assessment/calendarDate';
import { CIRCUMSTANCES } from '../../../src/assessment/circumstances';
import { layoutFollowUp } from '../../../src/forms/notice/layoutFollowUp';
import { orderNotice } from '../../../src/forms/notice/order';
import { noticeLines, published, type NoticeLine } from '../../../src/forms/notice/lines';
import { noticePeriod, periodTitle, readPeriod, replyDeadline } from '../../../src/forms/notice/period';
import { reviewSheetOf } from '../support/reviewSheet';

const DAYS = fc.integer({ min: 0, max: 365 * 6 }).map((days) => addDays('2020-01-01', days));

describe('the period of a public notice', () => {
  test.each([
    ['2020-09-25', '2020-09-25', '2020-09-28', '当日计入'],
    ['2020-10-12', '2020-10-12', '2020-10-14', '当日计入'],
    ['2020-10-10', '2020-10-10', '2020-10-13', '当日计入'],
    ['2020-10-01', '2020-10-09', '2020-10-12', '当日计入'],
    ['2020-10-12', '2020-10-13', '2020-10-15', '次日起'],
    ['2020-09-30', '2020-10-09', '2020-10-12', '次日起'],
  ] as const)('posted on %s it lasts from %s to %s, %s', (posted, from, to, start) => {
    expect(noticePeriod(posted, OFFICIAL_CALENDAR, start)).toEqual({ from, to });
  });

  test('holds exactly three working days, the first and the last of them, whenever it is posted', () => {
    fc.assert(
      fc.property(DAYS, fc.constantFrom('当日计入' as const, '次日起' as const), (posted, start) => {
        const { from, to } = noticePeriod(posted, OFFICIAL_CALENDAR, start);
        expect(OFFICIAL_CALENDAR.workdaysBetween(from, to)).toBe(3);
        expect([from, to].every((day) => OFFICIAL_CALENDAR.isWorkday(day))).toBe(true);
        expect(from > posted || (start === '当日计入' && from === posted)).toBe(true);
      }),
    );
  });

  test('is read again from what the notice says, over the turn of the year too', () => {
    fc.assert(
      fc.property(DAYS, (posted) => {
        const period = noticePeriod(posted, OFFICIAL_CALENDAR, '当日计入');
        expect(readPeriod(`现将2020年第三季度结果予以公示。公示期：${periodTitle(period)}（3个工作日）。`)).toEqual(
          period,
        );
      }),
    );
    expect(readPeriod('公示期：待定')).toBeNull();
  });

  test.each([
    ['2020-09-25', '2020-10-09'],
    ['2020-10-13', '2020-10-20'],
    ['2020-10-01', '2020-10-14'],
  ])('an objection received on %s is answered by %s', (received, deadline) => {
    expect(replyDeadline(received, OFFICIAL_CALENDAR)).toBe(deadline);
  });
});

/** What the notice takes of a 审定表 with these people: 科室, 姓名, 职务, 审定等次. */
function decisions(people: readonly (readonly [string, string, string, string])[], elsewhere: readonly string[] = []) {
  const lines = people.map(([department, name, position, decision]) => {
    return { department, name, position, decision, mean: 88.51, circumstances: '受警告处分', remark: '病假' };
  });
  return noticeLines(reviewSheetOf(lines), ({ key }) => elsewhere.includes(key));
}

describe('what a notice takes from a 审定表', () => {
  test('nothing but 科室, 姓名, 职务 and 审定等次', () => {
    expect(decisions([['办公室', '张三', '科员', ' 好 ']])).toEqual({
      lines: [{ key: '办公室|张三', department: '办公室', name: '张三', position: '科员', grade: '好' }],
      problems: [],
    });
  });

  test('no remark in brackets that tells a reason or points, whatever 情形 it names', () => {
    for (const { kind } of CIRCUMSTANCES) {
      const { lines } = decisions([[`外贸科（${kind}）`, `李军(${kind}2天)`, `科员【${kind}】`, '较好']]);
      expect(lines.map(({ department, name, position }) => [department, name, position])).toEqual([
        ['外贸科', '李军', '科员'],
      ]);
    }
    const { lines } = decisions([['离退休干部科', '李军（88.5）', '副科长（女）', '较好']]);
    expect(lines[0]).toMatchObject({ department: '离退休干部科', name: '李军', position: '副科长（女）' });
  });

  test('no 职务 with such a word outside brackets, and no notice where a name has one', () => {
    const { lines, problems } = decisions([
      ['外贸科', '李军', '科员 记过', '较好'],
      ['外贸科', '王芳病假', '科员', '较好'],
    ]);
    expect(lines.map(({ name, position }) => [name, position])).toEqual([
      ['李军', ''],
      ['', '科员'],
    ]);
    expect(problems.map(({ severity, code, cell }) => [severity, code, cell])).toEqual([
      ['warning', 'NOTICE_TEXT_TELLS', 'D5'],
      ['error', 'NOTICE_NAME_TELLS', 'C6'],
    ]);
  });

  test('a decision of everybody but those who are not assessed here', () => {
    const { problems } = decisions(
      [
        ['外贸科', '卫东', '科员', ''],
        ['外贸科', '李军', '科员', ''],
      ],
      ['外贸科|卫东'],
    );
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'NOTICE_UNDECIDED',
        '2020年第三季度审定表：还有1人没有审定等次：外贸科 李军；请由考核领导小组审定后再公示（三（二）4）',
      ],
    ]);
  });

  test('nobody who does not take part, and nobody without a grade unless asked', () => {
    const { lines } = decisions([
      ['外贸科', '甲', '', '好'],
      ['外贸科', '乙', '', '不确定等次'],
      ['外贸科', '丙', '', '不参加考核'],
      ['外贸科', '丁', '', '由外单位考核'],
    ]);
    expect(published(lines, '不列').map(({ name }) => name)).toEqual(['甲']);
    expect(published(lines, '列出不写原因').map(({ name }) => name)).toEqual(['甲', '乙']);
  });
});

describe('the order of a notice', () => {
  const person = (department: string, name: string): NoticeLine => {
    return { department, name, position: '', grade: '好', key: `${department}|${name}` };
  };
  const people = [person('乙科', '赵一'), person('甲科', '丁二'), person('乙科', '于三'), person('甲科', '周四')];
  const names = (lines: readonly NoticeLine[]) => lines.map(({ name }) => name);

  test('is that of the roster, with strangers at the end', () => {
    const roster = ['甲科|周四', '甲科|丁二', '乙科|于三'];
    expect(names(orderNotice(people, '机构', roster))).toEqual(['周四', '丁二', '于三', '赵一']);
  });

  test('without a roster keeps 科室 together and tells nothing of the order within, which may be by score', () => {
    expect(names(orderNotice(people, '机构', null))).toEqual(['于三', '赵一', '丁二', '周四']);
    const within = [people[2], people[1], people[0], people[3]].flatMap((each) => each ?? []);
    expect(names(orderNotice(within, '机构', null))).toEqual(['于三', '赵一', '丁二', '周四']);
  });

  test('by strokes takes the surname first', () => {
    expect(names(orderNotice(people, '姓氏笔画', null))).toEqual(['丁二', '于三', '周四', '赵一']);
  });
});

test('who refuses to take part this year is not praised for an earlier 好, and is named', () => {
  const lines = ['甲', '乙'].map((name): NoticeLine => {
    return { department: '外贸科', name, position: '', grade: '好', key: `外贸科|${name}` };
  });
  const options = { quarter: '2020Q3', includeFair: false, barred: new Set(['外贸科|乙']) };
  const { sheets, problems } = layoutFollowUp(lines, options, new Map());
  expect(sheets[0]?.blocks[0]?.cells.slice(1).map((cells) => cells[3])).toEqual(['甲']);
  expect(problems.map(({ message }) => message)).toEqual([
    '乙2020年第三季度为“好”，但当年拒不参加平时考核，不列入表扬名单（五·6）',
  ]);
});
