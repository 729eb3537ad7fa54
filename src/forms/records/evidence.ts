import type { SheetCells } from '../grid/cells';
import { weighEvidence, type Evidence, type WeightsOf } from '../grid/cheapestReading';
import { dateCellText, datesIn } from '../words/dateText';
import { normalizeLabel } from '../words/text';
import { readCompletion } from './completion';
import { isHeaderLabel, isSectionLabel, type SectionLabel } from './labels';
import { isScoreName } from './lanes';
import type { Columns, LabelCell, Scan, TaskHeading } from './scan';

/** What a row of a sheet with 附件1 or 附件2 may be. */
export type RecordRowKind =
  'blank' | 'title' | 'period' | 'header' | 'field' | 'task' | 'text' | 'footnote' | 'signature' | 'foreign';

/** What is seen of one row, in the columns of one form. */
export interface RecordRowFacts {
  readonly row: number;
  /** Nothing stands in the form's columns. */
  readonly empty: boolean;
  /** A merged 序号, task or 工作任务完成情况 reaches down over the row. */
  readonly covered: boolean;
  /** So many empty rows directly above. */
  readonly gap: number;
  /** The most empty rows in succession since something that is surely the form's. */
  readonly pause: number;
  /** The title of an 附件1 or 附件2. */
  readonly title: boolean;
  /** Nothing else stands in the row. */
  readonly alone: boolean;
  /** 填报…, 整理…: the text is work, whatever it names. */
  readonly work: boolean;
  readonly annexLine: boolean;
  /** The title or the headings of a form that is neither. */
  readonly otherForm: boolean;
  /** Nothing but a month, or days. */
  readonly period: boolean;
  /** 科室, 姓名, 职务, 任现职时间, as many as stand there. */
  readonly header: number;
  readonly named: boolean;
  /** 政治面貌, 联系电话 …: labels that no annex has. */
  readonly extra: boolean;
  /** A field that takes whole rows, left of where tasks are written. */
  readonly field: LabelCell | null;
  readonly section: SectionLabel | null;
  /** … or, without 序号, where they are. */
  readonly amongTasks: boolean;
  /** The headings of the tasks again, after a page break. */
  readonly repeated: boolean;
  readonly footnote: boolean;
  readonly signature: boolean;
  /** Something stands below 工作任务进度. */
  readonly progress: boolean;
  /** … and beside it below 完结情况 or 完结时间. */
  readonly completed: boolean;
  /** What stands there is a word of completion, or a date. */
  readonly judged: boolean;
  /** The next 序号, or another number. */
  readonly ordinal: 'next' | 'number' | 'no';
  /** Merged over 序号 and 工作任务进度. */
  readonly spread: boolean;
  /** The first text stands where labels do. */
  readonly leading: boolean;
  /** The row above is a label that has nothing beside it. */
  readonly underLabel: boolean;
}

/** Too much to be outweighed: the other kinds are out of the question. */
const CERTAIN = 50;
/** So many empty lines are more than a pause. */
const LONG_GAP = 3;

/**
 * Everything that tells what a row is. A maintainer who meets a new way of writing adds a sign or a weight here, or a label
 * in labels.ts, and nowhere else.
 */
const EVIDENCE: readonly Evidence<RecordRowFacts, RecordRowKind>[] = [
  { seen: ({ empty }) => empty, speaks: { blank: CERTAIN } },
  { seen: ({ empty }) => !empty, speaks: { blank: -CERTAIN } },
  // Lower rows of a merged cell are part of what it stands for.
  { seen: ({ empty, covered }) => empty && covered, speaks: { task: CERTAIN + 4, text: CERTAIN + 1 } },
  // A line of 工作任务完成情况.
  { seen: ({ progress }) => progress, speaks: { task: 3 } },
  { seen: ({ progress, covered }) => !progress && !covered, speaks: { task: -3 } },
  { seen: ({ completed }) => completed, speaks: { task: 3 } },
  { seen: ({ judged }) => judged, speaks: { task: 3 } },
  { seen: ({ ordinal }) => ordinal === 'next', speaks: { task: 6 } },
  { seen: ({ ordinal }) => ordinal === 'number', speaks: { task: 4 } },
  // A number in front is no signature’s and no note’s.
  { seen: ({ ordinal }) => ordinal !== 'no', speaks: { footnote: -8, signature: -8, text: -3 } },
  { seen: ({ spread }) => spread, speaks: { task: -12, text: 3 } },
  {
    seen: ({ empty, pause, ordinal }) => !empty && pause >= LONG_GAP && ordinal !== 'next',
    speaks: { task: -6, text: -4 },
  },
  // A field that takes whole rows.
  { seen: ({ field }) => field?.whole === true, speaks: { field: 12, text: -3 } },
  { seen: ({ field }) => field?.whole === false, speaks: { field: 2 } },
  { seen: ({ field, alone, judged }) => field?.whole === false && !alone && !judged, speaks: { field: 3 } },
  // Where tasks are written only a whole label is none of them.
  { seen: ({ field, amongTasks }) => field?.whole === false && amongTasks, speaks: { field: -5 } },
  { seen: ({ field }) => field === null, speaks: { field: -CERTAIN } },
  // 科室, 姓名, 职务, 任现职时间.
  { seen: ({ header }) => header > 0, speaks: { header: 5, text: -2 } },
  { seen: ({ header }) => header > 1, speaks: { header: 5 } },
  { seen: ({ named }) => named, speaks: { header: 3 } },
  { seen: ({ header, extra }) => header === 0 && extra, speaks: { header: 4 } },
  { seen: ({ header, extra }) => header === 0 && !extra, speaks: { header: -CERTAIN } },
  // What stands above the fields.
  { seen: ({ title, alone }) => title && alone, speaks: { title: 14 } },
  { seen: ({ title, alone }) => title && !alone, speaks: { title: 3 } },
  { seen: ({ title, work }) => title && work, speaks: { title: -16 } },
  { seen: ({ annexLine }) => annexLine, speaks: { title: 12 } },
  { seen: ({ title, annexLine }) => !title && !annexLine, speaks: { title: -CERTAIN } },
  { seen: ({ period }) => period, speaks: { period: 6, text: -10 } },
  { seen: ({ period, leading }) => period && !leading, speaks: { period: -4, text: 10 } },
  { seen: ({ period }) => !period, speaks: { period: -CERTAIN } },
  // What stands below them.
  { seen: ({ footnote }) => footnote, speaks: { footnote: 8 } },
  { seen: ({ footnote }) => !footnote, speaks: { footnote: -CERTAIN } },
  { seen: ({ repeated }) => repeated, speaks: { footnote: 2 * CERTAIN, task: -CERTAIN } },
  { seen: ({ signature }) => signature, speaks: { signature: 8 } },
  { seen: ({ signature }) => !signature, speaks: { signature: -CERTAIN } },
  // A text without a label goes on with what stands above it.
  { seen: ({ empty, gap }) => !empty && gap === 0, speaks: { text: 1 } },
  { seen: ({ underLabel }) => underLabel, speaks: { text: 6 } },
  { seen: ({ leading, underLabel }) => leading && !underLabel, speaks: { text: -3 } },
  // Other forms.
  { seen: ({ otherForm }) => otherForm, speaks: { foreign: 14, header: -CERTAIN, text: -CERTAIN } },
];

const START: WeightsOf<RecordRowKind> = {
  blank: 0,
  title: 0,
  period: 0,
  header: 0,
  field: 0,
  task: 0,
  text: 0,
  footnote: 0,
  signature: 0,
  foreign: 0,
};

export const RECORD_ROW_KINDS: readonly RecordRowKind[] = [
  'blank',
  'title',
  'period',
  'header',
  'field',
  'task',
  'text',
  'footnote',
  'signature',
  'foreign',
];

export type RecordWeights = WeightsOf<RecordRowKind>;

/** How much speaks for each kind of row. */
export function weighRecordRow(facts: RecordRowFacts): RecordWeights {
  return weighEvidence(facts, EVIDENCE, START);
}

/** The titles of forms that are neither 附件1 nor 附件2. */
const OTHER_TITLE = /^[^：:]*(测评表|打分表|评分表|审定表|汇总表|公示|名册)(\([^()]*\))?$/;
/** 考核月份：2020年7月, （2020年 7 月 6 日——7月10日）: nothing but a period, or the room for one. */
const PERIOD =
  /^\(?((考核|记实|填报|起止)?(月份|周期|时间|日期|期间):?)?\(?(第?[一二三四五六]?周)?[\d〇○零一二三四五六七八九十年月日号份至到起止.\-–—―─~〜/()]*(周|星期)?[\d年月日)]*\)?$/;
const WORK =
  /^(填[报写]|整理|报送|上报|收集|汇总|审核|完成|撰写|起草|做好|提交|督促|催[交报]|组织|印[发制]|下发|布置|梳理)/;
/** A line of a period is short. */
const LONGEST_PERIOD = 80;
const OTHER_ANNEX = /[3三]/;

/** Looks at rows one after another, in the columns of one form. */
export function factsOfRows(
  cells: SheetCells,
  found: Scan,
  heading: TaskHeading,
  columns: Columns,
  { from, to }: { readonly from: number; readonly to: number },
): RecordRowFacts[] {
  const facts: RecordRowFacts[] = [];
  const before = { ordinal: 0, gap: 0, pause: 0, bareLabel: false };
  for (let row = from; row < to; row++) {
    const seen = factsOfRow(cells, found, heading, columns, row, before);
    facts.push(seen.facts);
    if (seen.facts.ordinal === 'next') before.ordinal++;
    before.gap = seen.facts.empty && !seen.facts.covered ? before.gap + 1 : 0;
    const { ordinal, judged, field } = seen.facts;
    before.pause = ordinal !== 'no' || judged || field?.whole === true ? 0 : Math.max(before.pause, before.gap);
    before.bareLabel = seen.bareLabel;
  }
  return facts;
}

/** What the rows above say of the next one. */
interface Before {
  readonly ordinal: number;
  readonly gap: number;
  readonly pause: number;
  readonly bareLabel: boolean;
}

function factsOfRow(
  cells: SheetCells,
  { labels: allLabels, titles }: Scan,
  heading: TaskHeading,
  columns: Columns,
  row: number,
  before: Before,
): { facts: RecordRowFacts; bareLabel: boolean } {
  const texts = rowTexts(cells, row, columns);
  const labels = (allLabels.get(row) ?? []).filter((cell) => isWithin(cell, columns));
  const { index, progress, completion, finished } = heading;
  const edge = index ?? progress;
  const at = (column: number | null) => (column === null ? '' : cells.own(row, column));
  const task = at(progress);
  const done = [at(completion), at(finished)];
  const number = at(index);
  const field = labels.find((cell) => isSectionLabel(cell.label) && cell.column <= edge) ?? null;
  const [first] = texts;
  const has = (label: LabelCell['label']) => labels.some((cell) => cell.label === label);
  const isScores = labels.some((cell) => cell.label === 'name' && isScoreName(cells, cell));
  const whole = texts.map(({ text }) => text).join('');
  const title = titles.get(row)?.find((cell) => isWithin(cell, columns));
  const facts: RecordRowFacts = {
    row,
    empty: texts.length === 0,
    covered: isMergedDown(cells, row, heading),
    gap: before.gap,
    pause: before.pause,
    title: title !== undefined,
    alone: texts.length === 1,
    work: title !== undefined && WORK.test(normalizeLabel(first?.text ?? '')),
    annexLine: labels.some(({ label, text }) => label === 'annexLine' && !OTHER_ANNEX.test(text)),
    otherForm:
      isScores ||
      labels.some(({ label, text }) => label === 'annexLine' && OTHER_ANNEX.test(text)) ||
      (texts.length === 1 && title === undefined && whole.length > 2 && OTHER_TITLE.test(normalizeLabel(whole))),
    period: texts.length > 0 && texts.length <= 3 && isPeriod(cells, texts, row),
    header: labels.filter(({ label }) => isHeaderLabel(label)).length,
    named: has('name'),
    extra: has('extra'),
    field,
    section: field !== null && isSectionLabel(field.label) ? field.label : null,
    repeated: has('progress') && (has('completion') || has('finished') || has('index')),
    amongTasks: field?.column === progress,
    footnote: labels.some(({ label, column }) => label === 'footnote' && column === first?.column),
    signature: labels.some(({ label, column }) => label === 'signature' && column === first?.column),
    progress: task !== '',
    completed: task !== '' && done.some((text) => text !== ''),
    judged: readCompletion(done[0] ?? '') !== null || (done[1] !== '' && datesIn(done[1] ?? '', true).length > 0),
    ordinal: !/^\d+$/.test(number) ? 'no' : Number(number) === before.ordinal + 1 ? 'next' : 'number',
    spread: index !== null && index !== progress && isMergedOver(cells, row, index, progress),
    leading: first !== undefined && first.column <= columns.firstColumn,
    underLabel: before.bareLabel,
  };
  return {
    facts,
    bareLabel:
      field?.rest === '' && (field.whole || !facts.amongTasks) && texts.every(({ column }) => column === field.column),
  };
}

function isWithin({ column }: { readonly column: number }, { firstColumn, lastColumn }: Columns): boolean {
  return column >= firstColumn && column <= lastColumn;
}

interface RowText {
  readonly column: number;
  readonly text: string;
}

function rowTexts(cells: SheetCells, row: number, { firstColumn, lastColumn }: Columns): RowText[] {
  const texts: RowText[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    const text = cells.own(row, column);
    if (text !== '') texts.push({ column, text });
  }
  return texts;
}

/** A line that says nothing but a month or days, also as the number of a date. */
function isPeriod(cells: SheetCells, texts: readonly RowText[], row: number): boolean {
  // Two digits are a number of a line, and dearer to look at than to pass over.
  if (texts.every(({ text }) => text.length < 3)) return false;
  const line = texts
    .map(({ column }) => dateCellText(cells.value(row, column), cells.format(row, column), cells.date1904))
    .join('');
  if (line.length > LONGEST_PERIOD) return false;
  const text = normalizeLabel(line);
  return /[\d年月]/.test(text) && PERIOD.test(text) && (/\d{4}|[年月]/.test(text) || /\d[./-]\d/.test(text));
}

/** Rows of a merged 序号 or of the merged 工作任务完成情况 are part of the table, though nothing stands in them. */
function isMergedDown(cells: SheetCells, row: number, { firstColumn, progress }: TaskHeading): boolean {
  return [firstColumn, progress].some((column) => {
    const merge = cells.merge(row, column);
    return merge !== undefined && merge.rows > 1 && merge.row < row;
  });
}

function isMergedOver(cells: SheetCells, row: number, first: number, to: number): boolean {
  const merge = cells.merge(row, first);
  return merge !== undefined && merge.column + merge.columns > to;
}
