import type { Page } from 'playwright-core';

export interface HeldAnswers {
  /** Lets the answers go, to a pane by whose clock they took a minute. */
  afterAMinute(): Promise<void>;
}

/** Keeps the answers of Excel from the pane, as a slow machine does; what happens in the workbook is told all the same. */
export async function holdAnswers(page: Page): Promise<HeldAnswers> {
  const held = await page.evaluateHandle(() => {
    const host = window.workbenchHost;
    const receive = host?.onMessageFromHost;
    if (host === undefined || receive === undefined) throw new Error('no pane has asked for anything');
    const answers: string[] = [];
    host.onMessageFromHost = (text) => {
      if (text.includes('"type":2')) answers.push(text);
      else receive(text);
    };
    return {
      letGo: () => {
        host.onMessageFromHost = receive;
        answers.forEach(receive);
      },
    };
  });
  return {
    async afterAMinute() {
      await page.frame({ name: 'pane' })?.evaluate(() => {
        const now = performance.now.bind(performance);
        performance.now = () => now() + 60_000;
      });
      await held.evaluate(({ letGo }) => letGo());
    },
  };
}

/** Makes what the pane starts to wait for from now on come fifty times as early: seconds for minutes. */
export async function hurry(page: Page): Promise<void> {
  await page.frame({ name: 'pane' })?.evaluate(() => {
    const later = window.setTimeout.bind(window);
    Object.assign(window, { setTimeout: (what: TimerHandler, wait = 0) => later(what, wait / 50) });
  });
}
