import Fraction from 'fraction.js';
import type { DecidedGrade } from '../../../src/assessment/grade';
import type { PersonHistory, QuarterHistory } from '../../../src/forms/annual/history';
import { quarterRows, type QuarterRows } from '../../../src/forms/annual/quarterRows';

type Quarter = readonly [quarter: string, decided: DecidedGrade | null, suggested: DecidedGrade | null, mean?: number];

const person = (department: string, name: string, ...quarters: readonly Quarter[]): PersonHistory => ({
  key: `${department}|${name}`,
  department,
  name,
  quarters: quarters.map(([quarter, decidedGrade, suggestedGrade, mean]): QuarterHistory => ({
    ...{ quarter, decidedGrade, suggestedGrade, months: [], circumstances: '' },
    mean: mean === undefined ? null : new Fraction(mean),
  })),
  circumstances: [],
  evidence: [],
});

const peopleOf = ({ people }: QuarterRows): string[] =>
  people.map(({ name, quarters }) =>
    [
      name,
      ...quarters.map((cell) =>
        cell === null ? '-' : `${cell.grade ?? '无'}${cell.open ? '*' : ''} ${cell.mean?.toString() ?? '-'}`,
      ),
    ].join(' | '),
  );

test('people and 科室 have one cell for each quarter of the workbook up to the one looked at', () => {
  const rows = quarterRows(
    [
      person('外贸科', '王强', ['2020Q2', '好', '较好', 84], ['2020Q3', null, '好', 90], ['2020Q4', '好', '好', 95]),
      person('外贸科', '李军', ['2020Q3', null, '由外单位考核']),
      person('办公室', '赵敏', ['2020Q2', null, null], ['2020Q3', null, null, 70], ['2020Q4', '好', '好', 86]),
      person('办公室', '新人', ['2020Q4', '好', '好', 86]),
    ],
    '2020Q3',
  );
  expect(rows.quarters).toEqual(['2020Q2', '2020Q3']);
  expect(rows.earlier).toBe(0);
  // A decision counts before the suggestion; 由外单位考核 is nobody's to decide here; who came later has no row.
  expect(peopleOf(rows)).toEqual(['王强 | 好 84 | 好* 90', '李军 | - | 由外单位考核 -', '赵敏 | - | 无 70']);
  expect(rows.departments).toEqual([
    {
      department: '外贸科',
      quarters: [
        { people: 1, grades: [{ grade: '好', people: 1 }], mean: new Fraction(84) },
        {
          people: 2,
          grades: [
            { grade: '好', people: 1 },
            { grade: '由外单位考核', people: 1 },
          ],
          mean: new Fraction(90),
        },
      ],
    },
    {
      department: '办公室',
      quarters: [null, { people: 1, grades: [{ grade: null, people: 1 }], mean: new Fraction(70) }],
    },
  ]);
});

test('of more than four quarters the last four stand, over the turn of the year, and the others are told', () => {
  const all = ['2020Q4', '2019Q4', '2020Q1', '2020Q2', '2020Q3', '2019Q3'].map((quarter): Quarter => [
    quarter,
    '好',
    '好',
    90,
  ]);
  const rows = quarterRows(
    [person('外贸科', '王强', ...all), person('外贸科', '老李', ['2019Q3', '好', '好'])],
    '2020Q3',
  );
  expect(rows.quarters).toEqual(['2019Q4', '2020Q1', '2020Q2', '2020Q3']);
  expect(rows.earlier).toBe(1);
  expect(rows.people.map(({ name }) => name)).toEqual(['王强']);
});

test('a workbook without quarters has no rows', () => {
  expect(quarterRows([person('外贸科', '王强')], '2020Q3')).toEqual({
    quarters: [],
    earlier: 0,
    people: [],
    departments: [],
  });
});
