import type { ReactNode } from 'react';
import type { AgendaItem } from '../../../excel/reading/workbookState';
import { usePane } from '../../state/paneContext';

/** So many deadlines that are still to come stand open; late ones all do. */
const NEXT = 4;

/** The deadlines of the quarter: what is overdue, the next ones, and folded behind them the later and the done. */
export function Agenda({ items }: { readonly items: readonly AgendaItem[] }): ReactNode {
  const { texts } = usePane();
  const open = items.filter(({ isDone }) => !isDone);
  const isPressing = ({ stand }: AgendaItem): boolean => stand !== 'coming';
  const coming = open.filter((item) => !isPressing(item));
  const done = items.filter(({ isDone }) => isDone);
  return (
    <>
      <Deadlines items={[...open.filter(isPressing), ...coming.slice(0, NEXT)]} />
      <Folded label={texts.agenda.later(coming.length - NEXT)} items={coming.slice(NEXT)} />
      <Folded label={texts.agenda.done(done.length)} items={done} />
    </>
  );
}

function Folded({ label, items }: { readonly label: string; readonly items: readonly AgendaItem[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <Deadlines items={items} />
    </details>
  );
}

function Deadlines({ items }: { readonly items: readonly AgendaItem[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <ol className="agenda">
      {items.map((item) => (
        <Entry key={[item.kind, item.month, item.due.literal, item.name].join('|')} item={item} />
      ))}
    </ol>
  );
}

function Entry({ item }: { readonly item: AgendaItem }): ReactNode {
  const { texts, today } = usePane();
  const { due, clause, stand, days } = item;
  return (
    <li data-stand={stand}>
      <time dateTime={due.literal}>{texts.agenda.day(due.literal, today)}</time>
      <div>
        {texts.agenda.what(item)}
        <small>
          {due.deferred === due.literal ? '' : texts.agenda.deferred(due.deferred)}
          {clause}
        </small>
      </div>
      <span className="state">{texts.agenda.states[stand](days)}</span>
    </li>
  );
}
