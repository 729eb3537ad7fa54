import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { monthsOf, quarterOf, type Month } from '../../../assessment/period';
import type { PeopleChoice } from '../../../forms/paper/made';
import { isNextControl } from '../../state/work';
import { usePage } from '../usePage';
import { namesIn } from './namesIn';
import { HandOut } from './HandOut';

const ANNEXES = [1, 2, 3] as const;

/** Empty forms of a month, for everybody, a 科室 or one person of the roster. */
export function MakeForms(): ReactNode {
  const { texts, state, today, activity, propose, run, say } = usePage();
  const months = recentMonths(today);
  const [annex, setAnnex] = useState<(typeof ANNEXES)[number]>(3);
  // What the next step asks for.
  const lacking = months.find((each) => each === state?.next.month);
  const [month, setMonth] = useState(lacking ?? months[0] ?? '');
  const [whom, setWhom] = useState(0);
  const [raters, setRaters] = useState('');
  const [protect, setProtect] = useState(false);
  const choices = peopleChoices(state?.book.roster?.people ?? []);
  const names = namesIn(raters);
  const wanted = {
    annex,
    months: month.includes('Q') ? monthsOf(month) : [month],
    people: choices[whom] ?? ({ kind: 'all' } as const),
    protect,
    ...(annex === 3 && names.length > 0 ? { raters: names } : {}),
  };
  const make = (): void => void propose('制作表格', (excel) => excel.previewForms(wanted));
  const findRaters = async (): Promise<void> => {
    const quarter = month.includes('Q') ? month : quarterOf(month);
    const known = await run(texts.forms.findingRaters, (excel) => excel.knownRaters(quarter));
    if (known === undefined) return;
    if (known.length > 0) setRaters(known.join('、'));
    else say({ kind: 'info', text: texts.forms.noRaters });
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
          {[...new Set(months.map(quarterOf))].map((each) => (
            <option key={each} value={each}>
              {texts.forms.wholeQuarter(texts.quarter(each))}
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
        <>
          <Field label={texts.forms.raters} hint={texts.forms.ratersHint}>
            <Input id="raters" value={raters} onChange={(_event, { value }) => setRaters(value)} />
          </Field>
          <Button id="known-raters" disabledFocusable={activity !== null} onClick={() => void findRaters()}>
            {texts.forms.knownRaters}
          </Button>
        </>
      )}
      <Checkbox
        id="protect"
        label={texts.forms.protect}
        checked={protect}
        onChange={(_event, { checked }) => setProtect(checked === true)}
      />
      <Button
        id="make"
        appearance={isNextControl('make', state?.next.name) ? 'primary' : 'secondary'}
        disabledFocusable={activity !== null}
        onClick={make}
      >
        {texts.forms.makeForms}
      </Button>
      <HandOut wanted={wanted} />
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
