/** Chinese numerals of the formats [DBNum1] (一二三) and [DBNum2] (壹贰叁). */

const DIGITS = { 1: '〇一二三四五六七八九', 2: '零壹贰叁肆伍陆柒捌玖' } as const;
const PLACES = { 1: ['', '十', '百', '千'], 2: ['', '拾', '佰', '仟'] } as const;
const GROUPS = ['', '万', '亿', '万亿'];

/** Digit by digit: 2020 → 二〇二〇; other signs stay. */
export function digitByDigit(text: string, kind: 1 | 2): string {
  return text.replace(/\d/g, (digit) => DIGITS[kind][Number(digit)] ?? digit);
}

/** With places: 2020 → 二千〇二十, 12.5 → 一十二.五; decimals digit by digit. */
export function withPlaces(text: string, kind: 1 | 2): string {
  return text.replace(/(\d+)(\.\d+)?/g, (_all, whole: string, decimals: string = '') => {
    return wholeNumber(whole, kind) + digitByDigit(decimals, kind);
  });
}

function wholeNumber(digits: string, kind: 1 | 2): string {
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
export function calendarNumber(value: number, kind: 1 | 2): string {
  return withPlaces(String(value), kind).replace(/^[一壹](?=[十拾])/, '');
}
