import { webLightTheme, type Theme } from '@fluentui/react-components';

export type ThemeName = 'light' | 'dark' | 'contrast';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(forced-colors: active)';

/** Calls back when the theme is another one, since the system changed; gives what ends that. */
export function followTheme(changed: (name: ThemeName) => void): () => void {
  const queries = [DARK, CONTRAST].map((query) => matchMedia(query));
  const follow = (): void => changed(themeName());
  for (const query of queries) query.addEventListener('change', follow);
  return () => {
    for (const query of queries) query.removeEventListener('change', follow);
  };
}

/** The variables of a theme; those of the light one where another cannot be fetched: it can be read as well. */
export async function themeOf(name: ThemeName): Promise<Theme> {
  if (name === 'light') return webLightTheme;
  try {
    return (await import(/* webpackChunkName: "themes" */ './otherThemes'))[name];
  } catch {
    return webLightTheme;
  }
}

/** What Office says, else what the system does; where the system's colours are forced, those. */
export function themeName(): ThemeName {
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return isDark() ? 'dark' : 'light';
}

/** Whether what is shown stands on a dark ground, also where the system forces its colours. */
export function isDark(): boolean {
  const background = matchMedia(CONTRAST).matches ? null : officeBackground();
  return background === null ? matchMedia(DARK).matches : luminance(background) < 0.5;
}

/** The background of Office's pane as '#RRGGBB'; null outside Office, and where it says none (Excel on the web). */
function officeBackground(): string | null {
  if (typeof Office === 'undefined') return null;
  // Declared as always there; the embedded host and Excel on the web give no theme.
  const context: { readonly officeTheme?: Partial<Office.OfficeTheme> | null } = Office.context;
  const colour = context.officeTheme?.bodyBackgroundColor;
  return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? colour : null;
}

/** How bright a colour looks, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
