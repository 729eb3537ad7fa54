/**
 * What Microsoft's validator (`npm run validate`, online) finds wrong in a manifest, as far as it can be seen offline.
 *
 * @jest-environment jsdom
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RIBBON_ACTIONS } from '../../src/commands/ribbon';

const root = join(__dirname, '..', '..');
const file = readFileSync(join(root, 'manifest.xml'), 'utf8');
const manifest = new DOMParser().parseFromString(file, 'text/xml');
const elements = [...manifest.querySelectorAll('*')];
const named = (name: string): Element[] => elements.filter(({ localName }) => localName === name);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** The children of each element in the order of Microsoft's schema (TaskPaneApp 1.1, VersionOverrides 1.0). */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  // A runtime that is shared has one pane, so that none is named.
  Action: ['SourceLocation', 'Title', 'FunctionName'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

/** Characters that Office takes. */
const LONGEST: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ShortStrings: 125,
  LongStrings: 250,
};
const LONGEST_RESID = 32;

/** Width and height in pixels, which a PNG file holds at a fixed place. */
function pngSize(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('it is well-formed XML with an id and a version as Office writes them', () => {
  expect(manifest.querySelector('parsererror')).toBeNull();
  expect(named('Id')[0]?.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(named('Version')[0]?.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
});

test('its version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(named('Version')[0]?.textContent).toBe(`${version}.0`);
});

test.each(Object.entries(ORDER))('the elements in %s stand in the order of the schema', (parent, order) => {
  const found = named(parent);
  expect(found.length).toBeGreaterThan(0);
  for (const element of found) {
    const children = [...element.children].map(({ localName }) => localName);
    expect(children.filter((child) => !order.includes(child))).toEqual([]);
    expect(children).toEqual([...children].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  }
});

test('ids are used once; every resource is defined and used, under an id that Office takes', () => {
  const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== '');
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  const used = new Set(elements.map((element) => attribute(element, 'resid')).filter((id) => id !== ''));
  const defined = [...named('Resources')].flatMap((resources) =>
    [...resources.children].flatMap(({ children }) => [...children].map((each) => attribute(each, 'id'))),
  );
  expect([...defined].sort()).toEqual([...used].sort());
  expect(defined.filter((id) => id.length > LONGEST_RESID)).toEqual([]);
});

test('every address is on the one host that the build replaces', () => {
  const addresses = elements.map((element) => attribute(element, 'DefaultValue')).filter((text) => text.includes(':/'));
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !address.startsWith('https://localhost:3000/'))).toEqual([]);
});

test('every icon is there, in the size that the manifest names', () => {
  const sizes = new Map<string, number>([
    [attribute(named('IconUrl')[0] ?? manifest.documentElement, 'DefaultValue'), 32],
    [attribute(named('HighResolutionIconUrl')[0] ?? manifest.documentElement, 'DefaultValue'), 64],
  ]);
  for (const icon of named('Icon')) {
    expect([...icon.children].map((image) => attribute(image, 'size'))).toEqual(['16', '32', '80']);
    for (const image of icon.children) {
      const resource = elements.find((each) => attribute(each, 'id') === attribute(image, 'resid'));
      sizes.set(attribute(resource ?? image, 'DefaultValue'), Number(attribute(image, 'size')));
    }
  }
  expect(sizes.size).toBe(2 + 4 * 3 - 1);
  for (const [address, size] of sizes) {
    expect(pngSize(join(root, new URL(address).pathname))).toEqual([size, size]);
  }
  expect(pngSize(join(root, 'assets', 'icon-128.png'))).toEqual([128, 128]);
});

test('every button opens the pane or runs a command that exists, in the runtime of the pane', () => {
  const commands = named('FunctionName').map(({ textContent }) => textContent);
  expect(commands).toEqual(Object.keys(RIBBON_ACTIONS));
  expect(named('Action').map((action) => attribute(action, 'xsi:type'))).toEqual([
    'ShowTaskpane',
    ...commands.map(() => 'ExecuteFunction'),
  ]);
  expect([named('Runtime').length, named('FunctionFile').length]).toEqual([1, 1]);
  const pages = [...named('Runtime'), ...named('FunctionFile'), ...named('SourceLocation')];
  const resids = pages.map((page) => attribute(page, 'resid')).filter((resid) => resid !== '');
  expect(new Set(resids)).toEqual(new Set(['Pane.Url']));
  expect(attribute(named('Runtime')[0] ?? manifest.documentElement, 'lifetime')).toBe('long');
  expect(existsSync(join(root, 'src', 'taskpane', 'taskpane.html'))).toBe(true);
});

test('it asks for the same oldest Excel as the pane, and leaves the ribbon to those who have a shared runtime', () => {
  const sets = named('Set').map((set) => [
    attribute(set, 'Name'),
    attribute(set, 'MinVersion') || attribute(set.parentElement ?? set, 'DefaultMinVersion'),
    set.closest('VersionOverrides') === null ? 'add-in' : 'ribbon',
  ]);
  expect(sets).toEqual([
    ['ExcelApi', '1.13', 'add-in'],
    ['SharedRuntime', '1.1', 'ribbon'],
  ]);
  const read = (path: string): string => readFileSync(join(root, 'src', path), 'utf8');
  expect(read('taskpane/app/start.ts')).toContain("{ set: 'ExcelApi', version: '1.13' }");
  expect(read('commands/ribbon.ts')).toContain("{ set: 'SharedRuntime', version: '1.1' }");
});

test('every text is Chinese by default, has an English override and fits', () => {
  const texts = [...named('DisplayName'), ...named('Description'), ...named('String')].filter(
    (text) => attribute(text, 'DefaultValue') !== '',
  );
  expect(texts).toHaveLength(2 + 5 + 4);
  for (const text of texts) {
    const chinese = attribute(text, 'DefaultValue');
    expect(chinese).toMatch(/\p{Script=Han}/u);
    const [override, ...more] = text.children;
    expect(more).toEqual([]);
    expect(override === undefined ? '' : attribute(override, 'Locale')).toBe('en-US');
    const english = override === undefined ? '' : attribute(override, 'Value');
    expect(english).toMatch(/^[A-Z]/);
    const kind = text.localName === 'String' ? (text.parentElement?.localName ?? '') : text.localName;
    for (const each of [chinese, english]) expect(each.length).toBeLessThanOrEqual(LONGEST[kind] ?? 0);
  }
  expect(named('DefaultLocale')[0]?.textContent).toBe('zh-CN');
});

test('the manifest of the probe opens its page, under an id of its own, in the order of the schema', () => {
  const text = readFileSync(join(root, 'src', 'probe', 'manifest.xml'), 'utf8');
  const probe = new DOMParser().parseFromString(text, 'text/xml');
  expect(probe.querySelector('parsererror')).toBeNull();
  const children = [...probe.documentElement.children];
  const names = children.map(({ localName }) => localName);
  const order = ORDER['OfficeApp'] ?? [];
  expect(names).toEqual(order.filter((name) => names.includes(name)));
  const textOf = (name: string): string | undefined => children.find((each) => each.localName === name)?.textContent;
  expect(textOf('Id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(textOf('Id')).not.toBe(named('Id')[0]?.textContent);
  expect(textOf('Version')).toBe(named('Version')[0]?.textContent);
  expect(attribute(probe.querySelector('SourceLocation') ?? probe.documentElement, 'DefaultValue')).toBe(
    'https://localhost:3000/probe.html',
  );
});
