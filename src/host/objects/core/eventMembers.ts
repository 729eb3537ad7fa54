import type { EventName } from './events';
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
    members[`_Register${name}Event`] = {
      kind: 'method',
      since,
      call: (target, _given, session) => session.events.register(name, targetOf(target)),
    };
    members[`_Unregister${name}Event`] = {
      kind: 'method',
      since,
      call: (target, _given, session) => session.events.unregister(name, targetOf(target)),
    };
  }
  return members;
}

const ALL_NAMES: readonly EventName[] = ['DataChanged', 'Activated', 'Deactivated', 'Added', 'Deleted'];

function eventNames(events: Partial<Record<EventName, ApiVersion>>): EventName[] {
  return ALL_NAMES.filter((name) => events[name] !== undefined);
}
