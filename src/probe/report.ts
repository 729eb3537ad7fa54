import type { Fact } from './ask';

/** Requirement sets whose highest version tells which Excel this is. */
const SETS: Readonly<Record<string, number>> = { ExcelApi: 20, SharedRuntime: 2, RibbonApi: 2 };

/** Answers of one question. */
export interface Answered {
  readonly number: string;
  readonly risks: string;
  readonly facts: readonly Fact[];
}

/** Which Excel answers: platform, versions, sets, language, browser. Nothing of persons and files. */
export function surroundings(): readonly Fact[] {
  const { diagnostics, displayLanguage, contentLanguage, requirements } = Office.context;
  const sets = Object.entries(SETS).map(([name, most]): Fact => {
    let version = most;
    while (version > 0 && !requirements.isSetSupported(name, `1.${version}`)) version -= 1;
    return [name, version === 0 ? 'none' : `1.${version}`];
  });
  const theme: unknown = Office.context.officeTheme;
  return [
    ['host', JSON.stringify(diagnostics)],
    ...sets,
    ['language', `${displayLanguage}, ${contentLanguage}`],
    ['officeTheme', theme === undefined || theme === null ? 'none' : 'given'],
    ['browser', navigator.userAgent],
  ];
}

/** The whole report: a heading, the surroundings, then every question with a line a fact. */
export function reportOf(version: string, answered: readonly Answered[]): string {
  const lines = answered.flatMap(({ number, risks, facts }) => [
    '',
    `${number} ${risks}`,
    ...facts.map(([name, answer]) => `${name}: ${answer.replace(/\s+/g, ' ')}`),
  ]);
  return [`平时考核 probe ${version}`, ...lines].join('\n');
}
