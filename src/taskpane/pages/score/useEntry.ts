import { useState } from 'react';
import type { Draft } from '../../state/paneContext';
import { usePage } from '../usePage';
import { readField, saysTheSame, type FieldReading, type ScoreLine, type ScoringList } from './scoring';

/** What somebody is giving one person. */
export interface Entry {
  /** The texts of the seven fields. */
  readonly fields: readonly string[];
  readonly readings: readonly FieldReading[];
  /** What was typed and is not yet written. */
  readonly draft: Draft | undefined;
  /** The fields were to be written and are not complete. */
  readonly isRefused: boolean;
  readonly type: (field: number, text: string) => void;
  readonly refuse: (isRefused: boolean) => void;
}

/** The fields of a line: what was typed there, else what stands in the workbook. */
export function useEntry({ key }: ScoreLine, sheet: ScoringList, standing: readonly string[]): Entry {
  const { drafts, keepDraft } = usePage();
  const [refusedFor, setRefusedFor] = useState('');
  const draft = drafts.get(key);
  const fields = draft?.texts ?? standing;
  return {
    fields,
    readings: fields.map((text, i) => readField(text, sheet.scale, sheet.weights[i] ?? 0)),
    draft,
    isRefused: refusedFor === key,
    type: (field, text) => {
      const changed = fields.map((each, i) => (i === field ? text : each));
      keepDraft(key, saysTheSame(changed, standing) ? null : { texts: changed, seen: draft?.seen ?? standing });
    },
    refuse: (isRefused) => setRefusedFor(isRefused ? key : ''),
  };
}
