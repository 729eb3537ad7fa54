import type { CalendarDate } from '../../assessment/calendarDate';
import { cellWhere, type NoticeSheet } from '../notice/sheet';
import { wholeDateIn } from '../words/dateText';
import type { NoticeContact } from './publicNotice';

/** What stands below the list of a 公示表: whom to reach, and the day of posting; null where no whole date stands there. */
export function belowList({ grid, table }: NoticeSheet): NoticeContact & { readonly posted: CalendarDate | null } {
  if ('missing' in table) return { phone: '', place: '', posted: null };
  const from = table.tailRow + 1;
  const beside = (label: string): string => {
    const found = cellWhere(grid, (text) => text.startsWith(label), from, grid.rowEnd);
    if (found === null) return '';
    const own = found.text.slice(found.text.search(/[:：]/) + 1).trim();
    if (own !== '') return own;
    for (let column = found.column + 1; column < grid.columnEnd; column++) {
      const text = String(grid.value(found.row, column)).trim();
      if (text !== '') return text;
    }
    return '';
  };
  const dated = cellWhere(grid, (text) => wholeDateOf(text) !== null, from, grid.rowEnd);
  return {
    phone: beside('联系电话'),
    place: beside('联系地点'),
    posted: dated === null ? null : wholeDateOf(dated.text),
  };
}

/** The day of a text that is nothing but a whole date. */
function wholeDateOf(text: string): CalendarDate | null {
  return /^\d{4}年\d{1,2}月\d{1,2}日$/.test(text) ? wholeDateIn(text) : null;
}
