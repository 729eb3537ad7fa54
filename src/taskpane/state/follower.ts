/** Edits come in bursts; the workbook is read again when there was none for so many milliseconds. */
const QUIET = 700;
/** A reading that failed is tried again later and later, at last after so many milliseconds. */
const LONGEST_WAIT = 30_000;

/**
 * Whoever comes to the pane has the workbook read again, though nobody told of a change; but at most a tenth of the time goes
 * into that: after a reading that took long, as that of a very large workbook, the next one unasked waits so many times as long.
 */
const REST = 10;

/** What is shown is what the workbook says; it may be out of date; or the workbook is being read again. */
export type Freshness = 'current' | 'outdated' | 'reading';

/** Runs a task after so many milliseconds unless it is called off. */
export type Later = (task: () => void, milliseconds: number) => () => void;

export interface Followed<State> {
  readonly read: () => Promise<State>;
  readonly show: (state: State) => void;
  readonly tell: (freshness: Freshness) => void;
  /** Whether nothing may be read unasked now; {@link Follower.resume} says when that has ended. */
  readonly isHeld: () => boolean;
}

/** Reads a workbook again whenever it has changed and is quiet, however long a reading takes. */
export class Follower<State> {
  /** Changes that were heard of or made, and how many of them are in what is shown. */
  private changes = 0;
  private shown = 0;
  /** The latest reading that counts; those before it say what no longer is. */
  private latest = 0;
  /** The last change that somebody told of, the pane itself included; after it there are only doubts. */
  private told = 0;
  /** When what is shown was read, and how long that took; milliseconds. */
  private lastReading = { end: -Infinity, took: 0 };
  private readingNow = 0;
  private failures = 0;
  /** The last change that was news to the person: one that the pane makes itself is none. */
  private news = 0;
  /** What is heard of now is the pane's own. */
  private isOwn = false;
  private callOff = (): void => {};
  private isOver = false;

  constructor(
    private readonly workbook: Followed<State>,
    private readonly later: Later = afterTime,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** A change was heard of, by whomever. */
  changed(): void {
    this.told = ++this.changes;
    if (!this.isOwn) this.news = this.changes;
    this.tell();
    this.readWhenQuiet();
  }

  /**
   * Something may have changed that nobody told: it is read again, at once unless the last reading took long and is not long
   * ago, and nothing is called outdated until then.
   */
  mayHaveChanged(): void {
    this.changes++;
    this.readWhenQuiet();
  }

  /** Has the pane write. What is heard of from then on until the next reading are its own changes. */
  async write<Written extends { readonly ok: boolean }>(step: () => Promise<Written>): Promise<Written> {
    this.isOwn = true;
    try {
      const written = await step();
      if (written.ok) {
        // What is being read may lack it.
        this.latest++;
        this.told = ++this.changes;
        this.readWhenQuiet();
      } else this.isOwn = false;
      return written;
    } catch (error) {
      this.isOwn = false;
      throw error;
    }
  }

  /** What held readings back has ended. */
  resume(): void {
    if (this.isBehind) this.readWhenQuiet();
  }

  /** Reads now, and shows what was read unless a later reading or a write has overtaken it. */
  async read(): Promise<void> {
    const reading = ++this.latest;
    const { changes } = this;
    const start = this.now();
    this.readingNow++;
    this.tell();
    try {
      const state = await this.workbook.read();
      if (reading !== this.latest) return;
      this.shown = changes;
      const end = this.now();
      this.lastReading = { end, took: end - start };
      this.isOwn = false;
      this.failures = 0;
      this.workbook.show(state);
    } catch (error) {
      this.failures++;
      this.isOwn = false;
      this.news = this.told = this.changes;
      throw error;
    } finally {
      this.readingNow--;
      this.tell();
      this.resume();
    }
  }

  /** Nothing is read unasked any more. */
  stop(): void {
    this.callOff();
    this.isOver = true;
  }

  private get isBehind(): boolean {
    return this.shown < this.changes;
  }

  private readWhenQuiet(): void {
    this.callOff();
    if (this.isOver) return;
    const quiet = Math.min(QUIET * 2 ** this.failures, LONGEST_WAIT);
    const isDoubt = this.shown >= this.told;
    this.callOff = this.later(() => this.readAgain(), isDoubt ? Math.max(quiet, this.rest()) : quiet);
  }

  /** Milliseconds until a reading is due again that nobody but the pane's being looked at asks for. */
  private rest(): number {
    const { end, took } = this.lastReading;
    return end + Math.min(took * REST, LONGEST_WAIT) - this.now();
  }

  private readAgain(): void {
    // A reading that is on its way sees to the next when it ends.
    if (!this.isBehind || this.readingNow > 0 || this.workbook.isHeld()) return;
    // Nobody asked for it: that what is shown may be out of date is all there is to say.
    this.read().catch(() => undefined);
  }

  private tell(): void {
    if (this.readingNow > 0) this.workbook.tell('reading');
    else this.workbook.tell(this.shown < this.news ? 'outdated' : 'current');
  }
}

function afterTime(task: () => void, milliseconds: number): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
