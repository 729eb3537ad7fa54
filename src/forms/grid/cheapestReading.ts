/**
 * How rows are read: signs with weights say what a row is by itself, the order of a form says what it can be where it
 * stands, and the whole is the reading that costs least.
 */

/** A sign of what a row is, and how much it speaks for or against each kind. */
export interface Evidence<Facts, Kind extends string> {
  readonly seen: (facts: Facts) => boolean;
  readonly speaks: Partial<Record<Kind, number>>;
}

/** How much speaks for each kind of row. */
export type WeightsOf<Kind extends string> = Readonly<Record<Kind, number>>;

/** Adds up what the signs that are seen say, from what each kind begins with. */
export function weighEvidence<Facts, Kind extends string>(
  facts: Facts,
  evidence: readonly Evidence<Facts, Kind>[],
  start: WeightsOf<Kind>,
): WeightsOf<Kind> {
  const weights: Record<Kind, number> = { ...start };
  for (const { seen, speaks } of evidence) {
    if (!seen(facts)) continue;
    for (const kind in speaks) weights[kind] += speaks[kind] ?? 0;
  }
  return weights;
}

/** The kind that a row is most cheaply where kinds cost so much; absent ones cannot stand there. */
export function cheapestKind<Kind extends string>(
  kinds: readonly Kind[],
  costs: Partial<Record<Kind, number>>,
  weights: WeightsOf<Kind>,
): { readonly kind: Kind | null; readonly cost: number } {
  let best: { kind: Kind | null; cost: number } = { kind: null, cost: Infinity };
  for (const kind of kinds) {
    const cost = (costs[kind] ?? Infinity) - weights[kind];
    if (cost < best.cost) best = { kind, cost };
  }
  return best;
}

/** What each row may be in an order of states, and what that costs. */
export interface ReadingOrder<State> {
  readonly states: readonly State[];
  /** What a row costs in a state, by itself. */
  readonly own: (state: State, row: number) => number;
  /** What it costs to go on from one state (null: from before the first row) with another; null where that cannot be. */
  readonly step: (from: State | null, to: State, row: number) => number | null;
  /** What it costs to end with a state. */
  readonly end: (state: State) => number;
}

interface Path<State> {
  readonly cost: number;
  readonly state: State;
  readonly before: Path<State> | null;
}

/** The cheapest states of so many rows, one each; empty where the order allows none. */
export function cheapestReading<State>(rows: number, { states, own, step, end }: ReadingOrder<State>): State[] {
  let paths: Path<State>[] = [];
  for (let row = 0; row < rows; row++) {
    const next: Path<State>[] = [];
    for (const state of states) {
      const alone = own(state, row);
      if (alone === Infinity) continue;
      let best: Path<State> | null = null;
      for (const from of row === 0 ? [null] : paths) {
        const cost = step(from === null ? null : from.state, state, row);
        if (cost === null) continue;
        const whole = (from?.cost ?? 0) + cost + alone;
        if (best === null || whole < best.cost) best = { cost: whole, state, before: from };
      }
      if (best !== null) next.push(best);
    }
    paths = next;
  }
  let last: Path<State> | null = null;
  let least = Infinity;
  for (const path of paths) {
    const whole = path.cost + end(path.state);
    if (whole < least) [last, least] = [path, whole];
  }
  const read: State[] = [];
  for (; last !== null; last = last.before) read.push(last.state);
  return read.reverse();
}
