/**
 * Fonts of the house rule. A cell can name only one: where a machine lacks 方正小标宋简体 or 仿宋_GB2312, Excel, WPS and
 * LibreOffice print with a Song or Fang Song that they have.
 */
export const FONTS = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体' } as const;

/** Sizes of Chinese typography in points. */
export const SIZES = { 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5 } as const;
