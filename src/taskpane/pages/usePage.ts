import { usePane, type Pane } from '../state/paneContext';
import type { Texts } from '../texts';
import { zhPages, type PageTexts } from '../texts/zhPages';

/** Every text, those of the pages among them. */
export type AllTexts = Texts & PageTexts;

/** The pane with every text. */
export type PaneOfPage = Pane & { readonly texts: AllTexts };

/** What was put together of a language's texts, so that it is the same at every look. */
const together = new WeakMap<Texts, AllTexts>();

/** The pane as a page sees it: with the texts of the pages, which come with them. */
export function usePage(): PaneOfPage {
  const pane = usePane();
  return { ...pane, texts: allTexts(pane.texts) };
}

function allTexts(texts: Texts): AllTexts {
  const known = together.get(texts);
  if (known !== undefined) return known;
  const all = { ...texts, ...(texts.ofPages ?? zhPages) };
  together.set(texts, all);
  return all;
}
