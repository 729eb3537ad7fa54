import { GRADES, STATUSES, type DecidedGrade } from '../../assessment/grade';
import { normalizeLabel } from '../words/text';

/** What may stand in 审定等次. */
export const DECIDED_GRADES: readonly DecidedGrade[] = [...GRADES, ...STATUSES];

/** 好, 好等次, “好”, 不确定, 不定等次 … on a 审定表; null for anything else. */
export function readGrade(written: string): DecidedGrade | null {
  const word = stem(normalizeLabel(written).replace(/^[“"'「(]|[”"'」)。.]$/g, ''));
  const meant = word === '不定' ? '不确定' : word;
  return DECIDED_GRADES.find((each) => stem(each) === meant) ?? null;
}

function stem(grade: string): string {
  return grade.replace(/等次$/, '');
}
