import {
  previewAnnual,
  previewArchive,
  previewCheck,
  previewFinalise,
  previewForms,
  previewNotice,
  previewPacket,
  previewReview,
  previewScore,
  previewSeal,
} from '../../../src/excel';
import type { Plan } from '../../../src/forms/grid/plan';

const QUARTER = '2020Q3';

/** A quarter from its first check to the year, one command after the other. */
export const QUARTER_COMMANDS: readonly (readonly [name: string, preview: () => Promise<{ readonly plan: Plan }>])[] = [
  ['检查', () => previewCheck()],
  ['计算得分', () => previewScore()],
  ['审定', () => previewReview({ quarter: QUARTER })],
  ['公示', () => previewNotice({ quarter: QUARTER, start: '2020-10-12' })],
  ['定稿', () => previewFinalise({ quarter: QUARTER, today: '2020-10-20', includeFair: true })],
  ['封存', () => previewSeal({ quarter: QUARTER, sealedOn: '2020-10-20', by: '李明' })],
  ['纪检材料', () => previewPacket({ quarter: QUARTER })],
  ['制作附件2', () => previewForms({ annex: 2, month: '2020-07', people: { kind: 'all' } })],
  ['归档', () => previewArchive({ month: '2020-07' })],
  ['年度', () => previewAnnual({ year: 2020 })],
];
