import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from '../../forms/seal/problems';
import { packetItems, type PacketItem } from '../../forms/seal/packet';
import { layoutPacket } from '../../forms/seal/layoutPacket';
import { readReview } from '../../forms/review/sealReview';
import type { Preview } from './review';
import { readingOf } from '../reading/reading';
import { reviewOf } from '../reading/reviewOf';
import { readWorkbook } from '../workbook/snapshot';

export interface PacketPreview extends Preview {
  readonly items: readonly PacketItem[];
}

/** Plans 纪检材料 of a quarter (R36): every grade that is not simply what the score gives, on one sheet for print. */
export async function previewPacket({ quarter }: { readonly quarter: Quarter }): Promise<PacketPreview> {
  return Excel.run(async (context) => {
    const sheets = readingOf(await readWorkbook(context), { quarter });
    const { reading, grids } = sheets;
    const { review, register } = reviewOf(sheets, quarter);
    const found = readReview(grids.values(), quarter);
    const items = packetItems(review, register.entries, found?.entries ?? []);
    const layout = layoutPacket(quarter, items, grids);
    const without = found === null ? [problem.packetWithoutReview(quarterTitle(quarter))] : [];
    const problems = [...reading.problems, ...without, ...layout.problems];
    const refused = layout.problems.some(({ severity }) => severity === 'error');
    return { ...reading, problems, items, refused, plan: { sheets: layout.sheets, names: [], problems } };
  });
}
