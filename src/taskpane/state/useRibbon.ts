import { useEffect, useState } from 'react';
import type { Ribbon, RibbonRequest } from '../../commands/ribbon';
import { usualStart } from './noticeStart';
import type { Pane } from './paneContext';

/** Does what the ribbon's buttons ask for, once the workbook has been read and nothing else runs. */
export function useRibbon(ribbon: Ribbon | null, pane: Pane): void {
  const [request, ask] = useState<RibbonRequest | null>(null);
  useEffect(() => ribbon?.listen(ask), [ribbon]);
  const isReady = pane.state !== null && pane.activity === null;
  useEffect(() => {
    if (request === null || !isReady) return;
    ask(null);
    pane.goTo(request);
    void carryOut(request, pane);
  });
}

/** Shows what would be written, as the first button of the page does. */
async function carryOut(request: RibbonRequest, { state, today, propose }: Pane): Promise<void> {
  if (request === 'check') {
    await propose('检查', (excel) => excel.previewCheck({ today }));
    return;
  }
  // Without score sheets there is nothing to review; the page says so and what to do.
  if (state?.quarter == null) return;
  const { calendar, settings } = state;
  const { review, notice } = state.quarter;
  const { quarter } = review;
  if (request === 'review') await propose('季度审定', (excel) => excel.previewReview({ quarter }));
  else {
    const start = usualStart(notice.posted, today, calendar, settings.noticeStart);
    await propose('公示', (excel) => excel.previewNotice({ quarter, start }));
  }
}
