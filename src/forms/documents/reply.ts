import { dateTitle } from '../../assessment/calendarDate';
import { quarterTitle, type Quarter } from '../../assessment/period';
import type { Objection } from '../notice/objections';
import { fileName } from '../grid/fileNames';
import { type PaperDocument } from './document';

/**
 * The answer to each objection with a 复核结果 (R24, 三（二）5), in the words of 复核登记. The date is 答复日期, left to be
 * written by hand while there is none that can be.
 */
export function replies(objections: readonly Objection[], authority: string, quarter: Quarter): PaperDocument[] {
  const title = quarterTitle(quarter);
  return objections.map(({ name, department, content, received, result, answeredOn }) => {
    const when = received === null ? '您' : `您${dateTitle(received)}`;
    return {
      kind: '复核答复',
      name: fileName('复核答复', title, department, name),
      person: [department, name].filter((text) => text !== '').join(' '),
      authority,
      isNumbered: false,
      pages: [
        [
          { kind: 'title', text: '关于平时考核结果异议的复核答复' },
          { kind: 'addressee', text: `${name}同志：` },
          {
            kind: 'paragraph',
            text: `${when}对${title}公务员平时考核结果提出的异议收悉${content === '' ? '。' : `，内容为：${ended(content)}`}`,
          },
          { kind: 'paragraph', text: '考核领导小组按照公正、公开、透明的原则进行了复核。现答复如下：' },
          { kind: 'paragraph', text: ended(result) },
          { kind: 'paragraph', text: '特此答复。' },
          { kind: 'signature', authority, date: answeredOn },
          { kind: 'line', text: '签收：　　　　　　　　　　　　　　　　年　　月　　日' },
        ],
      ],
    };
  });
}

/** A sentence of somebody else's, with its full stop. */
function ended(text: string): string {
  return /[。！？；.!?]$/.test(text) ? text : `${text}。`;
}
