import type { CalendarDate } from '../../assessment/calendar';
import type { Quarter } from '../../assessment/period';
import { element } from '../element';
import type { Proposal } from '../pane';
import { folded, labelled, type PaneContext, type Section } from './section';

/** What stands on the group's table: from getting ready to the file for 纪检, all for the quarter that is chosen. */
export interface DecideCommands {
  readonly today: CalendarDate;
  readiness(quarter: Quarter): Promise<Proposal>;
  leadership(quarter: Quarter): Promise<Proposal>;
  draw(quarter: Quarter, count: number): Promise<Proposal>;
  explain(quarter: Quarter, person: string): Promise<Proposal>;
  notice(quarter: Quarter, start: CalendarDate): Promise<Proposal>;
  objections(): Promise<Proposal>;
  finalise(quarter: Quarter): Promise<Proposal>;
  seal(quarter: Quarter): Promise<Proposal>;
  verify(quarter: Quarter): Promise<Proposal>;
  packet(quarter: Quarter): Promise<Proposal>;
  annual(year: number): Promise<Proposal>;
}

/** 审定与公示, then 年度: what follows the 审定表. */
export function decideSections(commands: DecideCommands, context: PaneContext): Section {
  const { texts, propose, quarter } = context;
  const button = (id: string, text: string, command: () => Promise<Proposal>, main = false): HTMLButtonElement => {
    const made = element('button', { type: 'button', id, ...(main ? { class: 'main' } : {}) }, text);
    made.addEventListener('click', () => void propose(command));
    return made;
  };
  const count = element('input', { id: 'draw-count', type: 'number', min: '1', value: '1' });
  const person = element('select', { id: 'explained' });
  const start = element('input', { id: 'notice-start', type: 'date', value: commands.today });
  const buttons = {
    readiness: button('readiness', texts.readiness, () => commands.readiness(quarter())),
    leadership: button('leadership', texts.leadership, () => commands.leadership(quarter())),
    draw: button('draw', texts.draw, () => commands.draw(quarter(), Number(count.value))),
    explain: button('explain', texts.explain, () => commands.explain(quarter(), person.value)),
    notice: button('notice', texts.notice, () => commands.notice(quarter(), start.value), true),
    objections: button('objections', texts.objections, () => commands.objections()),
    finalise: button('finalise', texts.finalise, () => commands.finalise(quarter())),
    seal: button('seal', texts.seal, () => commands.seal(quarter())),
    verify: button('verify', texts.verify, () => commands.verify(quarter())),
    packet: button('packet', texts.packet, () => commands.packet(quarter())),
    annual: button('annual', texts.annual, () => commands.annual(Number(quarter().slice(0, 4))), true),
  };
  return {
    element: folded(
      'deciding',
      texts.decideTask,
      element('div', { class: 'row' }, buttons.readiness, buttons.leadership),
      element('div', { class: 'row' }, labelled(texts.drawCount, count), buttons.draw),
      element('div', { class: 'row' }, labelled(texts.explained, person), buttons.explain),
      labelled(texts.noticeStart, start),
      element('div', { class: 'row' }, buttons.notice, buttons.objections, buttons.finalise),
      element('div', { class: 'row' }, buttons.seal, buttons.verify, buttons.packet),
      element('div', { class: 'row' }, buttons.annual),
    ),
    controls: [count, person, start, ...Object.values(buttons)],
    refresh: ({ scored }) => {
      const before = person.value;
      person.replaceChildren(
        ...scored.map(({ key, department, name }) => element('option', { value: key }, `${department} ${name}`.trim())),
      );
      if (scored.some(({ key }) => key === before)) person.value = before;
    },
  };
}
