/**
 * Renders the drawings in assets to the PNG sizes that manifest.xml names: icon.svg is the add-in's, the others stand on
 * the buttons of the ribbon. Run it after a change of a drawing and commit the result: builds use the committed PNGs, so
 * that they need no browser.
 *
 * The browser is the one that CHROME_PATH names, else `chromium` on the path. It draws on canvases, because the size
 * of a headless window is not the size of its page.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUTTON = [16, 32, 80];
const DRAWINGS = { icon: [16, 32, 64, 80, 128], check: BUTTON, review: BUTTON, notice: BUTTON };
const assets = join(__dirname, '..', 'assets');

/** A page that ends up holding one `size:base64` line per icon. */
function page(drawing: string, sizes: readonly number[]): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  return `<!doctype html><pre></pre><script>
    const image = new Image();
    image.onload = () => {
      for (const size of ${JSON.stringify(sizes)}) {
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
  for (const [name, sizes] of Object.entries(DRAWINGS)) draw(name, sizes, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function draw(name: string, sizes: readonly number[], work: string): void {
  const file = join(work, 'icons.html');
  writeFileSync(file, page(readFileSync(join(assets, `${name}.svg`), 'utf8'), sizes));
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
  if (icons.length !== sizes.length)
    throw new Error(`the browser drew ${icons.length} of ${sizes.length} sizes of ${name}.svg`);
  for (const [, size = '', png = ''] of icons) {
    writeFileSync(join(assets, `${name}-${size}.png`), Buffer.from(png, 'base64'));
  }
}
