import { zh, type Texts } from './zh';

export type { Texts } from './zh';

/** The texts for a language tag such as 'zh-CN': Chinese, which come with the pane; English for any other, if it can be fetched. */
export async function textsFor(language: string): Promise<Texts> {
  if (/^zh\b/i.test(language)) return zh;
  try {
    const { en } = await import(/* webpackChunkName: "english" */ './en');
    return en;
  } catch {
    return zh;
  }
}
