import { monthTitle, type Month } from '../../assessment/period';
import { element } from '../element';
import type { Proposal } from '../pane';
import { folded, labelled, type PaneContext, type Section } from './section';

export interface ArchiveCommands {
  archive(month: Month): Promise<Proposal>;
}

/** 归档: a month's forms as one set for print, and the list of what was filed. */
export function archiveSection(commands: ArchiveCommands, { texts, propose }: PaneContext): Section {
  const month = element('select', { id: 'archive-month' });
  const archive = element('button', { type: 'button', class: 'main', id: 'archive' }, texts.archive);
  archive.addEventListener('click', () => void propose(() => commands.archive(month.value)));
  return {
    element: folded(
      'archiving',
      texts.archiveTask,
      labelled(texts.month, month),
      element('div', { class: 'row' }, archive),
    ),
    controls: [month, archive],
    refresh: ({ months }) => {
      const before = month.value;
      month.replaceChildren(...months.map((each) => element('option', { value: each }, monthTitle(each))));
      if (months.includes(before)) month.value = before;
    },
  };
}
