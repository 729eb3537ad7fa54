export { AnnualPage } from './AnnualPage';
export { CheckPage } from './CheckPage';
export { FormsPage } from './FormsPage';
export { NoticePage } from './NoticePage';
export { ReviewPage } from './ReviewPage';
export { ScorePage } from './ScorePage';
export { SettingsPage } from './SettingsPage';
