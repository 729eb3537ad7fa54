/** Fluent's dark and high-contrast themes, which the pane fetches where it needs one. */
export { teamsHighContrastTheme as contrast, webDarkTheme as dark } from '@fluentui/react-components';
