import type { Problem } from '../../forms/grid/problem';
import type { Area } from '../../forms/grid/snapshot';
import { problem } from './problems';
import { rangeOf } from './write';

/** A4 upright, in points. */
const PAPER = { width: (210 / 25.4) * 72, height: (297 / 25.4) * 72 };
/** More pages than a sheet takes: then its width alone decides. */
const MOST_PAGES = 9999;
/** Of a hundred parts of the paper; the last one is for printers that make columns a little wider than the screen does. */
const USED_PARTS = 99;

/** What a sheet is to be fitted to, and what Excel has made of it: some leave out pages that are given one way alone (W13). */
export interface Pages {
  readonly name: string;
  readonly wanted: Excel.PageLayoutZoomOptions;
  readonly layout: Excel.PageLayout;
  readonly printed: Excel.Range;
  /** Page breaks that somebody or the program has set, how many. */
  readonly breaks: OfficeExtension.ClientResult<number>;
}

/**
 * Asks, once all of a sheet is queued, how it will be printed.
 *
 * @param area what is printed; null for all that the sheet has
 */
export function queuePages(
  sheet: Excel.Worksheet,
  name: string,
  wanted: Excel.PageLayoutZoomOptions,
  area: Area | null,
): Pages {
  const layout = sheet.pageLayout.load('zoom,orientation,topMargin,bottomMargin,leftMargin,rightMargin');
  const printed = area === null ? sheet.getUsedRangeOrNullObject() : rangeOf(sheet, area);
  const breaks = sheet.horizontalPageBreaks.getCount();
  return { name, wanted, layout, printed: printed.load('width,height'), breaks };
}

/**
 * Sees to it that sheets are printed on as many pages as they are to be. Where Excel took no width in pages, it is given with
 * more pages than there are below each other, and where that does not help either, as the scale that comes to the same. A sheet
 * with page breaks gets the scale at once: beside a height in pages breaks count for nothing (W14). No sync where Excel took all.
 *
 * @param asked asked in the request before
 * @returns the sheets that took neither
 */
export async function keepPages(context: Excel.RequestContext, asked: readonly Pages[]): Promise<readonly Problem[]> {
  const dropped = asked.filter(({ layout, wanted }) => !isSame(layout.zoom, wanted));
  const left = await tried(context, dropped, (pages) => (pages.breaks.value > 0 ? scaled(pages) : bothWays(pages)));
  const still = await tried(context, left, scaled);
  return still.map(({ name }) => problem.pagesLeft(name));
}

function bothWays({ wanted: { horizontalFitToPages, verticalFitToPages } }: Pages): Excel.PageLayoutZoomOptions {
  return {
    horizontalFitToPages: horizontalFitToPages ?? MOST_PAGES,
    verticalFitToPages: verticalFitToPages ?? MOST_PAGES,
  };
}

/** Sets the zoom of sheets in another way; those that did not take it. */
async function tried(
  context: Excel.RequestContext,
  sheets: readonly Pages[],
  zoom: (pages: Pages) => Excel.PageLayoutZoomOptions,
): Promise<readonly Pages[]> {
  if (sheets.length === 0) return [];
  const set = sheets.map((pages) => ({ pages, zoom: zoom(pages) }));
  for (const { pages, zoom } of set) {
    pages.layout.zoom = zoom;
    pages.layout.load('zoom');
  }
  try {
    await context.sync();
  } catch {
    // What was to be written stands: how it is printed is no reason to take it back.
    return sheets;
  }
  return set.flatMap(({ pages, zoom }) => (isSame(pages.layout.zoom, zoom) ? [] : [pages]));
}

function isSame(a: Excel.PageLayoutZoomOptions, b: Excel.PageLayoutZoomOptions): boolean {
  const parts = ({ scale, horizontalFitToPages, verticalFitToPages }: Excel.PageLayoutZoomOptions) =>
    [scale, horizontalFitToPages, verticalFitToPages].map((part) => part ?? 0).join();
  return parts(a) === parts(b);
}

/** The scale in percent at which what is printed takes no more pages than wanted. */
function scaled({ wanted, layout, printed }: Pages): Excel.PageLayoutZoomOptions {
  const { orientation, topMargin, bottomMargin, leftMargin, rightMargin } = layout;
  const isUpright = orientation === 'Portrait';
  const width = (isUpright ? PAPER.width : PAPER.height) - leftMargin - rightMargin;
  const height = (isUpright ? PAPER.height : PAPER.width) - topMargin - bottomMargin;
  const { horizontalFitToPages: wide, verticalFitToPages: tall } = wanted;
  const ratios = [
    ...(wide === undefined ? [] : [(wide * width) / printed.width]),
    ...(tall === undefined ? [] : [(tall * height) / printed.height]),
  ];
  // Pages are never filled by making a sheet larger.
  return { scale: Math.min(100, Math.floor(USED_PARTS * Math.min(...ratios))) };
}
