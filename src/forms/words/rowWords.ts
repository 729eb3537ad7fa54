import { normalizeLabel } from './text';

/** What a row of a table that is nobody says it is. */
export type RowWord = 'summary' | 'measure' | 'group' | 'note' | 'signature' | 'footnote';

/** Beginnings of the line below the people that ends a form (附件3: 备注：此表由考核领导小组…打分。). */
const FOOTNOTES = '备注|说明|注|填表说明|打分说明';

/**
 * The words by which rows are known that are no person, whole words first: a row is what the first line says that fits.
 * `label` has no white space; `head` is what stands before its first colon, without brackets around it.
 */
const ROW_WORDS: readonly { readonly is: RowWord; readonly of: 'label' | 'head'; readonly words: RegExp }[] = [
  { is: 'footnote', of: 'label', words: new RegExp(`^(${FOOTNOTES}):`) },
  { is: 'signature', of: 'label', words: /^(分管领导(签[字名])?|评委(姓名)?|打分人|测评人|评分人)(:|$|[([])/ },
  // Who made, counted and signed the sheet.
  {
    is: 'note',
    of: 'head',
    words:
      /签[字名章]|盖章|^制表|^填[表报]|^审[核批定]人?$|^复核|^(监|唱|计|总监)票|^[计统记]分人?$|^统计人|负责人$|^考核领导$|^(考核)?领导小组(组长|成员)?$|组长$|^日期$|日期$|^(备注|说明|注)\d*$|说明$|^附[:注]|^单位$|^(姓名|科室|部门)$|公章|审批|意见$|^(核对|经办|联系|汇总)人|^抄送|^备[查用]$|空白$|无正文|[上下次]页$|^考核小?组$/,
  },
  // What is counted, added up or set over the people.
  {
    is: 'summary',
    of: 'head',
    words:
      /合计|小计|总计|共计|累计|汇总|平均|均[分值]|最[高低大小]([分值]|$)|满分|[标基]准|基础分|分值|权重|占比|比重|得分率|及格|极差|全距|方差|标准差|中位|众数|去掉|扣除|排名|名次|人数|系数|参[考照]|[上下]限|达标|总分|得分|分数|折算|加权|比例|比重|[同环]比|^比?上月|^[应实]到|^缺[席考]|^弃权|[有无]效票|^废票|票数|^统计|^总[评体]|结果$|^[前第].{1,2}名$|^差额|^共\d+[人名]|^(average|total|sum|max|min|mean|median|count)$/i,
  },
  { is: 'summary', of: 'head', words: /^(优秀|良好|合格|基本合格|不合格|称职|优良|及格|达标|分数|录取)[分线率]?$/ },
  // A department over its people, or what all of them have together; somebody's name may end so, too.
  {
    is: 'group',
    of: 'label',
    words: /^.{2,}([科室处股]|党委|支部|中心|监察|大队):?$|^(局|主要|分管)?(领导(班子)?|副?[局处科]长):?$/,
  },
  // Another value or line, whatever it is called; somebody's name may end so, too.
  { is: 'measure', of: 'head', words: /^.{2,}[线率值]$/ },
];

/** What a row's label says it is; null where it may be somebody's name. */
export function rowWord(text: string): RowWord | null {
  const label = normalizeLabel(text);
  const [before = ''] = label.split(':');
  const head = before.replace(/^[([【]+|[)\]】]+$/g, '');
  return ROW_WORDS.find(({ of, words }) => words.test(of === 'label' ? label : head))?.is ?? null;
}
