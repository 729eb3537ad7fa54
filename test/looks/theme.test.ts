import { themeName } from '../../src/looks/theme';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(forced-colors: active)';

/** The theme of a pane in an Office that gives `officeTheme`, on a system with these settings. */
function themeIn(officeTheme: unknown, ...settings: readonly string[]): string {
  Object.assign(globalThis, {
    Office: { context: officeTheme === undefined ? {} : { officeTheme } },
    matchMedia: (query: string) => ({ matches: settings.includes(query) }),
  });
  return themeName();
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
  Reflect.deleteProperty(globalThis, 'matchMedia');
});

test('P11: the theme that Office gives counts, whatever the system likes', () => {
  expect(themeIn({ bodyBackgroundColor: '#FFFFFF' }, DARK)).toBe('light');
  expect(themeIn({ bodyBackgroundColor: '#e6e6e6' }, DARK)).toBe('light');
  expect(themeIn({ bodyBackgroundColor: '#262626' })).toBe('dark');
});

test.each([
  ['no theme', undefined],
  ['null', null],
  ['a theme without colours', {}],
  ['a colour that is none', { bodyBackgroundColor: 'white' }],
])('P11: where Office gives %s the system decides', (_what, given) => {
  expect(themeIn(given, DARK)).toBe('dark');
  expect(themeIn(given)).toBe('light');
});

test('forced colours of the system come before both', () => {
  expect(themeIn({ bodyBackgroundColor: '#FFFFFF' }, CONTRAST)).toBe('contrast');
  expect(themeIn(undefined, CONTRAST, DARK)).toBe('contrast');
});
