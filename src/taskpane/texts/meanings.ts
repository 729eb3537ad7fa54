import type { AnnualHint } from '../../assessment/annual';
import type { Contradiction } from '../../assessment/contradiction';
import type { Setting } from '../../assessment/settingTable';
import type { Correction } from '../../forms/check/corrections';
import type { Problem } from '../../forms/grid/problem';
import type { ReadinessItem } from '../../forms/review/readiness';

/** What stands in front of the program's own messages, which are Chinese; null for the message alone. */
export interface Meanings {
  readonly problem: (problem: Problem) => string | null;
  readonly contradiction: (contradiction: Contradiction) => string | null;
  readonly readiness: (item: ReadinessItem) => string | null;
  readonly correction: (correction: Correction) => string | null;
  readonly hint: (hint: AnnualHint) => string | null;
  readonly setting: (setting: Setting) => string | null;
  /** Of the line that names the version of the rules and the settings that differ from their defaults. */
  readonly version: () => string | null;
  /** Of the lines that derive a grade. */
  readonly derivation: () => string | null;
}
