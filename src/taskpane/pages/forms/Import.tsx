import { Button, Field, Select } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { IMPORT_KINDS, IMPORT_TARGETS, LEFT_OUT } from '../../../forms/import/kinds';
import type { ImportTable } from '../../../forms/import/outside';
import { usePage } from '../usePage';
import { Contradictions } from './Contradictions';
import { FilesField } from './FilesField';
import { useImport, type Importing } from './useImport';

/** What other workbooks have and this one lacks; headings that nobody knows are shown with what they may be. */
export function Import(): ReactNode {
  const { texts, activity, say } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const importing = useImport();
  const { tables } = importing;

  const read = (): void => {
    const files = [...(input.current?.files ?? [])];
    if (files.length > 0) {
      void importing.read(files);
      return;
    }
    say({ kind: 'error', text: texts.forms.noFiles });
    input.current?.focus();
  };
  return (
    <section>
      <h2>{texts.forms.import}</h2>
      <p>{texts.forms.importHint}</p>
      <FilesField id="import-files" input={input} />
      <Button id="import" disabledFocusable={activity !== null} onClick={read}>
        {texts.forms.readFiles}
      </Button>
      {tables.length > 0 && (
        <div id="headings">
          <h3>{texts.forms.headings(tables.length)}</h3>
          <p>{texts.forms.headingsHint}</p>
          {tables.map((table, i) => (
            <Headings key={`${table.file}|${table.sheet}`} id={`table-${i}`} {...{ table, importing }} />
          ))}
          <Button
            id="import-again"
            appearance="primary"
            disabledFocusable={activity !== null}
            onClick={() => void importing.readAgain()}
          >
            {texts.forms.importAgain}
          </Button>
        </div>
      )}
      <Contradictions id="import-contradictions" choosing={importing} again={importing.readAgain} />
    </section>
  );
}

interface HeadingsProps {
  readonly id: string;
  readonly table: ImportTable;
  readonly importing: Importing;
}

/** What a table is, and what each of its columns is. */
function Headings({ id, table, importing }: HeadingsProps): ReactNode {
  const { texts } = usePage();
  const { file, sheet, kind, columns, isConfirmed } = table;
  return (
    <details open={!isConfirmed} className="headings" id={id}>
      <summary>{texts.forms.tableOf(file, sheet)}</summary>
      <Field label={texts.forms.tableKind}>
        <Select
          id={`${id}-kind`}
          value={kind ?? ''}
          onChange={(_event, { value }) =>
            void importing.chooseKind(table, IMPORT_KINDS.find((each) => each === value) ?? null)
          }
        >
          <option value="">{texts.forms.noImport}</option>
          {IMPORT_KINDS.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </Field>
      {kind !== null && (
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.forms.heading}</th>
              <th scope="col">{texts.forms.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ heading, example, label, certainty }) => (
              <tr key={heading}>
                <th scope="row">
                  {heading}
                  {example !== '' && <small>{texts.forms.example(example)}</small>}
                </th>
                <td>
                  <Select
                    aria-label={heading}
                    value={label === '' ? LEFT_OUT : label}
                    onChange={(_event, { value }) => importing.chooseColumn(table, heading, value)}
                  >
                    <option value={LEFT_OUT}>{texts.forms.noImport}</option>
                    {IMPORT_TARGETS[kind].map((target) => (
                      <option key={target.label} value={target.label}>
                        {target.label}
                      </option>
                    ))}
                  </Select>
                  {certainty === 'guessed' && <small>{texts.forms.guessed}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
