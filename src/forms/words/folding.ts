/**
 * Characters that look alike, or like nothing at all, and are the same in a name or a label: what PDF files, WPS, web
 * pages and other keyboards leave behind. One table for the reader and, character by character, for the workbook's
 * formulas.
 */

/** Radicals, as PDF files copy them, each with its ideograph: Unicode's Equivalent_Unified_Ideograph where NFKC has none. */
const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗' +
  '⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页' +
  '⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀';

const IDEOGRAPHS: ReadonlyMap<string, string> = new Map(
  [...RADICALS].flatMap((radical, i, all) => (i % 2 === 0 ? [[radical, all[i + 1] ?? radical] as const] : [])),
);

/** White space, Unicode's format characters and variation selectors, and fillers that show nothing. */
const FORMAT = String.raw`\p{Cf}\p{Variation_Selector}\u034F\u115F\u1160\u3164\uFFA0`;
const UNSEEN = String.raw`\s${FORMAT}`;
/** Dots that people type for the separating dot of minority names; all become U+00B7. */
const DOTS = '•．・‧･∙.⋅ᐧ·⸱ꞏ᛫﹒';
/** Kangxi radicals, compatibility ideographs, full-width letters and digits: NFKC knows what they are. */
const COMPATIBLE = String.raw`\u2F00-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}０-９Ａ-Ｚａ-ｚ`;

const FORMAT_CHARACTERS = new RegExp(`[${FORMAT}]+`, 'gu');
const UNSEEN_CHARACTERS = new RegExp(`[${UNSEEN}]+`, 'gu');
const RADICAL_CHARACTERS = /[\u2E80-\u2EFF]/gu;
const FOLDED = new RegExp(`[${UNSEEN}${DOTS}${COMPATIBLE}\\u2E80-\\u2EFF]`, 'gu');

/** What stands for one character of a name: itself, another one, or nothing. */
export function folded(character: string): string {
  if (character.replace(UNSEEN_CHARACTERS, '') === '') return '';
  if (DOTS.includes(character)) return '·';
  return IDEOGRAPHS.get(character) ?? (character.search(FOLDED) < 0 ? character : character.normalize('NFKC'));
}

/** A text with every character folded. */
export function fold(text: string): string {
  return text.replace(FOLDED, folded);
}

/** Without white space and whatever else shows nothing. */
export function seen(text: string): string {
  return text.replace(UNSEEN_CHARACTERS, '');
}

/** Without format characters: white space stays, since it may part two words. */
export function withoutFormat(text: string): string {
  return text.replace(FORMAT_CHARACTERS, '');
}

/** Radicals as the ideographs they look like. */
export function withoutRadicals(text: string): string {
  return text.replace(RADICAL_CHARACTERS, (radical) => IDEOGRAPHS.get(radical) ?? radical);
}
