import type { Circumstance } from '../../assessment/circumstances';
import { firstDayOf, lastDayOf, type CalendarDate } from '../../assessment/calendarDate';
import { monthsOf, type Quarter } from '../../assessment/period';
import { problem } from './problems';
import type { EvidenceLog } from './evidence';
import type { Problem } from '../grid/problem';
import { Directory } from '../book/directory';
import { normalizeLabel } from '../words/text';
import type { Book } from '../book/model';
import { namesAmong } from '../book/told';

/** Words that may stand between a negation and what it denies. */
const BETWEEN = '(?:再|曾|有|是|被|受到?|予以?|进行|发现|任何|存在|符合|达到|对其|违纪|违法|违规)*';
/**
 * A 立案 that is denied, asked about or only proposed: 未立案, 不予立案, 是否立案, 拟立案; with a list, 无处分、立案情况.
 * 因未按规定报告被立案 denies something else and stays.
 */
const NEVER_OPENED = new RegExp(
  `(?:未|没有?|无|不|非|否|免[予于]|拟|建议|提请)${BETWEEN}立案` +
    `|(?:没有|无|未受到?|未被|未发现|不存在)${BETWEEN}(?:[^,;。!、或和及]{1,8}[、或和及])+立案`,
  'g',
);
/** Cases that somebody works on: 立案3件, 立案工作. */
const OF_WORK = /立案(?:\d+|[一二两三四五六七八九十百]+)[件起宗]|立案(?:案件|标准|条件|数|率|工作|程序|文书)/g;
/** 尚未结案, 待结案, 结案后补定等次: not closed yet. */
const NOT_CLOSED =
  /(?:未|没有?|待|等)(?:予|能|正式|最终|到|其|案件)*(?:结案|销案|撤案|查结|办结|了结)|(?:结案|查结|办结)之?[后前时]/g;
const OPENED_OR_CLOSED = /撤销(?:该|此)?(?:立案|案件)|解除立案|结案|销案|撤案|查结|办结|了结|立案/g;

/** What a text says last of a 立案 of the person that it is about; null when it says nothing of one. */
export function caseIn(text: string): 'open' | 'closed' | null {
  const said = normalizeLabel(text).replace(NEVER_OPENED, '').replace(OF_WORK, '').replace(NOT_CLOSED, '');
  if (!said.includes('立案')) return null;
  return said.match(OPENED_OR_CLOSED)?.at(-1) === '立案' ? 'open' : 'closed';
}

/** A text of the workbook that speaks of a 立案. */
interface Statement {
  readonly key: string;
  readonly name: string;
  readonly sheet: string;
  readonly cell: string;
  readonly where: string;
  readonly text: string;
  /** The days that it may be about. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const NO_END: CalendarDate = '9999-12-31';

/**
 * R07, 二（二）共性指标三「立案、调查」with 五·5: who, by 考核记实, 附件2 or 备注 of the roster, is under an open 立案 at the
 * end of a quarter, while 特殊情形登记 has neither 立案调查 for those days nor 结案不予处分 after them. Of 考核记实 and 附件2
 * the last text about a 立案 decides; 备注 has no date and stands for itself.
 *
 * @param register 特殊情形登记 by person key
 */
export function unregisteredCases(
  quarter: Quarter,
  book: Book,
  { entries }: EvidenceLog,
  register: ReadonlyMap<string, readonly Circumstance[]>,
): Problem[] {
  const [first, , last] = monthsOf(quarter);
  const [begin, end] = [firstDayOf(first), lastDayOf(last)];
  const latest = new Map<string, Statement>();
  for (const statement of [...filed(book), ...logged(book, entries)]) {
    const known = latest.get(statement.key);
    const isLater = known === undefined || statement.to >= known.to;
    if (statement.to <= end && caseIn(statement.text) !== null && isLater) latest.set(statement.key, statement);
  }
  const open = [...noted(book, begin), ...[...latest.values()].map((statement) => ({ ...statement, to: end }))].filter(
    ({ text }) => caseIn(text) === 'open',
  );
  const told = namesAmong(book.people);
  const people = new Map(book.people.map((person) => [person.key, person]));
  return open.flatMap(({ key, name, sheet, cell, where, text, from, to }) => {
    const who = told(people.get(key) ?? { department: '', name });
    const isRegistered = covers(register.get(key) ?? [], from, to);
    return isRegistered ? [] : [problem.caseNotRegistered(sheet, cell, who, where, around(text))];
  });
}

/** 立案调查 that lasts on one of the days, or 结案不予处分 from the first of them on. */
function covers(entries: readonly Circumstance[], from: CalendarDate, to: CalendarDate): boolean {
  const closings = entries.flatMap((entry) => (entry.kind === '结案不予处分' ? entry.from : []));
  const lasts = (entry: Circumstance) => entry.to ?? closings.find((day) => day >= entry.from) ?? NO_END;
  return (
    closings.some((day) => day >= from) ||
    entries.some((entry) => entry.kind === '立案调查' && entry.from <= to && lasts(entry) >= from)
  );
}

function noted({ roster }: Book, from: CalendarDate): Statement[] {
  return (roster?.people ?? []).flatMap(({ key, displayName, note, noteCell }) => {
    if (noteCell === null || roster === null) return [];
    const place = { sheet: roster.sheet, cell: noteCell, where: '人员名册备注' };
    return [{ key, name: displayName, ...place, text: note, from, to: NO_END }];
  });
}

function filed({ filings, people, roster }: Book): Statement[] {
  const directory = new Directory(people, roster);
  return filings.flatMap(({ header, month, sheet, cells, statusNote: text }) => {
    const owner = directory.resolveOrAdd(header);
    if (month === null || owner.kind !== 'known') return [];
    const { key, displayName: name } = owner.person;
    const place = { sheet, cell: cells.statusNote, where: '附件2未确定等次或不参加考核情况说明' };
    return [{ key, name, ...place, text, from: firstDayOf(month), to: lastDayOf(month) }];
  });
}

function logged({ people }: Book, entries: EvidenceLog['entries']): Statement[] {
  return people.flatMap(({ key, displayName: name }) =>
    (entries.get(key) ?? []).map(({ date, sheet, cell, content, source, note }) => {
      const text = [content, source, note].join('。');
      return { key, name, sheet, cell, where: '考核记实', text, from: date, to: date };
    }),
  );
}

/** The clause with the last 立案 of a text. */
function around(text: string): string {
  const clauses = text.split(/[,，;；。!！\n]/).filter((clause) => caseIn(clause) !== null);
  return (clauses.at(-1) ?? text).trim();
}
