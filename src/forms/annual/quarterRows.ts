import type Fraction from 'fraction.js';
import type { DecidedGrade } from '../../assessment/grade';
import type { Quarter } from '../../assessment/period';
import { mean } from '../../assessment/total';
import { groupedBy } from '../grid/groupedBy';
import { countGrades, type GradeCount } from './departments';
import type { PersonHistory } from './history';
import { isWaiting } from './year';

/** So many quarters stand beside one another. */
const SHOWN = 4;

/** A person's quarter as it stands in a row. */
export interface QuarterCell {
  /** 审定等次, else 建议等次. */
  readonly grade: DecidedGrade | null;
  /** The group has still to decide it. */
  readonly open: boolean;
  readonly mean: Fraction | null;
}

export interface PersonQuarters {
  readonly key: string;
  readonly name: string;
  readonly department: string;
  /** One for each quarter; null where the person has neither grade nor mean. */
  readonly quarters: readonly (QuarterCell | null)[];
}

/** A 科室's quarter: its people of now. */
export interface DepartmentQuarter {
  readonly people: number;
  readonly grades: readonly GradeCount[];
  /** Of the people's means; null where nobody has one. */
  readonly mean: Fraction | null;
}

export interface DepartmentQuarters {
  readonly department: string;
  /** One for each quarter; null where nobody of the 科室 has either. */
  readonly quarters: readonly (DepartmentQuarter | null)[];
}

export interface QuarterRows {
  /** In order, the last four of the workbook up to the one asked for. */
  readonly quarters: readonly Quarter[];
  /** How many earlier ones are not shown. */
  readonly earlier: number;
  readonly people: readonly PersonQuarters[];
  readonly departments: readonly DepartmentQuarters[];
}

/**
 * Quarters in a row for each person and each 科室 (R32, 四·2), with the people who have a grade or mean in one of them.
 *
 * @param last the quarter that is looked at: later ones are left out
 */
export function quarterRows(histories: readonly PersonHistory[], last: Quarter): QuarterRows {
  const known = new Set(histories.flatMap(({ quarters }) => quarters.map(({ quarter }) => quarter)));
  const upToNow = [...known].filter((quarter) => quarter <= last).sort();
  const quarters = upToNow.slice(-SHOWN);
  const people = histories
    .map(({ key, name, department, quarters: all }) => ({
      ...{ key, name, department },
      quarters: quarters.map((quarter) => cellOf(all.find((each) => each.quarter === quarter))),
    }))
    .filter((person) => person.quarters.some((cell) => cell !== null));
  const departments = [...groupedBy(people, ({ department }) => department)].map(([department, members]) => ({
    department,
    quarters: quarters.map((_, i) => departmentQuarter(members.flatMap((member) => member.quarters[i] ?? []))),
  }));
  return { quarters, earlier: upToNow.length - quarters.length, people, departments };
}

function cellOf(quarter: PersonHistory['quarters'][number] | undefined): QuarterCell | null {
  if (quarter === undefined) return null;
  const { decidedGrade, suggestedGrade, mean: average } = quarter;
  const grade = decidedGrade ?? suggestedGrade;
  // The roster's people are in every quarter, also those of which the workbook has another 科室's sheet alone.
  if (grade === null && average === null) return null;
  return { grade, open: decidedGrade === null && isWaiting(grade), mean: average };
}

function departmentQuarter(cells: readonly QuarterCell[]): DepartmentQuarter | null {
  if (cells.length === 0) return null;
  return {
    people: cells.length,
    grades: countGrades(cells.map(({ grade }) => grade)),
    mean: mean(cells.flatMap((cell) => cell.mean ?? [])) ?? null,
  };
}
