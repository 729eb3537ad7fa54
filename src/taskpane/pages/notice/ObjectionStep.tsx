import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { NoticeState } from '../../../excel/reading/noticeState';
import { quarterTitle, type Quarter } from '../../../assessment/period';
import type { Objection } from '../../../forms/notice/objections';
import { ProblemList } from '../../parts/ProblemList';
import { DocumentButton } from '../documents/DocumentButton';
import { usePage } from '../usePage';

/** 复核登记 (三（二）5): who has to be answered, and by when. */
export function ObjectionStep({
  quarter,
  notice,
}: {
  readonly quarter: Quarter;
  readonly notice: NoticeState;
}): ReactNode {
  const { texts, today, activity, propose } = usePage();
  const open = notice.objections.filter((each) => each.open);
  const answered = notice.objections.length - open.length;
  const errors = notice.objectionProblems.filter(({ severity }) => severity === 'error');
  return (
    <>
      <p>{texts.notice.objectionHint}</p>
      {errors.length > 0 && <ProblemList problems={errors} />}
      {open.length > 0 && (
        <ul className="problems" id="objections-open">
          {open.map((objection) => (
            <li key={objection.cell}>
              <ObjectionItem objection={objection} />
            </li>
          ))}
        </ul>
      )}
      <p>{texts.notice.answered(open.length, answered)}</p>
      <Button
        id="objections"
        disabledFocusable={activity !== null}
        onClick={() => void propose('复核登记', (excel) => excel.previewObjections({ today }))}
      >
        {notice.hasRegister ? texts.notice.previewDeadlines : texts.notice.previewRegister}
      </Button>
      {notice.objections.length > 0 && (
        <DocumentButton
          id="reply-documents"
          label={texts.documents.replies}
          options={{ quarter, today, kinds: ['复核答复'] }}
          name={`复核答复 ${quarterTitle(quarter)}`}
          sheet="复核登记"
        />
      )}
    </>
  );
}

/** A button that goes to the line. */
function ObjectionItem({ objection }: { readonly objection: Objection }): ReactNode {
  const { texts, select } = usePage();
  const { sheet, cell, name, received, deadline, overdue, remarks } = objection;
  return (
    <button type="button" className="problem" onClick={() => select(sheet, cell)}>
      <span className={`severity ${overdue ? 'error' : 'note'}`}>
        {overdue ? texts.notice.overdue : texts.notice.open}
      </span>
      <span>
        {received === null || deadline === null
          ? texts.notice.undated(name)
          : texts.notice.objection(name, received, deadline)}
        {remarks.length > 0 && <small>{texts.notice.remarks(remarks)}</small>}
      </span>
    </button>
  );
}
