import { dateTitle, type CalendarDate } from '../../assessment/calendarDate';
import { INDICATORS } from '../../assessment/indicator';
import { monthTitle, type Month } from '../../assessment/period';
import type { Scale } from '../../assessment/total';
import { columnName } from '../grid/address';
import { SCORE_GRADE } from '../words/labels';
import { BLANK_DATE, FormSketch, LOOKS, type FormLayout, type FormPlace } from '../grid/formSketch';
import { missingScoresFormula, totalFormula } from './formulas';

/** Who stands on an 附件3, with scores in the order of INDICATORS where they are known: as written, '' for blank. */
export interface ScoredPerson {
  readonly department: string;
  readonly displayName: string;
  readonly scores?: readonly (number | string)[];
  /** 总分 that somebody typed; without it the total is live. */
  readonly total?: number | string;
}

export interface ScoreSheetContent {
  readonly month: Month;
  /** Who is to fill it in; null for the leadership group's joint sheet. */
  readonly rater: string | null;
  /** Whole percent, in the order of INDICATORS. */
  readonly weights: readonly number[];
  /** How the scores are given, for the live 总分; 百分制 where they are still to come. */
  readonly scale?: Scale;
  /** Whose name stands after 分管领导签字, and the date beside it, where the form is signed already. */
  readonly signer?: string;
  readonly signedOn?: CalendarDate | null;
  /** More than ten lengthen the form. */
  readonly people: readonly ScoredPerson[];
}

const SCORE_SHEET_TITLE = '公务员平时（每月）考核测评表';
/** Rows 1–4: 附件3, title, signature, headings. The people begin below. */
export const SCORE_SHEET_TOP = 4;
const PEOPLE = 10;
const HEIGHTS = { annex: 24, title: 39, signature: 27, heading: 45, person: 30, crowded: 24, note: 24 } as const;

/** Printed: 姓名, the seven indicators, 总分. */
const SCORES = 1;
const TOTAL = SCORES + INDICATORS.length;
const PRINTED = TOTAL + 1;
/** Beside the paper, J to N; the command 计算得分 fills K and adds its 人员键 behind the last of them. */
const BESIDE = ['科室', SCORE_GRADE, '规则后等次', '校验', '评委'] as const;

/** Characters of the columns A:N. */
export const SCORE_SHEET_WIDTHS = [16, ...INDICATORS.map(() => 17), 10, 12, 10, 12, 16, 10] as const;

/**
 * 附件3 《公务员平时（每月）考核测评表》 of one month (R54), A:I landscape, with 科室 and checks beside the paper. 总分 is
 * live from the first score on; only a sheet of a named rater has the column 评委.
 */
export function layoutScoreSheet(
  { month, rater, weights, scale = '百分制', signer = '', signedOn = null, people }: ScoreSheetContent,
  at: FormPlace,
): FormLayout {
  const rows = Math.max(PEOPLE, people.length);
  const note = SCORE_SHEET_TOP + rows;
  const beside = rater === null ? BESIDE.slice(0, -1) : BESIDE;
  const { annex, title, signature, heading, person, crowded } = HEIGHTS;
  const usual = rows > PEOPLE ? crowded : person;
  const form = new FormSketch(
    [annex, title, signature, heading, ...Array.from({ length: rows }, () => usual), HEIGHTS.note],
    PRINTED,
    PRINTED + beside.length,
  );
  form.format(SCORE_SHEET_TOP - 1, 0, rows + 1, PRINTED + beside.length, LOOKS.table);
  sketchTop(form, month, signer, signedOn);
  const labels = ['姓名', ...INDICATORS.map(({ label }, i) => `${label}（${weights[i] ?? 0}%）`), '总分', ...beside];
  labels.forEach((label, column) => {
    form.put(SCORE_SHEET_TOP - 1, column, label);
  });
  form.format(SCORE_SHEET_TOP - 1, 0, 1, labels.length, LOOKS.heading);
  for (let i = 0; i < rows; i++) sketchPerson(form, SCORE_SHEET_TOP + i, { weights, scale, rater }, people[i]);
  sketchInput(form, rows, scale === '分值制' ? weights : INDICATORS.map(() => 100));
  form.put(note, 0, '备注：此表由考核领导小组根据人员各方面实际表现进行打分。');
  form.merge(note, 0, 1, PRINTED);
  form.format(note, 0, 1, PRINTED, LOOKS.text);
  return form.layout(at);
}

function sketchTop(form: FormSketch, month: Month, signer: string, signedOn: CalendarDate | null): void {
  form.put(0, 0, '附件3');
  form.format(0, 0, 1, PRINTED, LOOKS.annex);
  form.put(1, 0, SCORE_SHEET_TITLE);
  form.merge(1, 0, 1, PRINTED);
  form.format(1, 0, 1, PRINTED, LOOKS.title);
  form.put(2, 0, `分管领导签字：${signer}`);
  form.merge(2, 0, 1, 4);
  form.put(2, 4, monthTitle(month));
  form.merge(2, 4, 1, 2);
  form.put(2, 6, signedOn === null ? BLANK_DATE : dateTitle(signedOn));
  form.merge(2, 6, 1, 3);
  form.format(2, 0, 1, 4, LOOKS.signature);
  form.format(2, 6, 1, 3, LOOKS.date);
  form.format(2, 0, 1, PRINTED, LOOKS.input);
}

function sketchPerson(
  form: FormSketch,
  row: number,
  { weights, scale, rater }: Required<Pick<ScoreSheetContent, 'weights' | 'scale' | 'rater'>>,
  person: ScoredPerson | undefined,
): void {
  const cells = INDICATORS.map((_, i) => `${columnName(SCORES + i)}{r}`);
  form.put(row, 0, person?.displayName ?? '');
  person?.scores?.forEach((score, i) => {
    form.put(row, SCORES + i, score);
  });
  const scores = { cells, texts: [], adjacent: true, weights, weightsAreSettings: false, extras: [] };
  form.put(row, TOTAL, person?.total ?? { formula: totalFormula(scores, scale) });
  form.put(row, PRINTED, person?.department ?? '');
  form.put(row, PRINTED + 3, { formula: missingScoresFormula('A{r}', cells) });
  if (rater !== null && person !== undefined) form.put(row, PRINTED + 4, rater);
}

/** @param limits the highest score of each indicator */
function sketchInput(form: FormSketch, rows: number, limits: readonly number[]): void {
  form.format(SCORE_SHEET_TOP, 0, rows, 1, LOOKS.line);
  form.format(SCORE_SHEET_TOP, 0, rows, TOTAL, LOOKS.input);
  form.format(SCORE_SHEET_TOP, PRINTED, rows, 1, LOOKS.input);
  form.format(SCORE_SHEET_TOP, TOTAL, rows, 1, { numberFormat: '0.00####' });
  for (const max of new Set(limits)) {
    const columns = limits.flatMap((limit, i) => (limit === max ? [SCORES + i] : []));
    for (const { first, count } of neighbours(columns)) {
      form.validate(SCORE_SHEET_TOP, first, rows, count, {
        rule: { kind: 'decimal', min: 0, max },
        title: '打分',
        prompt: `请输入0到${max}之间的数字。`,
        error: `分数须为0到${max}之间的数字，请重新输入。`,
      });
    }
  }
}

/** Columns that lie side by side, together. */
function neighbours(columns: readonly number[]): { first: number; count: number }[] {
  const firsts = columns.filter((column) => !columns.includes(column - 1));
  return firsts.map((first, i) => {
    const next = firsts[i + 1] ?? Infinity;
    return { first, count: columns.filter((column) => column >= first && column < next).length };
  });
}
