import type { Outcome, Run } from './prepared';

const OUTCOMES: readonly Outcome[] = ['如前', '如后', '说明', '违规'];

/** Runs as they were kept. @throws where the text holds none */
export function runsOf(text: string): Run[] {
  const runs: unknown = JSON.parse(text);
  if (!Array.isArray(runs) || !runs.every(isRun)) throw new Error('No runs of the matrix.');
  return runs;
}

function isRun(each: unknown): each is Run {
  if (typeof each !== 'object' || each === null) return false;
  return 'command' in each && 'fault' in each && 'at' in each && 'outcome' in each && 'violation' in each;
}

/** docs/faults.md: what came of every command and every fault, with the number of requests at which it was tried. */
export function tableOf(runs: readonly Run[]): string {
  const count = (some: readonly Run[], outcome: Outcome) => some.filter((run) => run.outcome === outcome).length;
  const cell = (some: readonly Run[]): string =>
    OUTCOMES.flatMap((outcome) => {
      const times = count(some, outcome);
      return times === 0 ? [] : [`${outcome} ${times}`];
    }).join('、') || '–';
  const commands = [...new Set(runs.map(({ command }) => command))];
  const faults = [...new Set(runs.map(({ fault }) => fault))];
  const rows = commands.flatMap((command) =>
    faults.flatMap((fault) => {
      const some = runs.filter((run) => run.command === command && run.fault === fault);
      return some.length === 0 ? [] : [`| ${command} | ${fault} | ${some.length} | ${cell(some)} |`];
    }),
  );
  const totals = OUTCOMES.map((outcome) => `${outcome} ${count(runs, outcome)}`).join('、');
  return `# Faults

Written by \`npm run faults\`: every writing command in one state or several, and at each of its requests to Excel in turn
something goes wrong, with the machine or through somebody else's edit (0: between preview and confirming), while it is
carried out and while it is undone (撤销时). After each run: nobody else's work is gone, 操作记录 tells of what stands and of
nothing else, the same command comes to the right end, and undoing brings back what was there.

- 如前: nothing of the step stands (of an undo: it is undone), and it is said why.
- 如后: all of it stands (of an undo: the step still stands, and it is said why).
- 说明: part of it stands, and the message names the sheets and cells; undoing or repeating completes it.
- 违规: anything else. There must be none.

${runs.length} runs: ${totals}.

| command | fault | runs | outcome |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
