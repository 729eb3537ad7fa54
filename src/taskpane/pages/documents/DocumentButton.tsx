import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { DocumentOptions, DocumentsMade } from '../../../excel';
import { keepFile } from '../../parts/keepFile';
import { ProblemList } from '../../parts/ProblemList';
import { usePage } from '../usePage';

interface DocumentButtonProps {
  readonly id: string;
  readonly label: string;
  readonly options: DocumentOptions;
  /** Of the file that several documents come in. */
  readonly name: string;
  /** What to print where nothing can be downloaded; '' where no sheet says the same. */
  readonly sheet: string;
}

/** Makes Word documents and hands them to the browser to keep; the workbook is not written. */
export function DocumentButton({ id, label, options, name, sheet }: DocumentButtonProps): ReactNode {
  const { texts, activity, run, say } = usePage();
  const [problems, setProblems] = useState<DocumentsMade['problems']>([]);
  const make = async (): Promise<void> => {
    say(null);
    const made = await run(texts.documents.making, async (excel) => {
      const { documents, problems: found } = await excel.makeDocuments(options);
      if (documents.length === 0) return { found, file: null };
      const { docxFiles } = await import(/* webpackChunkName: "documents" */ '../../../docx');
      return { found, file: await docxFiles(documents, name) };
    });
    if (made === undefined) return;
    setProblems(made.found);
    if (made.file === null) {
      say({ kind: 'info', text: texts.documents.nothing });
      return;
    }
    keepFile(made.file);
    say({ kind: 'success', text: texts.documents.made(made.file.name, sheet) });
  };
  return (
    <>
      <Button id={id} disabledFocusable={activity !== null} onClick={() => void make()}>
        {label}
      </Button>
      {problems.length > 0 && <ProblemList problems={problems} />}
    </>
  );
}
