export { explainPerson, type Explanation, type ExplainOptions } from './explain';
export { previewExplanations, type ExplanationOptions } from './explanationMessages';
export { previewAnnual, type AnnualOptions, type AnnualPreview } from './annual';
export { applyPlan, type Applied, type ApplyOptions } from './apply';
export { restore, type RestoreCopy, type Restored, type RestoreOptions } from './undo';
export { check, previewCheck, previewClearMarks, type CheckOptions, type ReadingOptions } from './checkCommand';
export { listCorrections, previewCorrections } from './corrections';
export { previewReview, previewScore, type Preview, type ReviewPreview } from './commands';
export { previewSettings } from './settings';
export { previewScoreEntry } from './scoreEntry';
export { previewDraw, previewLeadership, type DrawOptions, type DrawPreview } from './draw';
export { quarterReadiness, type ReadinessOptions } from './readiness';
export { previewArchive, type ArchiveOptions } from './archive';
export { previewCollect, type ChosenFile, type CollectOptions, type CollectPreview } from './collect';
export { previewCalendarSheet, previewForms, previewRegisters, type FormsPreview } from './makeForms';
export type { CommandOptions, Reading } from './reading';
export { selectCell } from './selection';
export {
  previewFinalise,
  previewNotice,
  previewObjections,
  type FinaliseOptions,
  type NoticeOptions,
  type NoticePreview,
  type ObjectionPreview,
} from './notice';
export { previewSample } from './sample';
export { previewSeal, verifySeal, type SealCheck, type SealOptions, type SealPreview } from './seal';
export { personHistory, type HistoryOptions, type HistoryReading } from './history';
export { previewPacket, type PacketPreview } from './packet';
export { quarterWhatIf, type GradeChange, type QuarterWhatIf, type WhatIfOptions } from './whatIf';
