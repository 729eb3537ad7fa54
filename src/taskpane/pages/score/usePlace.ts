import { useState } from 'react';
import type { ScoreLine, ScoringList } from './scoring';
import type { Saving } from './useSaving';

/** Who of a sheet is being scored. */
export interface PersonPlace {
  readonly line: ScoreLine;
  /** Counted from 0, among all lines of the sheet. */
  readonly index: number;
  readonly previous: ScoreLine | undefined;
  readonly next: ScoreLine | undefined;
  /** The lines that can be gone to, with their index among all. */
  readonly offered: readonly (readonly [line: ScoreLine, index: number])[];
}

/** Where the person is on the score sheets, and how to go elsewhere. */
export interface Place {
  readonly sheet: ScoringList;
  /** Null where the sheet has nobody to be scored. */
  readonly person: PersonPlace | null;
  readonly onlyOpen: boolean;
  readonly isDone: (line: ScoreLine) => boolean;
  readonly goToSheet: (key: string) => void;
  readonly goToLine: (line: Pick<ScoreLine, 'key'>) => void;
  readonly chooseOnlyOpen: (isOn: boolean) => void;
}

/** The first person of the latest month who is not done, until somebody goes elsewhere; null without a sheet. */
export function usePlace(
  sheets: readonly ScoringList[],
  latest: ScoringList | undefined,
  { standing }: Saving,
): Place | null {
  const [chosenSheet, goToSheet] = useState('');
  const [chosenLine, chooseLine] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  const sheet = sheets.find(({ key }) => key === chosenSheet) ?? latest;
  if (sheet === undefined) return null;
  const { lines } = sheet;
  const isDone = (line: ScoreLine): boolean => standing(line).every((score) => score !== '');
  const line = lines.find(({ key }) => key === chosenLine) ?? lines.find((each) => !isDone(each)) ?? lines[0];
  const isOffered = (each: ScoreLine): boolean => !onlyOpen || !isDone(each);
  return {
    sheet,
    person: line === undefined ? null : placeOf(line, lines, isOffered),
    onlyOpen,
    isDone,
    goToSheet,
    goToLine: ({ key }) => chooseLine(key),
    chooseOnlyOpen: (isOn) => {
      // Whoever is in view stays so until the person moves on.
      if (line !== undefined) chooseLine(line.key);
      setOnlyOpen(isOn);
    },
  };
}

function placeOf(line: ScoreLine, lines: readonly ScoreLine[], isOffered: (line: ScoreLine) => boolean): PersonPlace {
  const index = lines.indexOf(line);
  return {
    line,
    index,
    previous: lines.slice(0, index).filter(isOffered).at(-1),
    next: lines.slice(index + 1).find(isOffered),
    offered: lines.map((each, i) => [each, i] as const).filter(([each]) => each === line || isOffered(each)),
  };
}
