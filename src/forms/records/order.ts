import { cheapestKind, cheapestReading } from '../grid/cheapestReading';
import { RECORD_ROW_KINDS, type RecordRowFacts, type RecordRowKind, type RecordWeights } from './evidence';
import type { SectionLabel } from './labels';

/** Where a row stands in the order of an 附件1 or 附件2: its tasks, its fields, what ends it, the lines above the next. */
const PARTS = ['outside', 'title', 'header', 'lost', 'tasks', 'fields', 'opinions', 'end'] as const;
export type RecordPart = (typeof PARTS)[number];

/** A row as the reading of the whole sheet has it. */
export interface ReadRecordRow {
  readonly facts: RecordRowFacts;
  readonly kind: RecordRowKind;
  readonly part: RecordPart;
}

/** What a kind of row costs in each part of a form: nothing where it belongs; absent where it cannot stand. */
const ORDER: Readonly<Record<RecordPart, Partial<Record<RecordRowKind, number>>>> = {
  outside: { blank: 0, foreign: 0 },
  title: { blank: 0, title: 0, period: 0, text: 2 },
  header: { blank: 0, header: 0, period: 0, field: 0, text: 1 },
  // A form whose headings are gone, or that only seemed to begin.
  lost: { blank: 0, title: 2, period: 2, header: 2, field: 2, task: 2, text: 2, footnote: 2, signature: 2, foreign: 2 },
  tasks: { blank: 0, task: 0, text: 2, footnote: 4, signature: 4 },
  fields: { blank: 0, field: 0, text: 0, footnote: 3, signature: 3 },
  // 评语 and 考核委员会意见: who signs below belongs to them.
  opinions: { blank: 0, field: 0, text: 0, signature: 0, footnote: 3 },
  end: { blank: 0, footnote: 0, signature: 0, text: 3 },
};

/** What it costs to go on from one part with another; absent: cannot be. */
const STEPS: Readonly<Record<RecordPart, Partial<Record<RecordPart, number>>>> = {
  outside: { outside: 0, title: 1, header: 1 },
  title: { title: 0, header: 0, lost: 4, outside: 3 },
  header: { header: 0, title: 5, lost: 4 },
  lost: { lost: 0, title: 1, header: 1, outside: 1 },
  tasks: { tasks: 0, fields: 0, opinions: 0, end: 0, outside: 1, title: 1, header: 1 },
  fields: { fields: 0, opinions: 0, end: 0, outside: 1, title: 1, header: 1 },
  opinions: { opinions: 0, fields: 0, end: 0, outside: 1, title: 1, header: 1 },
  end: { end: 0, fields: 3, opinions: 3, outside: 1, title: 1, header: 1 },
};

/** What a part begins with. */
const BEGINS: Readonly<Partial<Record<RecordPart, readonly RecordRowKind[]>>> = {
  title: ['title', 'period'],
  header: ['header', 'period', 'field'],
  fields: ['field'],
  opinions: ['field'],
  end: ['footnote', 'signature'],
};

const OPINIONS: readonly SectionLabel[] = ['evaluation', 'committee'];
/** These stand above the tasks as printed; others are put there now and then. */
const ABOVE: readonly SectionLabel[] = ['goals', 'duties'];
const OUT_OF_PLACE = 3;
/** A field that the form has already is the next form's. */
const TWICE = 8;
/** The lines at the very end of the sheet are no next form's beginning. */
const NOTHING_FOLLOWS = 6;
/** A table of tasks with nothing above it. */
const NOTHING_ABOVE = 4;

/**
 * The cheapest reading of the rows between two headings of tasks, above the first or below the last one.
 *
 * @param start 'tasks' below a heading, 'outside' above the first
 * @param taken the fields that stand above the heading already
 * @param follows another heading stands below the rows
 */
export function readRecordRows(
  rows: readonly { readonly facts: RecordRowFacts; readonly weights: RecordWeights }[],
  start: 'tasks' | 'outside',
  taken: ReadonlySet<string>,
  follows: boolean,
): ReadRecordRow[] {
  const kinds = rows.map(({ facts, weights }) => kindsOf(facts, weights, taken));
  const read = cheapestReading<RecordPart>(rows.length, {
    states: PARTS,
    own: (part, row) => kinds[row]?.[part].cost ?? Infinity,
    step: (from, to, row) => {
      const before = from ?? start;
      const step = STEPS[before][to];
      const kind = kinds[row]?.[to].kind ?? null;
      if (step === undefined || kind === null) return null;
      return before === to || (BEGINS[to]?.includes(kind) ?? true) ? step : null;
    },
    end: (part) => {
      const begun = part === 'title' || part === 'header';
      return follows ? (begun ? 0 : NOTHING_ABOVE) : begun ? NOTHING_FOLLOWS : 0;
    },
  });
  return read.flatMap((part, i) => {
    const [row, kind] = [rows[i], kinds[i]?.[part].kind];
    return row === undefined || kind == null ? [] : [{ facts: row.facts, kind, part }];
  });
}

/** What a row is most cheaply in each part. */
function kindsOf(facts: RecordRowFacts, weights: RecordWeights, taken: ReadonlySet<string>) {
  const { section } = facts;
  const kind = (part: RecordPart) => cheapestKind(RECORD_ROW_KINDS, costsIn(part, section, taken), weights);
  return {
    outside: kind('outside'),
    title: kind('title'),
    header: kind('header'),
    lost: kind('lost'),
    tasks: kind('tasks'),
    fields: kind('fields'),
    opinions: kind('opinions'),
    end: kind('end'),
  };
}

/** A field stands in the part that it opens. */
function costsIn(
  part: RecordPart,
  section: SectionLabel | null,
  taken: ReadonlySet<string>,
): Partial<Record<RecordRowKind, number>> {
  const costs = ORDER[part];
  if (section === null) return costs;
  const opens = OPINIONS.includes(section) ? 'opinions' : 'fields';
  if (part === 'header') return ABOVE.includes(section) ? costs : { ...costs, field: OUT_OF_PLACE };
  if (part !== 'fields' && part !== 'opinions') return costs;
  return { ...costs, field: part === opens ? (taken.has(section) ? TWICE : 0) : Infinity };
}
