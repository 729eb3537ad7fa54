import fc from 'fast-check';
import { dayAfter, firstDay, lastDay, workdaysFrom, type DescribedPerson } from './described';
import type { DescribedFiling, DescribedMonth, DescribedWeekly } from './describedMonth';
import { entryNear } from './randomQuarters';
import { monthAfter, weeksOf } from './monthOracle';

/** Months as no office would wish them: forms left out, late, empty, crossing, of a wrong year, and namesakes. */

const MONTHS = ['2020-07', '2020-09', '2020-10', '2021-01', '2021-02', '2021-09', '2022-02'];
const NAMES = ['甲文华', '乙志强', '丙秀英', '丁海燕', '戊建军'];

const person = (name: string): fc.Arbitrary<DescribedPerson> =>
  fc.record({
    department: fc.constantFrom('办公室', '外贸科', '综合科'),
    name: fc.constant(name),
    unit: fc.constant('济宁市商务局'),
    // A 副局长 by 职务 is excused by nothing: 身份 alone tells 局领导.
    position: fc.constantFrom('科员', '科长', '副局长'),
    identity: fc.constantFrom('公务员', '公务员', '参公', '事业', '局领导'),
    onRoster: fc.constant(true),
  });

const often = (weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });

/** A person's record of a week: none, or of these days. */
const weekly = (of: number, from: string, to: string): fc.Arbitrary<DescribedWeekly | null> =>
  fc
    .record({
      there: often(3),
      filled: often(6),
      withDepartment: often(20),
      days: fc.constantFrom('all', 'all', 'all', 'all', 'part', 'longer' as const),
    })
    .map(({ there, days, ...rest }) => {
      if (!there) return null;
      const [first, last] = [days === 'part' ? to : from, days === 'longer' ? dayAfter(to, 6) : to];
      return { person: of, from: first, to: last, ...rest };
    });

const filing = (of: number, month: string): fc.Arbitrary<DescribedFiling | null> =>
  fc
    .record({
      there: often(3),
      filling: fc.constantFrom<DescribedFiling['filling'][]>('filled', 'filled', 'filled', 'filled', 'blank', 'duties'),
      comment: often(4),
      written: fc.constantFrom<(readonly [string, DescribedFiling['meaning']])[]>(
        ['建议等次：好', 'grade'],
        ['建议等次为：较好', 'grade'],
        ['同意评为一般等次', 'grade'],
        ['', 'none'],
        ['建议等次：优秀', 'unclear'],
        ['不同意评为好', 'unclear'],
        ['建议等次：好或较好', 'unclear'],
      ),
      signedOn: fc.constantFrom(
        lastDay(month),
        `${monthAfter(month)}-03`,
        `${monthAfter(month)}-08`,
        `${month}-10`,
        null,
      ),
    })
    .map(({ there, written: [suggestion, meaning], filling, comment, signedOn }) =>
      there ? { person: of, month, filling, comment, suggestion, meaning, signedOn } : null,
    );

function asOf(month: string): fc.Arbitrary<string> {
  const [last, next] = [workdaysFrom(firstDay(month), lastDay(month)).at(-1) ?? '', monthAfter(month)];
  const edges = [`${month}-10`, last, dayAfter(last, 1), `${next}-05`, `${next}-06`, `${monthAfter(next)}-20`];
  return fc.constantFrom(...edges, dayAfter(lastDay(month), 365));
}

export const randomMonth: fc.Arbitrary<DescribedMonth> = fc
  .record({ month: fc.constantFrom(...MONTHS), size: fc.integer({ min: 2, max: NAMES.length }) })
  .chain(({ month, size }) => {
    const indices = Array.from({ length: size }, (_, i) => i);
    const weeks = weeksOf(month);
    return fc.record({
      month: fc.constant(month),
      today: asOf(month),
      people: fc.tuple(...NAMES.slice(0, size).map(person)),
      entries: fc.array(
        fc.tuple(entryNear(month, size), fc.boolean()).map(([entry, material]) => ({ ...entry, material })),
        { maxLength: 2 * size },
      ),
      weekly: fc.tuple(...indices.flatMap((of) => weeks.map(({ from, to }) => weekly(of, from, to)))),
      filings: fc.tuple(...indices.map((of) => filing(of, month))),
      scored: fc.option(fc.subarray(indices, { minLength: 1 }), { freq: 3 }),
      leadersInQuota: often(1),
      subjects: fc.constantFrom<DescribedMonth['subjects'][]>('全部', '全部', '公务员', '公务员、参公'),
      namesakes: fc.boolean(),
      stray: fc.option(fc.integer({ min: 0, max: size * weeks.length - 1 }), { freq: 2 }),
    });
  })
  .map(({ weekly: records, filings, namesakes, stray, people, entries, ...rest }) => ({
    ...rest,
    people: namesakes ? people.map((each, i) => ({ ...each, ...namesakeOf(i, people.length) })) : people,
    entries: onePerMonth(entries),
    weekly: records.flatMap((record, i) => (record === null ? [] : [i === stray ? yearBefore(record) : record])),
    filings: filings.flatMap((each) => each ?? []),
  }));

/** The first two people bear one name in two 科室. */
function namesakeOf(i: number, size: number): Partial<DescribedPerson> {
  return size >= 2 && i < 2 ? { name: '子文华', department: i === 0 ? '人事科' : '财务科' } : {};
}

/** The template's year was left standing. */
function yearBefore(record: DescribedWeekly): DescribedWeekly {
  const back = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return { ...record, from: back(record.from), to: back(record.to) };
}

/** Two moves of one month say nothing that can be decided: the later line is left out. */
function onePerMonth<Entry extends { person: number; kind: string; from: string }>(entries: readonly Entry[]): Entry[] {
  const isMove = ({ kind }: Entry) => kind === '调入' || kind === '调出' || kind === '退休';
  return entries.filter((entry, i) => {
    const same = (other: Entry) =>
      isMove(other) && other.person === entry.person && other.from.slice(0, 7) === entry.from.slice(0, 7);
    return !isMove(entry) || entries.findIndex(same) === i;
  });
}
