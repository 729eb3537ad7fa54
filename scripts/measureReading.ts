/**
 * How well the program reads what offices really have: messy workbooks made at random, each with the truth beside it, of
 * 附件3 and of 附件1 and 附件2. Counts those that were read right, wrong with a word, and wrong in silence, and shows the
 * first of the wrong ones.
 *
 *     npm run measure:reading [-- 5000 [first seed [scores|records]]]
 */
import { DEFAULT_SETTINGS } from '../src/assessment/settings';
import { readBook } from '../src/forms/book/book';
import { messyWorkbook } from '../test/reading/support/generator';
import { judge, type Judgement, type Verdict } from '../test/reading/support/judge';
import { messyRecords } from '../test/reading/support/recordGenerator';
import { judgeRecords } from '../test/reading/support/recordJudge';

const SHOWN = 15;

interface Judged extends Judgement {
  readonly kinds: ReadonlySet<string>;
}

const SUBJECTS: Readonly<Record<string, (seed: number) => Judged>> = {
  scores: (seed) => {
    const messy = messyWorkbook(seed);
    return { ...judge(messy, readBook(messy.snapshot, { settings: DEFAULT_SETTINGS })), kinds: messy.kinds };
  },
  records: (seed) => {
    const messy = messyRecords(seed);
    return { ...judgeRecords(messy, readBook(messy.snapshot, { settings: DEFAULT_SETTINGS })), kinds: messy.kinds };
  },
};

const [count = 1000, first = 1] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
for (const [subject, read] of Object.entries(SUBJECTS))
  if (only === undefined || only === subject) measure(subject, read);

function measure(subject: string, read: (seed: number) => Judged): void {
  const verdicts: Record<Verdict, number> = { right: 0, 'with a word': 0, 'in silence': 0 };
  const wrongKinds = new Map<string, number>();
  let shown = 0;
  for (let seed = first; seed < first + count; seed++) {
    const { verdict, differences, kinds } = read(seed);
    verdicts[verdict]++;
    if (verdict === 'right') continue;
    for (const kind of kinds) wrongKinds.set(kind, (wrongKinds.get(kind) ?? 0) + 1);
    if (shown++ >= SHOWN) continue;
    const lines = differences.slice(0, 4).map(({ text, told }) => `${text}${told ? '' : ' (silent)'}`);
    console.log(`${seed} ${verdict}: ${lines.join('; ')}${differences.length > 4 ? ` … ${differences.length}` : ''}`);
  }
  const share = (verdict: Verdict) => `${verdicts[verdict]} (${((100 * verdicts[verdict]) / count).toFixed(2)} %)`;
  console.log(
    `${subject}: ${count} workbooks: right ${share('right')}, with a word ${share('with a word')}, in silence ${share('in silence')}`,
  );
  const kinds = [...wrongKinds].sort(([, a], [, b]) => b - a).slice(0, 20);
  if (kinds.length > 0)
    console.log(`in the wrong ones: ${kinds.map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
}
