import type { Settings } from '../assessment/settings';
import { isSubject } from '../assessment/subjects';
import type { Roster } from './book/model';
import type { Problem } from './grid/problem';
import { SETTINGS_SHEET } from './settings/sheet';
import { problem } from './unusedProblems';

/** 考核对象 that names a 身份 nobody has, or says nothing of people without one (rule 56): each may leave out too many. */
export function subjectProblems(roster: Roster | null, settings: Pick<Settings, 'subjects'>): Problem[] {
  if (settings.subjects === '全部') return [];
  if (roster === null) return [problem.subjectsWithoutRoster(SETTINGS_SHEET, settings.subjects)];
  const inside = roster.people.filter(({ identity }) => isSubject(identity, settings));
  const blank = inside.filter(({ identity }) => identity === '');
  return [
    ...(inside.length === blank.length ? [problem.subjectsNobody(roster.sheet, settings.subjects)] : []),
    ...(blank.length > 0
      ? [
          problem.subjectsUnknown(
            roster.sheet,
            settings.subjects,
            blank.map(({ name }) => name),
          ),
        ]
      : []),
  ];
}
