import type { EventEntry, JsonObject } from '../../wire/protocol';
import type { SheetModel } from '../../workbook/model/workbook';

/** The client's numbers of the kinds of event that this host raises (`eventType` in its sources). */
export const EVENT_TYPES = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  RowSorted: 19,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  TableSelectionChanged: 100,
  TableDataChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
  CommentAdded: 250,
  CommentDeleted: 251,
  CommentChanged: 252,
} as const;
export type EventName = keyof typeof EVENT_TYPES;

export const ALL_EVENTS: readonly EventName[] = [
  'DataChanged',
  'Activated',
  'Deactivated',
  'Added',
  'SelectionChanged',
  'Deleted',
  'RowSorted',
  'FormulaChanged',
  'ProtectionChanged',
  'TableSelectionChanged',
  'TableDataChanged',
  'TableAdded',
  'TableDeleted',
  'CommentAdded',
  'CommentDeleted',
  'CommentChanged',
];

/** The target of handlers that listen to every sheet. */
export const WORKBOOK_TARGET = 'Workbook';

/** An event whose arguments are made when it is sent, since a formula's new value is known only then. */
interface PendingEvent {
  readonly name: EventName;
  readonly sheet: SheetModel;
  readonly details: () => JsonObject | Promise<JsonObject>;
  /** A thing on the sheet whose own listeners hear of it too, by its id. */
  readonly target: string | undefined;
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
  hears(name: EventName, sheet: SheetModel, target?: string): boolean {
    return this.targets(name, sheet, target).length > 0;
  }

  raise(name: EventName, sheet: SheetModel, details: () => JsonObject | Promise<JsonObject>, target?: string): void {
    if (this.hears(name, sheet, target)) this.pending.push({ name, sheet, details, target });
  }

  /** The events raised since the last call, one entry for each target that listens. */
  async take(): Promise<EventEntry[]> {
    const taken = this.pending;
    this.pending = [];
    const entries: EventEntry[] = [];
    for (const { name, sheet, details, target: own } of taken) {
      const wire = { ...(await details()), worksheetId: sheet.id };
      for (const target of this.targets(name, sheet, own)) {
        entries.push({ type: EVENT_TYPES[name], target, arguments: wire });
      }
    }
    return entries;
  }

  private targets(name: EventName, sheet: SheetModel, own: string | undefined): string[] {
    const all = [sheet.id, WORKBOOK_TARGET, ...(own === undefined ? [] : [own])];
    return all.filter((target) => (this.registered.get(`${name} ${target}`) ?? 0) > 0);
  }
}
