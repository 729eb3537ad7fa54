import { SEVERITIES, type Problem, type Severity } from '../forms/grid/problem';
import type { Part } from './report';

const TITLES: Readonly<Record<Severity, string>> = {
  error: '错误（须改正）',
  warning: '警告（请核对）',
  note: '提示',
};
const COUNTED: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

/** Problems by their severity, the same one in several places once with all of them, and how many there are. */
export function problemParts(problems: readonly Problem[]): Part[] {
  if (problems.length === 0) return ['没有发现问题。'];
  const found = SEVERITIES.map((severity) => ({
    severity,
    own: problems.filter((each) => each.severity === severity),
  })).filter(({ own }) => own.length > 0);
  return [
    ...found.flatMap(({ severity, own }): Part[] => [
      { kind: 'line', text: `${TITLES[severity]} ${own.length}`, tone: severity },
      ...told(own),
    ]),
    `共${found.map(({ severity, own }) => `${own.length}个${COUNTED[severity]}`).join('、')}。`,
  ];
}

/** A line each, but one alone for what is the same in several places. */
function told(problems: readonly Problem[]): string[] {
  const groups = new Map<string, Problem[]>();
  for (const each of problems) {
    const key = `${each.code}\n${withoutPlace(each)}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((group) => {
    const [first, ...more] = group;
    if (first === undefined) return '';
    return more.length === 0 ? `  ${first.message}` : `  ${withoutPlace(first)}（${placesOf(group)}）`;
  });
}

function shortList(sheets: readonly string[]): string {
  const named = sheets.slice(0, NAMED).join('、');
  return sheets.length > NAMED ? `${named}等${sheets.length}张表` : named;
}

/** What a message says behind the place with which it begins. */
function withoutPlace({ sheet, cell, message }: Problem): string {
  if (sheet === null || !message.startsWith(sheet)) return message;
  const rest = message.slice(sheet.length);
  const at = cell === null ? '' : ` ${cell}`;
  return (rest.startsWith(at) ? rest.slice(at.length) : rest).replace(/^：/, '');
}

/** Of more sheets than so many, the first alone are named. */
const NAMED = 3;

/** 「9处：7月李局长、7月王副局长、7月赵副局长等9张表 A3:K3」: sheets with the same cell together. */
function placesOf(problems: readonly Problem[]): string {
  const sheets = new Map<string, string[]>();
  for (const { sheet, cell } of problems)
    sheets.set(cell ?? '', [...(sheets.get(cell ?? '') ?? []), sheet ?? '工作簿']);
  const places = [...sheets].map(
    ([cell, names]) => `${shortList([...new Set(names)])}${cell === '' ? '' : ` ${cell}`}`,
  );
  return `${problems.length}处：${places.join('；')}`;
}
