export { explainPerson, type Explanation, type ExplainOptions } from './commands/explain';
export { previewExplanations, type ExplanationOptions } from './commands/explanationMessages';
export { previewAnnual, type AnnualOptions, type AnnualPreview } from './commands/annual';
export { applyPlan, type Applied, type ApplyOptions, type RestoreCopy } from './workbook/apply';
export { restore, type Restored, type RestoreOptions } from './workbook/undo';
export { check, previewCheck, previewClearMarks, type CheckOptions, type ReadingOptions } from './commands/check';
export { listCorrections, previewCorrections } from './commands/corrections';
export type { Preview } from './commands/preview';
export { previewReview, previewScore, type ReviewPreview } from './commands/review';
export { previewSettings } from './commands/settings';
export { previewScoreEntry } from './commands/scoreEntry';
export { previewDecisions, type DecideOptions } from './commands/decide';
export { previewDraw, previewLeadership, type DrawOptions, type DrawPreview } from './commands/draw';
export { quarterReadiness, type ReadinessOptions } from './commands/readiness';
export { monthReminders, type MonthReminders, type ReminderOptions } from './commands/reminders';
export { previewArchive, type ArchiveOptions } from './commands/archive';
export { previewCollect, type ChosenFile, type CollectOptions, type CollectPreview } from './commands/collect';
export { previewImport, type FileToImport, type ImportPreview } from './commands/import';
export {
  knownRaters,
  makeSplitForms,
  previewCalendarSheet,
  previewForms,
  previewRegisters,
  type FormsPreview,
  type SplitForms,
} from './commands/makeForms';
export { previewNewWorkbook, type NewWorkbookOptions } from './commands/newWorkbook';
export type { CommandOptions, Reading } from './reading/reading';
export { selectCell } from './workbook/selection';
export {
  previewFinalise,
  previewNotice,
  previewObjections,
  type FinaliseOptions,
  type NoticeOptions,
  type NoticePreview,
  type ObjectionPreview,
} from './commands/notice';
export { previewSample } from './commands/sample';
export { previewSeal, verifySeal, type SealCheck, type SealOptions, type SealPreview } from './commands/seal';
export { personHistory, type HistoryOptions, type HistoryReading } from './commands/history';
export { previewPacket, type PacketPreview } from './commands/packet';
export { quarterWhatIf, type GradeChange, type QuarterWhatIf, type WhatIfOptions } from './commands/whatIf';
export { makeDocuments, type DocumentOptions, type DocumentsMade } from './commands/documents';
