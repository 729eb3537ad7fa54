import type { AnnualHint } from '../../assessment/annual';
import { cellAddress } from '../grid/address';
import { namesAmong } from '../book/told';
import type { Problem } from '../grid/problem';
import type { AnnualDraft } from './draft';
import { problem } from './problems';
import type { AnnualPerson } from './year';

/** 拟定年度等次 that the office may choose: the annual assessment's own grades, and who gets none. */
export const PROPOSALS = ['优秀', '称职', '基本称职', '不称职', '不确定等次', '不参加考核'] as const;
/** Hints that speak against a proposal. */
const AGAINST: Readonly<Record<string, readonly AnnualHint['kind'][]>> = {
  优秀: ['不可推荐优秀', '不得参加年度考核', '原则上基本称职或不称职', '可直接确定为不称职'],
  称职: ['不得参加年度考核', '原则上基本称职或不称职', '可直接确定为不称职'],
  基本称职: ['不得参加年度考核'],
  不称职: ['不得参加年度考核'],
};

/** 优秀, 优秀等次, “优秀” … */
function isExcellent(proposed: string): boolean {
  return /优秀/.test(proposed) && !/[不非未]/.test(proposed);
}

/** Refuses to take part: on no list of 优秀, whatever was typed (R51, rule 66). */
function isBarred({ hints }: AnnualPerson): boolean {
  return hints.some(({ kind }) => kind === '不得参加年度考核');
}

/** What the office typed as 拟定年度等次, held against the hints. */
export function readProposals({ rows, place, present }: AnnualDraft): {
  readonly excellent: readonly AnnualPerson[];
  readonly problems: readonly Problem[];
} {
  const column = place.column('proposal');
  const told = namesAmong(rows.flatMap(({ person }) => person ?? []));
  const proposals = rows.flatMap(({ row, person, isNew }) => {
    const proposed = isNew ? '' : String(present.value(row, column)).trim();
    return person === null || proposed === '' ? [] : [{ row, person, proposed }];
  });
  return {
    excellent: proposals.flatMap(({ person, proposed }) =>
      isExcellent(proposed) && !isBarred(person) ? [person] : [],
    ),
    problems: proposals.flatMap(({ row, person, proposed }) => {
      const cell = cellAddress(row, column);
      if (isExcellent(proposed) && isBarred(person)) {
        return [problem.annualRefuserProposed(place.sheet, cell, told(person), proposed)];
      }
      const against = person.hints.filter(
        ({ kind }) => AGAINST[isExcellent(proposed) ? '优秀' : proposed]?.includes(kind) === true,
      );
      if (against.length === 0) return [];
      const why = against.map(({ reason }) => reason).join('；');
      return [problem.annualProposalDoubtful(place.sheet, cell, told(person), proposed, why)];
    }),
  };
}
