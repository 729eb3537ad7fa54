import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { displayTotal } from '../../../assessment/display';
import { scoreGrade } from '../../../assessment/grade';
import { INDICATORS } from '../../../assessment/indicator';
import { scoreLimit, scoreOfText } from '../../../assessment/score';
import type { WorkbookState } from '../../../excel/reading/workbookState';
import { areaAddress, cellAddress } from '../../../forms/grid/address';
import { usePane, type Draft, type Pane } from '../../state/paneContext';
import { isEmptyPlan } from '../../state/preview';
import {
  exactText,
  readField,
  saysTheSame,
  scoringLists,
  totalSoFar,
  type FieldReading,
  type ScoreLine,
  type ScoringList,
} from './scoring';
import type { Texts } from '../../texts';

/** What was written since the workbook was read, by line. */
interface Written {
  readonly since: WorkbookState | null;
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

/** 打分: the score sheets of a month, one person at a time, by keyboard alone. */
export function ScorePage(): ReactNode {
  const { texts, state } = usePane();
  const sheets = useMemo(() => (state === null ? [] : scoringLists(state.book)), [state]);
  if (state === null) return null;
  return sheets.length === 0 ? <p>{texts.shell.needsForms}</p> : <Scoring state={state} sheets={sheets} />;
}

function Scoring({
  state,
  sheets,
}: {
  readonly state: WorkbookState;
  readonly sheets: readonly ScoringList[];
}): ReactNode {
  const pane = usePane();
  const { texts, drafts } = pane;
  const { isPending, written, save } = useSaving(state, sheets);
  const months = [...new Set(sheets.map(({ month }) => month))].sort((a, b) => (b ?? '').localeCompare(a ?? ''));
  const [chosenSheet, chooseSheet] = useState('');
  const [chosenLine, chooseLine] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const first = sheets.find(({ month }) => month === months[0]);
  const sheet = sheets.find(({ key }) => key === chosenSheet) ?? first;
  if (sheet === undefined) return null;
  const standing = (line: ScoreLine): readonly string[] => written(line) ?? line.standing;
  const isDone = (line: ScoreLine): boolean => standing(line).every((score) => score !== '');
  const { lines } = sheet;
  const ofMonth = sheets.filter(({ month }) => month === sheet.month);
  const line = lines.find(({ key }) => key === chosenLine) ?? lines.find((each) => !isDone(each)) ?? lines[0];
  const at = line === undefined ? 0 : lines.indexOf(line);
  const others = (each: ScoreLine): boolean => !onlyOpen || !isDone(each);
  const previous = lines.slice(0, at).filter(others).at(-1);
  const next = lines.slice(at + 1).find(others);
  const unsaved = sheets.flatMap((each) =>
    each.lines
      .filter(({ key }) => drafts.has(key) && key !== line?.key && !isPending(key))
      .map((left) => ({ left, of: each })),
  );
  return (
    <section className="scoring">
      <div className="fields">
        <Field label={texts.score.month}>
          <Select
            id="score-month"
            value={String(months.indexOf(sheet.month))}
            onChange={(_event, { value }) =>
              chooseSheet(sheets.find(({ month }) => month === months[Number(value)])?.key ?? '')
            }
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
            <Select id="score-sheet" value={sheet.key} onChange={(_event, { value }) => chooseSheet(value)}>
              {ofMonth.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      {line === undefined ? (
        <p>{texts.score.nobody}</p>
      ) : (
        <>
          <Field label={texts.score.person}>
            <Select id="score-person" value={line.key} onChange={(_event, { value }) => chooseLine(value)}>
              {lines.map((each, i) =>
                each === line || others(each) ? (
                  <option key={each.key} value={each.key}>
                    {texts.score.personOption(i + 1, each.row.displayName, isDone(each))}
                  </option>
                ) : null,
              )}
            </Select>
          </Field>
          <div className="score-progress">
            <span id="score-position">{texts.score.position(at + 1, lines.length, lines.filter(isDone).length)}</span>
            <Checkbox
              id="only-open"
              label={texts.score.onlyOpen}
              checked={onlyOpen}
              onChange={(_event, { checked }) => {
                // Whoever is in view stays so until the person moves on.
                chooseLine(line.key);
                setOnlyOpen(checked === true);
              }}
            />
          </div>
          <PersonScores
            line={line}
            sheet={sheet}
            settings={state.settings}
            standing={standing(line)}
            previous={previous}
            next={next}
            goTo={({ key }) => chooseLine(key)}
            save={(draft) => {
              void save(line, draft).then((result) => {
                // What is to be looked at first is in view when the preview is closed.
                if (result !== 'written') chooseLine(line.key);
              });
            }}
          />
        </>
      )}
      {unsaved.length > 0 && (
        <p id="unsaved">
          {texts.score.unsaved}
          {unsaved.map(({ left, of }) => (
            <button
              key={left.key}
              type="button"
              className="link"
              onClick={() => {
                chooseSheet(of.key);
                chooseLine(left.key);
              }}
            >
              {left.row.displayName}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

/** One person's seven fields. Whoever leaves them complete and right has them written; otherwise they are kept as they are. */
function PersonScores({
  line,
  sheet,
  settings,
  standing,
  previous,
  next,
  goTo,
  save,
}: {
  readonly line: ScoreLine;
  readonly sheet: ScoringList;
  readonly settings: WorkbookState['settings'];
  readonly standing: readonly string[];
  readonly previous: ScoreLine | undefined;
  readonly next: ScoreLine | undefined;
  readonly goTo: (line: ScoreLine) => void;
  readonly save: (draft: Draft) => void;
}): ReactNode {
  const { texts, drafts, keepDraft } = usePane();
  const inputs = useRef<(HTMLInputElement | null)[]>([]);
  const isMoving = useRef(false);
  const [refusedFor, setRefusedFor] = useState('');
  const draft = drafts.get(line.key);
  const fields = draft?.texts ?? standing;
  const readings = fields.map((text, i) => readField(text, sheet.scale, sheet.weights[i] ?? 0));
  const { row, form } = line;

  // Whoever moves on by keyboard types the next person's first score at once.
  useEffect(() => {
    if (isMoving.current) inputs.current[0]?.focus();
    isMoving.current = false;
  }, [line.key]);

  const type = (field: number, text: string): void => {
    const changed = fields.map((each, i) => (i === field ? text : each));
    keepDraft(line.key, saysTheSame(changed, standing) ? null : { texts: changed, seen: draft?.seen ?? standing });
  };
  const moveTo = (target: ScoreLine | undefined): void => {
    if (draft !== undefined && readings.every(({ kind }) => kind === 'score')) save(draft);
    if (target === undefined) return;
    isMoving.current = true;
    goTo(target);
  };
  const finish = (): void => {
    const faulty = readings.findIndex(({ kind }) => kind !== 'score');
    setRefusedFor(faulty < 0 ? '' : line.key);
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
    const isBack = event.key === 'PageUp' || (event.altKey && event.key === 'ArrowUp');
    const isOn = event.key === 'PageDown' || (event.altKey && event.key === 'ArrowDown');
    if (!isBack && !isOn) return;
    event.preventDefault();
    moveTo(isBack ? previous : next);
  };
  return (
    <div onKeyDown={onKey}>
      <h2 id="score-name">
        {row.displayName}
        <small>{[row.departmentText, row.position].filter((text) => text !== '').join(' ')}</small>
      </h2>
      <p className="quiet">
        {texts.score.target(form.sheet, targetAddress(line))}
        <br />
        {sheet.scale === '百分制' ? texts.score.hundred : texts.score.points}
      </p>
      <div className="scores">
        {INDICATORS.map((indicator, i) => {
          const { id } = indicator;
          const weight = sheet.weights[i] ?? 0;
          return (
            <Field
              key={id}
              orientation="horizontal"
              label={texts.score.label(texts.indicator(indicator), weight, sheet.scale === '分值制')}
              {...verdict(readings[i], scoreLimit(sheet.scale, weight), refusedFor === line.key, texts)}
            >
              <Input
                id={`score-${id}`}
                ref={(input) => {
                  inputs.current[i] = input;
                }}
                inputMode="decimal"
                autoComplete="off"
                value={fields[i] ?? ''}
                placeholder={texts.score.limit(scoreLimit(sheet.scale, weight))}
                onFocus={(event) => event.currentTarget.select()}
                onChange={(_event, { value }) => type(i, value)}
                onKeyDown={(event) => onFieldKey(i, event)}
              />
            </Field>
          );
        })}
      </div>
      <Total readings={readings} sheet={sheet} settings={settings} texts={texts} />
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

/** The running total, and with all seven fields what it amounts to. */
function Total({
  readings,
  sheet,
  settings: { gradeLines, rounding },
  texts,
}: {
  readonly readings: readonly FieldReading[];
  readonly sheet: ScoringList;
  readonly settings: WorkbookState['settings'];
  readonly texts: Texts;
}): ReactNode {
  const filled = readings.filter(({ kind }) => kind === 'score').length;
  const total = totalSoFar(readings, sheet);
  const shown = displayTotal(total, gradeLines);
  return (
    <p className="score-total">
      <output id="score-total">
        {filled < readings.length
          ? texts.score.partial(shown, filled)
          : texts.score.total(shown, scoreGrade(total, gradeLines, rounding))}
      </output>
    </p>
  );
}

/** What is said at a field; a field that is still blank is refused only when it should be written. */
function verdict(
  reading: FieldReading | undefined,
  limit: number,
  isRefused: boolean,
  { score: texts }: Texts,
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

/** Writes one line; what would replace something unseen is shown as a preview instead. */
async function write(pane: Pane, { form, row }: ScoreLine, { texts, seen }: Draft): Promise<'written' | 'open'> {
  const scores = texts.map((text) => scoreOfText(text)?.valueOf() ?? 0);
  const entry = await pane.run(pane.texts.shell.reading, (excel) =>
    excel.previewScoreEntry({ form, row, scores, seen }),
  );
  if (entry === undefined) return 'open';
  if (!entry.isPlain) {
    await pane.propose('打分', () => Promise.resolve(entry));
    return 'open';
  }
  return isEmptyPlan(entry.plan) || (await pane.write('打分', entry.plan)) ? 'written' : 'open';
}

interface Saving {
  /** Whether a line is on its way into the workbook. */
  readonly isPending: (key: string) => boolean;
  /** What a line got since the workbook was read. */
  readonly written: (line: ScoreLine) => readonly string[] | undefined;
  readonly save: (line: ScoreLine, draft: Draft) => Promise<'written' | 'open'>;
}

/** Writes one line after the other, while the next person is already being scored. */
function useSaving(state: WorkbookState, sheets: readonly ScoringList[]): Saving {
  const pane = usePane();
  const { keepDraft } = pane;
  const [writtenLines, setWritten] = useState<Written>({ since: null, lines: new Map() });
  const [pending, setPending] = useState<readonly string[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const lines = useMemo(() => sheets.flatMap(({ lines: ofSheet }) => ofSheet), [sheets]);
  const latest = useRef({ pane, state, pending, lines });
  latest.current = { pane, state, pending, lines };

  // What stands in the workbook, by whatever way it came there, is no draft any more.
  useEffect(() => {
    for (const { key, standing } of lines) {
      const draft = latest.current.pane.drafts.get(key);
      if (draft !== undefined && saysTheSame(draft.texts, standing)) keepDraft(key, null);
    }
  }, [lines, keepDraft]);

  // Leaving the page keeps what was typed, and says so.
  useEffect(
    () => () => {
      const { pane: last, lines: open, pending: onTheWay } = latest.current;
      const left = open.filter(({ key }) => last.drafts.has(key) && !onTheWay.includes(key));
      if (left.length > 0) last.say({ kind: 'info', text: last.texts.score.leftUnsaved(left.length) });
    },
    [],
  );

  const saveNow = async (line: ScoreLine, draft: Draft): Promise<'written' | 'open'> => {
    const result = await write(latest.current.pane, line, draft);
    setPending((keys) => keys.filter((key) => key !== line.key));
    if (result !== 'written') return result;
    const standing = draft.texts.map(exactText);
    setWritten((before) => {
      const since = latest.current.state;
      return { since, lines: new Map([...(before.since === since ? before.lines : []), [line.key, standing]]) };
    });
    // Somebody may have come back to the person meanwhile.
    const now = latest.current.pane.drafts.get(line.key);
    keepDraft(line.key, now === undefined || now.texts === draft.texts ? null : { ...now, seen: standing });
    return result;
  };
  return {
    isPending: (key) => pending.includes(key),
    written: ({ key }) => (writtenLines.since === state ? writtenLines.lines.get(key) : undefined),
    save: async (line, draft) => {
      setPending((keys) => [...keys, line.key]);
      const saved = queue.current.then(() => saveNow(line, draft));
      queue.current = saved;
      return saved;
    },
  };
}
