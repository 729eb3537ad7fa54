import type { ExtraKind, ExtraPoints } from '../../assessment/total';
import type { SheetCells } from '../grid/cells';
import { normalizeLabel } from '../words/text';
import { readScore } from './cell';
import type { ExtraCell, ExtraColumn, ScoreRow } from './form';
import type { Heading } from './heading';

/** Columns that the notice does not know (rule 53), by what their headings say. */
const EXTRAS: readonly { readonly words: RegExp; readonly kind: ExtraKind }[] = [
  { words: /否决|否优/, kind: '一票否决' },
  { words: /加.{0,2}[扣减]分?|增减分|奖惩分|调整分|修正分/, kind: '加扣分' },
  { words: /扣分|减分|扣减|负分|罚分|^-分/, kind: '扣分' },
  { words: /加分|附加|奖励分|奖分|^\+分/, kind: '加分' },
];
/** Texts that say that there is nothing; the live formulas know them too. */
export const NOTHING: readonly string[] = ['无', '否', '没有', '-', '—', '/'];

function kindOf(heading: string): ExtraKind | undefined {
  return EXTRAS.find(({ words }) => words.test(normalizeLabel(heading)))?.kind;
}

/** Whether a heading is that of points that are added, taken off, or a veto. */
export function isExtra(heading: string): boolean {
  return kindOf(heading) !== undefined;
}

/** The columns of plus and minus beside the seven indicators. */
export function extraColumns({ cells }: Heading): readonly ExtraColumn[] {
  return cells.flatMap(({ label, text, column }) => {
    const kind = label === null ? kindOf(text) : undefined;
    return kind === undefined ? [] : [{ column, kind, heading: normalizeLabel(text) }];
  });
}

/** What stands in them on a person's row; nothing for 无, 否, 0 and blank cells. */
export function readExtras(cells: SheetCells, row: number, columns: readonly ExtraColumn[]): readonly ExtraCell[] {
  return columns.flatMap((extra) => {
    const written = cells.own(row, extra.column);
    const text = normalizeLabel(written);
    if (text === '' || NOTHING.includes(text)) return [];
    const reading = readScore(cells.value(row, extra.column), cells.format(row, extra.column), cells.date1904);
    const score = reading.kind === 'score' ? reading.score : null;
    if (score?.equals(0) === true) return [];
    // Less than nothing is no 加分; what is taken off may be written as 2 or as −2.
    const points = extra.kind === '加分' && score !== null && score.compare(0) < 0 ? null : score;
    const isNumber = reading.kind === 'unreadable' && reading.isNumber;
    return [{ ...extra, written, points, isText: reading.kind === 'score' && reading.isText, isNumber }];
  });
}

/** The points of a row, as far as they can be read. */
export function extraPoints({ extras }: Pick<ScoreRow, 'extras'>): readonly ExtraPoints[] {
  return extras.flatMap(({ kind, points }) => (points === null ? [] : [{ kind, points }]));
}
