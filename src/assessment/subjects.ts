import type { Ruling, SpecialRules } from './quarterly';
import type { Settings } from './settings';

/** The 身份 that 考核对象 names; null for everybody. */
function subjectIdentities(subjects: string): ReadonlySet<string> | null {
  const names = subjects
    .normalize('NFKC')
    .split(/[\s、,;/]+/)
    .filter((name) => name !== '');
  return names.length === 0 || names.includes('全部') ? null : new Set(names);
}

/** Whether 考核对象 takes somebody in (rule 56). Who has no 身份 is not left out: nothing says that they should be. */
export function isSubject(identity: string | undefined, { subjects }: Pick<Settings, 'subjects'>): boolean {
  const wanted = subjectIdentities(subjects);
  const own = (identity ?? '').normalize('NFKC').replace(/\s/g, '');
  return wanted === null || own === '' || wanted.has(own);
}

/** The special rules for whom 考核对象 takes in; the others are in no list and no count, as who is out of service. */
export function rulesForSubjects(rules: SpecialRules, settings: Pick<Settings, 'subjects'>): SpecialRules {
  const said = `不在考核对象（${settings.subjects}）之内，不计入考核`;
  const out: Ruling = {
    grade: null,
    fixed: true,
    cap: null,
    outOfService: true,
    direct: false,
    reasons: [said],
    grounds: [said],
  };
  return {
    month: (person, month) => (isSubject(person.identity, settings) ? rules.month(person, month) : out),
    quarter: (person, proposal, quarter) =>
      isSubject(person.identity, settings) ? rules.quarter(person, proposal, quarter) : out,
  };
}
