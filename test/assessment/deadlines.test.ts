import { OFFICIAL_CALENDAR as calendar } from '../../src/assessment/calendar';
import {
  annualPlanDeadline,
  archiveDeadline,
  decisionDeadline,
  evaluationDeadline,
  filingDay,
  filingDeadline,
  punctuality,
} from '../../src/assessment/deadlines';

test('附件2 is written on the month’s last working day, before the extended Spring Festival in January 2020', () => {
  expect([filingDay('2020-01', calendar), filingDay('2020-05', calendar)]).toEqual(['2020-01-23', '2020-05-29']);
});

test('the superior’s comment is due on the 5th: 5 September is a Saturday, 5 October a holiday', () => {
  expect(evaluationDeadline('2020-08', calendar)).toEqual({ literal: '2020-09-05', deferred: '2020-09-07' });
  expect(evaluationDeadline('2020-09', calendar)).toEqual({ literal: '2020-10-05', deferred: '2020-10-09' });
  expect(evaluationDeadline('2020-12', calendar)).toEqual({ literal: '2021-01-05', deferred: '2021-01-05' });
});

test('a missing 附件2 is warned of at the next month’s 5th', () => {
  expect(filingDeadline('2020-09', calendar)).toEqual({ literal: '2020-10-05', deferred: '2020-10-09' });
});

test('the third quarter is due on a working Saturday, the fourth on a Sunday that defers', () => {
  expect(decisionDeadline('2020Q3', calendar)).toEqual({ literal: '2020-10-10', deferred: '2020-10-10' });
  expect(decisionDeadline('2020Q4', calendar)).toEqual({ literal: '2021-01-10', deferred: '2021-01-11' });
});

test('附件1 is archived by the end of the month', () => {
  expect(archiveDeadline('2020-05', calendar)).toEqual({ literal: '2020-05-31', deferred: '2020-06-01' });
});

test('the year’s plan is due at the end of February, in leap years on the 29th', () => {
  expect(annualPlanDeadline(2020, calendar)).toEqual({ literal: '2020-02-29', deferred: '2020-03-02' });
  expect(annualPlanDeadline(2022, calendar)).toEqual({ literal: '2022-02-28', deferred: '2022-02-28' });
});

test.each([
  ['2020-10-05', '按期'],
  ['2020-10-06', '顺延期内'],
  ['2020-10-09', '顺延期内'],
  ['2020-10-10', '逾期'],
])('for a deadline of 5 October deferred to the 9th, %s is %s', (date, expected) => {
  expect(punctuality(date, evaluationDeadline('2020-09', calendar))).toBe(expected);
});
