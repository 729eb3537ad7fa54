import { quarterTitle } from '../../assessment/period';
import { NOTICE_OBJECTION, noticeParagraph, noticeTitle, type NoticeContent } from '../notice/layout';
import { COLUMNS, type Column } from '../notice/sheet';
import { fileName } from '../grid/fileNames';
import { type PaperDocument } from './document';

/** What the office typed below the list of its 公示表; '' where nothing stands there. */
export interface NoticeContact {
  readonly phone: string;
  readonly place: string;
}

/** Of {@link WHOLE}. */
const SHARES: Readonly<Record<Column, number>> = { 序号: 1, 科室: 3, 姓名: 2.5, 职务: 3, 考核等次: 2.5 };

/**
 * The 公示 of a quarter as a document (三（二）5): the words, the people and their order are those of the 公示表, which says
 * 科室, 姓名, 职务 and 审定等次 and nothing else of anybody.
 */
export function noticeDocument(content: NoticeContent, { phone, place }: NoticeContact): PaperDocument {
  const { authority, quarter, posted, lines } = content;
  return {
    kind: '公示',
    name: fileName('公示', quarterTitle(quarter)),
    person: null,
    authority,
    isNumbered: true,
    pages: [
      [
        { kind: 'title', text: noticeTitle(quarter).replace('公务员', '\n公务员') },
        { kind: 'paragraph', text: noticeParagraph(content) },
        {
          kind: 'table',
          columns: COLUMNS.map((label) => ({ label, share: SHARES[label] })),
          rows: lines.map(({ department, name, position, grade }, i) => [
            String(i + 1),
            department,
            name,
            position,
            grade,
          ]),
        },
        { kind: 'paragraph', text: NOTICE_OBJECTION },
        { kind: 'paragraph', text: `联系电话：${phone}` },
        { kind: 'paragraph', text: `联系地点：${place}` },
        { kind: 'signature', authority, date: posted },
      ],
    ],
  };
}
