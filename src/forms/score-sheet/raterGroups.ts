import type { RaterGroup } from '../../assessment/raterGroup';
import { RATER_LABELS, SIGNER_LABELS } from '../words/labels';
import { normalizeLabel } from '../words/text';
import type { FormDraft } from './draft';
import { rowTexts } from './titleText';

/** Where a rater is named: the lines above and below the scores, the column 评委, the sheet's name. */
export function textsAboutRater({ cells, block }: FormDraft, rater: string | null): string[] {
  const lines = [...block.titleRows, ...block.signatureRows].flatMap((row) =>
    rowTexts(cells, block.heading, row).map(({ text }) => normalizeLabel(text)),
  );
  const named = lines.filter((line) => [...RATER_LABELS, ...SIGNER_LABELS, '权重'].some((word) => line.includes(word)));
  return [...named, normalizeLabel(rater ?? ''), normalizeLabel(cells.name)];
}

/** The label of the signature on every form names no group. */
const SIGNATURE = /分管领导(签字|签名|签章|审签)/g;

/**
 * The group that a rater's sheet names (rule 52), on its rater line, in its column 评委 or in its own name; null where it
 * names none, or several.
 */
export function groupNamed(draft: FormDraft, rater: string | null, groups: readonly RaterGroup[]): RaterGroup | null {
  for (const text of textsAboutRater(draft, rater)) {
    const written = text.replace(SIGNATURE, '');
    const [group, ...others] = groups.filter(({ name }) => written.includes(normalizeLabel(name)));
    if (group !== undefined) return others.length === 0 ? group : null;
  }
  return null;
}

/** Whether a rater's name is a group's alone (评委：民主测评): it says which group, and not who. */
export function isGroupName(rater: string, groups: readonly RaterGroup[]): boolean {
  return groups.some(({ name }) => normalizeLabel(rater) === normalizeLabel(name));
}
