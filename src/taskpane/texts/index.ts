import { en } from './en';
import { zh } from './zh';

/** Every text that the pane shows, in one language. Functions take what varies. */
export type Texts = typeof zh;

/** The texts for a language tag such as 'zh-CN': Chinese for Chinese, English for any other. */
export function textsFor(language: string): Texts {
  return /^zh\b/i.test(language) ? zh : en;
}
