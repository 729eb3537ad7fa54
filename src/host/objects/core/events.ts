import type { EventEntry, JsonObject } from '../../wire/protocol';
import type { SheetModel } from '../../workbook/model/workbook';

/** The client's numbers of the kinds of event that this host raises (`eventType` in its sources). */
export const EVENT_TYPES = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  Deleted: 15,
} as const;
export type EventName = keyof typeof EVENT_TYPES;

/** The target of handlers that listen to every sheet. */
export const WORKBOOK_TARGET = 'Workbook';

/** An event whose arguments are made when it is sent, since a formula's new value is known only then. */
interface PendingEvent {
  readonly name: EventName;
  readonly sheet: SheetModel;
  readonly details: () => JsonObject | Promise<JsonObject>;
}

/** Which events the client listens to, and those that wait to be sent after the answer to its request. */
export class EventHub {
  private readonly registered = new Map<string, number>();
  private pending: PendingEvent[] = [];

  register(name: EventName, target: string): void {
    const key = `${name} ${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(name: EventName, target: string): void {
    const key = `${name} ${target}`;
    this.registered.set(key, Math.max(0, (this.registered.get(key) ?? 0) - 1));
  }

  /** Whether anybody listens to this event of the sheet. */
  hears(name: EventName, sheet: SheetModel): boolean {
    return this.targets(name, sheet).length > 0;
  }

  raise(name: EventName, sheet: SheetModel, details: () => JsonObject | Promise<JsonObject>): void {
    if (this.hears(name, sheet)) this.pending.push({ name, sheet, details });
  }

  /** The events raised since the last call, one entry for each target that listens. */
  async take(): Promise<EventEntry[]> {
    const taken = this.pending;
    this.pending = [];
    const entries: EventEntry[] = [];
    for (const { name, sheet, details } of taken) {
      const wire = { ...(await details()), worksheetId: sheet.id };
      for (const target of this.targets(name, sheet)) {
        entries.push({ type: EVENT_TYPES[name], target, arguments: wire });
      }
    }
    return entries;
  }

  private targets(name: EventName, sheet: SheetModel): string[] {
    return [sheet.id, WORKBOOK_TARGET].filter((target) => (this.registered.get(`${name} ${target}`) ?? 0) > 0);
  }
}
