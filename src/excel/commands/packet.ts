import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from '../../forms/seal/problems';
import { packetItems, type PacketItem } from '../../forms/seal/packet';
import { layoutPacket } from '../../forms/seal/layoutPacket';
import { previewOf, type Preview } from './preview';
import { readSheets } from './sheets';
import { reviewOf, reviewSheetOf } from '../reading/reviewOf';
import { runReading } from '../workbook/running';

export interface PacketPreview extends Preview {
  readonly items: readonly PacketItem[];
}

/** Plans 纪检材料 of a quarter (R36): every grade that is not simply what the score gives, on one sheet for print. */
export async function previewPacket({ quarter }: { readonly quarter: Quarter }): Promise<PacketPreview> {
  return runReading(async (context) => {
    const sheets = await readSheets(context, { quarter });
    const { reading, grids } = sheets;
    const { review, register } = reviewOf(sheets, quarter);
    const { sheet, problems: unreadable } = reviewSheetOf(sheets, quarter);
    const items = packetItems(review, register.entries, sheet?.lines ?? []);
    const layout = layoutPacket(quarter, items, grids);
    const without = sheet === null ? [problem.packetWithoutReview(quarterTitle(quarter))] : [];
    const problems = [...reading.problems, ...unreadable, ...without, ...layout.problems];
    const refused = layout.problems.some(({ severity }) => severity === 'error');
    return { ...previewOf(reading, { sheets: layout.sheets, refused, problems }), items };
  });
}
