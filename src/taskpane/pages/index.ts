export { AnnualPage } from './annual/AnnualPage';
export { CheckPage } from './check/CheckPage';
export { NewWorkbook } from './first/NewWorkbook';
export { FormsPage } from './forms/FormsPage';
export { NoticePage } from './notice/NoticePage';
export { ReviewPage } from './review/ReviewPage';
export { ScorePage } from './score/ScorePage';
export { SettingsPage } from './settings/SettingsPage';
