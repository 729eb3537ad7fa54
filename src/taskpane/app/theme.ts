import { webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';

const FONTS = "'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', 'Segoe UI', sans-serif";
type ThemeName = 'light' | 'dark' | 'contrast';

const DARK = '(prefers-color-scheme: dark)';
const CONTRAST = '(forced-colors: active)';

/**
 * The theme of Office, else of the system: light, dark or high contrast; it follows a change of the system. Null until a
 * theme other than the light one has been fetched, so that nobody sees a flash of white.
 */
export function useTheme(): Theme | null {
  const [name, setName] = useState(themeName);
  const [theme, setTheme] = useState<Theme | null>(name === 'light' ? webLightTheme : null);
  useEffect(() => {
    const queries = [DARK, CONTRAST].map((query) => matchMedia(query));
    const follow = (): void => setName(themeName());
    for (const query of queries) query.addEventListener('change', follow);
    return () => {
      for (const query of queries) query.removeEventListener('change', follow);
    };
  }, []);
  useEffect(() => {
    let isWanted = true;
    void themeOf(name).then((found) => isWanted && setTheme(found));
    return () => {
      isWanted = false;
    };
  }, [name]);
  return useMemo(() => theme && { ...theme, fontFamilyBase: FONTS }, [theme]);
}

/** The light theme where another cannot be fetched: it can be read as well. */
async function themeOf(name: ThemeName): Promise<Theme> {
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
  const background = officeBackground();
  const isDark = background === null ? matchMedia(DARK).matches : luminance(background) < 0.5;
  return isDark ? 'dark' : 'light';
}

/** The background of Office's pane as '#RRGGBB'; null outside Office, and where it says none (Excel on the web). */
function officeBackground(): string | null {
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
