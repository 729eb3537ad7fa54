import { Button, Field, Select } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../../../forms/grid/problem';
import type { FormsOfMonths, Split } from '../../../forms/paper/split';
import { keepFile } from '../../parts/keepFile';
import { ProblemList } from '../../parts/ProblemList';
import { usePage } from '../usePage';

/** 附件3 is for raters; who fills in 附件1 and 附件2 does it alone. */
const CHOICES: Readonly<Record<1 | 2 | 3, readonly Split[]>> = {
  1: ['person', 'department'],
  2: ['person', 'department'],
  3: ['rater', 'department'],
};

/** The same forms as files to hand out, in one .zip file; the workbook is not written. */
export function HandOut({ wanted }: { readonly wanted: FormsOfMonths }): ReactNode {
  const { texts, activity, run, say } = usePage();
  const [chosen, choose] = useState<Split | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const choices = CHOICES[wanted.annex];
  const by = choices.find((each) => each === chosen) ?? choices[0] ?? 'department';

  const make = async (): Promise<void> => {
    if (by === 'rater' && wanted.raters === undefined) {
      say({ kind: 'error', text: texts.forms.ratersFirst });
      return;
    }
    say(null);
    const made = await run(texts.forms.makingFiles, async (excel, { report, signal }) => {
      const split = await excel.makeSplitForms(wanted, by);
      const { xlsxOf } = await import(/* webpackChunkName: "files" */ '../../../files');
      const { packed } = await import(/* webpackChunkName: "zip" */ '../../../docx/packed');
      const files = [];
      for (const { file, sheets } of split.files) {
        signal.throwIfAborted();
        report(texts.forms.makingFiles, files.length / split.files.length);
        files.push({ name: file, bytes: await xlsxOf(sheets) });
      }
      return { found: split.problems, count: files.length, file: packed(files, `附件${wanted.annex}`) };
    });
    if (made === undefined) return;
    setProblems(made.found);
    if (made.file === null) {
      say({ kind: 'info', text: texts.forms.noFilesMade });
      return;
    }
    keepFile(made.file);
    say({ kind: 'success', text: texts.forms.filesMade(made.file.name, made.count) });
  };
  return (
    <>
      <Field label={texts.forms.handOut}>
        <Select
          id="split"
          value={by}
          onChange={(_event, { value }) => choose(choices.find((each) => each === value) ?? null)}
        >
          {choices.map((each) => (
            <option key={each} value={each}>
              {texts.forms.splits[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Button id="hand-out" disabledFocusable={activity !== null} onClick={() => void make()}>
        {texts.forms.downloadFiles}
      </Button>
      {problems.length > 0 && <ProblemList problems={problems} />}
    </>
  );
}
