import { cheapestKind, cheapestReading } from '../grid/cheapestReading';
import { ROW_KINDS, type RowFacts, type RowKind, type Weights } from './evidence';

/** Where a row stands in the order of a form: its people, what ends it, the lines above the next form. */
type Part = 'outside' | 'people' | 'end' | 'title' | 'lost';

/** A row as the reading of the whole sheet has it. */
export interface ReadRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly part: Part;
  /**
   * By how much the reading is surer than that the row is, or is not, a person. Small: a person must look.
   */
  readonly margin: number;
}

/** What a kind of row costs in each part of a form: nothing where it belongs; absent where it cannot stand. */
const ORDER: Readonly<Record<Part, Partial<Record<RowKind, number>>>> = {
  // Above the first form: whatever stands there is no part of it.
  outside: { blank: 0, person: 0, split: 0, summary: 0, text: 0, footnote: 0 },
  people: { blank: 0, person: 0, split: 0, summary: 0, text: 1 },
  // Who stands below the footnote with scores is not lost.
  end: { blank: 0, footnote: 0, signature: 0, text: 0, summary: 1, person: 4, split: 4 },
  title: { blank: 0, title: 0 },
  // Lines of a form whose headings are gone: they are not the people of the form above.
  lost: { blank: 0, person: 0, split: 0, summary: 0, text: 0, footnote: 0, signature: 0 },
};

/** What it costs to go on from one part with another; absent: cannot be. */
const STEPS: Readonly<Record<Part, Partial<Record<Part, number>>>> = {
  outside: { outside: 0, title: 1 },
  people: { people: 0, end: 0, title: 1 },
  end: { end: 0, title: 1 },
  title: { title: 0, lost: 0 },
  lost: { lost: 0, title: 1 },
};

/** Title lines that no form's title begins may be the end of the form above. */
const UNTITLED = 1;
/** The title of a form begins its lines: what stands above it belongs to the form above. */
const TITLE_WITHIN = 8;
/** The lines at the very end of the sheet are no next form's title, unless a title begins them. */
const NOTHING_FOLLOWS = 8;

const PARTS: readonly Part[] = ['outside', 'people', 'end', 'title', 'lost'];

/** A part, and whether its title lines began with a form's title. */
interface State {
  readonly part: Part;
  readonly titled: boolean;
}

const STATES: readonly State[] = PARTS.flatMap((part) =>
  (part === 'title' || part === 'lost' ? [false, true] : [false]).map((titled) => ({ part, titled })),
);

/**
 * The cheapest reading of the rows between two headings, above the first or below the last one: what each row is by its
 * weights, in an order that a form can have.
 *
 * @param start 'people' below a heading, 'outside' above the first
 * @param follows another heading stands below the rows
 */
export function readInOrder(
  rows: readonly { readonly facts: RowFacts; readonly weights: Weights }[],
  start: 'people' | 'outside',
  follows: boolean,
): ReadRow[] {
  const kinds = rows.map(({ weights }) => kindsOf(weights));
  const read = cheapestReading(rows.length, {
    states: STATES,
    own: ({ part }, row) => kinds[row]?.[part].cost ?? Infinity,
    // 'outside' and the form's own parts never meet: the start decides.
    step: (from, to, row) => {
      const facts = rows[row]?.facts;
      return facts === undefined ? null : stepCost(from ?? { part: start, titled: false }, to, facts);
    },
    end: (state) => endCost(state, follows),
  });
  return read.flatMap(({ part }, i) => {
    const [row, kind] = [rows[i], kinds[i]?.[part].kind];
    if (row === undefined || kind == null) return [];
    return [{ row: row.facts.row, kind, part, margin: marginOf(kind, row.weights) }];
  });
}

/** What a row is most cheaply in each part. */
function kindsOf(weights: Weights) {
  const kind = (part: Part) => cheapestKind(ROW_KINDS, ORDER[part], weights);
  return {
    outside: kind('outside'),
    people: kind('people'),
    end: kind('end'),
    title: kind('title'),
    lost: kind('lost'),
  };
}

function endCost({ part, titled }: State, follows: boolean): number {
  const open = part === 'title' && !follows && !titled ? NOTHING_FOLLOWS : 0;
  return open + (part === 'lost' && follows ? NOTHING_FOLLOWS : 0);
}

/** What a step costs; null where it cannot be taken. */
function stepCost(before: State, { part, titled }: State, facts: RowFacts): number | null {
  const step = STEPS[before.part][part];
  if (step === undefined) return null;
  if (part === 'lost') return before.titled && titled ? step : null;
  if (part !== 'title') return step;
  if (before.part === 'title') {
    if (before.titled) return titled ? step : null;
    return facts.formTitle ? (titled ? step + TITLE_WITHIN : null) : titled ? null : step;
  }
  if (facts.empty || titled !== facts.formTitle) return null;
  return titled ? step : step + UNTITLED;
}

/** How much surer the reading is than the best one of the other side: somebody, or nobody. */
function marginOf(kind: RowKind, weights: Weights): number {
  const nobody = Math.max(
    weights.blank,
    weights.summary,
    weights.text,
    weights.footnote,
    weights.signature,
    weights.title,
  );
  return kind === 'person' ? weights.person - nobody : weights[kind] - weights.person;
}
