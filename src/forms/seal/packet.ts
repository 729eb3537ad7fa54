import { CIRCUMSTANCES, type Circumstance } from '../../assessment/circumstances';
import { monthTitle, quarterTitle } from '../../assessment/period';
import type { PersonReview, QuarterReview, Ruling } from '../../assessment/quarterly';
import { suggestedGrade } from '../review/decisions';
import type { ReviewLine } from '../review/read';

/** One line of 纪检材料: where a person's grade is not simply what the score gives. */
export interface PacketItem {
  readonly key: string;
  readonly department: string;
  readonly name: string;
  readonly periods: readonly string[];
  readonly matter: string;
  /** What the score gives, and what became of it; of the last of the periods. */
  readonly original: string;
  readonly result: string;
  readonly reason: string;
  readonly basis: string;
  readonly approver: string;
  readonly clause: string;
}

type Effect = (typeof CIRCUMSTANCES)[number]['effect'];

interface Matter {
  readonly matter: string;
  readonly clause: string;
  readonly effects: readonly Effect[];
  readonly applies: (ruling: Ruling) => boolean;
}

/** What of the special rules is shown to 纪检, with the clause (五·3–6). */
const MATTERS: readonly Matter[] = [
  { matter: '直接确定等次', clause: '五·3', effects: ['directGood', 'directPoor'], applies: ({ direct }) => direct },
  {
    matter: '不确定等次',
    clause: '五·5',
    effects: ['undetermined'],
    applies: ({ grade }) => grade === '不确定等次',
  },
  {
    matter: '限制等次',
    clause: '五·5',
    effects: ['cap'],
    applies: (ruling) => reasonsOf(ruling, because(['cap'])).length > 0,
  },
  {
    matter: '集体研究确定',
    clause: '五·5',
    effects: ['manual'],
    applies: ({ fixed, grade, outOfService }) => fixed && grade === null && !outOfService,
  },
  { matter: '不参加考核', clause: '五·6', effects: ['refused'], applies: ({ grade }) => grade === '不参加考核' },
  { matter: '由外单位考核', clause: '五·4', effects: ['elsewhere'], applies: ({ grade }) => grade === '由外单位考核' },
];

/** 补定等次 follows a case that was closed, by either of these entries (R47). */
const RELEASE = {
  matter: '补定等次',
  clause: '五·5',
  word: '补定等次',
  kinds: ['立案调查', '结案不予处分', '警告'],
} as const;

/** What of the decisions is shown, and who answers for it (R22). */
const DIFFERS = { matter: '审定与建议不同', clause: '三（二）4', approver: '考核领导小组' } as const;
const OVERWRITTEN = { matter: '手工改写', clause: '五·2' } as const;
const WITHOUT_REASON = '未写明理由，请在审定表“备注”中补写';

/**
 * Everything in a quarter that 纪检 has to be able to check (R36, R37, R38, R22): grades given directly, undetermined,
 * limited or made up, values typed over the program's, and decisions that differ from the suggestion.
 */
export function packetItems(
  review: QuarterReview,
  register: ReadonlyMap<string, readonly Circumstance[]>,
  lines: readonly ReviewLine[],
): PacketItem[] {
  const title = quarterTitle(review.quarter);
  const decided = new Map(lines.map((line) => [line.key, line]));
  const reviewed = new Set(review.people.map(({ key }) => key));
  return [
    ...review.people.flatMap((person) => {
      const line = decided.get(person.key);
      return [
        ...ruledItems(person, title, register.get(person.key) ?? []),
        ...(line === undefined ? [] : [...decidedItems(line, person, title), ...overwrittenItems(line, person, title)]),
      ];
    }),
    // The score sheets may be elsewhere: then the 审定表 alone tells what was suggested.
    ...lines.filter(({ key }) => !reviewed.has(key)).flatMap((line) => decidedItems(line, undefined, title)),
  ];
}

interface Period {
  readonly title: string;
  readonly original: string;
  readonly ruling: Ruling;
}

function ruledItems(person: PersonReview, quarter: string, entries: readonly Circumstance[]): PacketItem[] {
  const periods: readonly Period[] = [
    ...person.months.map(({ month, scoreGrade, ruling }) => ({
      title: monthTitle(month),
      original: scoreGrade ?? '',
      ruling,
    })),
    { title: quarter, original: person.scoreGrade ?? '', ruling: person.ruling },
  ];
  const item = (
    { matter, clause }: { readonly matter: string; readonly clause: string },
    touched: readonly Period[],
    words: readonly string[],
    of: readonly Circumstance[],
  ): PacketItem[] => {
    const last = touched.at(-1);
    if (last === undefined) return [];
    return [
      {
        ...identity(person),
        periods: touched.map(({ title }) => title),
        matter,
        original: last.original,
        result: last.ruling.grade ?? '',
        reason: reasonsOf(last.ruling, words).join('；'),
        basis: joined(of.map(({ basis }) => basis)),
        approver: joined(of.map(({ approver }) => approver)),
        clause,
      },
    ];
  };
  return [
    ...MATTERS.flatMap((each) => {
      const touched = periods.filter(({ ruling }) => each.applies(ruling));
      const said = touched.flatMap(({ ruling }) => ruling.reasons).join('\n');
      const kinds = CIRCUMSTANCES.filter((rule) => each.effects.includes(rule.effect) && said.includes(rule.because));
      const of = entries.filter((entry) => kinds.some(({ kind }) => kind === entry.kind));
      return item(each, touched, because(each.effects), of);
    }),
    ...item(
      RELEASE,
      periods.filter(({ ruling }) => reasonsOf(ruling, [RELEASE.word]).length > 0),
      [RELEASE.word],
      entries.filter(({ kind }) => RELEASE.kinds.some((each) => each === kind)),
    ),
  ];
}

function decidedItems(line: ReviewLine, person: PersonReview | undefined, period: string): PacketItem[] {
  const { writtenDecision, remark } = line;
  const suggested = suggestedGrade(line, person) ?? '';
  const decision = line.decision ?? writtenDecision;
  if (decision === '' || decision === suggested) return [];
  const reason = remark === '' ? WITHOUT_REASON : remark;
  const found = { ...identity(person ?? line), periods: [period], basis: '', reason };
  return [{ ...found, ...DIFFERS, original: suggested, result: decision }];
}

function overwrittenItems({ overwritten, remark }: ReviewLine, person: PersonReview, period: string): PacketItem[] {
  return overwritten.map(({ label, value }) => ({
    ...identity(person),
    periods: [period],
    basis: '',
    reason: remark === '' ? WITHOUT_REASON : remark,
    matter: `${OVERWRITTEN.matter}${label}`,
    clause: OVERWRITTEN.clause,
    approver: '',
    original: '',
    result: String(value),
  }));
}

function identity({
  key,
  department,
  name,
}: Pick<PersonReview, 'key' | 'department' | 'name'>): Pick<PacketItem, 'key' | 'department' | 'name'> {
  return { key, department, name };
}

function because(effects: readonly Effect[]): string[] {
  return CIRCUMSTANCES.filter(({ effect }) => effects.includes(effect)).map((rule) => rule.because);
}

function reasonsOf({ reasons }: Ruling, words: readonly string[]): string[] {
  return reasons.filter((reason) => words.some((word) => reason.includes(word)));
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('；');
}
