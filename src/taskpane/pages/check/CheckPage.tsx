import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useMemo, useState, type ReactNode } from 'react';
import type { Book } from '../../../forms/book/model';
import { concernedBy } from '../../../forms/check/concerned';
import type { Correction } from '../../../forms/check/corrections';
import type { Problem } from '../../../forms/grid/problem';
import { Explained } from '../../parts/Explained';
import { ProblemList } from '../../parts/ProblemList';
import { SeverityCounts } from '../../parts/Severity';
import { severityCounts, worstFirst } from '../../state/problemLines';
import { usePage } from '../usePage';

const GROUPINGS = ['severity', 'sheet', 'person'] as const;
type Grouping = (typeof GROUPINGS)[number];

/** 检查: problems with the worst first, or by sheet or person, marks in the workbook, and what can be corrected for the office. */
export function CheckPage(): ReactNode {
  const { texts, state, today, activity, propose } = usePage();
  const [grouping, setGrouping] = useState<Grouping>('severity');
  const [onlyErrors, setOnlyErrors] = useState(false);
  if (state === null) return null;
  const problems = state.problems.filter(({ severity }) => !onlyErrors || severity === 'error');
  return (
    <>
      <section>
        <h2>
          {texts.problems.title(state.problems.length)} <SeverityCounts problems={state.problems} />
        </h2>
        <div className="fields">
          <Field label={texts.check.groupBy}>
            <Select
              id="group-by"
              value={grouping}
              onChange={(_event, { value }) => setGrouping(GROUPINGS.find((each) => each === value) ?? 'severity')}
            >
              {GROUPINGS.map((each) => (
                <option key={each} value={each}>
                  {texts.check.groupings[each]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={texts.check.show}>
            <Select
              id="check-show"
              value={onlyErrors ? 'errors' : 'all'}
              onChange={(_event, { value }) => setOnlyErrors(value === 'errors')}
            >
              <option value="all">{texts.check.all}</option>
              <option value="errors">{texts.check.onlyErrors}</option>
            </Select>
          </Field>
        </div>
        {grouping === 'severity' || problems.length === 0 ? (
          <ProblemList problems={problems} />
        ) : (
          <Groups problems={problems} book={state.book} grouping={grouping} />
        )}
        <div className="actions">
          <Button
            id="mark"
            appearance={state.next.name === 'errors' ? 'primary' : 'secondary'}
            disabledFocusable={activity !== null}
            onClick={() => void propose('检查', (excel) => excel.previewCheck({ today }))}
          >
            {texts.check.mark}
          </Button>
          <Button
            id="clear-marks"
            disabledFocusable={activity !== null}
            onClick={() =>
              void propose('清除标记', async (excel) => ({
                ...(await excel.previewClearMarks()),
                refused: false,
                problems: [],
              }))
            }
          >
            {texts.check.clear}
          </Button>
        </div>
      </section>
      <Corrections />
    </>
  );
}

/** What is understood but not written as it should be: each chosen by a person, then previewed. */
function Corrections(): ReactNode {
  const { texts, activity, run, propose } = usePage();
  const [found, setFound] = useState<readonly Correction[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = async (): Promise<void> => {
    const corrections = await run(texts.shell.reading, (excel) => excel.listCorrections());
    setChosen(new Set());
    if (corrections !== undefined) setFound(corrections);
  };
  const toggle = (id: string, isOn: boolean): void => {
    setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  };
  return (
    <section>
      <h2>{texts.check.fixes}</h2>
      <Button id="list-fixes" disabledFocusable={activity !== null} onClick={() => void list()}>
        {texts.check.listFixes}
      </Button>
      {found !== null && (
        <div id="fixes">
          <p>{found.length === 0 ? texts.check.noFixes : texts.check.chooseFixes(found.length)}</p>
          {found.map((correction) => (
            <Checkbox
              key={correction.id}
              label={<Explained message={correction.message} meaning={texts.meanings.correction(correction)} />}
              checked={chosen.has(correction.id)}
              onChange={(_event, { checked }) => toggle(correction.id, checked === true)}
            />
          ))}
          {found.length > 0 && (
            <Button
              id="preview-fixes"
              disabledFocusable={activity !== null || chosen.size === 0}
              onClick={() => void propose('改正', (excel) => excel.previewCorrections([...chosen]))}
            >
              {texts.check.previewFixes}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface GroupsProps {
  readonly problems: readonly Problem[];
  readonly book: Book;
  readonly grouping: 'sheet' | 'person';
}

/** Problems under their sheet, or under everybody whom they are about; open where there is an error. */
function Groups({ problems, book, grouping }: GroupsProps): ReactNode {
  const { texts } = usePage();
  const rest = grouping === 'sheet' ? texts.problems.whole : texts.check.nobody;
  const groups = useMemo(() => {
    const concerned = concernedBy(book);
    const titlesOf = (problem: Problem) =>
      grouping === 'sheet' ? (problem.sheet === null ? [] : [problem.sheet]) : concerned(problem);
    return groupsOf(problems, titlesOf, rest);
  }, [problems, book, grouping, rest]);
  return groups.map(([title, ofGroup]) => (
    <details key={title} open={groups.length <= 6 || ofGroup.some(({ severity }) => severity === 'error')}>
      <summary>
        {title} <SeverityCounts problems={ofGroup} />
      </summary>
      <ProblemList problems={ofGroup} under={grouping === 'person' ? title : undefined} />
    </details>
  ));
}

/** Groups with the worst first; what belongs to none is last among its like. */
function groupsOf(
  problems: readonly Problem[],
  titlesOf: (problem: Problem) => readonly string[],
  rest: string,
): (readonly [title: string, problems: readonly Problem[]])[] {
  const groups = new Map<string, Problem[]>();
  const others: Problem[] = [];
  for (const problem of problems) {
    const titles = titlesOf(problem);
    if (titles.length === 0) others.push(problem);
    for (const title of titles) groups.set(title, [...(groups.get(title) ?? []), problem]);
  }
  const all = others.length === 0 ? [...groups] : [...groups, [rest, others] as const];
  return worstFirst(all, ([, ofGroup]) => severityCounts(ofGroup)[0]?.[0] ?? 'note');
}
