import type { CalendarDate } from '../../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../../assessment/period';
import type { NoticeLine } from '../notice/lines';
import { periodTitle, type NoticePeriod } from '../notice/period';
import { fileName } from '../grid/fileNames';
import { type DocumentPart, type PaperDocument } from './document';

/** What everybody's 反馈单 of a quarter has in common. */
export interface ResultContext {
  readonly authority: string;
  readonly quarter: Quarter;
  readonly today: CalendarDate;
  /** The days of the 公示; null where none was posted. */
  readonly period: NoticePeriod | null;
}

const LABEL = { share: 2, isLabel: true } as const;
const SIGNED = '\n\n　　　　　　签名：　　　　　　年　　月　　日';

/**
 * The 反馈单 of each person (公示 is for all, this for one): a file and a page each, made of that person's line of the
 * 审定表 alone. Neither scores nor reasons stand on it: the talk is where they are told.
 */
export function resultNotices(lines: readonly NoticeLine[], context: ResultContext): PaperDocument[] {
  return lines.map((line) => {
    const { department, name } = line;
    return {
      kind: '反馈单',
      name: fileName('反馈单', quarterTitle(context.quarter), department, name),
      person: [department, name].filter((text) => text !== '').join(' '),
      authority: context.authority,
      isNumbered: false,
      pages: [page(line, context)],
    };
  });
}

function page(
  { department, name, position, grade }: NoticeLine,
  { authority, quarter, today, period }: ResultContext,
): DocumentPart[] {
  const title = quarterTitle(quarter);
  return [
    { kind: 'title', text: '公务员平时考核结果反馈单' },
    { kind: 'subtitle', text: `（${title}）` },
    {
      kind: 'form',
      rows: [
        {
          height: 12,
          cells: [
            { ...LABEL, text: '姓　名' },
            { text: name, share: 4 },
            { ...LABEL, text: '科　室' },
            { text: department, share: 4 },
          ],
        },
        {
          height: 12,
          cells: [
            { ...LABEL, text: '职　务' },
            { text: position, share: 4 },
            { ...LABEL, text: '考核等次' },
            { text: grade, share: 4 },
          ],
        },
        {
          height: 50,
          cells: [
            { ...LABEL, text: '结果告知' },
            {
              text: `${resultText(authority, title, grade)}\n${objectionText(period, today)}`,
              share: 10,
              isLong: true,
            },
          ],
        },
        {
          height: 44,
          cells: [
            { ...LABEL, text: '反馈意见' },
            { text: `（肯定的方面、存在的不足和改进建议）${SIGNED}`, share: 10, isLong: true },
          ],
        },
        {
          height: 30,
          cells: [
            { ...LABEL, text: '本人意见' },
            { text: SIGNED.slice(1), share: 10, isLong: true },
          ],
        },
      ],
    },
    { kind: 'signature', authority, date: today },
  ];
}

function resultText(authority: string, quarter: string, grade: string): string {
  const result = grade === '不确定等次' ? '参加考核，不确定等次' : `等次为“${grade}”`;
  return `根据《${authority}公务员平时考核工作方案》，经考核领导小组审定，您${quarter}公务员平时考核${result}。`;
}

/** 三（二）5: within the days of the 公示; an answer within five working days. */
function objectionText(period: NoticePeriod | null, today: CalendarDate): string {
  if (period !== null && today > period.to) {
    return `公示期${periodTitle(period)}已满。如对结果有疑问，可向考核领导小组办公室（人事科）了解。`;
  }
  const days = period === null ? '公示期内' : `公示期（${periodTitle(period)}）内`;
  return `如有异议，请于${days}向考核领导小组办公室（人事科）反映；考核领导小组将进行复核，并在5个工作日内答复。`;
}

/** All of them in one file, to be printed at once; for the office that hands them out. */
export function forPrint(documents: readonly PaperDocument[], quarter: Quarter): PaperDocument[] {
  const [first] = documents;
  if (first === undefined || documents.length < 2) return [];
  return [
    {
      ...first,
      name: fileName('反馈单', quarterTitle(quarter), '全体（供打印）'),
      person: null,
      pages: documents.flatMap(({ pages }) => pages),
    },
  ];
}
