import { Follower, type Freshness } from '../../src/taskpane/state/follower';

/** A workbook whose readings last until the test lets them end, and a clock that only the test moves on. */
class HeldWorkbook {
  /** What the workbook says, and what of it is shown. */
  content = 0;
  shown: number | null = null;
  freshness: Freshness = 'current';
  isHeld = false;
  readonly waits: number[] = [];
  /** Milliseconds on the clock. */
  time = 0;
  private readonly readings: { end: (content: number) => void; fail: (error: Error) => void }[] = [];
  private whenQuiet: (() => void) | null = null;

  readonly follower = new Follower<number>(
    {
      read: () => new Promise<number>((end, fail) => this.readings.push({ end, fail })),
      show: (content) => (this.shown = content),
      tell: (freshness) => (this.freshness = freshness),
      isHeld: () => this.isHeld,
    },
    (task, milliseconds) => {
      this.waits.push(milliseconds);
      this.whenQuiet = task;
      return () => (this.whenQuiet = null);
    },
    () => this.time,
  );

  get readingsOnTheWay(): number {
    return this.readings.length;
  }

  edit(): void {
    this.content++;
    this.follower.changed();
  }

  /** The pane writes; Excel tells of the change while it does. */
  async write(isWritten = true): Promise<void> {
    await this.follower.write(() => {
      if (isWritten) this.edit();
      return Promise.resolve({ ok: isWritten });
    });
  }

  /** Nobody has changed anything for a while. */
  becomeQuiet(): void {
    const task = this.whenQuiet;
    this.whenQuiet = null;
    task?.();
  }

  /** The first reading on the way ends, with what the workbook said when it began unless told otherwise. */
  async endReading(content = this.content): Promise<void> {
    this.readings.shift()?.end(content);
    await settled();
  }

  async failReading(): Promise<void> {
    this.readings.shift()?.fail(new Error('not now'));
    await settled();
  }
}

/** Every promise that can go on has gone on. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

async function opened(): Promise<HeldWorkbook> {
  const workbook = new HeldWorkbook();
  const first = workbook.follower.read();
  await workbook.endReading();
  await first;
  return workbook;
}

test('an edit is read once it is quiet, however often a reading took long', async () => {
  const workbook = await opened();
  for (const content of [1, 2, 3]) {
    workbook.edit();
    expect([workbook.freshness, workbook.readingsOnTheWay]).toEqual(['outdated', 0]);
    workbook.becomeQuiet();
    expect([workbook.freshness, workbook.readingsOnTheWay]).toEqual(['reading', 1]);
    await workbook.endReading();
    expect([workbook.shown, workbook.freshness]).toEqual([content, 'current']);
  }
});

test('what is edited while the workbook is read is read after that, by one reading at a time', async () => {
  const workbook = await opened();
  workbook.edit();
  workbook.becomeQuiet();
  const before = workbook.content;
  workbook.edit();
  workbook.becomeQuiet();
  expect([workbook.readingsOnTheWay, workbook.freshness]).toEqual([1, 'reading']);
  await workbook.endReading(before);
  expect([workbook.shown, workbook.freshness]).toEqual([before, 'outdated']);
  workbook.becomeQuiet();
  await workbook.endReading();
  expect([workbook.shown, workbook.freshness]).toEqual([2, 'current']);
});

test('what the pane writes is followed too, without a word that it may be out of date', async () => {
  const workbook = await opened();
  await workbook.write();
  expect([workbook.freshness, workbook.readingsOnTheWay]).toEqual(['current', 0]);
  workbook.becomeQuiet();
  await workbook.endReading();
  expect([workbook.shown, workbook.freshness]).toEqual([1, 'current']);
  workbook.edit();
  expect(workbook.freshness).toBe('outdated');
});

test('a write that was refused hides no edit: neither one before it nor one after it', async () => {
  const workbook = await opened();
  await workbook.write(false);
  expect(workbook.freshness).toBe('current');
  workbook.edit();
  expect(workbook.freshness).toBe('outdated');
  await workbook.write(false);
  expect(workbook.freshness).toBe('outdated');
});

test('a reading that a write overtook is not shown, and the workbook is read again', async () => {
  const workbook = await opened();
  workbook.edit();
  workbook.becomeQuiet();
  await workbook.write();
  await workbook.endReading(1);
  expect(workbook.shown).toBe(0);
  workbook.becomeQuiet();
  await workbook.endReading();
  expect([workbook.shown, workbook.freshness]).toEqual([2, 'current']);
});

test('of two readings the later counts, whichever ends last', async () => {
  const workbook = await opened();
  workbook.edit();
  workbook.becomeQuiet();
  workbook.edit();
  void workbook.follower.read();
  await workbook.endReading(1);
  expect(workbook.shown).toBe(0);
  await workbook.endReading();
  expect([workbook.shown, workbook.freshness]).toEqual([2, 'current']);
});

test('while something else runs or a preview is open nothing is read, and after that it is', async () => {
  const workbook = await opened();
  workbook.isHeld = true;
  workbook.edit();
  workbook.becomeQuiet();
  expect([workbook.readingsOnTheWay, workbook.freshness]).toEqual([0, 'outdated']);
  workbook.isHeld = false;
  workbook.follower.resume();
  workbook.becomeQuiet();
  await workbook.endReading();
  expect([workbook.shown, workbook.freshness]).toEqual([1, 'current']);
});

test('what nobody told is read when the person comes back to the pane, and is not called outdated before', async () => {
  const workbook = await opened();
  workbook.content++;
  workbook.follower.mayHaveChanged();
  expect(workbook.freshness).toBe('current');
  workbook.becomeQuiet();
  await workbook.endReading();
  expect([workbook.shown, workbook.freshness]).toEqual([1, 'current']);
});

/** A workbook of which the last reading took so many milliseconds. */
async function readIn(milliseconds: number): Promise<HeldWorkbook> {
  const workbook = await opened();
  workbook.edit();
  workbook.becomeQuiet();
  workbook.time += milliseconds;
  await workbook.endReading();
  return workbook;
}

test('coming to the pane starts no reading of a large workbook soon after the last; it comes later, once', async () => {
  const workbook = await readIn(2500);
  workbook.time += 1000;
  workbook.follower.mayHaveChanged();
  expect([workbook.waits.at(-1), workbook.freshness]).toEqual([24_000, 'current']);
  // What ends meanwhile, such as a preview, and coming again do not hasten it.
  workbook.time += 4000;
  workbook.follower.resume();
  expect(workbook.waits.at(-1)).toBe(20_000);
  workbook.time += 19_900;
  workbook.follower.mayHaveChanged();
  expect(workbook.waits.at(-1)).toBe(700);
  workbook.content++;
  workbook.becomeQuiet();
  await workbook.endReading();
  expect(workbook.shown).toBe(2);
  workbook.becomeQuiet();
  expect(workbook.readingsOnTheWay).toBe(0);
});

test('a change that was told is read as soon as it is quiet, however long readings take', async () => {
  const workbook = await readIn(2500);
  workbook.follower.mayHaveChanged();
  workbook.edit();
  expect(workbook.waits.at(-1)).toBe(700);
  workbook.follower.mayHaveChanged();
  expect(workbook.waits.at(-1)).toBe(700);
  workbook.becomeQuiet();
  await workbook.endReading();
  await workbook.write();
  expect(workbook.waits.at(-1)).toBe(700);
});

test('a reading that Excel held up for minutes puts the next off for half a minute at most; a short one not at all', async () => {
  const heldUp = await readIn(600_000);
  heldUp.follower.mayHaveChanged();
  expect(heldUp.waits.at(-1)).toBe(30_000);
  const short = await readIn(60);
  short.follower.mayHaveChanged();
  expect(short.waits.at(-1)).toBe(700);
});

test('what has been read already is not read again', async () => {
  const workbook = await opened();
  workbook.edit();
  const asked = workbook.follower.read();
  await workbook.endReading();
  await asked;
  workbook.follower.resume();
  workbook.becomeQuiet();
  expect([workbook.readingsOnTheWay, workbook.freshness]).toEqual([0, 'current']);
});

test('a reading that fails says so by what is shown, and is tried again later and later until one succeeds', async () => {
  const workbook = await opened();
  await workbook.write();
  for (let i = 0; i < 8; i++) {
    workbook.becomeQuiet();
    await workbook.failReading();
    expect(workbook.freshness).toBe('outdated');
  }
  const waits = workbook.waits.slice(-8);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(new Set(waits).size).toBeGreaterThan(4);
  workbook.becomeQuiet();
  await workbook.endReading();
  expect([workbook.shown, workbook.freshness]).toEqual([1, 'current']);
  workbook.edit();
  expect(workbook.waits.at(-1)).toBe(workbook.waits[0]);
});

test('nothing is read any more when the pane has gone', async () => {
  const workbook = await opened();
  workbook.edit();
  workbook.becomeQuiet();
  workbook.edit();
  workbook.follower.stop();
  workbook.becomeQuiet();
  await workbook.endReading();
  workbook.becomeQuiet();
  expect(workbook.readingsOnTheWay).toBe(0);
});
