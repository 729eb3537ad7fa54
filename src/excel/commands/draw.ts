import type { CalendarDate } from '../../assessment/calendarDate';
import { draw, unpredictableWord, type RandomWord } from '../../assessment/draw';
import { quarterTitle, type Quarter } from '../../assessment/period';
import { problem } from '../../forms/evaluation/writingProblems';
import { problem as paperProblem } from '../../forms/paper/problems';
import { evaluationRole } from '../../forms/evaluation/evaluator';
import { FIXED_OFFICES, membersIn, readLeadership, type LeadershipMember } from '../../forms/evaluation/leadership';
import { addLines, drawLines, layoutLeadership, type LeadershipLayout } from '../../forms/evaluation/layoutLeadership';
import type { Roster, RosterPerson } from '../../forms/book/model';
import { previewOf, type Preview } from './preview';
import type { Reading } from '../reading/reading';
import { readSheets } from './sheets';
import { runReading } from '../workbook/running';

export interface DrawOptions {
  readonly quarter: Quarter;
  /** How many are drawn; the notice gives no number (ambiguity 26). */
  readonly count: number;
  /** The day of the draw, for its record. */
  readonly date: CalendarDate;
  /** For tests; without it, the machine's source of unpredictable numbers. */
  readonly random?: RandomWord;
}

export interface DrawPreview extends Preview {
  /** Among whom the lot was drawn. */
  readonly candidates: readonly RosterPerson[];
  readonly drawn: readonly RosterPerson[];
}

/** Plans the list 考核领导小组 of a quarter with drop-downs (R34, 五·1). */
export async function previewLeadership({ quarter }: { readonly quarter: Quarter }): Promise<Preview> {
  return runReading(async (context) => {
    const { reading, grids } = await readSheets(context);
    return planned(layoutLeadership(quarter, reading.book.roster, grids), reading);
  });
}

/**
 * Draws 科室负责人 for the 考核领导小组 by lot (五·1「临时抽取的科室负责人」) and plans the record of it. A quarter that
 * has its drawn members is not drawn again: nobody can draw until the lot pleases.
 */
export async function previewDraw({
  quarter,
  count,
  date,
  random = unpredictableWord,
}: DrawOptions): Promise<DrawPreview> {
  return runReading(async (context) => {
    const { reading, grids } = await readSheets(context);
    const table = readLeadership(grids.values());
    const listed = table === null ? [] : membersIn(table, quarter);
    const none = (found: LeadershipLayout['problems'][number]): DrawPreview => {
      return { ...planned({ sheets: [], problems: [found] }, reading), candidates: [], drawn: [] };
    };
    const before = listed.filter(({ kind }) => kind === '抽取');
    if (before.length > 0) {
      return none(problem.drawDone(quarterTitle(quarter), before.map(({ displayName }) => displayName).join('、')));
    }
    if (reading.book.roster === null) return none(paperProblem.rosterNeeded());
    const candidates = candidatesOf(reading.book.roster, listed);
    if (!Number.isInteger(count) || count < 1 || count > candidates.length) {
      return none(problem.drawImpossible(count, candidates.length));
    }
    const drawn = draw(candidates, count, random);
    const layout = addLines(table, drawLines({ quarter, candidates, drawn, date }), grids);
    return { ...planned(layout, reading), candidates, drawn };
  });
}

/** The heads of all 科室 but those of the three offices, who are members anyway, and those on the list. */
function candidatesOf({ people }: Roster, listed: readonly LeadershipMember[]): RosterPerson[] {
  const isListed = (person: RosterPerson) =>
    listed.some(({ name, position }) => name === person.name && (position === '' || position === person.position));
  return people.filter(
    (person) =>
      evaluationRole(person.position) === '科室负责人' &&
      person.identity !== '局领导' &&
      !FIXED_OFFICES.some((office) => person.department.includes(office)) &&
      !isListed(person),
  );
}

function planned({ sheets, problems }: LeadershipLayout, reading: Reading): Preview {
  const about = reading.problems.filter(({ sheet }) => sheet !== null && sheet === reading.book.roster?.sheet);
  const refused = problems.some(({ severity }) => severity === 'error');
  return previewOf(reading, { sheets, refused, problems: [...about, ...problems] });
}
