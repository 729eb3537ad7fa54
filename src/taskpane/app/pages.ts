import { lazy, type ComponentType } from 'react';
import type * as pages from '../pages';
import { OverviewPage } from '../pages/overview/OverviewPage';
import type { Page } from '../state/paneContext';

/** The other pages, which the first does not wait for. */
export function loadPages(): Promise<typeof pages> {
  return import(/* webpackChunkName: "pages" */ '../pages');
}

export const PAGE_COMPONENTS: Readonly<Record<Page, ComponentType>> = {
  overview: OverviewPage,
  forms: lazy(async () => ({ default: (await loadPages()).FormsPage })),
  check: lazy(async () => ({ default: (await loadPages()).CheckPage })),
  score: lazy(async () => ({ default: (await loadPages()).ScorePage })),
  review: lazy(async () => ({ default: (await loadPages()).ReviewPage })),
  notice: lazy(async () => ({ default: (await loadPages()).NoticePage })),
  annual: lazy(async () => ({ default: (await loadPages()).AnnualPage })),
  settings: lazy(async () => ({ default: (await loadPages()).SettingsPage })),
};
