import { Button, Field } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { WorkCalendar } from '../../../assessment/calendar';
import { addDays, parseCalendarDate, weekdayOf, yearOf, type CalendarDate } from '../../../assessment/calendarDate';
import type { NoticeStart } from '../../../assessment/settings';
import type { PostedNotice } from '../../../excel/reading/noticeState';
import type { QuarterState } from '../../../excel/reading/workbookState';
import type { NoticeLine } from '../../../forms/notice/lines';
import { noticePeriod } from '../../../forms/notice/period';
import { DateInput } from '../../parts/DateInput';
import { GradeChip } from '../../parts/GradeChip';
import { usualStart } from '../../state/noticeStart';
import { useMore } from '../../parts/useMore';
import { DocumentButton } from '../documents/DocumentButton';
import { usePage } from '../usePage';
import { Warned } from '../Warned';

const SATURDAY = 5;

interface PostStepProps {
  readonly quarter: QuarterState;
  readonly isNext: boolean;
}

/** 公示 (三（二）5): its days and whom it lists, before anything is written. */
export function PostStep({ quarter: { review, notice, warnings }, isNext }: PostStepProps): ReactNode {
  const { texts, state, today, activity, propose } = usePage();
  const [typed, setTyped] = useState<string | null>(null);
  if (state === null) return null;
  const { calendar, settings } = state;
  const { posted, lines } = notice;
  const text = typed ?? usualStart(posted, today, calendar, settings.noticeStart);
  const start = startIn(text, today);
  return (
    <>
      {posted !== null && <Posted posted={posted} />}
      <Field label={texts.notice.start} {...(start === null ? { validationMessage: texts.notice.startInvalid } : {})}>
        <DateInput id="notice-start" value={text} change={setTyped} />
      </Field>
      {start !== null && <Days start={start} calendar={calendar} counted={settings.noticeStart} />}
      <WhiteList lines={lines} />
      <Warned warnings={warnings} />
      <Button
        id="post"
        appearance={isNext ? 'primary' : 'secondary'}
        disabledFocusable={activity !== null || start === null}
        onClick={() => {
          if (start !== null) void propose('公示', (excel) => excel.previewNotice({ quarter: review.quarter, start }));
        }}
      >
        {posted === null ? texts.notice.previewPost : texts.notice.previewPostAgain}
      </Button>
      <DocumentButton
        id="notice-document"
        label={texts.documents.notice}
        // Of a notice that was posted, the days are those of its sheet until another day is typed.
        options={{
          quarter: review.quarter,
          today,
          kinds: ['公示'],
          ...(start !== null && (posted === null || typed !== null) ? { start } : {}),
        }}
        name={texts.documents.notice}
        sheet={posted?.sheet ?? '公示'}
      />
    </>
  );
}

function Posted({ posted }: { readonly posted: PostedNotice }): ReactNode {
  const { texts, select } = usePage();
  const { sheet, period, differs } = posted;
  return (
    <>
      <p>
        <button type="button" className="link" onClick={() => select(sheet, null)}>
          {texts.notice.posted(sheet)}
        </button>
        {period === null ? texts.notice.periodUnreadable : texts.notice.periodIs(period)}
      </p>
      {differs && <p className="stale">{texts.notice.differs}</p>}
    </>
  );
}

/** The working days of the notice, with 调休. */
function Days({
  start,
  calendar,
  counted,
}: {
  readonly start: CalendarDate;
  readonly calendar: WorkCalendar;
  readonly counted: NoticeStart;
}): ReactNode {
  const { texts } = usePage();
  const { from, to } = noticePeriod(start, calendar, counted);
  const unknown = [...new Set([yearOf(from), yearOf(to)])].filter((year) => !calendar.hasOfficialList(year));
  return (
    <div id="notice-days" aria-live="polite">
      {!calendar.isWorkday(start) && <p>{texts.notice.startMoved(start, from)}</p>}
      <p>{counted === '当日计入' ? texts.notice.days : texts.notice.daysFromNext}</p>
      <ol className="days">
        {calendar.workdaysFrom(from, to).map((day) => (
          <li key={day}>{texts.notice.day(day, weekdayOf(day), weekdayOf(day) >= SATURDAY)}</li>
        ))}
      </ol>
      <p>{texts.notice.lastDay(to, addDays(to, 1))}</p>
      {unknown.map((year) => (
        <p key={year} className="stale">
          {texts.notice.calendarUnknown(year)}
        </p>
      ))}
    </div>
  );
}

/** All that the notice will say of anybody. */
function WhiteList({ lines }: { readonly lines: readonly NoticeLine[] }): ReactNode {
  const { texts } = usePage();
  const [shown, more] = useMore(lines.length);
  return (
    <details id="white-list">
      <summary>{texts.notice.listed(lines.length)}</summary>
      <p>{texts.notice.listedHint}</p>
      <table>
        <thead>
          <tr>
            {texts.notice.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map(({ key, department, name, position, grade }) => (
            <tr key={key}>
              <td>{department}</td>
              <td>{name}</td>
              <td>{position}</td>
              <td>
                <GradeChip grade={grade} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </details>
  );
}

/** A notice is not posted more than a year ahead; such a day is one that is still being typed. */
function startIn(text: string, today: CalendarDate): CalendarDate | null {
  const day = parseCalendarDate(text);
  return day === undefined || day > addDays(today, 366) ? null : day;
}
