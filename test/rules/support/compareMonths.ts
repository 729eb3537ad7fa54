import type { DescribedMonth } from './describedMonth';
import { monthAfter, type OracleRecords, type OracleRow, type State } from './monthOracle';
import type { RecordsAnswer } from './monthWorkbook';

/** Every field in which the product's account of a month's records is not that of the rules, as a failing test shows it. */
export function recordDifferences(described: DescribedMonth, answer: RecordsAnswer, oracle: OracleRecords): string[] {
  const found: string[] = [];
  const compare = (place: string, product: unknown, rules: unknown) => {
    const [told, wanted] = [JSON.stringify(product), JSON.stringify(rules)];
    if (told !== wanted) found.push(`${place}: product ${told}, rules ${wanted}`);
  };
  const { months, problems } = answer.check;
  compare(
    'months',
    months.map(({ month }) => month),
    [...oracle.months.keys()],
  );
  for (const { month, people } of months) {
    const rows = new Map((oracle.months.get(month) ?? []).map((row) => [keyOf(row), row]));
    compare(`${month} people`, people.map(keyOf).sort(), [...rows.keys()].sort());
    for (const person of people) {
      const row = rows.get(keyOf(person));
      if (row === undefined) continue;
      const states = { ...person, weeks: person.weeks.map(({ state }) => state) };
      const place = `${month} ${keyOf(person)}`;
      compare(`${place} weeks`, states.weeks.map(plain), row.weeks);
      for (const field of ['filing', 'comment', 'suggestion', 'score', 'material'] as const) {
        compare(`${place} ${field}`, plain(states[field]), row[field]);
      }
    }
  }
  compare('ownerless', count(problems, 'RECORD_NAMESAKE'), oracle.ownerless);
  compare('warned of years', count(problems, 'YEAR_DIFFERS') > 0, oracle.strays > 0);
  found.push(...messages(answer, oracle), ...readinessDifferences(described, answer, oracle));
  const archive = answer.archive.map(({ annex, department, name, period, missing, note }) =>
    [annex, department, name, period.replace(/（\d+）$/, ''), missing ? '缺' : '', note].join(' '),
  );
  const lines = (from: readonly string[], other: readonly string[], who: string) =>
    from.filter((line) => !other.includes(line)).map((line) => `archive, ${who} alone: ${line}`);
  found.push(...lines(archive, oracle.archive, 'product'), ...lines(oracle.archive, archive, 'rules'));
  compare('archive lines', archive.length, oracle.archive.length);
  return found;
}

/** Whether it is not due or not owed makes no difference to what is missing. */
function plain(state: string): string {
  return state === '未到期' || state === '不要求' ? '—' : state;
}

function keyOf({ department, name }: { readonly department: string; readonly name: string }): string {
  return `${department}|${name}`;
}

function count(problems: RecordsAnswer['check']['problems'], code: string): number {
  return problems.filter((problem) => problem.code === code).length;
}

/** Whoever lacks something is named, and namesakes with their 科室 (rule 60). */
function messages({ check }: RecordsAnswer, oracle: OracleRecords): string[] {
  return [...oracle.months].flatMap(([month, rows]) =>
    rows.flatMap((row) => {
      const isTwin = [...oracle.months.values()]
        .flat()
        .some((other) => other.name === row.name && other.department !== row.department);
      const shown = isTwin ? `${row.name}（${row.department}）` : row.name;
      const title = `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
      const told = (codes: readonly string[]) =>
        check.problems.some(
          ({ code, message }) =>
            codes.includes(code) && message.includes(title) && (code === 'ANNEX_MISSING' || message.includes(shown)),
        );
      const lacks: readonly (readonly [string, boolean, readonly string[]])[] = [
        [
          'weeks',
          row.weeks.some((state) => state === '缺' || state === '部分'),
          ['RECORDS_MISSING', 'WEEKS_MISSING', 'ANNEX_MISSING'],
        ],
        ['filing', row.filing === '缺', ['FILINGS_MISSING', 'ANNEX_MISSING']],
        ['unfinished', row.filing === '部分', ['FILING_INCOMPLETE']],
        ['material', row.material === '缺', ['HOST_MATERIAL_MISSING']],
      ];
      return lacks.flatMap(([what, isLacking, codes]) =>
        isLacking && !told(codes) ? [`${month} ${shown}: ${what} is missing, and no message says so`] : [],
      );
    }),
  );
}

const LACKING: Readonly<Record<string, (row: OracleRow) => boolean>> = {
  缺备案表: ({ filing }) => filing === '缺' || filing === '部分',
  缺评语: ({ filing, comment }) => isFiled(filing) && lacks(comment),
  缺等次建议: ({ filing, suggestion }) => isFiled(filing) && lacks(suggestion),
  缺外单位材料: ({ material }) => material === '缺',
};

function isFiled(state: State): boolean {
  return state !== '缺' && state !== '部分';
}

function lacks(state: State): boolean {
  return state === '缺' || state === '部分';
}

function readinessDifferences(
  { month, today, scored }: DescribedMonth,
  { readiness }: RecordsAnswer,
  oracle: OracleRecords,
): string[] {
  const year = month.slice(0, 4);
  const first = Math.ceil(Number(month.slice(5)) / 3) * 3 - 2;
  const quarter = [0, 1, 2].map((i) => `${year}-${String(first + i).padStart(2, '0')}`);
  const wanted = quarter.flatMap((each) => {
    const rows = oracle.months.get(each);
    const hasScores = each === month && scored !== null;
    const noScores = hasScores ? [] : [`缺测评表 ${each} `];
    if (rows === undefined) return [...noScores, ...(today > `${monthAfter(each)}-05` ? [`缺备案表 ${each} `] : [])];
    const records = Object.entries(LACKING).flatMap(([kind, isLacking]) => {
      const people = rows.filter(isLacking).map(keyOf).sort();
      return people.length === 0 ? [] : [`${kind} ${each} ${people.join('、')}`];
    });
    return [...noScores, ...records];
  });
  const told = readiness
    .filter(({ kind }) => kind === '缺测评表' || kind in LACKING)
    .map(({ kind, month: of, people }) => `${kind} ${of ?? ''} ${[...people].sort().join('、')}`);
  const missing = wanted.filter((each) => !told.includes(each)).map((each) => `readiness lacks: ${each}`);
  return [...missing, ...told.filter((each) => !wanted.includes(each)).map((each) => `readiness has: ${each}`)];
}
