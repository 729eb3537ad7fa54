import { CIRCUMSTANCES } from '../../assessment/circumstances';
import type { DecidedGrade } from '../../assessment/grade';
import type { UndeterminedInNotice } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Problem } from '../grid/problem';
import type { ReviewLine, ReviewSheet } from '../review/read';
import { normalizeLabel } from '../words/text';

/** All that a public notice may say of a person: the only fields that are taken from the 审定表. */
export interface NoticeLine {
  readonly department: string;
  readonly name: string;
  readonly position: string;
  readonly grade: DecidedGrade;
  readonly key: string;
}

/** Words by which a remark in 姓名, 科室 or 职务 would tell a reason. */
const TELLING: readonly string[] = [
  ...CIRCUMSTANCES.map(({ kind }) => kind),
  ...[
    '处分',
    '立案',
    '结案',
    '请假',
    '病休',
    '产假',
    '休假',
    '试用',
    '诫勉',
    '留置',
    '拒绝',
    '借调',
    '等次',
    '分数',
    '得分',
  ],
];
/** Names of 科室 that hold such a word and tell nothing of a person. */
const HARMLESS = /离退休/g;
/** A number of points: 88 or 7.5. */
const POINTS = /\d{2}|\d\.\d/;
const BRACKETS = /[（(【[][^（()）【】[\]]*[）)】\]]/g;

export interface Decisions {
  /** Everybody with a decision, in the order of the 审定表. */
  readonly lines: readonly NoticeLine[];
  readonly problems: readonly Problem[];
}

/**
 * Takes 科室, 姓名, 职务 and 审定等次 of a 审定表, and nothing else. Who still lacks a decision is named; such a quarter
 * cannot be published (三（二）5 follows 三（二）4).
 *
 * @param isExcused who needs no decision: they do not take part, or another unit assesses them
 */
export function noticeLines({ lines, table }: ReviewSheet, isExcused: (line: ReviewLine) => boolean): Decisions {
  const problems: Problem[] = [];
  const shown = (line: ReviewLine, id: 'department' | 'name' | 'position', written: string) => {
    const text = publicText(written);
    if (!tells(text)) return text;
    const cell = cellAddress(line.row, table.columns.get(id) ?? 0);
    problems.push(
      id === 'name' ? problem.noticeNameTells(line.sheet, cell) : problem.noticeTextTells(line.sheet, cell),
    );
    return '';
  };
  const decided = lines.flatMap((line): NoticeLine[] => {
    const { key, decision, department, displayName, position } = line;
    if (decision === null) return [];
    return [
      {
        department: shown(line, 'department', department),
        name: shown(line, 'name', displayName),
        position: shown(line, 'position', position),
        grade: decision,
        key,
      },
    ];
  });
  const undecided = lines
    .filter((line) => line.writtenDecision === '' && !isExcused(line))
    .map(({ department, displayName }) => `${department} ${displayName}`.trim());
  if (undecided.length > 0) problems.push(problem.noticeUndecided(table.grid.name, undecided));
  return { lines: decided, problems };
}

/** Whom the notice lists. Those who do not take part, or whom another unit assesses, have no result here. */
export function published(lines: readonly NoticeLine[], undetermined: UndeterminedInNotice): NoticeLine[] {
  return lines.filter(({ grade }) => {
    if (grade === '不参加考核' || grade === '由外单位考核') return false;
    return grade !== '不确定等次' || undetermined === '列出不写原因';
  });
}

/** A text without remarks in brackets that tell a reason or points: 郑凯（病假） → 郑凯, 副局长（女） stays. */
function publicText(text: string): string {
  return text.replace(BRACKETS, (remark) => (tells(remark) ? '' : remark)).trim();
}

function tells(text: string): boolean {
  const plain = normalizeLabel(text).replace(HARMLESS, '');
  return POINTS.test(plain) || TELLING.some((word) => plain.includes(word));
}
