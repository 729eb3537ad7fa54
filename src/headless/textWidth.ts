import { eastAsianWidth } from 'get-east-asian-width';

/** Marks over a letter, variants of a character and direction marks take no column of their own. */
const WITHOUT_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Columns that a text takes on a terminal: two for a Chinese character. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + signWidth(sign), 0);
}

function signWidth(sign: string): number {
  return WITHOUT_WIDTH.test(sign) ? 0 : eastAsianWidth(sign.codePointAt(0) ?? 0);
}

/** A text filled up with spaces to so many columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** Up to so many columns a word goes to the next line whole, so that no name is cut. */
const LONGEST_WORD = 32;
/** What stands between two places where a line may end: a word with the marks around it. */
const WORDS = /[（“《【]*[^\s（“《【，。；：、？！）”》】]*[，。；：、？！）”》】]*\s*/gu;

/** The lines that a text takes in so many columns; null for one, however long. */
export function wrapped(text: string, width: number | null): string[] {
  if (width === null || textWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  const begin = (next: string) => {
    if (line !== '') lines.push(line.trimEnd());
    line = next;
  };
  for (const word of text.match(WORDS) ?? []) {
    const wide = textWidth(word.trimEnd());
    if (textWidth(line) + wide <= width) line += word;
    else if (wide <= Math.min(width, LONGEST_WORD)) begin(word);
    else {
      for (const sign of word) {
        if (textWidth(line) + signWidth(sign) > width) begin('');
        line += sign;
      }
    }
  }
  begin('');
  return lines;
}
