import { reviewCountsRow } from '../../forms/review/sheet';
import { isOwnFormula } from '../../forms/scoring/ownFormulas';
import type { OwnResults } from '../workbook/snapshot';

/** What the forms have of the program: its formulas, and the counts below a 审定表. */
export const OWN_RESULTS: OwnResults = { isOwn: isOwnFormula, ownFrom: reviewCountsRow };
