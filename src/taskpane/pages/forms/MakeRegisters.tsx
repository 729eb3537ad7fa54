import { usePage } from '../usePage';
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isNextControl } from '../../state/work';

/** An empty roster and empty registers, as far as the workbook has none. */
export function MakeRegisters(): ReactNode {
  const { texts, state, activity, propose } = usePage();
  const make = (): void => void propose('空白名册和登记表', (excel) => excel.previewRegisters());
  return (
    <section>
      <h2>{texts.forms.registers}</h2>
      <p>{texts.forms.registersHint}</p>
      <Button
        id="registers"
        appearance={isNextControl('registers', state?.next.name) ? 'primary' : 'secondary'}
        disabledFocusable={activity !== null}
        onClick={make}
      >
        {texts.forms.makeRegisters}
      </Button>
    </section>
  );
}
