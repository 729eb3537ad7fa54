import { ThemeService, type Injector } from '@univerjs/core';

/** Fluent's blue and its greys, from light to dark, under the names that Univer has for its own. */
const COLOURS = {
  primary: {
    50: '#ebf3fc',
    100: '#cfe4fa',
    200: '#b4d6fa',
    300: '#77b7f7',
    400: '#479ef5',
    500: '#2886de',
    600: '#0f6cbd',
    700: '#115ea3',
    800: '#0e4775',
    900: '#0a2e4a',
  },
  gray: {
    50: '#fafafa',
    100: '#f0f0f0',
    200: '#e0e0e0',
    300: '#adadad',
    400: '#808080',
    500: '#616161',
    600: '#424242',
    700: '#333333',
    800: '#292929',
    900: '#1f1f1f',
  },
};

/** Has the grid look like the page around it; gives what turns it dark, cells and all, and light again. */
export function giveColours(injector: Injector): (isDark: boolean) => void {
  const themes = injector.get(ThemeService);
  themes.setTheme({ ...themes.getCurrentTheme(), ...COLOURS });
  return (isDark) => themes.setDarkMode(isDark);
}
