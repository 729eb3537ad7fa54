import { CIRCUMSTANCES } from '../../assessment/circumstances';
import { GRADES, STATUSES, type DecidedGrade } from '../../assessment/grade';
import type { UndeterminedInNotice } from '../../assessment/settings';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import type { Problem } from '../grid/problem';
import type { ReviewPlace } from '../review/columns';
import type { SheetGrid } from '../grid/sheetGrid';
import { normalizeLabel, keyOfPerson } from '../words/text';

/** All that a public notice may say of a person: the only fields that are taken from the 审定表. */
export interface NoticeLine {
  readonly department: string;
  readonly name: string;
  readonly position: string;
  readonly grade: DecidedGrade;
  readonly key: string;
}

/** What the group may have chosen in 审定等次. */
const DECISIONS: readonly DecidedGrade[] = [...GRADES, ...STATUSES];

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
 * Reads 科室, 姓名, 职务 and 审定等次 of a 审定表, and nothing else. Who still lacks a decision is named; such a quarter
 * cannot be published (三（二）5 follows 三（二）4).
 *
 * @param elsewhere keys of those who need no decision: they do not take part, or another unit assesses them
 */
export function readDecisions(grid: SheetGrid, place: ReviewPlace, elsewhere: ReadonlySet<string>): Decisions {
  const lines: NoticeLine[] = [];
  const problems: Problem[] = [];
  const undecided: string[] = [];
  for (let row = place.firstRow; row < place.endRow; row++) {
    const text = (id: 'department' | 'name' | 'position' | 'decision') =>
      String(grid.value(row, place.column(id))).trim();
    if (text('name') === '') continue;
    const key = keyOfPerson(text('department'), text('name'));
    const decided = normalizeLabel(text('decision'));
    if (decided === '') {
      if (!elsewhere.has(key)) undecided.push(`${text('department')} ${text('name')}`.trim());
      continue;
    }
    const grade = DECISIONS.find((each) => each === decided);
    if (grade === undefined) {
      const cell = cellAddress(row, place.column('decision'));
      problems.push(problem.decisionUnreadable(grid.name, cell, text('name'), text('decision'), DECISIONS));
      continue;
    }
    const published = (id: 'department' | 'name' | 'position') => {
      const shown = publicText(text(id));
      if (!tells(shown)) return shown;
      const cell = cellAddress(row, place.column(id));
      problems.push(
        id === 'name' ? problem.noticeNameTells(grid.name, cell) : problem.noticeTextTells(grid.name, cell),
      );
      return '';
    };
    lines.push({
      department: published('department'),
      name: published('name'),
      position: published('position'),
      grade,
      key,
    });
  }
  if (undecided.length > 0) problems.push(problem.noticeUndecided(grid.name, undecided));
  return { lines, problems };
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
