import type { LabelTable } from '../words/labels';
import { normalizeLabel } from '../words/text';

/** Everything that is printed on 附件1 and 附件2 and leads to what people write there. */
export type RecordLabel =
  HeaderLabel | TaskLabel | SectionLabel | 'annexLine' | 'taskSection' | 'footnote' | 'signature' | 'extra';
export type HeaderLabel = 'department' | 'name' | 'position' | 'since';
export type TaskLabel = 'index' | 'progress' | 'completion' | 'finished';
/** Fields of 附件2 that take whole rows. */
export type SectionLabel = 'goals' | 'duties' | 'evaluation' | 'committee' | 'statusNote';

/** The labels of the annexes first, then what else people print; without white space. */
const LABELS: LabelTable<RecordLabel> = [
  ['department', ['科室', '部门', '所在科室', '内设机构', '处室', '科室名称', '单位科室', '科室(单位)']],
  ['name', ['姓名', '被考核人', '被考核人姓名', '填报人', '填表人姓名']],
  ['position', ['职务', '职级', '职务职级', '职务(职级)', '职务/职级', '职务、职级', '现任职务']],
  ['since', ['任现职时间', '任职时间', '任现职级时间', '任现职务时间', '现职时间']],
  ['index', ['序号', '编号', '序']],
  [
    'progress',
    [
      '工作任务进度',
      '工作任务',
      '工作任务及进度',
      '工作任务进展',
      '工作任务进展情况',
      '工作任务及进展情况',
      '主要工作任务',
      '主要任务',
      '任务进度',
      '工作进度',
      '工作内容',
    ],
  ],
  ['completion', ['完结情况', '完成情况', '办结情况', '是否完结', '是否完成']],
  ['finished', ['完结时间', '完成时间', '办结时间', '完结日期', '完成日期']],
  ['taskSection', ['工作任务完成情况', '工作任务完成情况(本月主要任务)', '本月主要任务']],
  // What the annexes do not ask: not read, but what stands behind it is nobody's 职务.
  [
    'extra',
    [
      '政治面貌',
      '联系电话',
      '电话',
      '手机',
      '手机号',
      '手机号码',
      '办公电话',
      '性别',
      '民族',
      '籍贯',
      '学历',
      '学位',
      '出生年月',
      '出生日期',
      '年龄',
      '入党时间',
      '参加工作时间',
      '工作时间',
      '工号',
      '人员编号',
      '身份证号',
      '身份',
      '单位',
      '工作单位',
      '分管领导姓名',
      '填表日期',
      '填报日期',
      '填表时间',
    ],
  ],
];

/**
 * Labels long enough to be printed in several ways or, pasted from Word, over several rows: how they begin, and the
 * whole label of the annex.
 */
const SECTIONS: readonly { label: SectionLabel; begins: RegExp; printed: string }[] = [
  { label: 'goals', begins: /^科室业务(责任)?目标|^责任目标暨亮点/, printed: '科室业务责任目标暨亮点工作' },
  { label: 'duties', begins: /^个人岗位职责|^岗位职责暨/, printed: '个人岗位职责暨承担业务' },
  {
    label: 'evaluation',
    begins: /^分管领导(或|及|和|、)|^内设机构负责人评|^(分管领导|科长|科室负责人|负责人|领导)?评语/,
    printed: '分管领导或内设机构负责人评语及考核等次建议',
  },
  {
    label: 'committee',
    begins: /^(平时)?考核(委员会|领导小组)(意见)?$|^(考核)?(委员会|领导小组)意见$/,
    printed: '考核委员会意见',
  },
  {
    label: 'statusNote',
    begins: /^[未不]确定等次(或|及|、|情况)|^不参加考核情况/,
    printed: '未确定等次或不参加考核情况说明',
  },
];

const HEADER_LABELS: readonly HeaderLabel[] = ['department', 'name', 'position', 'since'];
const LABEL_OF = new Map(LABELS.flatMap(([label, texts]) => texts.map((text) => [text, label] as const)));
const PRINTED = new Map(LABELS.map(([label, [printed = '']]) => [label, printed] as const));

/** Who signs what stands above: a line of its own in 附件2, or below a form. */
const SIGNATURE =
  /^(分管领导|科室负责人|单位负责人|主要负责人|负责人|科长|领导|本人|被考核人)?(签[字名章]|盖章)(:|$)|^(分管领导|科室负责人|科长|日期|签[字名]日期):?$/;
/** 备注：此表每月底交局人事科存档, and what else people put below the table. */
const FOOTNOTE = /^(备注|说明|注|附注|填表说明|填表要求|填表人|填报人|审核人?|复核人?|制表人?|经办人)\d*(:|[.、]|$)/;
const ANNEX_LINE = /^附件:?[1-3一二三][:.。、]*$/;

const LONGEST_LABEL = 40;
const LONGEST_TITLE = 60;

/** What a cell's text says it is. */
export interface ReadLabel {
  readonly label: RecordLabel;
  /** As printed in the annex, without white space; '' for lines that are no fields. */
  readonly printed: string;
  /** Normalised. */
  readonly text: string;
  /** What stands behind the label's colon; '' where nothing does. */
  readonly rest: string;
  /** The whole text is a label; prose may begin like one. */
  readonly whole: boolean;
}

/** How a label of a field that takes whole rows ends. */
const LABEL_END = /(工作|业务|目标|职责|评语|意见|建议|说明|情况|等次)(\([^()]*\))?$/;

/** Reads the text of one cell as labels of the annexes: one, several (科室：办公室　姓名：张三), or none. */
export function readLabels(text: string): readonly ReadLabel[] {
  const colon = /[:：]/.exec(text.slice(0, LONGEST_TITLE))?.index;
  const head = normalizeLabel(text.slice(0, colon ?? LONGEST_TITLE));
  if (head === '' || head.length > LONGEST_LABEL) return [];
  const rest = colon === undefined ? '' : text.slice(colon + 1).trim();
  const known = LABEL_OF.get(head);
  if (known !== undefined && isHeaderLabel(known) && rest !== '') return headerFields(text);
  if (known !== undefined)
    return [
      { label: known, printed: known === 'extra' ? '' : (PRINTED.get(known) ?? ''), text: head, rest, whole: true },
    ];
  const section = SECTIONS.find(({ begins }) => begins.test(head));
  // Prose may begin like a label; a label ends with its cell or with a colon.
  if (section !== undefined && (colon !== undefined || text.length <= LONGEST_TITLE)) {
    const whole = LABEL_END.test(head) || section.printed.startsWith(head);
    return [{ label: section.label, printed: section.printed, text: head, rest, whole }];
  }
  const line = normalizeLabel(text.slice(0, LONGEST_TITLE + 1));
  if (ANNEX_LINE.test(line)) return [{ label: 'annexLine', printed: '', text: line, rest: '', whole: true }];
  const below = SIGNATURE.test(line) ? 'signature' : FOOTNOTE.test(line) ? 'footnote' : null;
  return below === null ? [] : [{ label: below, printed: '', text: head, rest, whole: false }];
}

/** Which annex a title line names; null for any other text. */
export function annexOfTitle(text: string): 1 | 2 | null {
  if (text.length > 2 * LONGEST_TITLE) return null;
  const line = normalizeLabel(text);
  if (line.length > LONGEST_TITLE || /[《》。?]/.test(line.replace(/^附件:?[12一二][.。]/, ''))) return null;
  if (/(每周|周)工作([记纪]实|记录)|周[记纪]实/.test(line)) return 1;
  return /(平时|每月|月度).*考核备案表|月度?备案表/.test(line) ? 2 : null;
}

/** Whether a cell below the beginning of a label, split over rows, goes on with it. */
export function continuesLabel(label: ReadLabel, below: string): boolean {
  const text = normalizeLabel(below);
  return text !== '' && label.printed !== label.text && label.printed.slice(label.text.length).includes(text);
}

/** 科室, 姓名, 职务, 任现职时间. */
export function isHeaderLabel(label: RecordLabel): label is HeaderLabel {
  return HEADER_LABELS.some((header) => header === label);
}

/** The fields of 附件2 that take whole rows. */
export function isSectionLabel(label: RecordLabel): label is SectionLabel {
  return SECTIONS.some((section) => section.label === label);
}

/** 科室：办公室　姓名：张三, all in one cell. */
function headerFields(text: string): ReadLabel[] {
  const names = [...LABEL_OF].filter(([, label]) => isHeaderLabel(label)).map(([name]) => name);
  const spaced = names
    .sort((a, b) => b.length - a.length)
    .map((name) => [...name].map((character) => character.replace(/[()]/, '[$&（）]')).join('\\s*'));
  const parts = [...text.matchAll(new RegExp(`(?<![\\p{L}])(${spaced.join('|')})\\s*[:：]`, 'gu'))];
  return parts.flatMap((part, i) => {
    const head = normalizeLabel(part[1] ?? '');
    const label = LABEL_OF.get(head);
    const rest = text.slice(part.index + part[0].length, parts[i + 1]?.index).trim();
    return label === undefined ? [] : [{ label, printed: PRINTED.get(label) ?? '', text: head, rest, whole: true }];
  });
}
