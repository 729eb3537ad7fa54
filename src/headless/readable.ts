import type Fraction from 'fraction.js';
import { dateTitle } from '../assessment/calendarDate';
import { displayTotal } from '../assessment/display';
import { explainExempt } from '../assessment/explain';
import { GRADES } from '../assessment/grade';
import { monthTitle, quarterTitle } from '../assessment/period';
import type { QuotaCount, QuotaReport } from '../assessment/pool';
import type { PersonReview, QuarterReview } from '../assessment/quarterly';
import { settingsNote } from '../assessment/settingsNote';
import type { Settings } from '../assessment/settings';
import type { Preview } from '../excel';
import type { Book } from '../forms/book/model';
import { areaAddress } from '../forms/grid/address';
import type { RecordHeader } from '../forms/records/record';
import { groundsOf } from '../forms/review/people';
import type { CheckedBook } from './output';
import { problemParts } from './problemReport';
import { section, tableSection, title, type Part } from './report';

/** What stands where there is no figure or grade. */
export const NONE = '—';

/** A total or mean in a column: with two decimals at least, so that figures stand below each other. */
export function figure(total: Fraction | null, lines: Settings['gradeLines']): string {
  if (total === null) return NONE;
  const [whole = '', decimals = ''] = displayTotal(total, lines).split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

/** The readable report of `check`. */
export function checkReport({ file, book, settings, problems }: CheckedBook): Part[] {
  const forms = book.forms.map(
    ({ sheet, area, month, rows, rater }) =>
      `  ${sheet} ${areaAddress(area)}：${month === null ? '月份不明' : monthTitle(month)}，${rows.length}人${rater === null ? '' : `，评委${rater}`}`,
  );
  const weekly = book.weeklyRecords.map(
    ({ sheet, area, header, from, to, tasks }) =>
      `  ${sheet} ${areaAddress(area)}：${personOf(header)}，${from === null ? '日期不明' : `${dateTitle(from)}—${to === null ? '？' : dateTitle(to)}`}，任务${tasks.length}项`,
  );
  const filings = book.filings.map(
    ({ sheet, area, header, month, tasks, suggestedGrade }) =>
      `  ${sheet} ${areaAddress(area)}：${personOf(header)}，${month === null ? '月份不明' : monthTitle(month)}，任务${tasks.length}项，建议等次${suggestedGrade ?? NONE}`,
  );
  return [
    title(`【${file}】`),
    settingsNote(settings),
    ...section('周记实', weekly),
    ...section('备案表', filings),
    ...section('测评表', forms),
    ...totals(book, settings),
    ...problemParts(problems),
  ];
}

/** Everybody's totals in a line: a column a month, several score sheets of it in their order. */
function totals({ scores, forms }: Book, { gradeLines }: Settings): Part[] {
  const months = [...new Set(forms.map(({ month }) => month))];
  const people = new Map<string, { department: string; name: string; totals: Map<string, string[]> }>();
  for (const { form, row, person, total } of scores) {
    const department = person?.department ?? row.department ?? '';
    const name = (person?.displayName ?? row.displayName).replace(/\s*[\r\n]+\s*/g, ' ');
    const key = person?.key ?? `${department}|${name}`;
    const found = people.get(key) ?? { department, name, totals: new Map<string, string[]>() };
    people.set(key, found);
    const place = placeOf(form);
    found.totals.set(place, [
      ...(found.totals.get(place) ?? []),
      total === null ? '未计算' : figure(total, gradeLines),
    ]);
  }
  const columns = months.map((month) => ({ month, places: forms.filter((form) => form.month === month).map(placeOf) }));
  return tableSection(
    columns.some(({ places }) => places.length > 1) ? '总分（一个月有几张测评表的，按上列顺序以“/”隔开）' : '总分',
    ['科室', '姓名', ...months.map((month) => (month === null ? '月份不明' : monthTitle(month)))],
    [...people.values()].map(({ department, name, totals: own }) => [
      department,
      name,
      ...columns.map(({ places }) => places.map((place) => own.get(place)?.join('、') ?? NONE).join('/')),
    ]),
  );
}

function placeOf({ sheet, area }: Book['forms'][number]): string {
  return `${sheet} ${areaAddress(area)}`;
}

function personOf({ department, displayName }: RecordHeader): string {
  return [department, displayName === '' ? '姓名不明' : displayName].filter((text) => text !== '').join(' ');
}

/** The readable report of `review`, without its problems. */
export function reviewReport(review: QuarterReview, scale: string, settings: Settings): Part[] {
  const { gradeLines } = settings;
  const counts = new Map<string, number>();
  for (const { suggestedGrade } of review.people) {
    const grade = suggestedGrade ?? '没有建议';
    counts.set(grade, (counts.get(grade) ?? 0) + 1);
  }
  // 好 first, what is no grade last.
  const rankOf = (name: string) => [...GRADES.map(String), name].indexOf(name);
  const inOrder = [...counts].sort(([a], [b]) => rankOf(a) - rankOf(b));
  return [
    title(`【${quarterTitle(review.quarter)}审定】计分制：${scale}`),
    settingsNote(settings),
    `建议等次：${inOrder.map(([grade, count]) => `${grade}${count}人`).join('、')}`,
    '“好”等次人数（二·考核等次）',
    ...review.months.flatMap(({ month, quota }) => quotaLines(monthTitle(month), quota)),
    ...quotaLines('本季度建议', review.quarterQuota),
    ...tableSection(
      '人员',
      [
        '科室',
        '姓名',
        ...review.months.map(({ month }) => `${Number(month.slice(5))}月`),
        '平均分',
        '建议等次',
        '说明',
      ],
      review.people.map((person) => [
        person.department,
        person.name,
        ...person.months.map(({ total, grade }) => figure(total, gradeLines) + (total === null ? '' : (grade ?? ''))),
        figure(person.mean, gradeLines),
        person.suggestedGrade ?? NONE,
        reasonsOf(person, review).join('；'),
      ]),
    ),
  ];
}

/**
 * Each reason once, the special rules first. What it makes of a month or the quarter stands in that column; a grade that
 * is just what the average gives needs no words.
 */
function reasonsOf(person: PersonReview, { quarter }: QuarterReview): string[] {
  const { months, reasons, ruling, scoreGrade, suggestedGrade } = person;
  if (reasons.length === 1 && suggestedGrade !== null && suggestedGrade === scoreGrade) return [];
  const shown = [
    ...months.map(({ month, grade }) => `；${monthTitle(month)}为“${grade ?? ''}”`),
    `；${quarterTitle(quarter)}为“${suggestedGrade ?? ''}”`,
  ];
  const grounds = new Set([...months.flatMap((month) => month.ruling.grounds), ...ruling.grounds]);
  const others = reasons
    .map((reason) => reason.slice(0, reason.length - (shown.find((end) => reason.endsWith(end)) ?? '').length))
    .filter((reason) => !grounds.has(reason));
  const rules = groundsOf(person).filter((ground) => !others.some((reason) => reason.endsWith(ground)));
  return [...rules, ...new Set(others)];
}

function quotaLines(heading: string, report: QuotaReport | null): string[] {
  if (report === null) return [`  ${heading}：没有测评表，不计算人数和上限`];
  return [
    quotaLine(heading, report),
    ...report.pools.map(({ pool, ...count }) => `  ${quotaLine(`其中${pool}`, count)}`),
  ];
}

/** A limit and what there is of it, in a line. */
export function quotaLine(heading: string, { participants, goodLimit, good, over, exempt }: QuotaCount): string {
  const left = over > 0 ? `超出${over}人` : `余${goodLimit - good}人`;
  const beside = exempt === 0 ? '' : `；${explainExempt(exempt)}`;
  return `  ${heading}：参加${participants}人，“好”上限${goodLimit}人，现有${good}人，${left}${beside}`;
}

/** The sheets that a command writes to, in a line; none for one that is refused. */
export function planLines({ plan, refused }: Pick<Preview, 'plan' | 'refused'>): string[] {
  if (refused) return [];
  const sheets = plan.sheets.map(({ sheet, create }) => `${sheet}${create ? '（新建）' : ''}`);
  return [sheets.length === 0 ? '已是最新，没有要写入的内容。' : `写入工作表：${sheets.join('、')}`];
}
