import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { DecidedGrade } from '../../../assessment/grade';
import { GRADE_CLASS } from '../../parts/GradeChip';
import { usePage } from '../usePage';
import { CHOICES, type Choice } from './candidates';

interface ChipsProps {
  readonly name: string;
  readonly decision: DecidedGrade | null;
  readonly suggestion: DecidedGrade | null;
  /** Whether a special rule speaks against a choice, for which grounds; '' for none. */
  readonly against: (choice: Choice) => string;
  /** A second press on the chosen one takes the decision back. */
  readonly choose: (choice: Choice | null) => void;
}

/** The five grades as chips, of which one may be chosen; the suggested one is outlined. */
export function Chips({ name, decision, suggestion, against, choose }: ChipsProps): ReactNode {
  const { texts } = usePage();
  const group = useRef<HTMLDivElement>(null);
  const current = CHOICES.findIndex((choice) => choice === (decision ?? suggestion));
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const chips = [...(group.current?.querySelectorAll('button') ?? [])];
    const at = chips.findIndex((chip) => chip === document.activeElement);
    chips[(at + step + chips.length) % chips.length]?.focus();
  };
  return (
    <div ref={group} className="chips" role="radiogroup" aria-label={texts.meeting.decide(name)} onKeyDown={onKey}>
      {CHOICES.map((choice, i) => {
        const grounds = against(choice);
        const isSuggested = choice === suggestion;
        return (
          <button
            key={choice}
            type="button"
            role="radio"
            className={`chip ${GRADE_CLASS[choice]}${isSuggested ? ' suggested' : ''}${grounds === '' ? '' : ' against'}`}
            aria-checked={choice === decision}
            aria-label={texts.meeting.choice(choice, isSuggested, grounds)}
            title={grounds === '' ? undefined : texts.review.whatIfForbidden(grounds)}
            tabIndex={i === Math.max(current, 0) ? 0 : -1}
            onClick={() => choose(choice === decision ? null : choice)}
          >
            {texts.meeting.short[choice]}
          </button>
        );
      })}
    </div>
  );
}
