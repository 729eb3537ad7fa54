import { usePage } from '../usePage';
import { Button, Field, Select } from '@fluentui/react-components';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Contradictions } from './Contradictions';
import { FilesField } from './FilesField';
import { useCollection, type CollectAs } from './useCollection';

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
      <FilesField id="files" input={input} />
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
      <Contradictions id="contradictions" choosing={collecting} again={collecting.collectAgain} />
    </section>
  );
}
