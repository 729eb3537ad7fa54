/** Chinese numerals of the formats [DBNum1] (一二三), [DBNum2] (壹贰叁) and [DBNum3] (１２３). */

export type Numerals = 1 | 2 | 3;

const DIGITS = { 1: '〇一二三四五六七八九', 2: '零壹贰叁肆伍陆柒捌玖', 3: '０１２３４５６７８９' } as const;
const SMALL = ['', '十', '百', '千'];
const PLACES = { 1: SMALL, 2: ['', '拾', '佰', '仟'], 3: SMALL } as const;
const GROUPS = ['', '万', '亿', '万亿'];

/** Digit by digit: 2020 → 二〇二〇; other signs stay. */
export function digitByDigit(text: string, kind: Numerals): string {
  return text.replace(/\d/g, (digit) => DIGITS[kind][Number(digit)] ?? digit);
}

/** With places: 2020 → 二千〇二十, 12.5 → 一十二.五; decimals digit by digit. */
export function withPlaces(text: string, kind: Numerals): string {
  return text.replace(/(\d+)(\.\d+)?/g, (_all, whole: string, decimals: string = '') => {
    return wholeNumber(whole, kind) + digitByDigit(decimals, kind);
  });
}

function wholeNumber(digits: string, kind: Numerals): string {
  const stripped = digits.replace(/^0+(?=\d)/, '');
  if (stripped.length > 16) return digitByDigit(digits, kind);
  if (stripped === '0') return DIGITS[kind][0] ?? '0';
  let result = '';
  let pendingZero = false;
  for (let index = 0; index < stripped.length; index++) {
    const digit = Number(stripped[index]);
    const place = stripped.length - 1 - index;
    if (digit === 0) pendingZero = true;
    else {
      if (pendingZero && result !== '') result += DIGITS[kind][0] ?? '';
      pendingZero = false;
      result += (DIGITS[kind][digit] ?? '') + (PLACES[kind][place % 4] ?? '');
    }
    const group = stripped.slice(Math.max(0, index - 3 + (place % 4)), index + 1);
    if (place % 4 === 0 && place > 0 && /[1-9]/.test(group)) result += GROUPS[place / 4] ?? '';
  }
  return result;
}

/** Months and days leave out the one before ten: 12 → 十二. */
export function calendarNumber(digits: string, kind: Numerals): string {
  return withPlaces(digits, kind).replace(/^[一壹１](?=[十拾])/, '');
}
