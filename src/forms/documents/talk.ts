import { quarterTitle, type Quarter } from '../../assessment/period';
import type { FollowUpLine } from '../notice/followUp';
import { fileName } from '../grid/fileNames';
import { type FormCell, type PaperDocument } from './document';

const label = (text: string): FormCell => ({ text, share: 2, isLabel: true });
const SIGNED = '签名：　　　　　　　　　年　　月　　日';

/** A 谈话记录 for each line of 结果运用 that asks for a talk (R33, 四·2): who and why as it stands there, the rest by hand. */
export function talkRecords(lines: readonly FollowUpLine[], authority: string, quarter: Quarter): PaperDocument[] {
  const title = quarterTitle(quarter);
  return lines.map(({ department, name, position, grade, method, date }) => ({
    kind: '谈话记录',
    name: fileName('谈话记录', title, department, name),
    person: [department, name].filter((text) => text !== '').join(' '),
    authority,
    isNumbered: false,
    pages: [
      [
        { kind: 'title', text: '谈　话　记　录' },
        {
          kind: 'form',
          rows: [
            {
              height: 12,
              cells: [label('谈话对象'), { text: name, share: 4 }, label('科　室'), { text: department, share: 4 }],
            },
            {
              height: 12,
              cells: [label('职　务'), { text: position, share: 4 }, label('时　间'), { text: date, share: 4 }],
            },
            {
              height: 12,
              cells: [label('谈 话 人'), { text: '', share: 4 }, label('记 录 人'), { text: '', share: 4 }],
            },
            {
              height: 12,
              cells: [label('地　点'), { text: '', share: 4 }, label('方　式'), { text: method, share: 4 }],
            },
            {
              height: 20,
              cells: [
                label('谈话事由'),
                {
                  text: `${title}公务员平时考核结果为“${grade}”，按照方案四·2进行批评教育、警示谈话或者安排离岗培训。`,
                  share: 10,
                  isLong: true,
                },
              ],
            },
            { height: 56, cells: [label('谈话内容'), { text: '', share: 10, isLong: true }] },
            { height: 34, cells: [label('本人表态'), { text: '', share: 10, isLong: true }] },
            {
              height: 14,
              cells: [label('谈话对象'), { text: SIGNED, share: 10 }],
            },
            { height: 14, cells: [label('谈 话 人'), { text: SIGNED, share: 10 }] },
          ],
        },
      ],
    ],
  }));
}
