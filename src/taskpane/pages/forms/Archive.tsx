import { usePage } from '../usePage';
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { MonthField, useMonth } from './MonthField';

/** A month's forms as one set for print, and the list of what was filed. */
export function Archive(): ReactNode {
  const [month, choose] = useMonth();
  const { texts, activity, propose, today } = usePage();
  return (
    <section>
      <h2>{texts.forms.archive}</h2>
      {month === undefined ? (
        <p>{texts.forms.noMonths}</p>
      ) : (
        <>
          <MonthField id="archive-month" {...{ month, choose }} />
          <Button
            id="archive"
            disabledFocusable={activity !== null}
            onClick={() => void propose('归档', (excel) => excel.previewArchive({ month, today }))}
          >
            {texts.forms.makeArchive}
          </Button>
        </>
      )}
    </section>
  );
}
