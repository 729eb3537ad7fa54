import fc from 'fast-check';
import {
  dayAfter,
  ENTRY_KINDS,
  firstDay,
  lastDay,
  monthOfDay,
  monthsOfQuarter,
  OFFICE_DEFAULTS,
  type DescribedEntry,
  type DescribedLine,
  type DescribedPerson,
  type DescribedQuarter,
  type DescribedSheet,
  type EntryKind,
  type OfficeSettings,
} from './described';
import { ELSEWHERE_LABEL, POOL_CHOICES } from './quarterWorkbook';

/** Quarters as no office would wish them: everything that the rules speak of, at the same time. */

const QUARTERS = ['2020Q1', '2020Q3', '2020Q4', '2021Q1', '2021Q2'];
const NAMES = ['甲文华', '乙志强', '丙秀英', '丁海燕', '戊建军', '己晓梅', '庚卫东', '辛雪梅', '壬丽娜', '癸国庆'];
const RATERS = ['王局长某', '李局长某', '赵书记某', '钱主任某', '孙科长某', '周会长某', '吴组长某'];
const WEIGHTS = [
  [20, 10, 10, 10, 30, 10, 10],
  [10, 10, 10, 10, 40, 10, 10],
  [15, 15, 10, 10, 25, 15, 10],
];

const RATER_GROUPS = [
  [
    { name: '主要领导', weight: 40 },
    { name: '分管领导', weight: 30 },
    { name: '民主测评', weight: 30 },
  ],
  [
    { name: '领导班子', weight: 60 },
    { name: '群众', weight: 40 },
  ],
];

const person = (name: string): fc.Arbitrary<DescribedPerson> =>
  fc.record({
    department: fc.constantFrom('办公室', '外贸科', '综合科'),
    name: fc.constant(name),
    unit: fc.constantFrom('济宁市商务局', '济宁市商务局', '市贸促会', ''),
    position: fc.constantFrom('科员', '科长', '副科长', '四级主任科员', '办公室主任', '副局长', '二级调研员', ''),
    identity: fc.constantFrom('公务员', '公务员', '参公', '事业', '局领导'),
    onRoster: fc.oneof({ weight: 12, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  });

/** 60 to 100 with decimals, and what makes a total stand on a line or just below. */
const score = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 50, max: 100 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5000, max: 10000 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.constantFrom(60, 75, 85, 59.99, 74.99, 84.99) },
);
const validScores = fc.oneof(
  { weight: 3, arbitrary: score.map((each) => Array.from({ length: 7 }, () => each)) },
  { weight: 2, arbitrary: fc.array(score, { minLength: 7, maxLength: 7 }) },
  { weight: 1, arbitrary: fc.constant([85, 88, 87, 88, 81, 86, 88]) },
);
const BLANK: readonly null[] = Array.from({ length: 7 }, () => null);

/** Under 加分项 and 扣分项, where a sheet has them. */
const extras: fc.Arbitrary<DescribedLine['extras']> = fc.tuple(
  fc.constantFrom(null, null, 1, 2.5, 9, '无', -1, '加2'),
  fc.constantFrom(null, null, 1, 2.5, 20, '无', -3),
);

/** What one rater wrote of one person; null where the person is not on the sheet. */
const scores: fc.Arbitrary<DescribedLine['scores'] | null> = fc.oneof(
  { weight: 30, arbitrary: validScores },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constant(BLANK) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(validScores, fc.integer({ min: 0, max: 6 }), fc.constantFrom(null, '优', 120, -5))
      .map(([line, at, wrong]) => line.map((each, i) => (i === at ? wrong : each))),
  },
);

/** Days at and around the edges of months, quarter and year, and anywhere near. */
const dayNear = (months: readonly string[], middle: string): fc.Arbitrary<string> => {
  const edges = months.flatMap((month) => [firstDay(month), lastDay(month), `${month}-15`]);
  const year = middle.slice(0, 4);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...edges), fc.constantFrom(0, 0, -1, 1, -2, 2))
        .map(([day, shift]) => dayAfter(day, shift)),
    },
    { weight: 3, arbitrary: fc.integer({ min: -150, max: 150 }).map((shift) => dayAfter(firstDay(middle), shift)) },
    { weight: 1, arbitrary: fc.constantFrom(`${year}-01-01`, `${year}-12-31`, dayAfter(`${year}-01-01`, -1)) },
  );
};

/** Kinds that are events of one day, and have no end. */
const EVENTS: readonly EntryKind[] = [
  '直接确定为好',
  '直接确定为较差',
  '结案不予处分',
  '调入',
  '调出',
  '退休',
  '拒不参加',
  '警告',
];
const COMMON: readonly EntryKind[] = ['调入', '调出', '退休', '挂职', '外借', '警告', '直接确定为好', '病假', '事假'];

const entryAround = (months: readonly string[], middle: string, people: number): fc.Arbitrary<DescribedEntry> =>
  fc
    .record({
      person: fc.integer({ min: 0, max: people - 1 }),
      kind: fc.constantFrom(...ENTRY_KINDS, ...COMMON),
      from: dayNear(months, middle),
      until: fc.option(
        fc.oneof(
          dayNear(months, middle),
          fc.constantFrom(0, 5, 20, 45, 90, 365).map((length) => length),
        ),
        { freq: 4 },
      ),
      days: fc.option(
        fc.integer({ min: 1, max: 90 }).map((halves) => halves / 2),
        { freq: 1 },
      ),
      scope: fc.constantFrom('月', '季', '' as const),
    })
    .map(({ person: of, kind, from, until, days, scope }): DescribedEntry => {
      const end = typeof until === 'number' ? dayAfter(from, until) : until;
      const isLeave = kind === '病假' || kind === '事假';
      const isDirect = kind === '直接确定为好' || kind === '直接确定为较差';
      return {
        person: of,
        kind,
        from,
        to: EVENTS.includes(kind) || end === null || end < from ? (isLeave ? dayAfter(from, 30) : null) : end,
        days: isLeave ? days : null,
        scope: isDirect ? scope : '',
      };
    });

const entry = (quarter: string, people: number): fc.Arbitrary<DescribedEntry> => {
  const months = monthsOfQuarter(quarter);
  return entryAround(months, months[1], people);
};

/** A line of 特殊情形登记 whose days lie at and around a month. */
export const entryNear = (month: string, people: number): fc.Arbitrary<DescribedEntry> =>
  entryAround([month], month, people);

const settings: fc.Arbitrary<OfficeSettings> = fc.record({
  weights: fc.constantFrom(...WEIGHTS),
  gradeLines: fc.constantFrom<OfficeSettings['gradeLines'][]>([60, 75, 85], [60, 75, 85], [60, 70, 90], [55, 75, 80]),
  quotaPercent: fc.constantFrom(40, 40, 30, 50),
  atLeastOneGood: mostly(false),
  undeterminedInQuota: mostly(true),
  leadersInQuota: mostly(false),
  directGoodInQuota: mostly(true),
  scale: fc.constantFrom('自动', '自动', '百分制', '分值制'),
  pool: fc.constantFrom<OfficeSettings['pool'][]>('全局', ...POOL_CHOICES),
  rounding: fc.constantFrom<OfficeSettings['rounding'][]>('不舍入', '不舍入', 0, 1, 2),
  raterMethod: fc.constantFrom('平均', '去掉最高最低后平均'),
  absentRaters: fc.constantFrom('待确认', '按已打分评委平均'),
  groups: fc.constantFrom<OfficeSettings['groups'][]>([], [], ...RATER_GROUPS),
  largestBonus: fc.constantFrom(0, 0, 5),
  largestDeduction: fc.constantFrom(0, 0, 3, 10),
  quarterMethod: fc.constantFrom('平均分', '平均分', '多数等次'),
  directScope: fc.constantFrom('季', '月'),
  warningScope: fc.constantFrom('全年', '自处分之月起'),
  elsewhere: fc.constantFrom<OfficeSettings['elsewhere'][]>(
    '过半',
    '过半',
    ELSEWHERE_LABEL === undefined ? '过半' : '有一天即算',
  ),
});

function mostly(value: boolean): fc.Arbitrary<boolean> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constant(!value) });
}

/** A rater's sheet as typed: the lines of the people, in which group, and whether it has columns of plus and minus. */
interface RandomSheet {
  readonly lines: readonly (DescribedLine['scores'] | null)[];
  readonly extras: readonly DescribedLine['extras'][];
  readonly hasExtras: boolean;
  /** Which of the office's groups; beyond the last for none. */
  readonly group: number;
}

const randomSheet = (people: number): fc.Arbitrary<RandomSheet> =>
  fc.record({
    // The first person is on every sheet with a score, so that raters have people in common and months a scale.
    lines: fc
      .tuple(validScores, fc.array(scores, { minLength: people - 1, maxLength: people - 1 }))
      .map(([first, others]) => [first, ...others]),
    extras: fc.array(extras, { minLength: people, maxLength: people }),
    hasExtras: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    group: fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 2 }) },
      { weight: 1, arbitrary: fc.constant(3) },
    ),
  });

const sheetsOf = (people: number): fc.Arbitrary<(readonly RandomSheet[])[]> =>
  fc.tuple(
    ...Array.from({ length: 3 }, () =>
      fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 7, arbitrary: fc.array(randomSheet(people), { minLength: 1, maxLength: 1 }) },
        { weight: 5, arbitrary: fc.array(randomSheet(people), { minLength: 2, maxLength: 4 }) },
        { weight: 1, arbitrary: fc.array(randomSheet(people), { minLength: 6, maxLength: 7 }) },
      ),
    ),
  );

/** The sheets of a month, with the groups that the office has set; a single rater names nobody. */
function describedSheets(month: string, raters: readonly RandomSheet[], groups: OfficeSettings['groups']) {
  return raters.map(({ lines, extras: beside, hasExtras, group }, i): DescribedSheet => {
    // Two groups of three sheets: each group has somebody more often than not.
    const named = groups[group === 3 ? groups.length : (group + i) % Math.max(1, groups.length)]?.name ?? '';
    return {
      month,
      rater: raters.length === 1 && named === '' ? '' : (RATERS[i] ?? ''),
      group: named,
      lines: lines.flatMap((of, index) =>
        of === null
          ? []
          : [{ person: index, scores: of, extras: (hasExtras ? beside[index] : undefined) ?? [null, null] }],
      ),
    };
  });
}

/** Any quarter. A workbook without a score sheet has no answer, so that there is always one. */
export const randomQuarter: fc.Arbitrary<DescribedQuarter> = fc
  .record({ quarter: fc.constantFrom(...QUARTERS), size: fc.integer({ min: 2, max: NAMES.length }) })
  .chain(({ quarter, size }) =>
    fc.record({
      quarter: fc.constant(quarter),
      people: fc.tuple(...NAMES.slice(0, size).map(person)),
      months: sheetsOf(size).filter((months) => months.flat().length > 0),
      entries: fc.array(entry(quarter, size), { minLength: 0, maxLength: 3 * size }),
      settings: fc.option(settings, { freq: 2 }),
      printed: fc.constantFrom(...WEIGHTS),
      namesakes: mostly(false),
    }),
  )
  .map(({ quarter, people, months, entries, settings: chosen, printed, namesakes }) => {
    const sheets = months.flatMap((raters, i) =>
      describedSheets(monthsOfQuarter(quarter)[i] ?? '', raters, chosen?.groups ?? []),
    );
    const known = people.map((each, i) =>
      each.onRoster || i === 0 || !isScored(sheets, i)
        ? { ...each, onRoster: true }
        : { ...each, unit: '', position: '', identity: '' },
    );
    return {
      quarter,
      people: namesakes ? withNamesakes(known) : known,
      sheets: chosen?.scale === '分值制' ? sheets.map((sheet) => inPoints(sheet, chosen.weights)) : sheets,
      entries: withoutTies(entries),
      settings: chosen,
      printedWeights: chosen === null ? printed : OFFICE_DEFAULTS.weights,
    };
  });

/** The last two people bear one name in two 科室. */
function withNamesakes(people: readonly DescribedPerson[]): DescribedPerson[] {
  const last = people.length - 1;
  return people.map((each, i) => {
    if (i < last - 1) return each;
    return { ...each, name: '子文华', department: i === last ? '人事科' : '财务科', onRoster: true };
  });
}

/** Scores of 100 as points within the weights. */
function inPoints(sheet: DescribedSheet, weights: readonly number[]): DescribedSheet {
  const points = (scored: number, i: number) => Math.round(scored * (weights[i] ?? 0) * 100) / 10_000;
  return {
    ...sheet,
    lines: sheet.lines.map(({ scores: line, ...of }) => ({
      ...of,
      scores: line.map((each, i) => (typeof each === 'number' ? points(each, i) : each)),
    })),
  };
}

function isScored(sheets: readonly DescribedSheet[], person: number): boolean {
  return sheets.some(({ lines }) => lines.some((line) => line.person === person && line.scores.every(Number)));
}

/** Two moves in the same month say nothing that can be decided: the later line is left out. */
function withoutTies(entries: readonly DescribedEntry[]): DescribedEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ person, kind, from }) => {
    if (kind !== '调入' && kind !== '调出' && kind !== '退休') return true;
    const key = `${person} ${monthOfDay(from)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
