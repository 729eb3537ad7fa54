import { monthTitle, type Month } from '../../assessment/period';
import { cellAddress } from '../grid/address';
import { problem } from './problems';
import { problem as recordsProblem } from '../records/problems';
import type { Findings } from '../grid/findings';
import type { FormDraft } from '../score-sheet/draft';
import type { Directory } from './directory';
import { namesAmong } from './told';
import { candidates } from '../words/personName';
import type { Roster } from './model';
import type { ScoreRow, DraftRow } from '../score-sheet/form';
import type { Person } from './model';

/** Who stands on the rows of all forms; rows whose person cannot be told are blocked. */
export function identifyRows(
  drafts: readonly FormDraft[],
  directory: Directory,
  roster: Roster | null,
  findings: Findings,
): ReadonlyMap<ScoreRow, Person> {
  const persons = new Map<ScoreRow, Person>();
  const reported = new Set<string>();
  const once = (subject: string) => !reported.has(subject) && reported.add(subject).size > 0;
  const rosterNames = roster?.people.map(({ name }) => name) ?? [];
  for (const draft of drafts) {
    for (const { row, name } of draft.rows) {
      if (name.fault !== 'none') continue;
      const at = [draft.cells.name, cellAddress(row.row, draft.columns.name)] as const;
      const found = directory.resolveOrAdd({ ...row, department: row.department ?? '' });
      if (found.kind === 'namesakes') {
        findings.block(row, 'program', problem.namesake(...at, row.displayName, found.departments));
        continue;
      }
      const { person, otherDepartment } = found;
      persons.set(row, person);
      if (name.unreadable) {
        findings.add([recordsProblem.nameUnreadable(...at, row.displayName, proposal(row.name, rosterNames))]);
      }
      if (otherDepartment !== null) {
        findings.add([problem.departmentDiffers(...at, row.displayName, row.departmentText, otherDepartment)]);
      }
      if (row.beside.length > 0 && directory.isPlain(row.name)) {
        findings.add([problem.nameBeside(...at, row.nameText.trim(), person.displayName)]);
      }
      const varying = roster === null && once(row.name) ? directory.varyingDepartments(row.name) : [];
      if (varying.length > 0) findings.add([problem.departmentsVary(...at, row.displayName, varying)]);
    }
  }
  return persons;
}

function proposal(name: string, rosterNames: readonly string[]): string {
  const found = candidates(name, rosterNames);
  return found.length === 0 ? '请改为人员名册上的姓名' : `请从花名册选择：${found.join('、')}`;
}

/**
 * Who of the roster stands on no form of a month: one warning with all names, one note with those that are explained.
 * Gives the keys of those who are not.
 */
export function reportMissing(
  month: Month,
  rows: readonly { readonly draft: FormDraft; readonly row: DraftRow; readonly key: string | null }[],
  directory: Directory,
  isExplained: (person: Person) => boolean,
  findings: Findings,
): readonly string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const present = new Set(rows.flatMap(({ key }) => (key === null ? [] : [key])));
  // A name that cannot be told apart has been reported on its row; its bearers are not missing as well.
  const unclear = new Set(rows.flatMap(({ key, row }) => (key === null ? [row.row.name] : [])));
  const missing = directory.rosterPeople.filter(({ key, name }) => !present.has(key) && !unclear.has(name));
  const told = namesAmong(directory.rosterPeople);
  const names = (people: readonly Person[]) => people.map(told);
  const explained = missing.filter(isExplained);
  const unexplained = missing.filter((person) => !isExplained(person));
  const sheet = first.draft.cells.name;
  if (unexplained.length > 0) findings.add([problem.peopleMissing(sheet, monthTitle(month), names(unexplained))]);
  if (explained.length > 0) findings.add([problem.peopleAbsent(sheet, monthTitle(month), names(explained))]);
  return unexplained.map(({ key }) => key);
}
