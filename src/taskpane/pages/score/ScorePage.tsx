import { Checkbox, Field, Select } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import { usePage } from '../usePage';
import { PersonScores } from './PersonScores';
import { scoringLists, type ScoringList } from './scoring';
import { usePlace, type PersonPlace, type Place } from './usePlace';
import { useSaving, type Saving } from './useSaving';

/** 打分: the score sheets of a month, one person at a time, by keyboard alone. */
export function ScorePage(): ReactNode {
  const { texts, state } = usePage();
  const sheets = useMemo(() => (state === null ? [] : scoringLists(state.book)), [state]);
  if (state === null) return null;
  return sheets.length === 0 ? <p>{texts.shell.needsForms}</p> : <Scoring state={state} sheets={sheets} />;
}

interface ScoringProps {
  readonly state: WorkbookState;
  readonly sheets: readonly ScoringList[];
}

function Scoring({ state, sheets }: ScoringProps): ReactNode {
  const { texts } = usePage();
  const months = [...new Set(sheets.map(({ month }) => month))].sort((a, b) => (b ?? '').localeCompare(a ?? ''));
  const saving = useSaving(state, sheets);
  const place = usePlace(
    sheets,
    sheets.find(({ month }) => month === months[0]),
    saving,
  );
  if (place === null) return null;
  const { sheet, person, goToLine } = place;
  return (
    <section className="scoring">
      <SheetChoice sheets={sheets} months={months} place={place} />
      {person === null ? (
        <p>{texts.score.nobody}</p>
      ) : (
        <>
          <PersonChoice place={place} person={person} />
          <PersonScores
            {...{ sheet, person, goToLine }}
            settings={state.settings}
            standing={saving.standing(person.line)}
            save={(draft) => {
              void saving.save(person.line, draft).then((saved) => {
                // What is to be looked at first is in view when the preview is closed.
                if (saved === 'open') goToLine(person.line);
              });
            }}
          />
        </>
      )}
      <Unsaved sheets={sheets} place={place} saving={saving} />
    </section>
  );
}

interface SheetChoiceProps {
  readonly sheets: readonly ScoringList[];
  /** Latest first. */
  readonly months: readonly ScoringList['month'][];
  readonly place: Place;
}

function SheetChoice({ sheets, months, place: { sheet, goToSheet } }: SheetChoiceProps): ReactNode {
  const { texts } = usePage();
  const ofMonth = sheets.filter(({ month }) => month === sheet.month);
  const goToMonth = (index: number): void => goToSheet(sheets.find(({ month }) => month === months[index])?.key ?? '');
  return (
    <div className="fields">
      <Field label={texts.score.month}>
        <Select
          id="score-month"
          value={String(months.indexOf(sheet.month))}
          onChange={(_event, { value }) => goToMonth(Number(value))}
        >
          {months.map((month, i) => (
            <option key={month} value={i}>
              {month === null ? texts.score.noMonth : texts.month(month)}
            </option>
          ))}
        </Select>
      </Field>
      {ofMonth.length > 1 && (
        <Field label={texts.score.sheet}>
          <Select id="score-sheet" value={sheet.key} onChange={(_event, { value }) => goToSheet(value)}>
            {ofMonth.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

/** Who is being scored, how many are done, and whether those who are done are passed over. */
function PersonChoice({ place, person }: { readonly place: Place; readonly person: PersonPlace }): ReactNode {
  const { texts } = usePage();
  const { sheet, onlyOpen, isDone, goToLine, chooseOnlyOpen } = place;
  const { lines } = sheet;
  return (
    <>
      <Field label={texts.score.person}>
        <Select id="score-person" value={person.line.key} onChange={(_event, { value }) => goToLine({ key: value })}>
          {person.offered.map(([line, i]) => (
            <option key={line.key} value={line.key}>
              {texts.score.personOption(i + 1, line.row.displayName, isDone(line))}
            </option>
          ))}
        </Select>
      </Field>
      <div className="score-progress">
        <span id="score-position">
          {texts.score.position(person.index + 1, lines.length, lines.filter(isDone).length)}
        </span>
        <Checkbox
          id="only-open"
          label={texts.score.onlyOpen}
          checked={onlyOpen}
          onChange={(_event, { checked }) => chooseOnlyOpen(checked === true)}
        />
      </div>
    </>
  );
}

interface UnsavedProps {
  readonly sheets: readonly ScoringList[];
  readonly place: Place;
  readonly saving: Saving;
}

/** Whose scores were typed and are neither in view nor on their way into the workbook. */
function Unsaved({ sheets, place: { person, goToSheet, goToLine }, saving }: UnsavedProps): ReactNode {
  const { texts, drafts } = usePage();
  const unsaved = sheets.flatMap((sheet) =>
    sheet.lines
      .filter((line) => drafts.has(line.key) && line.key !== person?.line.key && !saving.isPending(line))
      .map((line) => ({ line, sheet })),
  );
  if (unsaved.length === 0) return null;
  return (
    <p id="unsaved">
      {texts.score.unsaved}
      {unsaved.map(({ line, sheet }) => (
        <button
          key={line.key}
          type="button"
          className="link"
          onClick={() => {
            goToSheet(sheet.key);
            goToLine(line);
          }}
        >
          {line.row.displayName}
        </button>
      ))}
    </p>
  );
}
