import { Field } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';
import { FileInput } from '../../parts/FileInput';
import { usePage } from '../usePage';

interface FilesFieldProps {
  readonly id: string;
  readonly input: RefObject<HTMLInputElement>;
}

/** The workbooks that are to be read. */
export function FilesField({ id, input }: FilesFieldProps): ReactNode {
  const { texts } = usePage();
  return (
    <Field label={texts.forms.files}>
      {(field) => (
        <FileInput
          {...field}
          id={id}
          accept=".xlsx,.xlsm"
          input={input}
          hint={texts.forms.drop}
          chosen={texts.forms.chosen}
        />
      )}
    </Field>
  );
}
