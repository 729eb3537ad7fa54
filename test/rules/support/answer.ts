/** What `review --json` answers, as far as the rules say it; read with checks, since it is outside data here. */
export interface Answer {
  readonly people: readonly AnsweredPerson[];
  readonly months: readonly (AnsweredQuota & { readonly month: string })[];
  readonly quarterQuota: AnsweredQuota;
  /** Errors and warnings. */
  readonly warnings: readonly { readonly code: string; readonly cell: string | null; readonly message: string }[];
}

export interface AnsweredPerson {
  readonly department: string;
  readonly name: string;
  readonly months: readonly {
    readonly month: string;
    readonly total: number | null;
    readonly scoreGrade: string | null;
    readonly grade: string | null;
  }[];
  readonly mean: number | null;
  readonly scoreGrade: string | null;
  readonly suggestedGrade: string | null;
}

export interface AnsweredCount {
  readonly participants: number | null;
  readonly goodLimit: number | null;
  readonly good: number | null;
  readonly over: number | null;
  readonly exempt: number;
}

export interface AnsweredQuota extends AnsweredCount {
  /** undefined where the answer has no pools. */
  readonly pools: readonly (AnsweredCount & { readonly pool: string })[] | undefined;
}

/** @throws Error when a field is missing or of another kind */
export function readAnswer(json: unknown): Answer {
  const answer = record(json);
  return {
    people: list(answer['people']).map(person),
    months: list(answer['months']).map((month) => ({ month: text(record(month)['month']), ...quota(month) })),
    quarterQuota: quota(answer['quarterQuota']),
    warnings: list(answer['problems'] ?? [])
      .map(record)
      .filter(({ severity }) => severity !== 'note')
      .map(({ code, cell, message }) => ({ code: text(code), cell: textOrNull(cell), message: text(message) })),
  };
}

function person(json: unknown): AnsweredPerson {
  const of = record(json);
  return {
    department: text(of['department']),
    name: text(of['name']),
    months: list(of['months'])
      .map(record)
      .map(({ month, total, scoreGrade, grade }) => ({
        month: text(month),
        total: numberOrNull(total),
        scoreGrade: textOrNull(scoreGrade),
        grade: textOrNull(grade),
      })),
    mean: numberOrNull(of['mean']),
    scoreGrade: textOrNull(of['scoreGrade']),
    suggestedGrade: textOrNull(of['suggestedGrade']),
  };
}

function quota(json: unknown): AnsweredQuota {
  const of = record(json);
  const { pools } = of;
  return {
    ...count(of),
    pools: pools === undefined ? undefined : list(pools).map((pool) => ({ ...count(pool), pool: poolName(pool) })),
  };
}

function count(json: unknown): AnsweredCount {
  const { participants, goodLimit, good, over, exempt } = record(json);
  return {
    participants: numberOrNull(participants),
    goodLimit: numberOrNull(goodLimit),
    good: numberOrNull(good),
    over: numberOrNull(over),
    exempt: numberOrNull(exempt ?? 0) ?? 0,
  };
}

function poolName(json: unknown): string {
  const { pool, name } = record(json);
  return text(pool ?? name);
}

function record(json: unknown): Record<string, unknown> {
  if (typeof json !== 'object' || json === null) throw new Error(`no object: ${JSON.stringify(json)}`);
  return Object.fromEntries(Object.entries(json));
}

function list(json: unknown): readonly unknown[] {
  if (!Array.isArray(json)) throw new Error(`no list: ${JSON.stringify(json)}`);
  return json;
}

function text(json: unknown): string {
  if (typeof json !== 'string') throw new Error(`no text: ${JSON.stringify(json)}`);
  return json;
}

function textOrNull(json: unknown): string | null {
  return json === null ? null : text(json);
}

function numberOrNull(json: unknown): number | null {
  if (json !== null && typeof json !== 'number') throw new Error(`no number: ${JSON.stringify(json)}`);
  return json;
}
