import { Input } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { displayTotal, jsonNumber } from '../../../assessment/display';
import type { DecidedGrade } from '../../../assessment/grade';
import { isAgainstRule } from '../../../assessment/quarterly';
import type { Settings } from '../../../assessment/settings';
import { GradeChip } from '../../parts/GradeChip';
import { MonthsLine } from '../../parts/MonthsLine';
import { usePage } from '../usePage';
import { Derived } from './Derived';
import { departs, type Candidate, type Choice, type Said } from './candidates';
import { Chips } from './Chips';

interface CandidateProps {
  readonly candidate: Candidate;
  readonly said: Said;
  readonly settings: Settings;
  readonly quarter: string;
  /** null where nothing can be decided: final, no 审定表, not on it, or nothing to decide of the person. */
  readonly say: ((said: Said) => void) | null;
}

/** One person before the group: months, mean, suggestion, special rules, opinions, the decision with its reason. */
export function CandidateRow({ candidate, said, settings, quarter, say }: CandidateProps): ReactNode {
  const { texts } = usePage();
  const { name, department, position, person, line, suggestion } = candidate;
  const totals = (person?.months ?? []).map(({ total }) => (total === null ? null : jsonNumber(total)));
  const mean = person?.mean ?? line?.mean ?? null;
  const opinions = line === null ? [] : [line.proposal, line.partyOpinion, line.disciplineOpinion];
  const special = line === null || line.circumstances === '' ? (person?.ruling.reasons ?? []) : [line.circumstances];
  const against = (choice: Choice): string =>
    person !== undefined && isAgainstRule(choice, person.ruling) ? person.ruling.reasons.join('；') : '';
  return (
    <>
      <div className="who">
        <strong>{name}</strong> <small>{[department, position].filter((text) => text !== '').join(' ')}</small>
      </div>
      <div className="months-of">
        <MonthsLine name={name} totals={totals} />
        <small aria-hidden="true">
          {(person?.months ?? [])
            .map(({ total }) => (total === null ? texts.pictures.noTotal : displayTotal(total, settings.gradeLines)))
            .join(' ')}
        </small>
      </div>
      <div className="mean">
        {mean === null ? texts.review.noMean : texts.review.mean(displayTotal(mean, settings.gradeLines))}
      </div>
      <div className="suggestion">
        <small className="told">{texts.meeting.columns[3]} </small>
        {suggestion === null ? texts.review.noSuggestion : <GradeChip grade={suggestion} />}
      </div>
      <div className="special" lang="zh-CN">
        {special.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {opinions
          .filter((text) => text !== '')
          .map((text, i) => (
            <p key={i} className="opinion">
              {text}
            </p>
          ))}
      </div>
      <div className="decision">
        {say === null ? (
          <>
            <Decided decision={said.decision ?? (candidate.excused ? suggestion : null)} />
            {said.remark !== '' && <small className="remark">{said.remark}</small>}
          </>
        ) : (
          <>
            <Chips
              name={name}
              decision={said.decision}
              suggestion={suggestion}
              against={against}
              choose={(decision) => say({ ...said, decision })}
            />
            {(departs(candidate, said.decision) || said.remark !== '') && (
              <Reason key={said.remark} name={name} remark={said.remark} say={(remark) => say({ ...said, remark })} />
            )}
          </>
        )}
      </div>
      {person !== undefined && <Derived {...{ person, quarter, settings }} />}
    </>
  );
}

function Decided({ decision }: { readonly decision: DecidedGrade | null }): ReactNode {
  const { texts } = usePage();
  return decision === null ? <span className="quiet">{texts.review.undecided}</span> : <GradeChip grade={decision} />;
}

interface ReasonProps {
  readonly name: string;
  readonly remark: string;
  readonly say: (remark: string) => void;
}

/** 备注: written when it is left or ended by Enter. */
function Reason({ name, remark, say }: ReasonProps): ReactNode {
  const { texts } = usePage();
  const [text, setText] = useState(remark);
  return (
    <Input
      className="reason"
      aria-label={texts.meeting.reason(name)}
      placeholder={texts.meeting.reasonHint}
      value={text}
      onChange={(_event, { value }) => setText(value)}
      onBlur={() => {
        if (text.trim() !== remark) say(text.trim());
      }}
    />
  );
}
