import type { ExtraKind } from '../../assessment/total';
import type { Rounding } from '../../assessment/grade';
import type { Scale } from '../../assessment/total';
import { folded } from '../words/folding';
import { SETTING_NAMES } from '../settings/names';
import { NOTHING } from './extraColumns';

/*
 * The native formulas of score and review sheets: functions that Excel 2016, WPS and LibreOffice all have. `{r}` is the
 * row the formula stands in. Sums are rounded to nine decimals, which takes away the error of binary fractions and
 * nothing else: scores have at most a few decimals (R13, ambiguity 7).
 */

/** What stands for a month in which a person is on no score sheet. */
export const NOT_SCORED = '未测评';

/** One row's seven scores as a formula sees them, in the order of INDICATORS. */
export interface ScoreCells {
  readonly cells: readonly string[];
  /** What stands in those of them that are numbers stored as text (８５, 85分); null for the others. */
  readonly texts: readonly (string | null)[];
  /** The cells lie side by side in that order. */
  readonly adjacent: boolean;
  readonly weights: readonly number[];
  /** The form's weights are those of 考核设置, so that the formula may follow them. */
  readonly weightsAreSettings: boolean;
  /** Cells of columns of plus and minus that the office counts (rule 53). */
  readonly extras: readonly ExtraOperand[];
}

export interface ExtraOperand {
  readonly cell: string;
  readonly kind: ExtraKind;
  /** What stands there where it is a number stored as text. */
  readonly text: string | null;
}

/** The weighted total; '' while a score is missing, unreadable or outside its limits (R05–R13). */
export function totalFormula(row: ScoreCells, scale: Scale): string {
  const texts = row.cells.map((_, i) => row.texts[i] ?? null);
  const operands = row.cells.map((cell, i) => numberIn(cell, texts[i] ?? null));
  const numbers = row.cells.filter((_, i) => texts[i] === null);
  const plain = numbers.length === row.cells.length;
  const all =
    row.adjacent && plain
      ? `${row.cells[0] ?? ''}:${(row.cells.at(-1) ?? '').replace(/^.*!/, '')}`
      : operands.join(',');
  const weight = (i: number) =>
    row.weightsAreSettings ? `INDEX(${SETTING_NAMES.weights},${i + 1})` : String(row.weights[i] ?? 0);
  const useVector = row.adjacent && plain && row.weightsAreSettings;

  const outside =
    scale === '百分制'
      ? `MAX(${all})>100`
      : useVector
        ? `SUMPRODUCT(--(${all}>${SETTING_NAMES.weights}))>0`
        : operands.map((operand, i) => `${operand}>${weight(i)}`).join(',');
  const sum =
    scale === '分值制'
      ? `SUM(${all})`
      : useVector
        ? `SUMPRODUCT(${all},${SETTING_NAMES.weights})/100`
        : `(${operands.map((operand, i) => `${operand}*${weight(i)}`).join('+')})/100`;
  const counted = plain ? all : numbers.join(',');
  const missing = counted === '' ? '' : `COUNT(${counted})<${numbers.length},`;
  const guard = [`${missing}${outside}`, `MIN(${all})<0`, ...row.extras.map(isNoAmount)].join(',');
  const total = row.extras.length === 0 ? sum : withExtras(sum, row.extras);
  const formula = `IF(OR(${guard}),"",ROUND(${total},9))`;
  return plain && row.extras.every(({ text }) => text === null) ? `=${formula}` : `=IFERROR(${formula},"")`;
}

/** The sum with what is added and taken off, each up to its largest amount, held to 0–100 (rule 53). */
function withExtras(sum: string, extras: readonly ExtraOperand[]): string {
  const added = extras.flatMap(({ kind, ...at }) =>
    kind === '加分' ? [amount(at)] : kind === '加扣分' ? [`MAX(0,${amount(at)})`] : [],
  );
  const taken = extras.flatMap(({ kind, ...at }) =>
    kind === '扣分' ? [`ABS(${amount(at)})`] : kind === '加扣分' ? [`MAX(0,-${amount(at)})`] : [],
  );
  const part = (sign: string, amounts: readonly string[], most: string) =>
    amounts.length === 0 ? '' : `${sign}MIN(${amounts.join('+')},${most})`;
  const changed = `${sum}${part('+', added, SETTING_NAMES.bonus)}${part('-', taken, SETTING_NAMES.deduction)}`;
  return `MAX(0,MIN(100,${changed}))`;
}

function amount({ cell, text }: Omit<ExtraOperand, 'kind'>): string {
  return text === null ? `N(${cell})` : numberIn(cell, text);
}

/** Whether a cell holds neither an amount nor a word for nothing; less than nothing is no 加分. */
function isNoAmount({ cell, kind, text }: ExtraOperand): string {
  if (text !== null) return kind === '加分' ? `${numberIn(cell, text)}<0` : `ISERROR(${numberIn(cell, text)})`;
  const unread = `ISERROR(FIND("|"&TRIM(${cell})&"|","||${NOTHING.join('|')}|"))`;
  return `IF(ISNUMBER(${cell}),${kind === '加分' ? `${cell}<0` : 'FALSE'},${unread})`;
}

/** 校验 beside a row whose seven cells lie side by side: what keeps it from a total; '' while it has none or no name. */
export function missingScoresFormula(name: string, cells: readonly string[]): string {
  const all = `${cells[0] ?? ''}:${cells.at(-1) ?? ''}`;
  const outside = `IF(OR(MAX(${all})>100,MIN(${all})<0),"分数超出0至100","")`;
  return `=IF(${name}="","",IF(COUNT(${all})<${cells.length},"缺"&${cells.length}-COUNT(${all})&"项",${outside}))`;
}

/** The number in a cell; of a text, what is left without the characters that are no digits (分, spaces). */
function numberIn(cell: string, text: string | null): string {
  if (text === null) return cell;
  const strays = [...new Set(text)].filter((character) => !/[0-9.]/.test(character.normalize('NFKC')));
  return `VALUE(ASC(${strays.reduce((rest, character) => `SUBSTITUTE(${rest},${literal(character)},"")`, cell)}))`;
}

/** 得分等次 of the total in a cell (R13). */
export function gradeFormula(total: string, rounding: Rounding): string {
  const compared = rounding === '不舍入' ? total : `ROUND(${total},${rounding})`;
  return `=IF(ISNUMBER(${total}),LOOKUP(${compared},${SETTING_NAMES.lines},${SETTING_NAMES.grades}),"")`;
}

/**
 * 科室|姓名 without spaces, or the name alone where the form has no 科室; with |评委 behind it where the form's rows
 * name theirs; '' on rows without a name.
 *
 * @param characters those of the workbook's names, the row's own first
 * @param beside what stands beside the name in its cell
 */
export function keyFormula(
  department: string | null,
  name: string,
  characters: ReadonlySet<string>,
  rater: string | null = null,
  beside: readonly string[] = [],
): string {
  const bare = beside.reduce((text, part) => `SUBSTITUTE(${text},${literal(part)},"")`, name);
  const parts = [department, bare, rater].flatMap((cell) => (cell === null ? [] : plainText(cell, characters)));
  return `=IF(${name}="","",${parts.join('&"|"&')})`;
}

/** Excel nests no more functions than 64; some are left for what stands around the name. */
const MOST_SUBSTITUTES = 50;

/** Nested SUBSTITUTEs for those characters of the workbook's names that are folded; plain spaces always. */
function plainText(cell: string, characters: ReadonlySet<string>): string {
  return [...new Set([' ', '\u3000', ...characters])]
    .filter((character) => folded(character) !== character)
    .slice(0, MOST_SUBSTITUTES)
    .reduce((text, character) => `SUBSTITUTE(${text},${literal(character)},${literal(folded(character))})`, cell);
}

/** A text inside a formula; control characters by number, since a cell cannot show them. */
export function literal(text: string): string {
  return text !== '' && text < ' ' ? `CHAR(${text.charCodeAt(0)})` : `"${text.replaceAll('"', '""')}"`;
}

/** The most people who may be 好 among a number of participants given as an expression (R15, ambiguity 12); 0 of none. */
export function limitExpression(participants: string, atLeastOne: boolean): string {
  const limit = `INT(${participants}*${SETTING_NAMES.quota}/100)`;
  return atLeastOne ? `MIN(${participants},MAX(1,${limit}))` : limit;
}

/** The longest formula that Excel takes. */
const LONGEST_FORMULA = 8192;

/**
 * One line of text with the month's participants, limit, 好 and what is left or over (R15); '' where so many are left out
 * that it would be too long.
 *
 * @param leftOut keys of those who do not count (ambiguity 11, rules 40–44)
 */
export function quotaLineFormula(
  keys: string,
  grades: string,
  atLeastOne: boolean,
  leftOut: readonly string[] = [],
): string {
  const others = leftOut.map((key) => `*(${keys}<>${literal(key)})`).join('');
  const participants = others === '' ? `SUMPRODUCT(--(${keys}<>""))` : `SUMPRODUCT((${keys}<>"")${others})`;
  const limit = limitExpression(participants, atLeastOne);
  const good = others === '' ? `COUNTIF(${grades},"好")` : `SUMPRODUCT((${grades}="好")${others})`;
  const formula =
    `="参加"&${participants}&"人，“好”上限"&${limit}&"人，得分为“好”"&${good}&"人，"` +
    `&IF(${good}>${limit},"超"&${good}-${limit}&"人","余"&${limit}-${good}&"人")` +
    (others === '' ? '' : '&"；不含不计入考核的人员"');
  return formula.length > LONGEST_FORMULA ? '' : formula;
}
