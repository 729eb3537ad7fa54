import type { PersonReview, QuarterReview } from '../../assessment/quarterly';
import { cutTo, LONGEST_MESSAGE } from '../grid/message';
import type { MessageStep } from '../grid/plan';
import { reviewedPeople } from './decisions';
import type { ReviewSheet } from './read';

/** The title of the messages at 建议等次. */
export const EXPLANATION_TITLE = '建议等次说明';
/** Sorting takes the rows along, but not their messages: each says whose it is, and that it may be out of date. */
const CLOSING = '（写入时的情况；改动或排序后请重新写入）';

/** A cell of 建议等次 with the message that it is to have. */
export type WantedMessage = Omit<MessageStep, 'before'>;

/** How each suggestion came about, for the cell of 建议等次 of every row of the 审定表; '' for rows of nobody. */
export function explanationMessages(review: QuarterReview, { table, lines, repeated }: ReviewSheet): WantedMessage[] {
  const column = table.columns.get('suggestion');
  if (column === undefined) return [];
  const people = reviewedPeople(review);
  const keys = new Map([...lines, ...repeated].map(({ row, key }) => [row, key]));
  return Array.from({ length: table.endRow - table.firstRow }, (_, i) => {
    const row = table.firstRow + i;
    const person = people.get(keys.get(row) ?? '');
    const message = person === undefined ? '' : messageOf(person);
    return { row, column, title: EXPLANATION_TITLE, message };
  });
}

/** The quarter's reasons; those of the months stand in the derivation. */
function messageOf({ name, department, reasons, months, ruling, suggestedGrade }: PersonReview): string {
  const ofMonths = new Set(months.flatMap((month) => month.ruling.reasons));
  const ofQuarter = reasons.filter((reason) => !ofMonths.has(reason) || ruling.reasons.includes(reason));
  const conclusion = suggestedGrade === null ? '没有建议等次，请考核领导小组研究确定' : `故建议“${suggestedGrade}”`;
  const said = `${name}（${department}）：${[...new Set(ofQuarter)].join('；')}`;
  const closing = `；${conclusion}${CLOSING}`;
  return `${cutTo(said, LONGEST_MESSAGE - closing.length)}${closing}`;
}
