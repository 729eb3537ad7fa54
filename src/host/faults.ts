import { Refusal, type RefusalCode } from './objects/core/refusal';

/** Something that goes wrong in a real Excel, to be provoked in a test. */
export type Fault =
  /** A person is typing in a cell. With `delayForCellEdit` Excel waits until that ends, else it refuses. */
  | { readonly kind: 'cellEdit' }
  /**
   * Another workbook has the focus: adding and deleting sheets, freezing, activating and selecting are refused, all else works
   * ("when the active workbook switches" in Microsoft's troubleshooting).
   */
  | { readonly kind: 'focusElsewhere' }
  /** The request is carried out, but its answer never arrives. */
  | { readonly kind: 'lostAnswer' }
  /** The request, or its answer, counts as larger than Excel on the web allows. */
  | { readonly kind: 'requestTooLarge' }
  | { readonly kind: 'responseTooLarge' }
  /**
   * The load, assignment or call at this index (from 0) fails; those before it have done their work. The client's own
   * calls that keep a reference count among them.
   */
  | { readonly kind: 'failure'; readonly action: number; readonly code?: RefusalCode };

export type FaultKind = Fault['kind'];

interface Injected {
  readonly fault: Fault;
  left: number;
}

/** The faults that wait for a request. The client's clean-up of references is spared. */
export class Faults {
  private injected: Injected[] = [];
  private waiting: (() => void)[] = [];

  /** The next `times` requests meet the fault; `Infinity` for a while, until {@link clear}. */
  inject(fault: Fault, times = 1): void {
    this.injected.push({ fault, left: times });
  }

  /** Ends the faults of a kind, or all: a cell edit ends, and requests that waited for that are carried out. */
  clear(kind?: FaultKind): void {
    this.injected = this.injected.filter(({ fault }) => kind !== undefined && fault.kind !== kind);
    this.release();
  }

  /** Takes the fault of this kind that the present request meets, if any. */
  take<K extends FaultKind>(kind: K): Extract<Fault, { kind: K }> | undefined {
    const found = this.injected.find(({ fault }) => fault.kind === kind);
    if (!found) return undefined;
    found.left--;
    if (found.left <= 0) this.injected = this.injected.filter((one) => one !== found);
    this.release();
    return isKind(found.fault, kind) ? found.fault : undefined;
  }

  /** Waits until no cell is being edited. */
  async untilCellEditEnds(): Promise<void> {
    while (this.editsCell) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private get editsCell(): boolean {
    return this.injected.some(({ fault }) => fault.kind === 'cellEdit');
  }

  private release(): void {
    if (this.editsCell) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }
}

function isKind<K extends FaultKind>(fault: Fault, kind: K): fault is Extract<Fault, { kind: K }> {
  return fault.kind === kind;
}

/** The refusal of an action that was made to fail. */
export function injectedFailure(code: RefusalCode = 'GeneralException'): Refusal {
  return new Refusal(code, 'There was an internal error while processing the request.');
}
