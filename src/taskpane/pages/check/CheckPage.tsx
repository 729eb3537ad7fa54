import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Correction } from '../../../forms/check/corrections';
import type { Problem } from '../../../forms/grid/problem';
import { Explained } from '../../parts/Explained';
import { ProblemList } from '../../parts/ProblemList';
import { usePage, type AllTexts } from '../usePage';

type Grouping = 'sheet' | 'person';

/** 检查: problems by sheet or person, marks in the workbook, and what can be corrected for the office. */
export function CheckPage(): ReactNode {
  const { texts, state, today, activity, propose } = usePage();
  const [grouping, setGrouping] = useState<Grouping>('sheet');
  const [onlyErrors, setOnlyErrors] = useState(false);
  if (state === null) return null;
  const problems = state.problems.filter(({ severity }) => !onlyErrors || severity === 'error');
  const names = state.book.people.map(({ name }) => name);
  const groups = groupsOf(problems, grouping, names, texts);
  return (
    <>
      <section>
        <h2>{texts.problems.title(problems.length)}</h2>
        <div className="fields">
          <Field label={texts.check.groupBy}>
            <Select
              id="group-by"
              value={grouping}
              onChange={(_event, { value }) => setGrouping(value === 'person' ? 'person' : 'sheet')}
            >
              <option value="sheet">{texts.check.bySheet}</option>
              <option value="person">{texts.check.byPerson}</option>
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
        {groups.length === 0 && <p>{texts.problems.none}</p>}
        {groups.map(([title, ofGroup]) => (
          <details key={title} open={groups.length <= 6}>
            <summary>{texts.check.group(title, ofGroup.length)}</summary>
            <ProblemList problems={ofGroup} />
          </details>
        ))}
        <div className="actions">
          <Button
            id="mark"
            appearance="primary"
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

/** Problems under their sheet, or under the person whom their message names; those of nobody last. */
function groupsOf(
  problems: readonly Problem[],
  grouping: Grouping,
  names: readonly string[],
  texts: AllTexts,
): [string, Problem[]][] {
  const rest = grouping === 'sheet' ? texts.problems.whole : texts.check.nobody;
  const anybody = new RegExp(names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|') || '$^');
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const title = (grouping === 'sheet' ? problem.sheet : anybody.exec(problem.message)?.[0]) ?? rest;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [problem]);
    else group.push(problem);
  }
  return [...groups].sort(([a], [b]) => Number(a === rest) - Number(b === rest));
}
