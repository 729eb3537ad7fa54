import type { Block } from './block';
import { rowTexts } from './titleText';
import type { SheetCells } from '../grid/cells';
import { datesIn } from '../words/dateText';
import { RATER_LABELS, SHEET_NAME_WORDS, SIGNER_LABELS } from '../words/labels';
import { normalizeName } from '../words/text';

/** Who a form says has scored it: after 评委/打分人/…, else the typed name after 分管领导签字; null when nobody is named. */
export function writtenRater(cells: SheetCells, block: Block): string | null {
  const rows = [...block.titleRows, ...block.signatureRows];
  const named = (labels: readonly string[]) => {
    for (const row of rows) {
      const name = nameAfter(
        rowTexts(cells, block.heading, row).map(({ text }) => text),
        labels,
      );
      if (name !== null) return name;
    }
    return null;
  };
  return named(RATER_LABELS) ?? named(SIGNER_LABELS);
}

/** The name behind a label, in the same cell after a colon or in the next cell of the line. */
function nameAfter(texts: readonly string[], labels: readonly string[]): string | null {
  for (const [i, text] of texts.entries()) {
    const [head = '', ...rest] = text.normalize('NFKC').split(':');
    const label = head.replace(/\s|\(?(姓名|签字|签名)\)?$/g, '');
    if (!labels.includes(label) && !labels.includes(head.replace(/\s/g, ''))) continue;
    const name = [rest.join(':'), texts[i + 1] ?? ''].map(onlyName).find((found) => found !== '');
    if (name !== undefined) return name;
  }
  return null;
}

/** Text without dates and the 年 月 日 of the template, when what is left looks like a name. */
function onlyName(text: string): string {
  if (/[:：]/.test(text)) return '';
  const withoutDates = datesIn(text, true).reduce(
    (rest, { text: date }) => rest.replace(date, ''),
    text.normalize('NFKC').replace(/\s*([年月日.\-/])\s*/g, '$1'),
  );
  const name = normalizeName(withoutDates.replace(/[年月日_():\d]/g, ' '));
  return /^[\p{L}·]{2,20}$/u.test(name) && !isLabel(name) ? name : '';
}

function isLabel(name: string): boolean {
  return [...RATER_LABELS, ...SIGNER_LABELS, '日期', '签字日期', '科室', '部门'].includes(name);
}

/** What a sheet's name says beyond month and form: 7月张局长 → 张局长; '' when nothing is left. */
export function raterOfSheetName(sheet: string): string {
  let rest = sheet.normalize('NFKC').replace(/\s+/g, '');
  for (const { text } of datesIn(rest, false)) rest = rest.replace(text, '');
  for (const word of SHEET_NAME_WORDS) rest = rest.replaceAll(word, '');
  return rest.replace(/\(\d*\)|[\d()_\-—.,、年月份]/g, '');
}
