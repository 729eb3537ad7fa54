import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const all = (pattern: RegExp): readonly string[] => [...manifest.matchAll(pattern)].map(([, found = '']) => found);

/** Width and height in pixels, which a PNG file holds at a fixed place. */
function pngSize(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('every resource that the manifest refers to is defined, and every definition is used', () => {
  const used = new Set(all(/resid="([^"]+)"/g));
  const defined = new Set(all(/<bt:(?:Image|Url|String) id="([^"]+)"/g));
  expect([...defined].sort()).toEqual([...used].sort());
});

test('every address is on the one host that the build replaces', () => {
  const addresses = all(/DefaultValue="(https?:[^"]*)"/g);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !address.startsWith('https://localhost:3000/'))).toEqual([]);
});

test('every icon that the manifest names is in assets, in the size that it names', () => {
  const sizes = new Set(all(/assets\/icon-(\d+)\.png/g).map(Number));
  expect([...sizes].sort((a, b) => a - b)).toEqual([16, 32, 64, 80]);
  for (const size of sizes) {
    expect(pngSize(join(root, 'assets', `icon-${size}.png`))).toEqual([size, size]);
  }
  expect(existsSync(join(root, 'assets', 'icon-128.png'))).toBe(true);
});

test('the manifest asks for the same oldest Excel as the pane', () => {
  const pane = readFileSync(join(root, 'src', 'taskpane', 'start.ts'), 'utf8');
  const [version] = all(/<Sets DefaultMinVersion="([^"]+)">\s*<Set Name="ExcelApi"\/>/g);
  expect(version).toBe('1.13');
  expect(pane).toContain(`version: '${version ?? ''}'`);
});

test('every text is Chinese by default and has an English override', () => {
  const texts = all(/<(?:DisplayName|Description|bt:String id="[^"]+") DefaultValue="([^"]+)">/g);
  const overrides = all(/<(?:bt:)?Override Locale="en-US" Value="([^"]+)"\/>/g);
  expect(texts.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  expect(overrides).toHaveLength(texts.length);
  expect(manifest).toContain('<DefaultLocale>zh-CN</DefaultLocale>');
});
