import { launchBrowser, type Browser } from './browser';
import { openSite, type Site } from './site';

interface Opened {
  readonly site: Site;
  readonly browser: Browser;
}

/**
 * The built workbench and a browser for all tests of a file: there from before the first, closed after the last. What the
 * file itself does before and after comes in between when it is said after this.
 *
 * @param options of {@link launchBrowser}
 */
export function siteAndBrowser(options: Parameters<typeof launchBrowser>[0] = {}): Opened {
  let opened: Opened | undefined;
  const used = (): Opened => {
    if (opened === undefined) throw new Error('used before the tests');
    return opened;
  };
  beforeAll(async () => {
    const [site, browser] = await Promise.all([openSite(), launchBrowser(options)]);
    opened = { site, browser };
  });
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.site.close();
  });
  return {
    get site() {
      return used().site;
    },
    get browser() {
      return used().browser;
    },
  };
}
