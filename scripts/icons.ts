/**
 * Renders assets/icon.svg to the PNG sizes that manifest.xml names. Run it after a change of the drawing and commit
 * the result: builds use the committed PNGs, so that they need no browser.
 *
 * The browser is the one that CHROME_PATH names, else `chromium` on the path. It draws on canvases, because the size
 * of a headless window is not the size of its page.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SIZES = [16, 32, 64, 80, 128];
const assets = join(__dirname, '..', 'assets');

/** A page that ends up holding one `size:base64` line per icon. */
function page(drawing: string): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  return `<!doctype html><pre></pre><script>
    const image = new Image();
    image.onload = () => {
      for (const size of ${JSON.stringify(SIZES)}) {
        const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
        canvas.getContext('2d').drawImage(image, 0, 0, size, size);
        document.querySelector('pre').append(size + ':' + canvas.toDataURL('image/png').split(',')[1] + '\\n');
      }
    };
    image.src = '${source}';
  </script>`;
}

const work = mkdtempSync(join(tmpdir(), 'icons-'));
try {
  const file = join(work, 'icons.html');
  writeFileSync(file, page(readFileSync(join(assets, 'icon.svg'), 'utf8')));
  const dom = execFileSync(
    process.env.CHROME_PATH ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--user-data-dir=${join(work, 'profile')}`,
      '--virtual-time-budget=5000',
      '--dump-dom',
      pathToFileURL(file).href,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 },
  );
  const icons = [...dom.matchAll(/^(?:.*<pre>)?(\d+):([A-Za-z0-9+/=]+)$/gm)];
  if (icons.length !== SIZES.length) throw new Error(`the browser drew ${icons.length} of ${SIZES.length} icons`);
  for (const [, size = '', png = ''] of icons) {
    writeFileSync(join(assets, `icon-${size}.png`), Buffer.from(png, 'base64'));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
