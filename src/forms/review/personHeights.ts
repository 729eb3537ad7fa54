import { recommendationText } from '../evaluation/recommendations';
import { holds, type FormatStep } from '../grid/plan';
import { MONTH_WIDTHS, REVIEW_COLUMNS, type ReviewColumn } from './columns';
import { allRows, type PersonRow, type ReviewDraft } from './draft';
import { areFirstCircumstances, groundsContent, groundsOf } from './people';
import { columnPoints, isOwnHeight, isTaller, personHeight, printedRow } from './look';

/** How tall the people's rows of the 审定表 are, so that all their texts show whole. */

interface RowText {
  readonly column: number;
  readonly text: string;
  /** Characters, as the program makes the column. */
  readonly width: number;
  /** The column gets this width in the same step, whatever it has now. */
  readonly isWidened: boolean;
}

/** A row of an earlier run that one of its texts may be too long for. */
export interface GrowingRow {
  readonly row: number;
  readonly texts: readonly RowText[];
  /** The program writes other 特殊情形 than stood there. */
  readonly isRewritten: boolean;
}

/** The rows that are new, where their texts need more than one line. */
export function tallRows(draft: ReviewDraft): FormatStep[] {
  const textsOf = rowTexts(draft);
  return draft.rows
    .filter(({ isNew }) => isNew)
    .flatMap((row) => {
      const height = heightOf(textsOf(row));
      return height === personHeight([]) ? [] : [printedRow(draft.place, row.row, height)];
    });
}

/** Points of all people's rows as they are to be, from the first on. */
export function peopleHeights(draft: ReviewDraft): number[] {
  const textsOf = rowTexts(draft);
  return allRows(draft).map((row) => (row === undefined ? personHeight([]) : heightOf(textsOf(row))));
}

/** Points of the rows of an earlier run with the texts that stand there now. */
export function heightsBefore({ place, grid }: ReviewDraft): number[] {
  return Array.from({ length: place.endRow - place.firstRow }, (_, i) =>
    personHeight(
      REVIEW_COLUMNS.map(({ id, width }) => {
        const text = grid.value(place.firstRow + i, place.column(id));
        return { points: columnPoints(width), text: typeof text === 'string' && id !== 'index' ? text : '' };
      }),
    ),
  );
}

/** The rows of an earlier run that need more than one line, with what people have typed in them. */
export function growingRows(draft: ReviewDraft): GrowingRow[] {
  const { place, people, grid } = draft;
  const column = place.column('circumstances');
  const textsOf = rowTexts(draft);
  return draft.rows
    .filter(({ isNew }) => !isNew)
    .map((row) => ({
      row: row.row,
      texts: textsOf(row),
      isRewritten: !holds(grid.formula(row.row, column), groundsContent(people.get(row.key)), row.row),
    }))
    .filter(({ texts }) => heightOf(texts) > personHeight([]));
}

/**
 * The height that a row has to get so that its texts show whole. Null where they do, and where somebody has set the
 * height by hand, unless the program itself writes more into the row than before.
 *
 * @param present points
 * @param widths of the columns as they are, points; a hidden column has none
 */
export function grownHeight(
  { texts, isRewritten }: GrowingRow,
  present: number,
  widths: ReadonlyMap<number, number>,
): number | null {
  const seen = texts.flatMap(({ column, text, width, isWidened }) => {
    const points = isWidened ? columnPoints(width) : (widths.get(column) ?? 0);
    return points === 0 ? [] : [{ points, text }];
  });
  const height = personHeight(seen);
  return isTaller(height, present) && (isRewritten || isOwnHeight(present)) ? height : null;
}

function heightOf(texts: readonly RowText[]): number {
  return personHeight(texts.map(({ width, text }) => ({ points: columnPoints(width), text })));
}

/** What stands in a person's row once the step is written: the program's texts, and those that people have typed. */
function rowTexts(draft: ReviewDraft): (row: PersonRow) => RowText[] {
  const { place, book, people, additions, grid } = draft;
  const known = new Map(book.people.map((person) => [person.key, person]));
  const isWidened = areFirstCircumstances(draft);
  return ({ row, key, isNew }) => {
    const person = people.get(key);
    const { department = '', displayName = '', position = '' } = known.get(key) ?? {};
    const own: Partial<Record<ReviewColumn, string>> = {
      ...(isNew ? { department, name: displayName, position } : {}),
      suggestion: person?.suggestedGrade ?? '',
      circumstances: groundsOf(person).join('；'),
      ...(additions.recommendations.size === 0
        ? {}
        : { proposal: recommendationText(additions.recommendations.get(key) ?? []) }),
    };
    return [
      ...REVIEW_COLUMNS.map(({ id, width }) => {
        const column = place.column(id);
        const present = grid.value(row, column);
        // Numbers, of which one is wider than its column by this measure, take one line.
        const text = own[id] ?? (typeof present === 'string' && id !== 'index' ? present : '');
        return { column, text, width, isWidened: isWidened && id === 'circumstances' };
      }),
      ...place.months.map((month, i) => ({
        column: month + 1,
        text: person?.months[i]?.grade ?? '',
        width: MONTH_WIDTHS.grade,
        isWidened: false,
      })),
    ];
  };
}
