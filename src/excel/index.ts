export { applyPlan, restore, type Applied, type RestoreCopy } from './apply';
export { check, previewCheck, previewClearMarks, type CheckOptions, type ReadingOptions } from './checkCommand';
export { listCorrections, previewCorrections } from './corrections';
export { previewReview, previewScore, type Preview, type ReviewPreview } from './commands';
export { previewArchive, type ArchiveOptions } from './archive';
export { previewCollect, type ChosenFile, type CollectOptions, type CollectPreview } from './collect';
export { previewForms, previewRegisters, type FormsPreview } from './makeForms';
export type { CommandOptions, Reading } from './reading';
export { selectCell } from './selection';
