import { Button, Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { choosable } from '../../../forms/collect/collection';
import { usePage } from '../usePage';
import type { Choosing } from './useChoosing';

interface ContradictionsProps {
  readonly id: string;
  readonly choosing: Choosing;
  /** Shows what would be written, with what was chosen. */
  readonly again: () => Promise<void>;
}

/** Which one is taken where several forms say different things; nothing where none do. */
export function Contradictions({
  id,
  choosing: { contradictions, choices, choose },
  again,
}: ContradictionsProps): ReactNode {
  const { texts, activity } = usePage();
  if (contradictions.length === 0) return null;
  return (
    <div id={id}>
      <h3>{texts.forms.contradictions(contradictions.length)}</h3>
      {contradictions.map((each) => (
        <Field key={each.key} label={each.title}>
          <Select value={choices.get(each.key) ?? ''} onChange={(_event, { value }) => choose(each.key, value)}>
            <option value="">{texts.forms.takeNone}</option>
            {choosable(each).map(({ choice, place }) => (
              <option key={choice} value={choice}>
                {texts.forms.oneOf(place)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button id={`${id}-choose`} disabledFocusable={activity !== null} onClick={() => void again()}>
        {texts.forms.chooseAgain}
      </Button>
    </div>
  );
}
