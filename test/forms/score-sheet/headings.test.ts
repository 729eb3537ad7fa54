import {
  annex3,
  findings,
  HEADING,
  LI,
  only,
  read,
  sheet,
  totals,
  withCode,
  ZHANG,
  ZHAO,
  type Cell,
} from '../support/sheets';

const TOTALS = { 张三: '89', 李四: '80.7', 赵敏: '70.7' };
const people = [ZHANG, LI, ZHAO];
const heading = (change: Readonly<Record<number, Cell>>): Cell[] => HEADING.map((label, i) => change[i] ?? label);

test('the printed form is read without a word', () => {
  const book = read(sheet('2020年7月', annex3(people)));
  expect(totals(book)).toEqual(TOTALS);
  expect(book.problems).toEqual([]);
  expect(book.forms[0]).toMatchObject({
    month: '2020-07',
    area: { row: 0, column: 0, rows: 8, columns: 9 },
    headerRow: 3,
    firstRow: 4,
    lastRow: 6,
    printsWeights: true,
    columns: { department: null, name: 0, scores: [1, 2, 3, 4, 5, 6, 7], total: 8, grade: null, last: 8 },
  });
});

test.each([
  ['spaces and full-width space', heading({ 0: '姓  名', 1: '政治　品质（20%）' })],
  [
    'line break, tab and no-break space',
    heading({ 0: '姓\n名', 1: '政治\t品质\n（20%）', 2: '工作\u00A0作风（10%）' }),
  ],
  [
    'half-width brackets, full-width percent',
    heading({ 1: '政治品质(20%)', 2: '工作作风(10％)', 3: '廉洁自律１０％' }),
  ],
  [
    'points and decimals',
    heading({ 1: '政治品质（20分）', 2: '工作作风0.1', 3: '廉洁自律(0.1)', 5: '业务经办指标（权重30%）' }),
  ],
  ['the notice’s own wording', heading({ 1: '政治品质和道德水平（20%）', 5: '业务指标(30%)', 7: '创先争优指标(10%)' })],
  ['short words', heading({ 4: '学习（10%）', 5: '业务（30%）', 6: '目标实施（10%）', 7: '争先创优（10%）' })],
])('headings with %s are read and noted', (_, labels) => {
  const book = read(sheet('2020年7月', annex3(people, { heading: labels })));
  expect(totals(book)).toEqual(TOTALS);
  expect(only(book, 'LABELS_READ')).toMatchObject({ severity: 'note', cell: 'A4:I4' });
  expect(findings(book, 'LABELS_READ')).toEqual([]);
});

test('weights in a row below the headings are read', () => {
  const labels = HEADING.map((label) => label.replace(/（.*/, ''));
  for (const row of [
    [null, '（20%）', '（10%）', '（10%）', '（10%）', '（30%）', '（10%）', '（10%）', null],
    ['权重', 20, 10, 10, 10, 30, 10, 10, 100],
    [null, 0.2, 0.1, 0.1, 0.1, 0.3, 0.1, 0.1, null],
  ]) {
    const book = read(sheet('2020年7月', annex3([row, ...people], { heading: labels })));
    expect(totals(book)).toEqual(TOTALS);
    expect(book.problems).toEqual([]);
    expect(book.forms[0]).toMatchObject({ headerRow: 4, firstRow: 5, printsWeights: true });
  }
});

test('missing weights are a warning, and the notice’s hold', () => {
  const labels = HEADING.map((label) => label.replace(/（.*/, ''));
  const book = read(sheet('2020年7月', annex3(people, { heading: labels })));
  expect(totals(book)).toEqual(TOTALS);
  expect(only(book, 'WEIGHTS_MISSING')).toMatchObject({
    severity: 'warning',
    cell: 'A4:I4',
    message: '2020年7月 A4:I4：未注明权重，按20/10/10/10/30/10/10计算，请确认',
  });
  expect(book.forms[0]?.printsWeights).toBe(false);
});

test('a weight that one heading lacks is filled in, with a warning', () => {
  const book = read(sheet('2020年7月', annex3(people, { heading: heading({ 4: '学习指标' }) })));
  expect(totals(book)).toEqual(TOTALS);
  expect(only(book, 'WEIGHTS_PARTIAL').message).toBe(
    '2020年7月 A4:I4“学习指标”未注明权重，全表按20/10/10/10/30/10/10计算，请确认',
  );
});

test('other weights that make 100 are used and reported', () => {
  const labels = heading({ 1: '政治品质（10%）', 5: '业务经办指标（40%）' });
  const book = read(sheet('2020年7月', annex3(people, { heading: labels })));
  expect(totals(book)).toEqual({ 张三: '89', 李四: '80.6', 赵敏: '70.6' });
  expect(only(book, 'WEIGHTS_PRINTED').severity).toBe('warning');
});

test('weights that do not make 100 are an error of the form', () => {
  const book = read(sheet('2020年7月', annex3(people, { heading: heading({ 1: '政治品质（15%）' }) })));
  expect(totals(book)).toEqual({ 张三: null, 李四: null, 赵敏: null });
  expect(only(book, 'WEIGHTS_TOTAL')).toMatchObject({
    severity: 'error',
    message: '2020年7月 A4:I4：权重合计95%，应为100%，整表未计算；请改正表头权重',
  });
  expect(book.scores.every(({ formulaSafe }) => !formulaSafe)).toBe(true);
});

test.each(['公务员平时考核测评表', '月度测评表', '打分表'])('the title may read %s', (title) => {
  const rows = annex3(people);
  rows[1] = [title];
  expect(totals(read(sheet('2020年7月', rows)))).toEqual(TOTALS);
});

test('a form without any title is read by its heading', () => {
  const book = read(sheet('2020年7月', annex3(people).slice(3)));
  expect(totals(book)).toEqual(TOTALS);
  expect(book.forms[0]?.area).toEqual({ row: 0, column: 0, rows: 5, columns: 9 });
});

test('two heading rows with merged groups and names are one heading', () => {
  const rows = annex3(people);
  rows.splice(
    3,
    1,
    ['姓名', '共性指标（40%）', null, null, '个性指标（60%）', null, null, null, '总分'],
    [null, ...HEADING.slice(1, 8), null],
  );
  for (const merged of [
    ['A4:A5', 'B4:D4', 'E4:H4', 'I4:I5'],
    ['B4:D4', 'E4:H4'],
  ]) {
    const book = read(sheet('2020年7月', rows, { merged }));
    expect(totals(book)).toEqual(TOTALS);
    expect(book.problems).toEqual([]);
    expect(book.forms[0]).toMatchObject({ headerRow: 4, firstRow: 5, columns: { name: 0, total: 8, last: 8 } });
  }
});

test('headings that are merged over two rows are found once', () => {
  const rows = annex3(people);
  rows.splice(4, 0, []);
  const merged = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((column) => `${column}4:${column}5`);
  const book = read(sheet('2020年7月', rows, { merged }));
  expect(totals(book)).toEqual(TOTALS);
  expect(book.forms).toHaveLength(1);
});

test('columns stand in any order among others', () => {
  const order = [8, 3, 0, 7, 1, 5, 2, 6, 4];
  const extra = (row: readonly Cell[], label: Cell, i: Cell): Cell[] => [i, ...order.map((c) => row[c] ?? null), label];
  const rows = annex3(
    people.map((person, i) => extra(person, '无', i + 1)),
    { heading: extra(HEADING, '备注', '序号') },
  );
  const book = read(sheet('2020年7月', rows));
  expect(totals(book)).toEqual(TOTALS);
  expect(book.problems).toEqual([]);
  expect(book.forms[0]?.columns).toMatchObject({ name: 3, scores: [5, 7, 2, 9, 6, 8, 4], total: 1, last: 10 });
});

test('a duplicated column is an error of the form', () => {
  const rows = annex3(
    people.map((person) => [...person, null, 88]),
    { heading: [...HEADING, '学习'] },
  );
  const book = read(sheet('2020年7月', rows));
  expect(only(book, 'COLUMN_DUPLICATE')).toMatchObject({
    severity: 'error',
    cell: 'J4',
    message: '2020年7月 J4“学习指标”列重复（E4、J4），整表未计算；请只保留一列',
  });
  expect(totals(book)).toEqual({ 张三: null, 李四: null, 赵敏: null });
});

test('a missing indicator is an error of the form', () => {
  const without = (row: readonly Cell[]) => row.filter((_, i) => i !== 3);
  const book = read(sheet('2020年7月', annex3(people.map(without), { heading: without(HEADING) })));
  expect(findings(book)).toContain('error COLUMN_MISSING A4:H4');
  expect(only(book, 'COLUMN_MISSING').message).toBe(
    '2020年7月 A4:H4：缺少“廉洁自律”列，整表未计算；请补上该列或改正表头',
  );
  expect(totals(book)).toEqual({ 张三: null, 李四: null, 赵敏: null });
  expect(book.forms[0]?.columns.scores).toEqual([1, 2, -1, 3, 4, 5, 6]);
});

test('a form without 姓名 is an error', () => {
  const book = read(sheet('2020年7月', annex3(people, { heading: heading({ 0: '被打分者' }) })));
  expect(findings(book)).toEqual(['error NAME_COLUMN_MISSING A4:I4']);
  expect(book.forms).toEqual([]);
});

test('a heading with too few indicators is an error when a title stands above it', () => {
  const labels = heading({ 1: '甲', 2: '乙', 3: '丙', 4: '丁' });
  expect(findings(read(sheet('2020年7月', annex3(people, { heading: labels }))))).toEqual([
    'error FORM_UNRECOGNISED A4:I4',
  ]);
});

test('scores under a title without any heading are a warning', () => {
  const lost = annex3(people, { heading: ['人员', '甲', '乙', '丙', '丁', '戊', '己', '庚'] });
  expect(findings(read(sheet('2020年7月', lost)))).toEqual(['warning HEADING_MISSING A1']);
  expect(read(sheet('说明', [['附件3'], ['请按测评表打分']])).problems).toEqual([]);
});

test('a list of weights is no form', () => {
  const rows = [
    ['指标', ...HEADING.slice(1, 8)],
    ['权重', 20, 10, 10, 10, 30, 10, 10],
  ];
  expect(read(sheet('考核设置', rows))).toMatchObject({ forms: [], problems: [] });
});

test('forms stacked on one sheet are read one by one, with the months of their own titles', () => {
  const rows = [...annex3([ZHANG, LI]), [], [], ...annex3([ZHAO], { month: '2020年8月' })];
  const book = read(sheet('测评', rows));
  expect(book.forms.map(({ month, area, firstRow, lastRow }) => ({ month, area, firstRow, lastRow }))).toEqual([
    { month: '2020-07', area: { row: 0, column: 0, rows: 7, columns: 9 }, firstRow: 4, lastRow: 5 },
    { month: '2020-08', area: { row: 9, column: 0, rows: 6, columns: 9 }, firstRow: 13, lastRow: 13 },
  ]);
  expect(totals(book)).toEqual(TOTALS);
  // Without a roster, each month tells who of the other is missing.
  expect(findings(book)).toEqual(['warning PERSON_MISSING -', 'warning PERSON_MISSING -']);
});

test('forms that follow each other without a blank row or footnote keep all their people', () => {
  const rows = [...annex3([ZHANG, LI], { footnote: null }), ...annex3([ZHAO], { month: '2020年8月', footnote: null })];
  const book = read(sheet('测评', rows));
  expect(totals(book)).toEqual(TOTALS);
  expect(book.forms.map(({ lastRow }) => lastRow)).toEqual([5, 10]);
});

test('a heading repeated after a page break goes on with the form above', () => {
  const book = read(sheet('测评', [...annex3([ZHANG, LI], { footnote: null }), [...HEADING], [...ZHAO]]));
  expect(book.forms.map(({ month }) => month)).toEqual(['2020-07', '2020-07']);
  expect(totals(book)).toEqual(TOTALS);
  expect(book.months.get('2020-07')?.get('赵敏')?.raters).toBe(1);
});

test('forms side by side are read each for itself', () => {
  const beside = (left: readonly Cell[] | undefined, right: readonly Cell[] | undefined, gap: number) => [
    ...Array.from({ length: 9 + gap }, (_, i) => left?.[i] ?? null),
    ...(right ?? []),
  ];
  for (const gap of [0, 1, 2]) {
    const [left, right] = [annex3([ZHANG, LI]), annex3([ZHAO], { month: '2020年8月' })];
    const book = read(
      sheet(
        '测评',
        left.map((row, i) => beside(row, right[i], gap)),
      ),
    );
    expect(totals(book)).toEqual(TOTALS);
    expect(book.forms.map(({ month, columns }) => [month, columns.name, columns.last])).toEqual([
      ['2020-07', 0, 8],
      ['2020-08', 9 + gap, 17 + gap],
    ]);
  }
});

test('a form to the right begins after the gap, with its own leading columns', () => {
  const right = annex3([[1, ...ZHAO]], { heading: ['序号', ...HEADING], month: null });
  const rows = annex3([ZHANG]).map((row, i) => [...HEADING.map((_, c) => row[c] ?? null), null, ...(right[i] ?? [])]);
  const book = read(sheet('2020年7月', rows));
  expect(book.forms.map(({ area, columns }) => [area.column, columns.name, columns.last])).toEqual([
    [0, 0, 8],
    [10, 11, 19],
  ]);
});

test('the last person of a form stays its own, whatever a remark looks like', () => {
  const first = annex3([ZHANG, [...LI.map(String), '6月请假']], { footnote: null });
  const book = read(sheet('测评', [...first, ...annex3([ZHAO], { month: '2020年8月' })]));
  expect(totals(book)).toEqual(TOTALS);
  expect(book.forms.map(({ month, lastRow }) => [month, lastRow])).toEqual([
    ['2020-07', 5],
    ['2020-08', 10],
  ]);
});

test('满分100分 in the headings is no weight', () => {
  const labels = HEADING.map((label) => label.replace(/（.*/, '（100分）'));
  const book = read(sheet('2020年7月', annex3(people, { heading: labels })));
  expect(findings(book, 'LABELS_READ')).toEqual(['warning WEIGHTS_MISSING A4:I4']);
  expect(totals(book)).toEqual(TOTALS);
});

test('the program’s own columns and the text above them do not belong to the form', () => {
  const rows = annex3([...people.map((person) => [...person, null, null, 89, '好', 'x'])], {
    heading: [...HEADING, null, '重算总分', '得分等次', '人员键'],
  });
  rows[2]?.push(null, null, null, '2020年9月参加3人，“好”上限1人');
  const book = read(sheet('2020年7月', rows));
  expect(book.problems).toEqual([]);
  expect(book.forms[0]).toMatchObject({ area: { columns: 9 }, columns: { last: 8 }, month: '2020-07' });
});

test('blank rows between people and rows of sums are passed over, and the latter listed', () => {
  const rows = annex3([
    ZHANG,
    [],
    [null],
    LI,
    ['平均分', 85, 85, 85, 85, 85, 85, 85],
    ZHAO,
    ['合计', 240],
    [null, '最高分', 90],
  ]);
  const book = read(sheet('2020年7月', rows));
  expect(totals(book)).toEqual(TOTALS);
  expect(only(book, 'ROWS_SKIPPED')).toMatchObject({
    severity: 'note',
    message: '2020年7月 A1:I13：以下各行不是人员，已跳过：第9行“平均分”、第11行“合计”、第12行“最高分”',
  });
  expect(book.forms[0]).toMatchObject({ firstRow: 4, lastRow: 9, skippedRows: [8] });
});

test('a name that is counted by a formula is no person', () => {
  const counted = { formula: '="共"&COUNTA(A5:A7)&"人"', value: '共3人' };
  const book = read(sheet('2020年7月', annex3([...people, [counted]])));
  expect(totals(book)).toEqual(TOTALS);
  expect(withCode(book, 'ROWS_SKIPPED')).toHaveLength(1);
});

test('a long name in its parts is somebody without scores yet, a remark as long is not', () => {
  const name = '买买提·阿卜杜拉·吐尔逊江·艾合买提江·库尔班';
  const remarks = [
    '本表由考核领导小组成员逐项打分后交人事科汇总存档',
    '·打分须公正·签名须齐全·请于当日交回人事科汇总存档',
    '请假人员:买买提·阿卜杜拉·吐尔逊江·艾合买提江',
    '买买提·阿卜杜拉·吐尔逊江请病假期间不参加本月的测评打分',
    Array.from({ length: 9 }, () => '艾合买提').join('·'),
  ];
  for (const dot of ['·', '•', '．', ' · ']) {
    const rows = annex3([ZHANG, [name.replaceAll('·', dot)], LI, ...remarks.map((remark) => [remark])]);
    const book = read(sheet('2020年7月', rows));
    expect(book.people.map((person) => person.name)).toEqual(['张三', name, '李四']);
    const { message } = only(book, 'ROWS_SKIPPED');
    expect(remarks.filter((remark) => !message.includes(remark))).toEqual([]);
  }
});

test('people below the footnote are read while they have scores', () => {
  const rows = [...annex3([ZHANG, LI]), [...ZHAO], ['孙伟']];
  expect(totals(read(sheet('2020年7月', rows)))).toEqual(TOTALS);
});

test('an empty printed form is a note and nothing else', () => {
  expect(read(sheet('空表', annex3([[], []], { month: '年  月  日' })))).toMatchObject({
    problems: [{ code: 'FORM_EMPTY', severity: 'note', cell: 'A1:I7' }],
    forms: [{ rows: [], firstRow: 4, lastRow: 3 }],
  });
});

test('hidden rows and columns are read and counted', () => {
  const book = read(sheet('2020年7月', annex3(people), { hiddenRows: [4, 5, 6], hiddenColumns: [2] }));
  expect(totals(book)).toEqual(TOTALS);
  expect(only(book, 'HIDDEN_CELLS')).toMatchObject({
    severity: 'warning',
    message: '2020年7月 A1:I8：含3个隐藏行、1个隐藏列，已一并读取；请取消隐藏或筛选后核对',
  });
});

test('a hidden sheet with a form is named and only read when asked for', () => {
  const hidden = sheet('2020年7月', annex3(people), { visibility: 'VeryHidden' });
  const book = read([hidden, sheet('说明', [['打分说明']])]);
  expect(book.scores).toEqual([]);
  expect(only(book, 'HIDDEN_SHEET')).toMatchObject({ severity: 'warning', sheet: '2020年7月', cell: null });
  expect(totals(read(hidden, { includeHidden: true }))).toEqual(TOTALS);
});

test('a protected sheet is read with a note', () => {
  const book = read(sheet('2020年7月', annex3(people), { protected: true }));
  expect(totals(book)).toEqual(TOTALS);
  expect(only(book, 'SHEET_PROTECTED_READ').severity).toBe('note');
});

test('a name merged over two rows is one person; scores in the lower row are an error', () => {
  const merged = ['A5:A6'];
  expect(totals(read(sheet('2020年7月', annex3([ZHANG, [], LI]), { merged })))).toEqual({ 张三: '89', 李四: '80.7' });
  const book = read(sheet('2020年7月', annex3([ZHANG, [null, 90], LI]), { merged }));
  expect(findings(book)).toEqual(['error ROW_SPLIT A5:A6']);
  expect(totals(book)).toEqual({ 张三: null, 李四: '80.7' });
});
