import type { ReactNode } from 'react';
import { displayTotal } from '../../../../assessment/display';
import type { Settings } from '../../../../assessment/settings';
import type { QuarterState } from '../../../../excel/reading/workbookState';
import { departmentGrades } from '../../../../forms/annual/departments';
import { usePage } from '../../usePage';
import { GradeNumbers } from '../../../parts/GradeNumbers';
import { GradeStack } from '../../../parts/GradeStack';

interface DepartmentGradesProps {
  readonly quarter: QuarterState;
  readonly settings: Settings;
}

/** Grades by 科室, each a bar on one scale with its numbers. */
export function DepartmentGradesTable({ quarter, settings }: DepartmentGradesProps): ReactNode {
  const { texts } = usePage();
  const { by, departments } = departmentGrades(quarter.decisions, quarter.review);
  const most = Math.max(1, ...departments.map(({ people }) => people));
  return (
    <section id="department-grades">
      <h3>{texts.leaders.departments}</h3>
      <ul className="rows">
        {departments.map(({ department, people, grades, mean }) => (
          <li key={department}>
            <span>
              <strong>{department === '' ? texts.leaders.noDepartment : department}</strong>{' '}
              <small>
                {texts.leaders.people(people)}
                {mean !== null && ` ${texts.review.mean(displayTotal(mean, settings.gradeLines))}`}
              </small>
            </span>
            <GradeStack {...{ grades, most }} />
            <GradeNumbers {...{ grades, by }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
