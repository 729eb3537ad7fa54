import { monthTitle, type Month } from '../../assessment/period';
import type { FormsWanted, PeopleChoice } from '../../forms/layoutMade';
import { element } from '../element';
import type { Overview, Proposal } from '../pane';
import { folded, labelled, type PaneContext, type Section } from './section';

export interface MakeFormsCommands {
  /** Months worth offering, the likeliest first. */
  readonly months: readonly Month[];
  forms(wanted: FormsWanted): Promise<Proposal>;
  registers(): Promise<Proposal>;
}

const ANNEXES = [1, 2, 3] as const;

/** 表格: empty forms for a month, for everybody, a 科室 or one person; an empty roster and register. */
export function makeFormsSection(commands: MakeFormsCommands, { texts, propose }: PaneContext): Section {
  const annex = element(
    'select',
    { id: 'annex' },
    ...ANNEXES.map((each) => element('option', { value: String(each) }, texts.annexes[each])),
  );
  const month = element(
    'select',
    { id: 'forms-month' },
    ...commands.months.map((each) => element('option', { value: each }, monthTitle(each))),
  );
  const people = element('select', { id: 'forms-people' });
  const raters = element('input', { id: 'raters', type: 'text', placeholder: texts.ratersHint });
  const protect = element('input', { id: 'protect', type: 'checkbox' });
  const make = element('button', { type: 'button', class: 'main', id: 'make' }, texts.makeForms);
  const registers = element('button', { type: 'button', id: 'registers' }, texts.makeRegisters);
  const ratersField = labelled(texts.raters, raters);
  let choices: readonly PeopleChoice[] = [];

  const showRaters = (): void => {
    ratersField.hidden = annex.value !== '3';
  };
  annex.addEventListener('change', showRaters);
  make.addEventListener('click', () => void propose(() => commands.forms(wanted())));
  registers.addEventListener('click', () => void propose(() => commands.registers()));
  showRaters();

  function wanted(): FormsWanted {
    const names = raters.value.split(/[、,，;；\s]+/).filter((name) => name !== '');
    return {
      annex: ANNEXES.find((each) => String(each) === annex.value) ?? 1,
      month: month.value,
      people: choices[people.selectedIndex] ?? { kind: 'all' },
      protect: protect.checked,
      ...(annex.value === '3' && names.length > 0 ? { raters: names } : {}),
    };
  }

  function refresh({ people: roster }: Overview): void {
    const departments = [...new Set(roster.map(({ department }) => department))].filter((name) => name !== '');
    choices = [
      { kind: 'all' },
      ...departments.map((department): PeopleChoice => ({ kind: 'department', department })),
      ...roster.map(({ department, name }): PeopleChoice => ({ kind: 'person', department, name })),
    ];
    people.replaceChildren(...choices.map((choice) => element('option', {}, texts.people(choice))));
  }

  return {
    element: folded(
      'forms',
      texts.formsTask,
      element('div', { class: 'row' }, labelled(texts.annex, annex), labelled(texts.month, month)),
      labelled(texts.forWhom, people),
      ratersField,
      element('label', { class: 'check' }, protect, texts.protect),
      element('div', { class: 'row' }, make, registers),
    ),
    controls: [annex, month, people, raters, protect, make, registers],
    refresh,
  };
}
