import { followTheme, isDark, themeName, themeOf } from '../looks/theme';

/** Gives the page the pane's theme, now and whenever the system changes; what has colours of its own is told. */
export function dress(changed: (isDark: boolean) => void): void {
  const root = document.documentElement;
  const follow = (): void => {
    root.style.colorScheme = isDark() ? 'dark' : 'light';
    changed(isDark());
    const name = themeName();
    void themeOf(name).then((theme) => {
      // Of two that are fetched at once the later one counts.
      if (name !== themeName()) return;
      for (const [token, value] of Object.entries(theme)) root.style.setProperty(`--${token}`, String(value));
    });
  };
  followTheme(follow);
  follow();
}
