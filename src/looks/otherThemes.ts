import { teamsHighContrastTheme, webDarkTheme, type Theme } from '@fluentui/react-components';

/** Fluent's colours of high contrast, which are those of one of the systems' schemes, as each scheme has its own. */
const SYSTEM: Readonly<Record<string, string>> = {
  '#000000': 'Canvas',
  '#ffffff': 'CanvasText',
  '#1aebff': 'Highlight',
  '#ffff00': 'LinkText',
  '#3ff23f': 'GrayText',
};

const systemColours = Object.entries(teamsHighContrastTheme).flatMap(([name, value]) => {
  const colour = SYSTEM[String(value).toLowerCase()];
  return colour === undefined ? [] : [[name, colour] as const];
});

/** The themes that the pane fetches where it needs one. */
export const dark: Theme = webDarkTheme;
export const contrast: Theme = { ...teamsHighContrastTheme, ...Object.fromEntries(systemColours) };
