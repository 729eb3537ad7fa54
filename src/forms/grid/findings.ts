import type { Problem } from './problem';

/**
 * Who keeps a row from a total: 'formula' when a live formula on the sheet comes to '' by itself (blank, unreadable or
 * out of range), 'program' when only the program knows of the error.
 */
export type BlockedBy = 'formula' | 'program';

/** Problems in the order in which they were found, and the rows that get no total because of them. */
export class Findings {
  readonly problems: Problem[] = [];
  private readonly rows = new Map<object, BlockedBy>();

  add(problems: readonly Problem[]): void {
    this.problems.push(...problems);
  }

  /** Takes a row's total away; the error that the program alone knows outweighs the others. */
  block(row: object, by: BlockedBy, ...problems: readonly Problem[]): void {
    this.add(problems);
    if (this.rows.get(row) !== 'program') this.rows.set(row, by);
  }

  blockedBy(row: object): BlockedBy | null {
    return this.rows.get(row) ?? null;
  }
}
