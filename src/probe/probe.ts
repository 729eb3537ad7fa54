/**
 * A page that asks a real Excel how it is: what the profiles of the embedded host (src/host/profiles.ts) say of each
 * platform rests on documents until somebody has sent its report (docs/部署.md, docs/platforms.md).
 */
import type { Fact } from './ask';
import { HAND_STEPS, SECONDS_TO_GO, type HandStep } from './byHand';
import { QUESTIONS } from './questions';
import { reportOf, surroundings, type Answered } from './report';
import { textsOf, type Texts } from './texts';
import { dropSheet, isEmptyWorkbook, makeSheet, showSheet, writeReport } from './workbook';

/** Makes an element; `children` are elements or texts. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function button(label: string, press: () => Promise<void>): HTMLButtonElement {
  const made = element('button', label);
  made.addEventListener('click', () => {
    made.disabled = true;
    void press().finally(() => {
      made.disabled = false;
    });
  });
  return made;
}

/** Says so much to whoever cannot see it, too. */
function status(text: string): HTMLOutputElement {
  const made = element('output', text);
  made.setAttribute('aria-live', 'polite');
  return made;
}

class Probe {
  private readonly answers = new Map<string, Answered>();
  private readonly left: string[] = [];
  private readonly said = status('');
  private readonly report = element('textarea');
  private readonly firstClick = element('select');
  private readonly rest = element('section');

  constructor(
    private readonly root: HTMLElement,
    private readonly texts: Texts,
    private readonly version: string,
  ) {}

  show(): void {
    const { texts } = this;
    const states = new Map(QUESTIONS.map(({ number }) => [number, status(texts.waiting)]));
    const list = element('ol');
    for (const [number, state] of states) list.append(element('li', texts.questions[number] ?? '', state));
    const start = button(texts.start, () => this.askAll(states));
    start.id = 'start';
    this.root.replaceChildren(element('h1', texts.title), element('p', texts.about), start, this.said, list, this.rest);
  }

  private async askAll(states: ReadonlyMap<string, HTMLOutputElement>): Promise<void> {
    const { texts } = this;
    if (this.answers.size === 0 && !(await isEmptyWorkbook())) {
      this.said.textContent = texts.notEmpty;
      return;
    }
    this.said.textContent = '';
    this.take({ number: '0', risks: '', facts: surroundings() });
    for (const { number, risks, ask } of QUESTIONS) {
      const state = states.get(number);
      if (state !== undefined) state.textContent = texts.asking;
      this.take({ number, risks, facts: await this.onSheet(number, ask) });
      if (state !== undefined) state.textContent = texts.answered;
    }
    if (this.rest.childElementCount === 0) this.showRest();
    this.tell();
  }

  /** Asks on a sheet of its own, which is taken away again. */
  private async onSheet(number: string, ask: (sheet: string) => Promise<readonly Fact[]>): Promise<readonly Fact[]> {
    const { name, refused } = await makeSheet(number);
    if (refused !== null) return [['sheet.add', refused]];
    const facts = await ask(name);
    const dropped = await dropSheet(name);
    if (dropped === 'done') return facts;
    this.left.push(name);
    return [...facts, ['sheet.delete', dropped]];
  }

  private showRest(): void {
    const { texts, rest, firstClick, report } = this;
    const steps = element('ol');
    steps.start = QUESTIONS.length + 1;
    for (const step of HAND_STEPS) steps.append(this.handStep(step));
    for (const [value, label] of Object.entries(texts.firstClickChoices)) {
      const option = element('option', label);
      option.value = value;
      firstClick.append(option);
    }
    firstClick.addEventListener('change', () => {
      this.take({ number: '15', risks: 'P1', facts: [['firstClick', firstClick.value]] });
      this.tell();
    });
    report.readOnly = true;
    report.setAttribute('aria-label', texts.report);
    const done = status('');
    rest.append(
      element('h2', texts.byHand),
      steps,
      element('label', texts.firstClick, firstClick),
      element('h2', texts.report),
      element('p', texts.reportHelp),
      button(texts.copy, async () => {
        try {
          await navigator.clipboard.writeText(report.value);
          done.textContent = texts.copied;
        } catch {
          report.select();
          done.textContent = texts.copyFailed;
        }
      }),
      button(texts.write, async () => {
        const said = await writeReport(report.value);
        done.textContent = said === 'done' ? texts.written : texts.writeFailed(said);
      }),
      done,
      report,
    );
  }

  private handStep({ number, risks, wait, ask }: HandStep): HTMLLIElement {
    const { texts } = this;
    const state = status('');
    let sheet: string | null = null;
    const prepare = button(texts.prepare, async () => {
      const { name, refused } = await makeSheet(number);
      sheet = name;
      state.textContent = refused ?? '';
      await showSheet(name);
    });
    const press = button(texts.ask, async () => {
      if (sheet === null) {
        const { name } = await makeSheet(number);
        sheet = name;
        await showSheet(name);
      }
      for (let seconds = wait ? SECONDS_TO_GO : 0; seconds > 0; seconds -= 1) {
        state.textContent = texts.secondsLeft(seconds);
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      state.textContent = texts.asking;
      this.take({ number, risks, facts: await ask(sheet) });
      const dropped = await dropSheet(sheet);
      if (dropped !== 'done') this.left.push(sheet);
      sheet = null;
      state.textContent = texts.answered;
      this.tell();
    });
    return element('li', texts.steps[number] ?? '', element('br'), prepare, press, state);
  }

  private take(answered: Answered): void {
    this.answers.set(answered.number, answered);
  }

  private tell(): void {
    const inOrder = [...this.answers.values()].sort((a, b) => Number(a.number) - Number(b.number));
    this.report.value = reportOf(this.version, inOrder);
    this.said.textContent = this.left.length === 0 ? '' : this.texts.leftOver([...new Set(this.left)].join('、'));
  }
}

async function main(root: HTMLElement): Promise<void> {
  const { host } = await Office.onReady();
  const inExcel = host === Office.HostType.Excel;
  const texts = textsOf(inExcel ? Office.context.displayLanguage : navigator.language);
  document.documentElement.lang = texts.language;
  document.title = texts.title;
  if (!inExcel) {
    root.textContent = texts.noExcel;
    return;
  }
  const version = document.querySelector('meta[name="version"]')?.getAttribute('content') ?? '';
  new Probe(root, texts, version).show();
}

const root = document.getElementById('probe');
if (root !== null) void main(root);
