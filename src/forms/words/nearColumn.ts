import { LABEL_ENDINGS, type LabelTable } from './labels';
import { normalizeLabel } from './text';

const BRACKETS = /[([【〔].*?[)\]】〕]/g;
/** 30%, 20分 behind a heading. */
const NUMBER_AT_END = /:?\d+(\.\d+)?[%分]?$/;
const ENDINGS: readonly string[] = [...LABEL_ENDINGS, '名称', '全称', '表现', '能力', '进度'];
/** 任职年月 and 任职日期 ask for the same as 任职时间. */
const TIME = /(?:年月日|年月|日期|时间)$/;
/** What was, or what somebody else has, is another column: 原单位, 曾任职务, 联系人姓名. */
const OTHERS = /^(?:原|曾|前|上|拟|兼|配偶|联系人)/;
/** From so many characters on, one wrong, missing or surplus character is a slip. */
const LONG_LABEL = 5;

/**
 * The column whose heading a text nearly is: 现任职务 → 职务, 人员姓名 → 姓名, 任职年月 → 任现职时间. The noun that decides
 * comes last in Chinese, so that 身份证号 is no 身份 and 单位电话 no 单位. null where there is none.
 */
export function nearColumn<Column extends string>(
  text: string,
  wanted: LabelTable<Column>,
): { readonly column: Column; readonly label: string } | null {
  const parts = normalizeLabel(text)
    .replace(BRACKETS, '')
    .replace(NUMBER_AT_END, '')
    .split(/[/、,，及和与]/);
  const written = parts.filter((part) => !OTHERS.test(part)).flatMap((part) => [part, withoutEnding(part)]);
  let best: { column: Column; label: string; length: number } | null = null;
  for (const [column, labels] of wanted) {
    for (const each of labels.map(comparable)) {
      if (each.length <= (best?.length ?? 1) || each === '时间') continue;
      const isNear = written.map(comparable).some((part) => {
        return part.endsWith(each) || (each.length >= LONG_LABEL && isOneSlip(part, each));
      });
      if (isNear) best = { column, label: labels[0] ?? '', length: each.length };
    }
  }
  return best;
}

function withoutEnding(text: string): string {
  const ending = ENDINGS.find((each) => text.endsWith(each));
  return ending === undefined ? text : text.slice(0, -ending.length);
}

function comparable(text: string): string {
  return text.replace(TIME, '时间');
}

/** One character is wrong, missing or surplus. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}
