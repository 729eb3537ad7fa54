/** Excel's limit for the message of a cell, in UTF-16 units (W6). */
export const LONGEST_MESSAGE = 255;

/** A text with so many UTF-16 units at most; one that is cut ends with …, and no character is cut in two. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
