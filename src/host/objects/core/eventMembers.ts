import { ALL_EVENTS, type EventName } from './events';
import type { Member } from './object';
import type { ApiVersion } from './version';

/**
 * The hidden methods by which the client starts and stops listening (`_RegisterDataChangedEvent`), each with the
 * requirement set of its event; `targetOf` says whose events they are.
 */
export function eventMembers<T>(
  events: Partial<Record<EventName, ApiVersion>>,
  targetOf: (target: T) => string,
): Record<string, Member<T>> {
  const members: Record<string, Member<T>> = {};
  for (const name of eventNames(events)) {
    const since = events[name] ?? '1.7';
    const called = name.replace(/^(?:Table|Comment)/, '');
    members[`_Register${called}Event`] = {
      kind: 'method',
      since,
      call: (target, _given, session) => session.events.register(name, targetOf(target)),
    };
    members[`_Unregister${called}Event`] = {
      kind: 'method',
      since,
      call: (target, _given, session) => session.events.unregister(name, targetOf(target)),
    };
  }
  return members;
}

function eventNames(events: Partial<Record<EventName, ApiVersion>>): EventName[] {
  return ALL_EVENTS.filter((name) => events[name] !== undefined);
}
