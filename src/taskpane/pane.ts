import type { Month, Quarter } from '../assessment/period';
import { quarterTitle } from '../assessment/period';
import type { Applied, RestoreCopy, Restored } from '../excel';
import type { Plan } from '../forms/plan';
import type { Problem } from '../forms/problem';
import { element } from './element';
import { cellsWritten, describePlan } from './preview';
import type { PaneContext, Section } from './sections/section';
import type { Texts } from './texts';

/** What a command wants to do, and what the person should look at. */
export interface Proposal {
  readonly plan: Plan;
  /** What the person asked for, as 操作记录 names it. */
  readonly command: string;
  /** One of the problems stands in the way of writing anything. */
  readonly refused: boolean;
  readonly problems: readonly Problem[];
  /** Lines of result to read, such as each month's count of 好 against its limit. */
  readonly summary: readonly string[];
}

/** What a workbook has for the pane to offer. */
export interface Overview {
  /** Quarters of which there are score sheets, latest first. */
  readonly quarters: readonly Quarter[];
  /** Months of which there are forms of any annex, latest first. */
  readonly months: readonly Month[];
  /** Everybody on the roster and the score sheets. */
  readonly scored: readonly { readonly key: string; readonly department: string; readonly name: string }[];
  /** The roster, in its order. */
  readonly people: readonly { readonly department: string; readonly name: string }[];
}

/** What the pane asks of the workbook. Every call may fail with an Office.js error, told apart by its `code`. */
export interface WorkbookCommands {
  overview(): Promise<Overview>;
  score(quarter: Quarter): Promise<Proposal>;
  review(quarter: Quarter): Promise<Proposal>;
  /** @param command what the person asked for, for 操作记录 */
  apply(plan: Plan, command: string): Promise<Applied>;
  /** Refuses where people have typed into what the step wrote. */
  restore(copy: RestoreCopy, command: string): Promise<Restored>;
  select(sheet: string, cell: string | null): Promise<void>;
}

/** After this many milliseconds a write is probably held up by an unfinished cell edit. */
const PATIENCE = 2000;

/**
 * Fills `root` with the pane and reads the workbook. Nothing is written before the person has confirmed a preview.
 *
 * @param sections further tasks below the quarter's, each with its own controls
 */
export async function openPane(
  root: HTMLElement,
  commands: WorkbookCommands,
  texts: Texts,
  sections: readonly ((context: PaneContext) => Section)[] = [],
): Promise<void> {
  const quarter = element('select', { id: 'quarter' });
  const status = element('p', { id: 'status', role: 'status' });
  const details = element('div', { id: 'details' });
  const scoreButton = element('button', { type: 'button', class: 'main', id: 'score' }, texts.score);
  const reviewButton = element('button', { type: 'button', class: 'main', id: 'review' }, texts.review);
  const refreshButton = element('button', { type: 'button', id: 'refresh' }, texts.refresh);
  const ofQuarter = [quarter, scoreButton, reviewButton];
  const tasks = sections.map((section) => section({ texts, quarter: () => quarter.value, run, propose, say, details }));
  const controls = [...ofQuarter, refreshButton, ...tasks.flatMap((task) => task.controls)];

  scoreButton.addEventListener('click', () => void propose(() => commands.score(quarter.value)));
  reviewButton.addEventListener('click', () => void propose(() => commands.review(quarter.value)));
  refreshButton.addEventListener('click', () => void refresh());
  quarter.addEventListener('change', () => {
    details.replaceChildren();
    say(texts.ready);
  });
  details.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') details.querySelector<HTMLButtonElement>('#cancel')?.click();
  });
  root.replaceChildren(
    element('h1', {}, texts.title),
    element('label', { for: 'quarter' }, texts.quarter),
    element('div', { class: 'row' }, quarter, refreshButton),
    element('div', { class: 'row' }, scoreButton, reviewButton),
    ...tasks.map((task) => task.element),
    status,
    details,
  );
  await refresh();

  /** Runs one step at a time; what goes wrong is told, never lost. */
  async function run(doing: string, step: () => Promise<void>): Promise<void> {
    say(doing);
    for (const control of controls) control.disabled = true;
    try {
      await step();
    } catch (error) {
      say(explain(error, texts), true);
    } finally {
      for (const control of controls) control.disabled = false;
      for (const control of ofQuarter) control.disabled = quarter.options.length === 0;
    }
  }

  async function refresh(): Promise<void> {
    await run(texts.reading, async () => {
      details.replaceChildren();
      const before = quarter.value;
      const overview = await commands.overview();
      const { quarters } = overview;
      quarter.replaceChildren(...quarters.map((each) => element('option', { value: each }, quarterTitle(each))));
      if (quarters.includes(before)) quarter.value = before;
      for (const task of tasks) task.refresh?.(overview);
      say(quarters.length > 0 ? texts.ready : texts.noForms);
    });
  }

  async function propose(command: () => Promise<Proposal>): Promise<void> {
    await run(texts.reading, async () => {
      details.replaceChildren();
      const proposal = await command();
      const preview = describePlan(proposal.plan, texts);
      const errors = proposal.refused || proposal.problems.some(({ severity }) => severity === 'error');
      say(preview.length > 0 ? texts.checkFirst : errors ? texts.errorsFirst : texts.nothingToWrite);
      details.replaceChildren(
        ...(preview.length > 0 ? [previewSection(proposal)] : []),
        ...summarySection(proposal.summary),
        problemsSection(proposal.problems),
      );
      details.querySelector<HTMLElement>('h2')?.focus();
    });
  }

  function previewSection({ plan, command }: Proposal): HTMLElement {
    const close = (): void => {
      section.remove();
    };
    const confirm = (): void => {
      close();
      void write(plan, command);
    };
    const cancel = (): void => {
      close();
      say(texts.cancelled);
      quarter.focus();
    };
    const section = element(
      'section',
      { id: 'preview' },
      heading(texts.previewTitle),
      ...describePlan(plan, texts).flatMap(({ sheet, lines }) => [
        element('h3', {}, sheet),
        element('ul', {}, ...lines.map((line) => element('li', {}, line))),
      ]),
      element(
        'div',
        { class: 'row' },
        element('button', { type: 'button', class: 'main', id: 'confirm', click: confirm }, texts.confirm),
        element('button', { type: 'button', id: 'cancel', click: cancel }, texts.cancel),
      ),
    );
    return section;
  }

  async function write(plan: Plan, command: string): Promise<void> {
    const waiting = setTimeout(() => {
      say(texts.finishEditing);
    }, PATIENCE);
    await run(texts.writing, async () => {
      const applied = await commands.apply(plan, command).finally(() => {
        clearTimeout(waiting);
      });
      if (applied.ok) {
        say(texts.written(cellsWritten(plan)));
        details.prepend(undoButton(applied.restore, command));
      } else {
        say(texts.notWritten, true);
        details.replaceChildren(problemsSection(applied.problems));
      }
    });
    quarter.focus();
  }

  function undoButton(copy: RestoreCopy, command: string): HTMLElement {
    const undo = (): void => {
      void run(texts.writing, async () => {
        const restored = await commands.restore(copy, command);
        details.replaceChildren(
          ...(restored.ok ? [] : [undoButton(copy, command), problemsSection(restored.problems)]),
        );
        say(restored.ok ? texts.undone : texts.notUndone, !restored.ok);
      });
    };
    return element('button', { type: 'button', id: 'undo', click: undo }, texts.undo);
  }

  function summarySection(lines: readonly string[]): readonly HTMLElement[] {
    if (lines.length === 0) return [];
    const items = lines.map((line) => element('li', {}, line));
    return [element('section', { id: 'summary' }, heading(texts.resultTitle), element('ul', {}, ...items))];
  }

  function problemsSection(problems: readonly Problem[]): HTMLElement {
    return element(
      'section',
      { id: 'problems' },
      heading(texts.problemsTitle(problems.length)),
      problems.length === 0
        ? element('p', {}, texts.noProblems)
        : element('ul', { class: 'problems' }, ...problems.map((problem) => element('li', {}, problemItem(problem)))),
    );
  }

  /** A button that goes to the problem's cell, which its message names; plain text where there is none to go to. */
  function problemItem({ severity, sheet, cell, message }: Problem): HTMLElement {
    const content = [
      element('span', { class: `severity ${severity}` }, texts.severities[severity]),
      element('span', {}, message),
    ];
    if (sheet === null) return element('div', { class: 'problem' }, ...content);
    const select = (): void => {
      commands.select(sheet, cell).catch((error: unknown) => {
        say(explain(error, texts), true);
      });
    };
    return element('button', { type: 'button', class: 'problem', click: select }, ...content);
  }

  function say(text: string, failed = false): void {
    status.textContent = text;
    status.classList.toggle('failed', failed);
  }
}

/** Headings take the focus when they appear, so that a screen reader starts there. */
function heading(text: string): HTMLElement {
  return element('h2', { tabindex: '-1' }, text);
}

/** Office.js errors by their code; anything else is a fault of the program, and its own message is kept for a report. */
function explain(error: unknown, texts: Texts): string {
  if (!(error instanceof Error)) return texts.unknownError(String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return texts.errors[code] ?? texts.unknownError(code);
}
