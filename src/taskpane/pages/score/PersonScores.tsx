import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { INDICATORS } from '../../../assessment/indicator';
import { scoreLimit } from '../../../assessment/score';
import type { Settings } from '../../../assessment/settings';
import { areaAddress, cellAddress } from '../../../forms/grid/address';
import type { Draft } from '../../state/paneContext';
import { usePage, type AllTexts } from '../usePage';
import type { FieldReading, ScoreLine, ScoringList } from './scoring';
import { Total } from './Total';
import { useEntry } from './useEntry';
import type { PersonPlace, Place } from './usePlace';

interface PersonScoresProps {
  readonly sheet: ScoringList;
  readonly person: PersonPlace;
  readonly settings: Settings;
  readonly standing: readonly string[];
  readonly goToLine: Place['goToLine'];
  readonly save: (draft: Draft) => void;
}

/** One person's seven fields. Whoever leaves them complete and right has them written; otherwise they are kept as they are. */
export function PersonScores({ sheet, person, settings, standing, goToLine, save }: PersonScoresProps): ReactNode {
  const { texts } = usePage();
  const { line, previous, next } = person;
  const { fields, readings, draft, isRefused, type, refuse } = useEntry(line, sheet, standing);
  const inputs = useRef<(HTMLInputElement | null)[]>([]);
  const isMoving = useRef(false);

  // Whoever moves on by keyboard types the next person's first score at once.
  useEffect(() => {
    if (isMoving.current) inputs.current[0]?.focus();
    isMoving.current = false;
  }, [line.key]);

  const moveTo = (target: ScoreLine | undefined): void => {
    if (draft !== undefined && readings.every(({ kind }) => kind === 'score')) save(draft);
    if (target === undefined) return;
    isMoving.current = true;
    goToLine(target);
  };
  const finish = (): void => {
    const faulty = readings.findIndex(({ kind }) => kind !== 'score');
    refuse(faulty >= 0);
    if (faulty < 0) moveTo(next);
    else inputs.current[faulty]?.focus();
  };
  const onFieldKey = (field: number, event: KeyboardEvent): void => {
    // An input method takes Enter to end a word.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (field === fields.length - 1) finish();
    else inputs.current[field + 1]?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    if (step === null) return;
    event.preventDefault();
    moveTo(step === 'back' ? previous : next);
  };
  return (
    <div onKeyDown={onKey}>
      <Heading line={line} sheet={sheet} />
      <div className="scores">
        {INDICATORS.map((indicator, i) => {
          const weight = sheet.weights[i] ?? 0;
          const limit = scoreLimit(sheet.scale, weight);
          return (
            <Field
              key={indicator.id}
              orientation="horizontal"
              label={texts.score.label(texts.indicator(indicator), weight, sheet.scale === '分值制')}
              {...verdict(readings[i], limit, isRefused, texts)}
            >
              <Input
                id={`score-${indicator.id}`}
                ref={(input) => {
                  inputs.current[i] = input;
                }}
                inputMode="decimal"
                autoComplete="off"
                value={fields[i] ?? ''}
                placeholder={texts.score.limit(limit)}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(_event, { value }) => type(i, value)}
                onKeyDown={(event) => onFieldKey(i, event)}
              />
            </Field>
          );
        })}
      </div>
      <Total readings={readings} sheet={sheet} row={line.row} settings={settings} />
      <div className="actions">
        <Button id="score-save" appearance="primary" onClick={finish}>
          {texts.score.save}
        </Button>
        <Button id="score-previous" disabledFocusable={previous === undefined} onClick={() => moveTo(previous)}>
          {texts.score.previous}
        </Button>
        <Button id="score-next" disabledFocusable={next === undefined} onClick={() => moveTo(next)}>
          {texts.score.next}
        </Button>
      </div>
      <p className="quiet">{texts.score.keys}</p>
    </div>
  );
}

/** Whose scores these are, and which cells they go to. */
function Heading({ line, sheet }: { readonly line: ScoreLine; readonly sheet: ScoringList }): ReactNode {
  const { texts } = usePage();
  const { row, form } = line;
  return (
    <>
      <h2 id="score-name">
        {row.displayName}
        <small>{[row.departmentText, row.position].filter((text) => text !== '').join(' ')}</small>
      </h2>
      <p className="quiet">
        {texts.score.target(form.sheet, targetAddress(line))}
        <br />
        {sheet.scale === '百分制' ? texts.score.hundred : texts.score.points}
      </p>
    </>
  );
}

/** Which way a key leads among the people; null for any other key. */
function stepOf({ key, altKey }: KeyboardEvent): 'back' | 'on' | null {
  if (key === 'PageUp' || (altKey && key === 'ArrowUp')) return 'back';
  if (key === 'PageDown' || (altKey && key === 'ArrowDown')) return 'on';
  return null;
}

/** What is said at a field; a field that is still blank is refused only when it should be written. */
function verdict(
  reading: FieldReading | undefined,
  limit: number,
  isRefused: boolean,
  { score: texts }: AllTexts,
): { validationState?: 'error' | 'warning'; validationMessage?: string } {
  switch (reading?.kind) {
    case 'notANumber':
      return { validationState: 'error', validationMessage: texts.notANumber };
    case 'outside':
      return { validationState: 'error', validationMessage: texts.outside(limit) };
    case 'score':
      return reading.isFine ? { validationState: 'warning', validationMessage: texts.fine } : {};
    default:
      return isRefused ? { validationState: 'error', validationMessage: texts.blank } : {};
  }
}

/** Where a line's scores stand: one area, or cells apart. */
function targetAddress({ form: { columns }, row: { row } }: ScoreLine): string {
  const sorted = [...columns.scores].sort((a, b) => a - b);
  const [first = 0] = sorted;
  return sorted.every((column, i) => column === first + i)
    ? areaAddress({ row, column: first, rows: 1, columns: sorted.length })
    : sorted.map((column) => cellAddress(row, column)).join('、');
}
