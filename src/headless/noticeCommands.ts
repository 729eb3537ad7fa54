import { dateTitle, type CalendarDate } from '../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../assessment/period';
import { previewFinalise, previewNotice, previewObjections } from '../excel';
import type { Objection } from '../forms/notice/objections';
import { periodTitle } from '../forms/notice/period';
import { normalizeName } from '../forms/words/text';
import { problemOf, writeBook, type WriteGiven } from './answer';
import type { Answer } from './outcome';
import { planLines } from './readable';
import { section, title } from './report';

interface NoticeGiven extends WriteGiven {
  readonly quarter: Quarter;
  /** The day of posting. */
  readonly start: CalendarDate;
}

/**
 * Writes a copy of the workbook with the 公示 of a quarter (R23).
 *
 * @throws NotDone when there is no 审定表
 */
export function noticeBook({ quarter, start, ...given }: NoticeGiven): Promise<Answer> {
  return writeBook(given, {
    command: '公示',
    makes: '带公示表的工作簿',
    preview: () => previewNotice({ quarter, start }),
    nothing: problemOf('NOTICE_WITHOUT_REVIEW'),
    json: ({ refused, period, lines }) => ({
      quarter,
      refused,
      period,
      people: lines.map(({ department, name, position, grade }) => ({
        department,
        name: normalizeName(name),
        position,
        grade,
      })),
    }),
    report: ({ period, lines, ...preview }) => [
      title(`【${quarterTitle(quarter)}公示】公示期：${periodTitle(period)}`),
      ...planLines(preview),
      ...section(
        '名单',
        lines.map(({ department, name, grade }) => `  ${department} ${name}：${grade}`),
      ),
    ],
  });
}

interface DayGiven extends WriteGiven {
  readonly today: CalendarDate;
}

/** Writes a copy of the workbook whose 复核登记 has the days of answer, and what is late by the day (R24). */
export function objectionsBook({ today, ...given }: DayGiven): Promise<Answer> {
  return writeBook(given, {
    command: '复核登记',
    makes: '填好答复期限的工作簿',
    preview: () => previewObjections({ today }),
    json: ({ refused, objections }) => ({ today, refused, objections }),
    report: ({ objections, ...preview }) => [
      title(`【复核登记】${dateTitle(today)}`),
      ...planLines(preview),
      ...section('异议', objections.map(objectionLine)),
    ],
  });
}

function objectionLine({ sheet, cell, name, received, deadline, open, remarks }: Objection): string {
  const about = [
    received === null ? '收到日期不明' : `${dateTitle(received)}收到`,
    ...(deadline === null ? [] : [`应在${dateTitle(deadline)}前答复`]),
    open ? '未办结' : '已办结',
    ...remarks,
  ];
  return `  ${name}：${about.join('，')}（${sheet} ${cell}）`;
}

interface FinaliseGiven extends DayGiven {
  readonly quarter: Quarter;
  readonly fair: boolean;
}

/**
 * Writes a copy of the workbook with the 定稿 of a quarter and 结果运用 (R25, R31, R33).
 *
 * @throws NotDone when there is no 审定表
 */
export function finaliseBook({ quarter, today, fair, ...given }: FinaliseGiven): Promise<Answer> {
  return writeBook(given, {
    command: '定稿',
    makes: '定稿后的工作簿',
    preview: () => previewFinalise({ quarter, today, includeFair: fair }),
    nothing: problemOf('NOTICE_WITHOUT_REVIEW'),
    json: ({ refused, plan }) => ({ quarter, today, refused, sheets: plan.sheets.map(({ sheet }) => sheet) }),
    report: (preview) => [title(`【${quarterTitle(quarter)}定稿】${dateTitle(today)}`), ...planLines(preview)],
  });
}
