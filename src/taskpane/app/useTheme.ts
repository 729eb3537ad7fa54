import { webLightTheme, type Theme } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { followTheme, isDark, themeName, themeOf } from '../../looks/theme';

/** As styles/shell.css says it for what is no control of Fluent's. */
const FONTS = 'var(--fonts)';

/**
 * The theme of Office, else of the system: light, dark or high contrast; it follows a change of the system. Null until a
 * theme other than the light one has been fetched, so that nobody sees a flash of white.
 */
export function useTheme(): Theme | null {
  const [name, setName] = useState(themeName);
  const [theme, setTheme] = useState<Theme | null>(name === 'light' ? webLightTheme : null);
  useEffect(() => followTheme(setName), []);
  useEffect(() => {
    let isWanted = true;
    // For what is the browser's own: lists of choices, scroll bars.
    document.documentElement.style.colorScheme = isDark() ? 'dark' : 'light';
    void themeOf(name).then((found) => isWanted && setTheme(found));
    return () => {
      isWanted = false;
    };
  }, [name]);
  return useMemo(() => theme && { ...theme, fontFamilyBase: FONTS }, [theme]);
}
