/**
 * What a person may do in the grid: choose, scroll, zoom, type, copy, paste, fill, empty, undo. The rest of what Univer
 * can (formats, rows and columns, sheets) the workbook would not get to know, so that it is switched off.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'sheet.command.auto-fill',
  'sheet.command.change-zoom-ratio',
  'sheet.command.clear-selection-content',
  'sheet.command.copy-down',
  'sheet.command.copy-right',
  'sheet.command.expand-selection',
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.scroll-to-cell',
  'sheet.command.scroll-view',
  'sheet.command.scroll-view-reset',
  'sheet.command.select-all',
  'sheet.command.select-range',
  'sheet.command.set-range-values',
  'sheet.command.set-scroll-relative',
  'sheet.command.set-worksheet-activate',
  'sheet.command.set-zoom-ratio',
]);

/** Whether the grid may carry out the command for a person; other things than sheets are not looked at. */
export function isAllowed(command: string): boolean {
  return (!command.startsWith('sheet.command.') && command !== 'univer.command.cut') || ALLOWED.has(command);
}
