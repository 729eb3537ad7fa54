import { GRADES, type Grade } from '../../assessment/grade';
import type { CalendarDate } from '../../assessment/calendarDate';
import { readDays } from '../words/dateRange';
import { arabicDigits, datesIn, wholeDate } from '../words/dateText';
import { GRADE_STATUSES, GRADE_WORDS } from '../words/labels';
import { joined, type CellText } from './fields';
import { nearestYear } from './tasks';
import { normalizeLabel, normalizeName } from '../words/text';

/** What 附件2's field of the evaluation, or of the committee, holds. */
export interface WrittenEvaluation {
  /** Without suggested grade, signature and date. */
  readonly comment: string;
  readonly grade: WrittenGrade | null;
  /** Another grade that the field suggests besides; null when it agrees with itself. */
  readonly otherGrade: WrittenGrade | null;
  /** Normalised like a name; '' when nobody signed in letters. */
  readonly signer: string;
  readonly signerCell: CellText | null;
  readonly date: WrittenDate | null;
}

export interface WrittenGrade {
  /** As written, without quotation marks and 等次; a status (不确定等次) whole. */
  readonly text: string;
  readonly cell: CellText;
}

interface WrittenDate {
  readonly text: string;
  readonly cell: CellText;
}

/** 建议等次： 签名： 日期： 评语： inside the field; what stands behind is theirs up to the next. */
const LABEL =
  /(?<grade>(?:建议)?(?:考核)?等次(?:建议)?)\s*[:：]|(?<signer>[\p{Script=Han}（()）]{0,14}?(?:签\s*名|签\s*字|签\s*章)\s*[）)]?)\s*[:：]|(?<date>(?:签[字名])?日\s*期|时\s*间)\s*[:：]|(?<comment>评\s*语)\s*[:：]/gu;
const LABELS = ['grade', 'signer', 'date', 'comment'] as const;
/** A label that fills its cell needs no colon. */
const BARE_LABEL = /^((建议)?(考核)?等次(建议)?|(分管领导|科长|负责人)?(签名|签字|签章)|(签[字名])?日期|评语):?$/;

const WORDS = [...GRADES, ...GRADE_STATUSES, ...Object.keys(GRADE_WORDS)]
  .filter((word) => /\p{L}/u.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|');
const QUOTE = '[“”"「」『』‘’\'《》【】]';
const END = '(?=$|[\\s,，.。;；、!！)）])';
const NOT = '(?<not>不得|不能|不宜|不应|不)?';
/** A grade inside a sentence: only where the sentence says that it is one. */
const IN_SENTENCE = [
  `${NOT}(?:建议|拟)(?:本月|当月|考核|评定|确定|评|定|列|给予|其|该同志)*(?:等次|结果)?(?:为|是)?\\s*${QUOTE}?(?<word>${WORDS})${QUOTE}?\\s*(?:等次|等)?${END}`,
  `${NOT}(?:评定|确定|评|定|列)为\\s*${QUOTE}?(?<word>${WORDS})${QUOTE}?\\s*(?:等次|等)?${END}`,
  `${QUOTE}(?<word>${WORDS})${QUOTE}\\s*等次${END}`,
].map((pattern) => new RegExp(`[,，、；;\\s]*${pattern}`, 'u'));
/** ☑较好 */
const TICKED = new RegExp(`[☑✓✔√■]\\s*(${WORDS})`, 'u');
const BOXES = /[□☐☑✓✔√■]/;
/** The word behind 建议等次：, up to white space or punctuation. */
const FIRST_WORD = new RegExp(`^${QUOTE}?[^\\s,，.。;；、：:(（“”"「」『』]+`, 'u');
/** Words of approval, as short as a name. */
const OPINION = /^(拟?同意.{0,6}|属实|已阅|已审|通过|批准|无|无异议|无意见)$/u;
const NAME = /^[\p{Script=Han}·]{2,4}$/u;

/**
 * Takes the field apart: 评语, suggested grade, signature and date may stand in one cell or in several.
 *
 * @param written the field's filled cells in reading order
 */
export function readEvaluation(written: readonly CellText[]): WrittenEvaluation {
  const texts = written.map((cell) =>
    isBareLabel(cell.text) ? { ...cell, text: `${normalizeLabel(cell.text).replace(':', '')}：` } : cell,
  );
  const found: Found = { comment: [], grades: [], signer: null, date: null };
  const taken = new Set<CellText>();
  texts.forEach((cell, i) => {
    if (taken.has(cell)) return;
    const next = texts[i + 1];
    const beside = next?.row === cell.row && !startsWithLabel(next.text) ? next : null;
    const { comment, grades, signer, date } = found;
    const [comments, gradesBefore] = [comment.length, grades.length];
    if (readCell(found, cell, beside) && beside !== null) taken.add(beside);
    // Where nothing else stands in a cell, the comment is what was written, to the letter.
    const nothingElse = grades.length === gradesBefore && found.signer === signer && found.date === date;
    if (nothingElse && comment.length > comments && [...cell.text.matchAll(LABEL)].length === 0)
      comment.splice(comments, comment.length - comments, cell);
  });
  const [grade = null] = found.grades;
  return {
    comment: joined(found.comment),
    grade,
    otherGrade: found.grades.find(({ text }) => text !== grade?.text) ?? null,
    signer: found.signer?.text ?? '',
    signerCell: found.signer?.cell ?? null,
    date: found.date,
  };
}

/** 好, 较好, 一般 or 较差 for the words somebody wrote; null for a status and for words of other scales. */
export function writtenGrade(written: string): Grade | null {
  return GRADES.find((grade) => grade === written) ?? null;
}

/** What is wrong with the words: nothing, or that they are no grade, with one to propose. */
export function gradeFault(written: string): { readonly proposal: string | null } | null {
  if (writtenGrade(written) !== null || GRADE_STATUSES.has(written)) return null;
  return { proposal: GRADE_WORDS[written.toUpperCase()] ?? null };
}

/** The date of a signature; without a year, in the year nearest to the form's period. */
export function signingDate(text: string, near: CalendarDate | null): CalendarDate | null {
  const day = readDays(text)?.from;
  if (day?.month == null) return null;
  const year = day.year ?? nearestYear(day.month, near);
  return wholeDate({ ...day, year });
}

interface Found {
  readonly comment: CellText[];
  readonly grades: WrittenGrade[];
  /** The text is '' where only the label stands. */
  signer: { text: string; cell: CellText } | null;
  date: WrittenDate | null;
}

/** @returns whether the cell beside was needed, as the value of a label that ends this one */
function readCell(found: Found, cell: CellText, beside: CellText | null): boolean {
  let usedBeside = false;
  let awaitsSigner = false;
  for (const line of cell.text.split('\n')) {
    const parts = labelled(line);
    for (const [i, { label, text }] of parts.entries()) {
      const isLast = i === parts.length - 1;
      const value = label !== null && text === '' && isLast && beside !== null ? beside : { ...cell, text };
      const isName: boolean = label === null && awaitsSigner && NAME.test(text) && writtenGrade(text) === null;
      const read: boolean = isName ? readSigner(found, value) : readPart(found, label, value);
      if (label === 'signer') found.signer ??= { text: '', cell };
      awaitsSigner = label === 'signer' && !read;
      usedBeside ||= read && value === beside;
    }
  }
  return usedBeside;
}

type Label = (typeof LABELS)[number];

/** @returns whether the cell held what its label announces */
function readPart(found: Found, label: Label | null, cell: CellText): boolean {
  switch (label) {
    case 'grade':
      return readGrade(found, cell);
    case 'signer':
      return readSigner(found, cell);
    case 'date':
      return readDate(found, cell);
    default:
      return readProse(found, cell);
  }
}

function isBareLabel(text: string): boolean {
  return BARE_LABEL.test(normalizeLabel(text));
}

function startsWithLabel(text: string): boolean {
  return [...text.matchAll(LABEL)].some(({ index }) => text.slice(0, index).trim() === '');
}

/** A line cut at its labels. */
function labelled(line: string): { label: Label | null; text: string }[] {
  const labels = [...line.matchAll(LABEL)];
  const prelude = line.slice(0, labels[0]?.index).trim();
  return [
    ...(prelude === '' ? [] : [{ label: null, text: prelude }]),
    ...labels.map(({ index, 0: matched, groups = {} }, i) => ({
      label: LABELS.find((label) => groups[label] !== undefined) ?? null,
      text: line.slice(index + matched.length, labels[i + 1]?.index).trim(),
    })),
  ];
}

/** Behind 建议等次：, whatever stands there is meant as the grade. */
function readGrade(found: Found, cell: CellText): boolean {
  if (BOXES.test(cell.text)) {
    const ticked = TICKED.exec(cell.text)?.[1];
    if (ticked !== undefined) found.grades.push({ text: plainGrade(ticked), cell });
    return true;
  }
  const [word = ''] = FIRST_WORD.exec(cell.text) ?? [];
  const text = plainGrade(word);
  if (text === '') return false;
  found.grades.push({ text, cell });
  const rest = cell.text.slice(word.length).replace(new RegExp(`^(?:${QUOTE}|[\\s,，.。;；、])+`, 'u'), '');
  if (rest !== '' && rest !== '等次') readProse(found, { ...cell, text: rest });
  return true;
}

/** A grade without quotation marks and 等次; '' for the strokes that stand for none. */
function plainGrade(text: string): string {
  const plain = normalizeLabel(text).replace(new RegExp(QUOTE, 'gu'), '');
  if (GRADE_STATUSES.has(plain)) return /\p{L}/u.test(plain) ? plain : '';
  return plain.replace(/^为/, '').replace(/等次?$/, '');
}

/** 李强　2021年6月3日 */
function readSigner(found: Found, cell: CellText): boolean {
  const { name, date } = nameAndDate(cell.text);
  if (date !== '') found.date ??= { text: date, cell };
  if (name !== '' && (found.signer === null || found.signer.text === '')) found.signer = { text: name, cell };
  return name !== '';
}

function readDate(found: Found, cell: CellText): boolean {
  const { date } = nameAndDate(cell.text);
  if (date !== '') found.date ??= { text: date, cell };
  return date !== '';
}

/** A line without a label: a date, a grade alone, a signature with its date, or a sentence of the comment. */
function readProse(found: Found, cell: CellText): boolean {
  const text = cell.text.trim();
  if (isBlankTemplate(text)) return false;
  const alone = plainGrade(text);
  const { name, date } = nameAndDate(text);
  if (BOXES.test(text) && TICKED.test(text)) readGrade(found, cell);
  else if (
    writtenGrade(alone) !== null ||
    GRADE_STATUSES.has(alone) ||
    GRADE_WORDS[alone.toUpperCase()] !== undefined
  ) {
    found.grades.push({ text: alone, cell });
  } else if (isOnlyDate(text)) found.date ??= { text: date, cell };
  else if (date !== '' && NAME.test(name) && /^\S{2,4}\s/u.test(text) && isOnlyDate(text.slice(name.length))) {
    readSigner(found, cell);
  } else readSentence(found, { ...cell, text });
  return true;
}

function readSentence(found: Found, cell: CellText): void {
  const { rest, date } = withoutEndingDate(cell.text);
  if (date !== null) found.date ??= { text: date, cell };
  let sentence = rest;
  for (const pattern of IN_SENTENCE) {
    const match = pattern.exec(sentence);
    const { word, not } = match?.groups ?? {};
    if (match === null || word === undefined || not !== undefined) continue;
    found.grades.push({ text: plainGrade(word), cell });
    sentence = sentence.slice(0, match.index) + sentence.slice(match.index + match[0].length);
    break;
  }
  const comment = sentence.trim().replace(/^[,，、;；。.\s]+/, '');
  if (comment !== '') found.comment.push({ ...cell, text: comment });
}

/** 同意。　2021年6月8日 */
function withoutEndingDate(text: string): { rest: string; date: string | null } {
  const [, rest, tail] = /^(.*?[\s。.;；])\s*(\d[^\p{Script=Han}]*[年./-].*)$/u.exec(text) ?? [];
  return rest !== undefined && tail !== undefined && isOnlyDate(tail)
    ? { rest: rest.trim(), date: tail }
    : { rest: text, date: null };
}

/** 年　月　日 of the template, and lines of dashes. */
function isBlankTemplate(text: string): boolean {
  return (
    normalizeLabel(text)
      .replace(/^20\d\d(?=年)/, '')
      .replace(/[年月日_—-]/g, '') === ''
  );
}

function isOnlyDate(text: string): boolean {
  const { date, rest } = withoutDate(text);
  return date !== '' && rest.replace(/[年月日_():·-]/g, '') === '';
}

/** A signature's name and date; each '' where there is none. */
function nameAndDate(text: string): { name: string; date: string } {
  const { date, rest } = withoutDate(text);
  const name = normalizeName(rest.replace(/[年月日_():\d]/g, ' '));
  return { name: /^[\p{L}·]{2,20}$/u.test(name) && !OPINION.test(name) ? name : '', date };
}

function withoutDate(text: string): { date: string; rest: string } {
  const plain = arabicDigits(text.normalize('NFKC')).replace(/\s*([年月日./-])\s*/g, '$1');
  const date = datesIn(plain, true).find(({ day }) => day !== null)?.text ?? '';
  return { date, rest: (date === '' ? plain : plain.replace(date, ' ')).trim() };
}
