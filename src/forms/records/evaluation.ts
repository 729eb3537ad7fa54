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
  /** What the field says that the grade is not to be: 不同意评为好. */
  readonly denied: DeniedGrade | null;
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

/** As written, with the grade that is denied. */
export interface DeniedGrade extends WrittenGrade {
  readonly grade: string;
}

interface WrittenDate {
  readonly text: string;
  readonly cell: CellText;
}

const WORDS = [...GRADES, ...GRADE_STATUSES, ...Object.keys(GRADE_WORDS)]
  .filter((word) => /\p{L}/u.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|');
const QUOTE = '[“”"「」『』‘’\'《》【】]';
const END = '(?=$|[\\s,，.。;；、!！)）（(])';
const GRADE_WORD = `${QUOTE}?(?<word>${WORDS})${QUOTE}?\\s*(?:等次|等)?${END}`;
/** The same ahead, also where it is spread over its line: 较　好. */
const GRADE_AHEAD = `(?=\\s*${QUOTE}?(?:较\\s+[好差]|一\\s+般|${WORDS})${QUOTE}?\\s*(?:等次|等)?${END})`;
/** 建议等次为, 拟定等次, 等次建议, 本月考核结果 …: what stands behind is the grade. */
const GRADE_LABEL =
  '(?:(?:建议|拟定?|评定|推荐|确定|评鉴|本月|当月)*(?:考核)?等次(?:建议)?|(?:本月|当月)?考核结果|(?:考核)?等次的?建议)(?:\\s*[为是])?';
/** 建议：, 评价：, 意见： stand before a grade or before a sentence. */
const MAYBE_LABEL = '(?<![不未无])(?:建议|评价|综合评[定价]|(?:评鉴|考核)?意见)(?:\\s*[为是])?';
/** 建议等次： 签名： 日期： 评语： inside the field; what stands behind is theirs up to the next. */
const LABEL = new RegExp(
  [
    `(?<grade>${GRADE_LABEL}\\s*(?:[:：=＝]|(?:[;；,，.—–-]|->)+${GRADE_AHEAD})|${MAYBE_LABEL}\\s*[:：]${GRADE_AHEAD})`,
    '(?<signer>[\\p{Script=Han}（()）]{0,14}?(?:签\\s*名|签\\s*字|签\\s*章)\\s*[）)]?)\\s*[:：]',
    '(?<date>(?:签[字名])?日\\s*期|时\\s*间)\\s*[:：]',
    '(?<comment>评\\s*语)\\s*[:：]',
  ].join('|'),
  'gu',
);
const LABELS = ['grade', 'signer', 'date', 'comment'] as const;
/** A label that fills its cell needs no colon. */
const BARE_LABEL =
  /^((建议|拟定|评定)?(考核)?等次(建议)?为?|(分管领导|科长|负责人)?(签名|签字|签章)|(签[字名])?日期|评语):?$/;

const VERB = '(?:评定|确定|评|定|列)';
const FILLER = `(?:本月|当月|考核|${VERB}|给予|其|该同志|等次|结果|为|是|\\s)*`;
/** A grade inside a sentence: only where the sentence says that it is one. */
const IN_SENTENCE = [
  `(?:(?<=同意)|建议|推荐|拟)${FILLER}\\s*${GRADE_WORD}`,
  `(?:等次|考核结果|${VERB}等次)\\s*[为是]?\\s*${GRADE_WORD}`,
  `${VERB}为\\s*${GRADE_WORD}`,
  `${QUOTE}(?<word>${WORDS})${QUOTE}\\s*等次${END}`,
].map((pattern) => new RegExp(`[,，、；;\\s]*${pattern}`, 'u'));
/** 不同意评为好, 建议不评为好, 未达到好等次, 非好. */
const NOT = '(?:不|未|没有?|无法|难以|勿|非)(?:能|得|宜|应|可|予|是|同意|建议|推荐|拟)*';
const DENIAL = [
  `(?:同意|建议|推荐|拟|等次|暂)?${FILLER}[:：]?\\s*${NOT}[:：]?\\s*${FILLER}\\s*${GRADE_WORD}`,
  `(?:[未不]达到?|达不到|没有?达到|够不上|不到|不够)\\s*${GRADE_WORD}`,
].map((pattern) => new RegExp(`[,，、；;\\s]*(?<said>${pattern})`, 'u'));
/** Several grades side by side: 好或较好, 好/较好. */
const SEVERAL = new RegExp(`^(?:${WORDS})(?:等次)?(?:[或/和与及~至](?:${WORDS})(?:等次)?)+$`, 'u');
/** ☑较好 */
const TICKED = new RegExp(`[☑✓✔√■]\\s*(${WORDS})`, 'gu');
/** 较好☑, 好（√）: where a grade stands first, the marks stand behind. */
const TICKED_BEHIND = new RegExp(`(${WORDS})(?:等次)?\\s*[（(]?\\s*[☑✓✔√■]`, 'gu');
const GRADE_FIRST = new RegExp(`^${QUOTE}?(?:${WORDS})`, 'u');
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
 * @param whole sentences that name a grade stay in the comment, to the letter: the committee's opinion
 */
export function readEvaluation(written: readonly CellText[], whole = false): WrittenEvaluation {
  const texts = written.map((cell) =>
    isBareLabel(cell.text) ? { ...cell, text: `${normalizeLabel(cell.text).replace(':', '')}：` } : cell,
  );
  const found: Found = { whole, comment: [], grades: [], denied: null, signer: null, date: null };
  const taken = new Set<CellText>();
  texts.forEach((cell, i) => {
    if (taken.has(cell)) return;
    const next = texts[i + 1];
    const beside = next?.row === cell.row && !startsWithLabel(next.text) ? next : null;
    const { comment, grades, denied, signer, date } = found;
    const [comments, gradesBefore] = [comment.length, grades.length];
    if (readCell(found, cell, beside) && beside !== null) taken.add(beside);
    // Where nothing else stands in a cell, the comment is what was written, to the letter.
    const nothingElse =
      grades.length === gradesBefore && found.denied === denied && found.signer === signer && found.date === date;
    if (nothingElse && comment.length > comments && [...cell.text.matchAll(LABEL)].length === 0)
      comment.splice(comments, comment.length - comments, cell);
  });
  const [grade = null] = found.grades;
  return {
    comment: joined(found.comment),
    grade,
    denied: found.denied,
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
  readonly whole: boolean;
  readonly comment: CellText[];
  readonly grades: WrittenGrade[];
  denied: DeniedGrade | null;
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
    found.grades.push(...tickedIn(cell.text).map((text) => ({ text, cell })));
    return true;
  }
  const value = closed(cell.text);
  if (readDenial(found, { ...cell, text: value })) return true;
  const said = IN_SENTENCE.map((pattern) => pattern.exec(value)).find((match) => match?.index === 0);
  const [word = ''] = said ?? FIRST_WORD.exec(value) ?? [];
  const text = plainGrade(said?.groups?.['word'] ?? word);
  if (text === '') return false;
  const several = SEVERAL.test(text) ? text.split(/[或/和与及~至]/).map(plainGrade) : [text];
  found.grades.push(...several.map((each) => ({ text: each, cell })));
  const rest = value.slice(word.length).replace(new RegExp(`^(?:${QUOTE}|[\\s,，.。;；、])+`, 'u'), '');
  if (rest !== '' && rest !== '等次') readProse(found, { ...cell, text: rest });
  return true;
}

function tickedIn(text: string): string[] {
  const pattern = GRADE_FIRST.test(text.trim()) ? TICKED_BEHIND : TICKED;
  return [...text.matchAll(pattern)].map(([, word = '']) => plainGrade(word));
}

/** 较　好 as 较好: people spread a grade over its line. */
function closed(text: string): string {
  return text.replace(/较\s+(?=[好差])/gu, '较').replace(/一\s+般/gu, '一般');
}

/** What the text says that the grade is not to be; whatever stands before and behind goes into the comment. */
function readDenial(found: Found, cell: CellText): boolean {
  for (const pattern of DENIAL) {
    const match = pattern.exec(cell.text);
    const { said = '', word = '' } = match?.groups ?? {};
    if (match === null || GRADE_STATUSES.has(normalizeLabel(said)) || GRADE_STATUSES.has(word)) continue;
    found.denied ??= { text: said.trim(), grade: plainGrade(word), cell };
    const rest = `${cell.text.slice(0, match.index)}${cell.text.slice(match.index + match[0].length)}`;
    if (found.whole) found.comment.push(cell);
    else if (/[\p{L}\p{N}]/u.test(rest)) readSentence(found, { ...cell, text: rest });
    return true;
  }
  return false;
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
  if (BOXES.test(text) && tickedIn(text).length > 0) readGrade(found, cell);
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
  const plain = closed(rest);
  if (readDenial(found, { ...cell, text: plain })) return;
  for (const pattern of IN_SENTENCE) {
    const match = pattern.exec(plain);
    const word = match?.groups?.['word'];
    if (match === null || word === undefined) continue;
    found.grades.push({ text: plainGrade(word), cell });
    sentence = plain.slice(0, match.index) + plain.slice(match.index + match[0].length);
    break;
  }
  if (sentence === rest) sentence = readAgreed(found, cell, plain) ?? rest;
  if (found.whole) sentence = rest;
  const comment = sentence.trim().replace(/^[,，、;；。.\s]+/, '');
  // 同意 beside a grade is no 评语 by itself.
  const isApproval = sentence !== rest && OPINION.test(comment.replace(/[。.]$/, ''));
  if (comment !== '' && !isApproval) found.comment.push({ ...cell, text: comment });
}

/** 同意，好: a grade alone beside nothing but approval. Null where it is none. */
function readAgreed(found: Found, cell: CellText, text: string): string | null {
  const parts = text.split(/[,，;；。]/).map((part) => part.trim());
  const grades = parts.filter((part) => writtenGrade(plainGrade(part)) !== null);
  const others = parts.filter((part) => part !== '' && !grades.includes(part));
  if (grades.length === 0 || others.length === 0 || !others.every((part) => OPINION.test(part))) return null;
  found.grades.push(...grades.map((part) => ({ text: plainGrade(part), cell })));
  return others.join('，');
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
