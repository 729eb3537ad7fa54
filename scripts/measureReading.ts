/**
 * How well the program reads what offices really have: messy workbooks made at random, each with the truth beside it.
 * Counts those that were read right, wrong with a word, and wrong in silence, and shows the first of the wrong ones.
 *
 *     npm run measure:reading [-- 5000 [first seed]]
 */
import { DEFAULT_SETTINGS } from '../src/assessment/settings';
import { readBook } from '../src/forms/book/book';
import { messyWorkbook } from '../test/reading/support/generator';
import { judge, type Verdict } from '../test/reading/support/judge';

const SHOWN = 15;

const [count = 1000, first = 1] = process.argv.slice(2).map(Number);
const verdicts: Record<Verdict, number> = { right: 0, 'with a word': 0, 'in silence': 0 };
const wrongKinds = new Map<string, number>();
let shown = 0;
for (let seed = first; seed < first + count; seed++) {
  const messy = messyWorkbook(seed);
  const { verdict, differences } = judge(messy, readBook(messy.snapshot, { settings: DEFAULT_SETTINGS }));
  verdicts[verdict]++;
  if (verdict === 'right') continue;
  for (const kind of messy.kinds) wrongKinds.set(kind, (wrongKinds.get(kind) ?? 0) + 1);
  if (verdict === 'in silence' || shown++ < SHOWN) {
    const lines = differences.slice(0, 4).map(({ text, told }) => `${text}${told ? '' : ' (silent)'}`);
    console.log(`${seed} ${verdict}: ${lines.join('; ')}${differences.length > 4 ? ` … ${differences.length}` : ''}`);
  }
}
const share = (verdict: Verdict) => `${verdicts[verdict]} (${((100 * verdicts[verdict]) / count).toFixed(2)} %)`;
console.log(
  `${count} workbooks: right ${share('right')}, with a word ${share('with a word')}, in silence ${share('in silence')}`,
);
const kinds = [...wrongKinds].sort(([, a], [, b]) => b - a).slice(0, 20);
if (kinds.length > 0) console.log(`in the wrong ones: ${kinds.map(([kind, times]) => `${kind} ${times}`).join(', ')}`);
