import { Faults, injectedFailure, type Fault } from './faults';
import { CLASSES } from './objects/classes';
import { runBatch, type BatchOutcome } from './objects/core/batch';
import { EventHub } from './objects/core/events';
import type { Session } from './objects/core/object';
import { RangeRef } from './objects/core/rangeRef';
import { References } from './objects/core/references';
import { Refusal } from './objects/core/refusal';
import { Selection } from './objects/core/selection';
import { API_VERSIONS, type ApiVersion } from './objects/core/version';
import { editByUser, type UserEditOutcome } from './objects/range/userEdit';
import { byteLength, newCounters, type Counters } from './wire/counters';
import { FormulasAsRead } from './objects/core/formulasAsRead';
import { PROFILES, type Profile, type ProfileName } from './profiles';
import {
  decodeRequest,
  encodeEvents,
  encodeFailure,
  encodeResponse,
  type Action,
  type EventEntry,
  type Request,
} from './wire/protocol';
import type { CellInput, SheetModel, WorkbookModel } from './workbook/model/workbook';
import { isSameArea, type Area } from './workbook/values/address';

/** The object that Microsoft's client looks for as the global `_richApiNativeBridge`. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost: ((text: string) => void) | undefined;
}

export interface HostOptions {
  /** Which Excel is simulated; `reference` unless given. */
  readonly profile?: ProfileName;
  /** Its requirement set, where that is to be another than the profile's. */
  readonly apiVersion?: ApiVersion;
  /** Bytes allowed for a request and for an answer, where that is to be another than the profile's. */
  readonly payloadLimit?: number;
  /** P17: the workbook may be looked at only: every write is refused. */
  readonly readOnly?: boolean;
  readonly fileName?: string;
  readonly userName?: string;
}

/** What a request of the add-in, or a person's doing in the grid, has changed. */
export interface HostChange {
  /** Cells, formats, sheets: what is saved with the file. */
  readonly content: boolean;
  /** The selected cells or the sheet that is shown. */
  readonly selection: boolean;
}

/**
 * The embedded Excel: takes the messages of Microsoft's Office.js client, carries them out on a workbook that is kept
 * here, and answers as Excel does. Requests are carried out one after the other, never before the caller's turn ends.
 */
export class EmbeddedHost implements NativeBridge {
  onMessageFromHost: ((text: string) => void) | undefined;
  readonly faults = new Faults();
  readonly apiVersion: ApiVersion;
  readonly fileName: string;
  readonly profile: Profile;
  private readonly payloadLimit: number;
  private readonly session: Session;
  private readonly listeners = new Set<(change: HostChange) => void>();
  private held: EventEntry[] = [];
  private eventsRaised = 0;
  private tally = newCounters();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    readonly workbook: WorkbookModel,
    options: HostOptions = {},
  ) {
    this.profile = PROFILES[options.profile ?? 'reference'];
    this.apiVersion = options.apiVersion ?? this.profile.apiVersion;
    if (!API_VERSIONS.includes(this.apiVersion)) throw new RangeError(`No client for ExcelApi ${this.apiVersion}`);
    this.payloadLimit = options.payloadLimit ?? this.profile.payloadLimit ?? Infinity;
    this.fileName = options.fileName ?? 'Book1.xlsx';
    const events = new EventHub();
    this.session = {
      workbook,
      apiVersion: this.apiVersion,
      profile: this.profile,
      state: { isElsewhere: false, isSuspended: false, stale: new Set() },
      formulas: new FormulasAsRead(workbook, this.profile.implicitIntersection),
      isReadOnly: options.readOnly ?? false,
      fileName: this.fileName,
      userName: options.userName ?? '用户',
      events,
      references: new References(),
      selection: new Selection(workbook, events),
      classes: CLASSES,
    };
  }

  /** What the traffic has cost since the start or the last {@link resetCounters}. */
  get counters(): Readonly<Counters> {
    return this.tally;
  }

  resetCounters(): void {
    this.tally = newCounters();
  }

  /** How many objects the client tracks now; those of a finished `Excel.run` are let go. */
  get trackedObjects(): number {
    return this.session.references.count;
  }

  sendMessageToHost(text: string): void {
    const request = decodeRequest(text);
    void this.enqueue(() => this.serve(request, text));
  }

  /** Resolves when every request and event up to now has been dealt with. */
  settled(): Promise<void> {
    return this.between(() => Promise.resolve());
  }

  /** Runs a task that reads the workbook, or lets it calculate, when no request is being carried out. */
  between<T>(task: () => Promise<T>): Promise<T> {
    return this.enqueue(task);
  }

  /** Calls the listener after everything that changed something; the result ends it. */
  onChanged(listener: (change: HostChange) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** What is selected on the sheet that is shown. */
  get selection(): { readonly sheet: SheetModel; readonly area: Area } {
    return this.session.selection.range;
  }

  /** What is selected on a sheet when it is shown. */
  selectionOn(sheet: SheetModel): Area {
    return this.session.selection.on(sheet).area;
  }

  /**
   * What a person types into cells of the grid: refused by the sheet's protection and by data validation, told to the
   * add-in as an event. `values` are rows × columns from the upper left cell of `address`.
   */
  async userEdit(
    sheetName: string,
    address: string,
    values: readonly (readonly CellInput[])[],
  ): Promise<UserEditOutcome> {
    const sheet = this.workbook.sheetByName(sheetName);
    if (!sheet) throw new RangeError(`There is no sheet ${sheetName}`);
    return this.enqueue(async () => {
      this.session.state.stale.clear();
      const outcome = await editByUser(this.session, sheet, address, values);
      await this.sendEvents();
      if (outcome.accepted) this.tell({ content: true, selection: false });
      return outcome;
    });
  }

  /** What a person selects in the grid, on another sheet perhaps; told to the add-in as an event. */
  async userSelect(sheetName: string, area: Area): Promise<void> {
    const sheet = this.workbook.sheetByName(sheetName);
    if (!sheet) throw new RangeError(`There is no sheet ${sheetName}`);
    await this.enqueue(async () => {
      this.session.selection.activate(sheet);
      this.session.selection.select(new RangeRef(sheet, area));
      await this.sendEvents();
    });
  }

  /** Runs the task after those before it; one that fails does not keep the next from its turn. */
  private enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.queue.then(task);
    this.queue = result.then(
      () => {},
      () => {},
    );
    return result;
  }

  private async serve(request: Request, text: string): Promise<void> {
    const isCleanUp = onlyLetsGo(request);
    const size = byteLength(text);
    this.tally.requests++;
    this.tally.requestBytes += size;
    if (!isCleanUp) this.tally.syncs++;
    const answer = isCleanUp ? await this.carryOut(request) : await this.carryOutWithFaults(request, size);
    if (answer !== undefined) this.reply(answer);
    await this.sendEvents();
  }

  private async carryOutWithFaults(request: Request, size: number): Promise<string | undefined> {
    try {
      await this.refuseDuringCellEdit(request);
      if (size > this.payloadLimit || this.faults.take('requestTooLarge')) {
        throw new Refusal('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.');
      }
      this.session.state.isElsewhere = this.faults.take('focusElsewhere') !== undefined;
      const answer = await this.carryOut(request, failingAt(this.faults.take('failure')));
      if (byteLength(answer) > this.payloadLimit || this.faults.take('responseTooLarge')) {
        throw new Refusal('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
      }
      return this.faults.take('lostAnswer') ? undefined : answer;
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      return encodeFailure(request.id, 400, problem.code, problem.message);
    }
  }

  private async refuseDuringCellEdit(request: Request): Promise<void> {
    if (request.delaysForCellEdit) return this.faults.untilCellEditEnds();
    if (this.faults.take('cellEdit')) {
      throw new Refusal(this.profile.cellEditCode, 'Excel is in cell-editing mode. Please exit the edit mode.');
    }
  }

  private async carryOut(request: Request, beforeAction: (action: Action) => void = () => {}): Promise<string> {
    const before = this.selection;
    this.session.state.isSuspended = false;
    const { results, traces, error, wrote, clearedUndo }: BatchOutcome = await runBatch(
      request,
      this.session,
      beforeAction,
    );
    if (wrote) this.tally.undoRecords++;
    if (clearedUndo) this.tally.undoClears++;
    const { sheet, area } = this.selection;
    this.tell({ content: wrote, selection: sheet !== before.sheet || !isSameArea(area, before.area) });
    return encodeResponse(request.id, results, traces, error);
  }

  private tell(change: HostChange): void {
    if (change.content || change.selection) for (const listener of this.listeners) listener(change);
  }

  private reply(text: string): void {
    this.tally.responseBytes += byteLength(text);
    this.onMessageFromHost?.(text);
  }

  private async sendEvents(): Promise<void> {
    const events = this.asTold(await this.session.events.take());
    if (events.length === 0) return;
    // The client sets its handlers while it works through an answer; events come after that, as in Excel.
    setTimeout(() => this.onMessageFromHost?.(encodeEvents(events)), 0);
  }

  /** Events as the Excel at hand tells them: at once, with the next request, or each twice but for every third. */
  private asTold(events: EventEntry[]): EventEntry[] {
    switch (this.profile.events) {
      case 'prompt':
        return events;
      case 'late': {
        const due = this.held;
        this.held = events;
        return due;
      }
      case 'doubledAndLost':
        return events.flatMap((event) => (++this.eventsRaised % 3 === 0 ? [] : [event, event]));
    }
  }
}

/** Whether the request is the client's own after a run: it only lets go of objects that it tracked. */
function onlyLetsGo({ actions }: Request): boolean {
  return (
    actions.some((action) => action.kind === 'method') &&
    actions.every((action) =>
      action.kind === 'method' ? action.name === '_RemoveReference' : action.kind === 'instantiate',
    )
  );
}

/** Lets the action that the fault means fail; reaching an object is no action of its own. */
function failingAt(fault: Extract<Fault, { kind: 'failure' }> | undefined): (action: Action) => void {
  let done = 0;
  return (action) => {
    if (action.kind === 'instantiate' || !fault) return;
    if (done++ === fault.action) throw injectedFailure(fault.code);
  };
}
