import type { Settings } from '../../assessment/settings';
import { settingsNote } from '../../assessment/settingsNote';
import { fixedAddress } from '../grid/address';
import type { CellBlock } from '../grid/plan';
import { textFormula } from '../review/formulas';
import { ANNUAL_COLUMNS, annualTitle, helperLabels, NOTES_LABEL, QUARTERS_LABEL } from './columns';
import type { AnnualDraft } from './draft';
import { NOTE_ROWS, signatureRow } from './look';

/** Title, 单位, 制表日期 and headings of a 年度汇总表 that is made. */
export function headBlocks({ place, grid, settings, year }: AnnualDraft): CellBlock[] {
  const head: string[] = Array.from({ length: place.key + 1 + place.places.length }, () => '');
  const below = [...head];
  for (const { id, label } of ANNUAL_COLUMNS) head[place.column(id)] = label;
  head[place.quarters] = QUARTERS_LABEL;
  for (let i = 0; i < 4; i++) below[place.quarters + i] = String(i + 1);
  helperLabels().forEach((label, i) => (head[place.key + i] = label));
  return [
    grid.block('标题', 0, 0, [[`${settings.authority}${annualTitle(year.year)}`]]),
    grid.block('单位', 1, 0, [[`单位：${settings.authority}`]]),
    grid.block('制表日期', 1, place.column('hint'), [['制表日期：      年    月    日']]),
    grid.block('表头', place.headerRow, 0, [head, below]),
  ];
}

/** Below the people: 优秀名额 with what is proposed so far, the rules, their version, and the signature. */
export function noteBlocks({ place, grid, settings, endRow, isNew }: AnnualDraft): CellBlock[] {
  const range = { row: place.firstRow, column: place.column('proposal'), rows: endRow - place.firstRow, columns: 1 };
  const text = (row: number, column: number, formula: string) =>
    grid.formulaBlock('说明', row, column, [[{ formula }]]).block;
  return [
    ...(isNew
      ? [
          grid.block('说明', endRow, 0, [[NOTES_LABEL], ['优秀名额']]),
          grid.block('签名栏', signatureRow(endRow), 0, [['主要负责人：']]),
          grid.block('签名栏', signatureRow(endRow), place.column('proposal'), [['年    月    日']]),
        ]
      : []),
    text(endRow + 1, place.column('好'), `="已拟定优秀"&COUNTIF(${fixedAddress(range)},"优秀")&"人"`),
    ...rulesOf(settings)
      .slice(0, NOTE_ROWS - 2)
      .map((rule, i) => text(endRow + 2 + i, 0, textFormula([rule]))),
  ];
}

function rulesOf(settings: Settings): string[] {
  return [
    `推荐优秀：从当年平时考核“好”等次较多（${settings.manyGood}）且无一般、较差等次的人员中产生；均为“好”的可在规定比例内优先确定（四·1）。`,
    `一般、较差累计次数超过一半（以${settings.halfOf}为基数）的，原则上应当确定为基本称职或不称职；均为较差的，可以直接确定为不称职（四·1）。`,
    '经批评教育后仍拒不参加平时考核的，当年不得参加年度考核，不能给予其他形式的表彰奖励（五·6）。以上仅为提示，年度等次由考核领导小组研究确定。',
    settingsNote(settings),
  ];
}
