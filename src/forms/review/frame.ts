import { settingsNote } from '../../assessment/settingsNote';
import type { CellBlock } from '../grid/plan';
import { KEY_LABEL, monthLabels, NAME_KEY_LABEL, REVIEW_COLUMNS } from './columns';
import { formulaBlock, type ReviewDraft } from './draft';
import { textFormula } from './formulas';
import { signatureRow } from './look';
import { reviewTitle } from './sheet';

/** Title, 单位, 制表日期 and headings of a 审定表 that is made. */
export function headBlocks({ place, review, settings, grid }: ReviewDraft): CellBlock[] {
  const head: string[] = Array.from({ length: place.nameKey + 1 }, () => '');
  const below = [...head];
  for (const { id, label } of REVIEW_COLUMNS) head[place.column(id)] = label;
  monthLabels(review.quarter).forEach((label, i) => {
    const column = place.months[i] ?? 0;
    head[column] = label;
    below[column] = '总分';
    below[column + 1] = '等次';
  });
  head[place.key] = KEY_LABEL;
  head[place.nameKey] = NAME_KEY_LABEL;
  return [
    grid.block('标题', 0, 0, [[`${settings.authority}${reviewTitle(review.quarter)}`]]),
    grid.block('单位与制表日期', 1, 0, [[`单位：${settings.authority}`]]),
    grid.block('制表日期', 1, place.column('discipline'), [['制表日期：    年  月  日']]),
    grid.block('表头', place.headerRow, 0, [head, below]),
  ];
}

/** The version of the rules and the settings that differ from the notice (R02), beside 单位; right of it 定稿 is noted. */
export function ruleVersion(draft: ReviewDraft): CellBlock {
  const { headerRow, months } = draft.place;
  const content = { formula: textFormula([settingsNote(draft.settings)]) };
  return formulaBlock(draft, '规则版本', headerRow - 1, months[0] ?? 0, [[content]]);
}

/** Headings of the columns with the persons' places, also those of new score sheets. */
export function placeHeadings({ place, grid, isNew }: ReviewDraft): CellBlock[] {
  return [...place.places]
    .filter(([, column]) => isNew || grid.value(place.headerRow, column) === '')
    .map(([label, column]) => grid.block('定位列标题', place.headerRow, column, [[label]]));
}

/** Below everything, for those who sign. */
export function signatureBlocks({ place, additions, endRow, poolLines, grid }: ReviewDraft): CellBlock[] {
  const { leaders, deputies, members } = additions.signers;
  const row = signatureRow(endRow, poolLines.length);
  const block = (down: number, column: number, ...texts: readonly string[]) =>
    grid.block(
      '签名栏',
      row + down,
      column,
      texts.map((text) => [text]),
    );
  return [
    block(0, 0, `组长：${leaders.join('、')}`, `成员：${members.join('、')}`, '制表人：'),
    block(0, place.column('mean'), `副组长：${deputies.join('、')}`),
    block(2, place.column('mean'), '复核人：'),
    block(2, place.column('discipline'), '年    月    日'),
  ];
}
