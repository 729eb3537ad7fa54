import { usePage } from '../usePage';
import { Button, Field, Select } from '@fluentui/react-components';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useCollection, type CollectAs, type Collecting } from './useCollection';

/** Many filled-in files at once: read with progress and a way to stop, then shown before anything is written. */
export function Collect(): ReactNode {
  const { texts, activity, say } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const [as, setAs] = useState<CollectAs>('sheets');
  const collecting = useCollection(as);

  const collect = (given: Iterable<File> | null | undefined): void => {
    const files = [...(given ?? [])];
    if (files.length > 0) {
      void collecting.collect(files);
      return;
    }
    say({ kind: 'error', text: texts.forms.noFiles });
    input.current?.focus();
  };
  // On some machines the dialog that chooses files does not open (P12).
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (activity === null) collect(event.dataTransfer.files);
  };
  return (
    <section onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h2>{texts.forms.collect}</h2>
      <Field label={texts.forms.files}>
        {(field) => <input {...field} id="files" ref={input} type="file" multiple accept=".xlsx,.xlsm" />}
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
      <Button id="collect" disabledFocusable={activity !== null} onClick={() => collect(input.current?.files)}>
        {texts.forms.readFiles}
      </Button>
      {collecting.contradictions.length > 0 && <Contradictions collecting={collecting} />}
    </section>
  );
}

/** Which file is taken where several say different things. */
function Contradictions({ collecting }: { readonly collecting: Collecting }): ReactNode {
  const { texts, activity } = usePage();
  const { contradictions, choices, choose, collectAgain } = collecting;
  return (
    <div id="contradictions">
      <h3>{texts.forms.contradictions(contradictions.length)}</h3>
      {contradictions.map(({ key, title, places }) => (
        <Field key={key} label={title}>
          <Select value={choices.get(key) ?? ''} onChange={(_event, { value }) => choose(key, value)}>
            <option value="">{texts.forms.takeNone}</option>
            {[...new Set(places.flatMap(({ file }) => file ?? []))].map((file) => (
              <option key={file} value={file}>
                {file}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button id="choose" disabledFocusable={activity !== null} onClick={() => void collectAgain()}>
        {texts.forms.chooseAgain}
      </Button>
    </div>
  );
}
