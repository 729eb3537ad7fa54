import type { CalendarDate } from '../../assessment/calendarDate';
import { GRADES, type DecidedGrade } from '../../assessment/grade';
import { quarterTitle, type Quarter } from '../../assessment/period';
import type { AnnualPerson } from '../annual/year';
import { periodTitle, type NoticePeriod } from '../notice/period';
import { fileName } from '../grid/fileNames';
import { type DocumentPart, type PaperDocument } from './document';

/** What a year's summary says of one quarter: decisions alone, never suggestions. */
export interface SummaryQuarter {
  readonly quarter: Quarter;
  /** 审定等次 of everybody who has one; null where the quarter has no 审定表. */
  readonly decided: readonly DecidedGrade[] | null;
  /** How many stand on the 审定表 without one and need it. */
  readonly undecided: number;
  /** N and the limit of 好 as the 审定表 counts them (R15). */
  readonly participants: number;
  readonly goodLimit: number;
  readonly over: number;
  /** The days of its 公示; null where there is none, or none that can be read. */
  readonly period: NoticePeriod | null;
  readonly isFinal: boolean;
  readonly objections: number;
  readonly openObjections: number;
  /** Lines of 结果运用, and how many talks of them have been held. */
  readonly praised: number;
  readonly talks: number;
  readonly talksHeld: number;
}

export interface YearFacts {
  readonly authority: string;
  readonly year: number;
  readonly today: CalendarDate;
  readonly quarters: readonly SummaryQuarter[];
  /** 年度汇总: everybody's four quarters. */
  readonly people: readonly Pick<AnnualPerson, 'department' | 'displayName' | 'position' | 'quarters'>[];
}

const SHOWN = [...GRADES, '不确定等次'] as const;
/** In the narrow columns of the list. */
const SHORT: Readonly<Partial<Record<DecidedGrade, string>>> = {
  不确定等次: '不确定',
  不参加考核: '不参加',
  由外单位考核: '外单位',
};
/** Where the office has to write something of its own. */
export const FILL_IN = '（请补充：';

/**
 * The year's summary for the superior authority (三（二）5「年底形成工作总结，上报公务员主管部门」): figures of the decided
 * quarters, the list of everybody's grades behind it, and marked places for what no workbook knows.
 */
export function yearSummary({ authority, year, today, quarters, people }: YearFacts): PaperDocument {
  const done = quarters.filter(({ decided }) => decided !== null && decided.length > 0);
  return {
    kind: '年度总结',
    name: fileName('年度总结', `${year}年公务员平时考核`),
    person: null,
    authority,
    isNumbered: true,
    pages: [
      [
        { kind: 'title', text: `${authority}\n${year}年公务员平时考核工作总结` },
        {
          kind: 'paragraph',
          text: `按照《${authority}公务员平时考核工作方案》，本单位采取“周记实、月考核、季审定”的方式开展公务员平时考核。现将${year}年工作情况总结如下。`,
        },
        { kind: 'heading', text: '一、组织实施情况' },
        { kind: 'paragraph', text: organisation(quarters) },
        { kind: 'paragraph', text: `${FILL_IN}组织领导、宣传培训等情况）` },
        { kind: 'heading', text: '二、考核结果' },
        { kind: 'paragraph', text: '各季度审定等次如下表。' },
        resultTable(done),
        ...limitText(done),
        { kind: 'heading', text: '三、公示和复核' },
        ...quarters.flatMap(publicity),
        { kind: 'heading', text: '四、结果运用' },
        { kind: 'paragraph', text: followUpText(done) },
        { kind: 'paragraph', text: `${FILL_IN}与年度考核挂钩、职务调整、奖励和教育培训等情况）` },
        { kind: 'heading', text: '五、存在的问题和下一步打算' },
        { kind: 'paragraph', text: `${FILL_IN}存在的问题、改进措施和建议）` },
        { kind: 'line', text: `附件：${year}年公务员平时考核等次一览表` },
        { kind: 'signature', authority, date: today },
      ],
      [
        { kind: 'line', text: '附件' },
        { kind: 'title', text: `${year}年公务员平时考核等次一览表` },
        {
          kind: 'table',
          columns: [
            { label: '序号', share: 1 },
            { label: '科室', share: 1.9 },
            { label: '姓名', share: 1.7 },
            { label: '职务', share: 1.6 },
            ...['一季度', '二季度', '三季度', '四季度'].map((label) => ({ label, share: 1.45 })),
          ],
          rows: people.map(({ department, displayName, position, quarters: of }, i) => [
            String(i + 1),
            department,
            displayName,
            position,
            ...of.map(({ grade, decided }) => (decided && grade !== null ? (SHORT[grade] ?? grade) : '—')),
          ]),
        },
        {
          kind: 'line',
          text: '注：“—”为该季度没有审定等次；“不确定”为不确定等次，“不参加”为不参加考核，“外单位”为由外单位考核。',
        },
      ],
    ],
  };
}

function organisation(quarters: readonly SummaryQuarter[]): string {
  const title = (some: readonly SummaryQuarter[]) => some.map(({ quarter }) => ordinal(quarter)).join('、');
  const final = quarters.filter(({ isFinal }) => isFinal);
  const decided = quarters.filter((each) => !each.isFinal && isDecided(each));
  const partly = quarters.filter((each) => !each.isFinal && !isDecided(each) && (each.decided?.length ?? 0) > 0);
  const none = quarters.filter(({ decided: grades }) => grades === null || grades.length === 0);
  return [
    ...(final.length > 0 ? [`${title(final)}已审定、公示并定稿`] : []),
    ...(decided.length > 0 ? [`${title(decided)}已审定，尚未定稿`] : []),
    ...partly.map(({ quarter, undecided }) => `${ordinal(quarter)}尚有${undecided}人未审定`),
    ...(none.length > 0 ? [`${title(none)}没有审定结果`] : []),
  ]
    .join('；')
    .concat('。');
}

function isDecided({ decided, undecided }: SummaryQuarter): boolean {
  return decided !== null && decided.length > 0 && undecided === 0;
}

function ordinal(quarter: Quarter): string {
  return quarterTitle(quarter).replace(/^\d+年/, '');
}

function resultTable(done: readonly SummaryQuarter[]): DocumentPart {
  return {
    kind: 'table',
    columns: [
      { label: '季度', share: 1.6 },
      { label: '参加考核', share: 1.7 },
      ...SHOWN.map((label) => ({ label, share: label === '不确定等次' ? 2.3 : 1.1 })),
      { label: '“好”上限', share: 2 },
    ],
    rows: done.map(({ quarter, decided, participants, goodLimit }) => [
      ordinal(quarter),
      String(participants),
      ...SHOWN.map((grade) => String((decided ?? []).filter((each) => each === grade).length)),
      String(goodLimit),
    ]),
  };
}

/** R15: more 好 than the limit allows is said, not hidden. */
function limitText(done: readonly SummaryQuarter[]): DocumentPart[] {
  const over = done.filter((each) => each.over > 0);
  if (done.length === 0) return [];
  const text =
    over.length === 0
      ? '各季度“好”等次人数均在规定比例以内。'
      : `${over.map(({ quarter, over: more }) => `${ordinal(quarter)}“好”等次超出规定比例${more}人`).join('，')}。${FILL_IN}超出的原因）`;
  return [{ kind: 'paragraph', text }];
}

function publicity({ quarter, period, objections, openObjections }: SummaryQuarter): DocumentPart[] {
  if (period === null) return [];
  const answered = objections - openObjections;
  const text =
    objections === 0
      ? '公示期间没有登记异议'
      : `登记异议${objections}件，办结${answered}件${openObjections > 0 ? `，尚有${openObjections}件未办结` : ''}`;
  return [{ kind: 'paragraph', text: `${ordinal(quarter)}：公示期${periodTitle(period)}，${text}。` }];
}

function followUpText(done: readonly SummaryQuarter[]): string {
  const sum = (of: (each: SummaryQuarter) => number) => done.reduce((total, each) => total + of(each), 0);
  const [praised, talks, held] = [
    sum((each) => each.praised),
    sum((each) => each.talks),
    sum((each) => each.talksHeld),
  ];
  if (praised + talks === 0) return '结果运用没有登记。';
  const lacking = talks > held ? `，尚有${talks - held}人次未办理` : '';
  return `全年对“好”等次予以表扬${praised}人次；对成绩较差、表现欠佳的，列入批评教育、警示谈话或离岗培训${talks}人次，已办理${held}人次${lacking}。`;
}
