import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useRef, useState, type ReactNode } from 'react';
import type { Month } from '../../../assessment/period';
import type { ReadFile } from '../../../files';
import type { Contradiction } from '../../../forms/collect/collection';
import type { PeopleChoice } from '../../../forms/paper/made';
import { usePane } from '../../state/paneContext';

const ANNEXES = [1, 2, 3] as const;
type CollectAs = 'sheets' | 'rows';

/** 表格: make empty forms, collect filled-in ones, put a month on file. */
export function FormsPage(): ReactNode {
  return (
    <>
      <MakeForms />
      <MakeRegisters />
      <Collect />
      <Archive />
    </>
  );
}

/** Empty forms of a month, for everybody, a 科室 or one person of the roster. */
function MakeForms(): ReactNode {
  const { texts, state, today, activity, propose } = usePane();
  const months = recentMonths(today);
  const [annex, setAnnex] = useState<(typeof ANNEXES)[number]>(3);
  const [month, setMonth] = useState(months[0] ?? '');
  const [whom, setWhom] = useState(0);
  const [raters, setRaters] = useState('');
  const [protect, setProtect] = useState(false);
  const choices = peopleChoices(state?.book.roster?.people ?? []);
  const make = (): void => {
    const names = raters.split(/[、,，;；\s]+/).filter((name) => name !== '');
    void propose('制作表格', (excel) =>
      excel.previewForms({
        annex,
        month,
        people: choices[whom] ?? { kind: 'all' },
        protect,
        ...(annex === 3 && names.length > 0 ? { raters: names } : {}),
      }),
    );
  };
  return (
    <section>
      <h2>{texts.forms.make}</h2>
      <Field label={texts.forms.annex}>
        <Select
          id="annex"
          value={String(annex)}
          onChange={(_event, { value }) => setAnnex(ANNEXES.find((each) => String(each) === value) ?? 3)}
        >
          {ANNEXES.map((each) => (
            <option key={each} value={each}>
              {texts.forms.annexes[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.forms.month}>
        <Select id="forms-month" value={month} onChange={(_event, { value }) => setMonth(value)}>
          {months.map((each) => (
            <option key={each} value={each}>
              {texts.month(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.forms.forWhom}>
        <Select id="forms-people" value={String(whom)} onChange={(_event, { value }) => setWhom(Number(value))}>
          {choices.map((choice, i) => (
            <option key={i} value={i}>
              {texts.forms.people(choice)}
            </option>
          ))}
        </Select>
      </Field>
      {annex === 3 && (
        <Field label={texts.forms.raters} hint={texts.forms.ratersHint}>
          <Input id="raters" value={raters} onChange={(_event, { value }) => setRaters(value)} />
        </Field>
      )}
      <Checkbox
        id="protect"
        label={texts.forms.protect}
        checked={protect}
        onChange={(_event, { checked }) => setProtect(checked === true)}
      />
      <Button id="make" appearance="primary" disabledFocusable={activity !== null} onClick={make}>
        {texts.forms.makeForms}
      </Button>
    </section>
  );
}

function MakeRegisters(): ReactNode {
  const { texts, activity, propose } = usePane();
  const make = (): void => void propose('空白名册和登记表', (excel) => excel.previewRegisters());
  return (
    <section>
      <h2>{texts.forms.registers}</h2>
      <p>{texts.forms.registersHint}</p>
      <Button id="registers" disabledFocusable={activity !== null} onClick={make}>
        {texts.forms.makeRegisters}
      </Button>
    </section>
  );
}

/** Many filled-in files at once: read with progress and a way to stop, then shown before anything is written. */
function Collect(): ReactNode {
  const { texts, state, activity, run, propose, say } = usePane();
  const chosen = useRef<HTMLInputElement>(null);
  const [as, setAs] = useState<CollectAs>('sheets');
  const [collected, setCollected] = useState<readonly ReadFile[]>([]);
  const [open, setOpen] = useState<readonly Contradiction[]>([]);
  const [choices, setChoices] = useState<ReadonlyMap<string, string>>(new Map());

  const show = async (files: readonly ReadFile[], by: ReadonlyMap<string, string>): Promise<void> => {
    const preview = await propose('收集', (excel) => excel.previewCollect(files, { as, choices: by }));
    setOpen(preview?.collection.contradictions ?? []);
  };
  const read = async (): Promise<void> => {
    const files = [...(chosen.current?.files ?? [])];
    if (files.length === 0) {
      say({ kind: 'error', text: texts.forms.noFiles });
      chosen.current?.focus();
      return;
    }
    const found = await run(texts.forms.readingFiles(0, files.length, ''), async (_excel, { signal, report }) => {
      // The reader of files is large and loaded when it is first needed.
      const { readFiles } = await import(/* webpackChunkName: "files" */ '../../../files');
      const sources = files.map((file) => ({
        name: file.name,
        bytes: async () => new Uint8Array(await file.arrayBuffer()),
      }));
      return readFiles(sources, {
        signal,
        ...(state === null ? {} : { settings: state.settings }),
        onProgress: (done, _total, name) =>
          report(texts.forms.readingFiles(done, files.length, name), done / files.length),
      });
    });
    if (found === undefined) return;
    setCollected(found);
    setChoices(new Map());
    await show(found, new Map());
  };
  return (
    <section>
      <h2>{texts.forms.collect}</h2>
      <Field label={texts.forms.files}>
        {(field) => <input {...field} id="files" ref={chosen} type="file" multiple accept=".xlsx,.xlsm" />}
      </Field>
      <Field label={texts.forms.collectAs}>
        <Select
          id="collect-as"
          value={as}
          onChange={(_event, { value }) => setAs(value === 'rows' ? 'rows' : 'sheets')}
        >
          <option value="sheets">{texts.forms.asSheets}</option>
          <option value="rows">{texts.forms.asRows}</option>
        </Select>
      </Field>
      <Button id="collect" disabledFocusable={activity !== null} onClick={() => void read()}>
        {texts.forms.readFiles}
      </Button>
      {open.length > 0 && (
        <div id="contradictions">
          <h3>{texts.forms.contradictions(open.length)}</h3>
          {open.map(({ key, title, places }) => (
            <Field key={key} label={title}>
              <Select
                value={choices.get(key) ?? ''}
                onChange={(_event, { value }) => setChoices(new Map([...choices, [key, value]]))}
              >
                <option value="">{texts.forms.takeNone}</option>
                {[...new Set(places.flatMap(({ file }) => file ?? []))].map((file) => (
                  <option key={file} value={file}>
                    {file}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
          <Button
            id="choose"
            disabledFocusable={activity !== null}
            onClick={() => void show(collected, new Map([...choices].filter(([, file]) => file !== '')))}
          >
            {texts.forms.chooseAgain}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A month's forms as one set for print, and the list of what was filed. */
function Archive(): ReactNode {
  const { texts, state, activity, propose } = usePane();
  const months = state?.months ?? [];
  const [chosen, setMonth] = useState('');
  const month = months.includes(chosen) ? chosen : months[0];
  return (
    <section>
      <h2>{texts.forms.archive}</h2>
      {month === undefined ? (
        <p>{texts.forms.noMonths}</p>
      ) : (
        <>
          <Field label={texts.forms.month}>
            <Select id="archive-month" value={month} onChange={(_event, { value }) => setMonth(value)}>
              {months.map((each) => (
                <option key={each} value={each}>
                  {texts.month(each)}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            id="archive"
            disabledFocusable={activity !== null}
            onClick={() => void propose('归档', (excel) => excel.previewArchive({ month }))}
          >
            {texts.forms.makeArchive}
          </Button>
        </>
      )}
    </section>
  );
}

function peopleChoices(roster: readonly { readonly department: string; readonly name: string }[]): PeopleChoice[] {
  const departments = [...new Set(roster.map(({ department }) => department))].filter((name) => name !== '');
  return [
    { kind: 'all' },
    ...departments.map((department): PeopleChoice => ({ kind: 'department', department })),
    ...roster.map(({ department, name }): PeopleChoice => ({ kind: 'person', department, name })),
  ];
}

/** Months that forms are made for: the last before today's first, then today's, the next, and a year back. */
function recentMonths(today: string): readonly Month[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const monthAt = (offset: number): Month => new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 7);
  return [-1, 0, 1, ...Array.from({ length: 11 }, (_, i) => -2 - i)].map(monthAt);
}
