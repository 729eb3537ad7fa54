export { applyPlan, restore, type Applied, type RestoreCopy } from './apply';
export {
  check,
  previewReview,
  previewScore,
  type CommandOptions,
  type Preview,
  type Reading,
  type ReviewPreview,
} from './commands';
export { selectCell } from './selection';
