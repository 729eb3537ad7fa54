/** One line of 人员名册. */
export interface RosterPerson {
  readonly unit: string;
  /** Normalised like the name. */
  readonly department: string;
  readonly name: string;
  readonly displayName: string;
  readonly position: string;
  /** 任现职时间 as it stands there, e.g. `2018.03`. */
  readonly since: string;
  readonly identity: string;
  readonly note: string;
  readonly staffNumber: string;
  /** 0-based, on the sheet. */
  readonly row: number;
}

export interface Roster {
  readonly sheet: string;
  readonly people: readonly RosterPerson[];
}
