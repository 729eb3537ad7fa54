import type { ReactNode } from 'react';
import { displayTotal, jsonNumber } from '../../../../assessment/display';
import type { Settings } from '../../../../assessment/settings';
import type { QuarterCell, QuarterRows } from '../../../../forms/annual/quarterRows';
import { GradeChip } from '../../../parts/GradeChip';
import { MonthsLine } from '../../../parts/MonthsLine';
import { useMore } from '../../../parts/useMore';
import { usePage } from '../../usePage';
import { GradeNumbers } from '../../../parts/GradeNumbers';
import { GradeStack } from '../../../parts/GradeStack';

interface RowsProps {
  readonly rows: QuarterRows;
  readonly settings: Settings;
}

/** Each person's quarters in a row: the mean as a line, grade and mean of each quarter below its name. */
export function PersonQuarterRows({ rows, settings, isPrinting }: RowsProps & { isPrinting: boolean }): ReactNode {
  const { texts } = usePage();
  const { quarters, people } = rows;
  const [shown, more] = useMore(people.length, { first: 60, further: 300, label: texts.review.more });
  return (
    <>
      <ul className="quarter-rows">
        {people.slice(0, isPrinting ? people.length : shown).map((person) => (
          <li key={person.key}>
            <span>
              <strong>{person.name}</strong> <small>{person.department}</small>
            </span>
            <MeansLine name={person.name} means={person.quarters.map((cell) => cell?.mean ?? null)} rows={rows} />
            <ol>
              {quarters.map((quarter, i) => (
                <li key={quarter}>
                  <small>{texts.leaders.shortQuarter(quarter)}</small>
                  <PersonCell cell={person.quarters[i] ?? null} settings={settings} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {!isPrinting && more}
    </>
  );
}

function PersonCell({ cell, settings }: { readonly cell: QuarterCell | null; readonly settings: Settings }): ReactNode {
  const { texts } = usePage();
  if (cell === null) return <span>{texts.leaders.absent}</span>;
  return (
    <>
      <span>
        {cell.grade === null ? texts.review.noSuggestion : <GradeChip grade={cell.grade} />}
        {cell.open && '*'}
      </span>
      <span>{cell.mean === null ? texts.review.noMean : displayTotal(cell.mean, settings.gradeLines)}</span>
    </>
  );
}

/** Each 科室's quarters in a row: the mean as a line, grades and mean of each quarter below its name. */
export function DepartmentQuarterRows({ rows, settings }: RowsProps): ReactNode {
  const { texts } = usePage();
  const { quarters, departments } = rows;
  const most = Math.max(1, ...departments.flatMap((each) => each.quarters.map((cell) => cell?.people ?? 0)));
  return (
    <ul className="quarter-rows">
      {departments.map(({ department, quarters: cells }) => {
        const name = department === '' ? texts.leaders.noDepartment : department;
        return (
          <li key={department}>
            <strong>{name}</strong>
            <MeansLine name={name} means={cells.map((cell) => cell?.mean ?? null)} rows={rows} />
            <ol>
              {quarters.map((quarter, i) => {
                const cell = cells[i] ?? null;
                return (
                  <li key={quarter}>
                    <small>{texts.leaders.shortQuarter(quarter)}</small>
                    {cell === null ? (
                      <span>{texts.leaders.absent}</span>
                    ) : (
                      <>
                        <GradeStack grades={cell.grades} most={most} />
                        <GradeNumbers grades={cell.grades} by="建议等次" />
                        <span>
                          {cell.mean === null ? texts.review.noMean : displayTotal(cell.mean, settings.gradeLines)}
                        </span>
                      </>
                    )}
                  </li>
                );
              })}
            </ol>
          </li>
        );
      })}
    </ul>
  );
}

interface MeansLineProps {
  readonly name: string;
  readonly means: readonly QuarterCell['mean'][];
  readonly rows: QuarterRows;
}

/** One quarter alone makes no line. */
function MeansLine({ name, means, rows: { quarters } }: MeansLineProps): ReactNode {
  const { texts } = usePage();
  if (quarters.length < 2) return null;
  const totals = means.map((mean) => (mean === null ? null : jsonNumber(mean)));
  return <MonthsLine name={name} totals={totals} label={texts.leaders.meansOf} />;
}
