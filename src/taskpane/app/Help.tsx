import type { ReactNode } from 'react';
import { usePane, type Page } from '../state/paneContext';

/** The manual's section about a page: the anchor of its heading. The manual lies beside the pane (build/manual.js). */
const MANUAL_SECTIONS: Readonly<Record<Page, string>> = {
  overview: '第一次使用',
  forms: '人事科制作和收集表格表格页',
  check: '人事科检查检查页',
  score: '领导小组打分打分页',
  review: '人事科季度审定审定页',
  notice: '人事科公示复核定稿公示页',
  annual: '人事科年度汇总年度页',
  settings: '设置设置页',
};

/** What a page is for, in two or three lines, folded; the manual's section, and the keys. */
export function Help({ showKeys }: { readonly showKeys: () => void }): ReactNode {
  const { texts, page } = usePane();
  return (
    <details className="help" key={page}>
      <summary>{texts.help.title}</summary>
      <p>{texts.help.pages[page]}</p>
      <p>
        <a
          id="manual"
          href={`manual/manual.html#${encodeURIComponent(MANUAL_SECTIONS[page])}`}
          target="_blank"
          rel="noopener"
        >
          {texts.help.manual}
        </a>
        <button type="button" className="link" id="show-keys" onClick={showKeys}>
          {texts.help.keys}
        </button>
      </p>
    </details>
  );
}
