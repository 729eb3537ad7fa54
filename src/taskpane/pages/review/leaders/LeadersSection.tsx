import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { QuarterState, WorkbookState } from '../../../../excel/reading/workbookState';
import { quarterRows } from '../../../../forms/annual/quarterRows';
import type { PersonHistory } from '../../../../forms/annual/history';
import { QuotaRows } from '../../../parts/QuotaRows';
import { usePage } from '../../usePage';
import { DepartmentGradesTable } from './DepartmentGradesTable';
import { DepartmentQuarterRows, PersonQuarterRows } from './QuarterRowLists';
import { RatersTable } from './RatersTable';

interface LeadersProps {
  readonly quarter: QuarterState;
  readonly state: WorkbookState;
}

/** Everybody's history as it was read, and what the pane showed of the workbook then. */
interface Known {
  readonly people: readonly PersonHistory[];
  readonly state: WorkbookState;
}

/** Set on the page while it prints: all but the section is left out (meeting.css). */
const PRINTING = 'prints-leaders';

/** For leaders to look at and to take along: 科室, raters and quarters in pictures with their numbers. Writes nothing. */
export function LeadersSection({ quarter, state }: LeadersProps): ReactNode {
  const { texts, run } = usePage();
  const [isOpen, setOpen] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    const done = (): void => {
      document.body.classList.remove(PRINTING);
      setPrinting(false);
    };
    window.addEventListener('afterprint', done);
    return () => {
      window.removeEventListener('afterprint', done);
      done();
    };
  }, []);
  const read = async (): Promise<void> => {
    const found = await run(texts.shell.reading, (excel) => excel.personHistory());
    if (found !== undefined) setKnown({ people: found.people, state });
  };
  const print = (): void => {
    document.body.classList.add(PRINTING);
    // Paper has everybody, not only those whom the pane shows at first.
    flushSync(() => setPrinting(true));
    window.print();
  };
  return (
    <details
      id="leaders"
      className="leaders"
      onToggle={({ currentTarget: { open } }) => {
        setOpen(open);
        if (open && known?.state !== state) void read();
      }}
    >
      <summary>{texts.leaders.title}</summary>
      {isOpen && (
        <>
          <h2>{texts.leaders.heading(texts.quarter(quarter.review.quarter))}</h2>
          <p>{texts.overview.counted(quarter.tally)}</p>
          <div className="actions">
            <Button id="print-leaders" onClick={print}>
              {texts.leaders.print}
            </Button>
          </div>
          <p className="quiet">{texts.leaders.printHint}</p>
          <section id="month-rows">
            <h3>{texts.leaders.months}</h3>
            <QuotaRows quarter={quarter} />
          </section>
          <DepartmentGradesTable quarter={quarter} settings={state.settings} />
          <RatersTable scores={state.book.scores} quarter={quarter.review.quarter} />
          {known?.state !== state && (
            <div className="not-read">
              <p className="stale">{texts.leaders.quartersNotRead}</p>
              <Button id="read-quarters" size="small" onClick={() => void read()}>
                {texts.leaders.readQuarters}
              </Button>
            </div>
          )}
          {known !== null && <Quarters histories={known.people} {...{ quarter, state, isPrinting }} />}
        </>
      )}
    </details>
  );
}

interface QuartersProps extends LeadersProps {
  readonly histories: readonly PersonHistory[];
  readonly isPrinting: boolean;
}

function Quarters({ histories, quarter: { review }, state: { settings }, isPrinting }: QuartersProps): ReactNode {
  const { texts } = usePage();
  const rows = quarterRows(histories, review.quarter);
  return (
    <>
      <section id="department-quarters">
        <h3>{texts.leaders.departmentQuarters}</h3>
        {rows.earlier > 0 && <p className="quiet">{texts.leaders.earlier(rows.quarters.length, rows.earlier)}</p>}
        <DepartmentQuarterRows {...{ rows, settings }} />
      </section>
      <section id="person-quarters">
        <h3>{texts.leaders.personQuarters(rows.people.length)}</h3>
        <p className="quiet">{texts.leaders.openMark}</p>
        <PersonQuarterRows {...{ rows, settings, isPrinting }} />
      </section>
    </>
  );
}
