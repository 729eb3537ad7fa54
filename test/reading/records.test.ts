/** 附件1 and 附件2 as offices lay them out: what a row is follows from what is seen in it and from the order of a form. */
import { annex1, annex2, EVALUATION, filing, weekly } from '../forms/support/annexForms';
import { findings, only, read, sheet, withCode, type Cell } from '../forms/support/sheets';

const HEADER: readonly (readonly Cell[])[] = [
  ['科  室', '外贸科', null, '姓 名 ', '李军'],
  ['职  务', '科员', null, '任现职时间', '2018.03'],
];
const TASKS: readonly (readonly Cell[])[] = [
  ['工作任务完成情况', '序号', '工作任务进度', '完结情况', '完结时间'],
  [null, 1, '起草稳外贸方案', '已完成', '2021年5月6日'],
  [null, 2, '走访重点企业', '进行中'],
];
const WEEK: readonly Cell[] = ['（2021年5月3日---2021年5月7日）'];
const MONTH: readonly Cell[] = ['（2021年5月）'];
const record = (rows: readonly (readonly Cell[])[], merged: readonly string[] = []) =>
  read(sheet('表', rows, { merged }));
const plan = { header: { department: '外贸科', name: '李军', position: '科员', since: '2018-03' } };
const progress = (tasks: readonly { readonly progress: string }[]) => tasks.map((task) => task.progress);

test.each<[string, readonly (readonly Cell[])[]]>([
  ['in another order', [HEADER[1] ?? [], HEADER[0] ?? []]],
  [
    'names first',
    [
      ['姓名', '李军', null, '科室', '外贸科'],
      ['任现职时间', '2018.03', null, '职务', '科员'],
    ],
  ],
  ['all in one row', [['科室', '外贸科', '姓名', '李军', '职务', '科员', '任现职时间', '2018.03']]],
  [
    'below each other',
    [
      ['科室', '外贸科'],
      ['姓名', '李军'],
      ['职务', '科员'],
      ['任现职时间', '2018.03'],
    ],
  ],
  [
    'with what they say below them',
    [
      ['科室', '姓名', '职务', '任现职时间'],
      ['外贸科', '李军', '科员', '2018.03'],
    ],
  ],
  ['in one cell', [['科室：外贸科　姓名：李军　职务：科员　任现职时间：2018.03']]],
  [
    'called otherwise',
    [
      ['所在科室', '外贸科', null, '被考核人', '李军'],
      ['现任职务', '科员', null, '任职时间', '2018.03'],
    ],
  ],
])('fields %s are read', (_, header) => {
  const book = record([['公务员每周工作记实'], WEEK, ...header, ...TASKS]);
  expect(weekly(book)).toMatchObject({ ...plan, from: '2021-05-03', to: '2021-05-07' });
  expect(progress(weekly(book).tasks)).toEqual(['起草稳外贸方案', '走访重点企业']);
  expect(withCode(book, 'RECORD_LEFT_OVER')).toEqual([]);
});

test('a label that is missing leaves its field blank, and nothing else', () => {
  const rows = [MONTH, HEADER[0] ?? [], ...TASKS, ['评语', '认真。建议等次：好'], ['考核委员会意见', '同意。']];
  const { header, comment, suggestedGrade } = filing(record(rows));
  expect(header).toMatchObject({ department: '外贸科', name: '李军', position: '', since: '' });
  expect([comment, suggestedGrade]).toEqual(['认真。', '好']);
});

test('a form without 姓名 is an error that names it, not silence', () => {
  const rows = annex1().filter(([label]) => label !== '科  室');
  expect(only(record(rows.slice(1)), 'NAME_MISSING').severity).toBe('error');
  const untitled = [WEEK, ['科室', '外贸科', null, '职务', '科员'], ...TASKS];
  expect(only(record(untitled), 'NAME_MISSING').severity).toBe('error');
});

test('labels that no annex has are nobody’s 职务, and are named', () => {
  const rows = [
    ['公务员每周工作记实'],
    WEEK,
    ['科室', '外贸科', '姓名', '李军', '政治面貌', '中共党员'],
    ['职务', null, '联系电话', '2345678', '任现职时间', '2018.03'],
    ...TASKS,
  ];
  const book = record(rows);
  expect(weekly(book).header).toMatchObject({ name: '李军', position: '', since: '2018-03' });
  expect(only(book, 'RECORD_UNUSED').message).toContain('“政治面貌”F3、“联系电话”D4');
  expect(findings(book)).toEqual(['note RECORD_UNUSED A1:F7']);
});

test('an unknown label is no value where the value is blank: both texts are named', () => {
  const rows = [['公务员每周工作记实'], WEEK, ['职务', null, '爱好', '篮球', '姓名', '李军'], ...TASKS];
  const book = record(rows);
  expect(weekly(book).header.position).toBe('');
  const found = only(book, 'RECORD_LEFT_OVER');
  expect(found.severity).toBe('warning');
  expect(found.message).toContain('C3“爱好”、D3“篮球”');
});

test('a column beside the tasks that no annex has is named with its cells', () => {
  const rows = annex1({ rows: 2 }).map((row, i) =>
    i === 5
      ? [...row, '责任人']
      : i === 6 || i === 7
        ? [...row, ...Array<null>(5 - row.length).fill(null), '张三']
        : row,
  );
  const book = record(rows);
  expect(only(book, 'RECORD_UNUSED').message).toContain('“责任人”F6（2个单元格）');
  expect(weekly(book).tasks).toHaveLength(2);
});

test('工作任务进度 that is called something else is read with a warning', () => {
  const rows = annex1();
  rows[5] = ['工作任务完成情况', '序号', '本周干了什么', '完结情况', '完结时间'];
  const book = record(rows);
  expect(progress(weekly(book).tasks)).toEqual(['起草稳外贸方案', '走访重点企业']);
  expect(only(book, 'RECORD_COLUMN_READ')).toMatchObject({ severity: 'warning', cell: 'C6' });
});

test.each([
  ['all three turned', ['statusNote', 'committee', 'evaluation']],
  ['评语 last', ['committee', 'evaluation']],
  ['one alone', ['evaluation']],
])('the fields below the tasks, %s, keep what they say', (_, order) => {
  const field: Readonly<Record<string, readonly Cell[]>> = {
    evaluation: ['分管领导评语', EVALUATION],
    committee: ['考核委员会意见', '同意。'],
    statusNote: ['未确定等次或不参加考核情况说明', '试用期'],
  };
  const rows = [['公务员平时考核备案表'], MONTH, ...HEADER, ...TASKS, ...order.map((each) => field[each] ?? [])];
  const { comment, signer, committeeOpinion, statusNote } = filing(record(rows));
  expect([comment, signer]).toEqual(['工作认真负责。', '王强']);
  expect(committeeOpinion).toBe(order.includes('committee') ? '同意。' : '');
  expect(statusNote).toBe(order.includes('statusNote') ? '试用期' : '');
});

describe('评语, 建议等次 and 签名', () => {
  const below = (...rows: readonly (readonly Cell[])[]) =>
    filing(record([['公务员平时考核备案表'], MONTH, ...HEADER, ['个人岗位职责', '统计'], ...TASKS, ...rows]));
  const right = { comment: '工作认真。', suggestedGrade: '好', signer: '王强' };
  const lines = [
    [null, '工作认真。'],
    [null, '建议等次：好'],
    [null, '签名：王强'],
  ];

  test('in rows below each other at the very end of the form', () => {
    expect(below(['评语', '工作认真。'], ...lines.slice(1))).toMatchObject(right);
  });
  test('below a label that has a row of its own', () => {
    expect(below(['评语及等次建议'], ...lines, ['考核委员会意见', '同意。'])).toMatchObject(right);
    expect(below(['评语及等次建议'], ['工作认真。建议等次：好\n签名：王强'])).toMatchObject(right);
  });
  test('with 签名 where labels stand', () => {
    expect(below(['评语', '工作认真。建议等次：好'], ['签名：', '王强'], ['考核委员会意见', '同意。'])).toMatchObject(
      right,
    );
  });
  test('and a note below them is nobody’s opinion', () => {
    const form = below(
      ['评语', '工作认真。建议等次：好\n签名：王强'],
      ['考核委员会意见', '同意。'],
      ['填表人：刘洋　审核人：'],
      ['注：一式两份'],
    );
    expect(form).toMatchObject({ ...right, committeeOpinion: '同意。', statusNote: '' });
  });
});

describe('tasks that hold words of labels', () => {
  const texts = [
    '完成情况良好',
    '科室业务目标分解落实',
    '考核委员会会议准备',
    '个人岗位职责梳理',
    '未确定等次人员名单核对',
    '填报公务员每周工作记实',
    '整理附件2备案表',
    '备注信息核对',
    '评语初稿',
    '分管领导批示件督办',
  ];
  test.each([true, false])('stay tasks, with 序号: %s', (numbered) => {
    const tasks = texts.map((text, i): Cell[] => [...(numbered ? [null, i + 1] : []), text, '已完成', '2021.5.6']);
    const heading: Cell[] = [...(numbered ? ['工作任务完成情况', '序号'] : []), '工作任务进度', '完结情况', '完结时间'];
    const rows = [['公务员平时考核备案表'], MONTH, ...HEADER, heading, ...tasks, ['评语', '认真。建议等次：好']];
    const form = filing(record(rows));
    expect(progress(form.tasks)).toEqual(texts);
    expect(form.comment).toBe('认真。');
  });

  test('also where the next form has no title', () => {
    const week = (text: string) => [
      WEEK,
      ...HEADER,
      ['工作任务进度', '完结情况', '完结时间'],
      [text, '已完成', '2021.5.6'],
    ];
    const book = record([...week('填报公务员每周工作记实'), ...week('走访企业')]);
    expect(book.weeklyRecords.map(({ tasks }) => progress(tasks))).toEqual([['填报公务员每周工作记实'], ['走访企业']]);
  });
});

describe('several forms on a sheet', () => {
  const untitled = (name: string) => annex2({ name, tasks: [['走访企业', '已完成']] }).slice(2);

  test('with empty lines without 序号 and no titles keep their own 评语', () => {
    const spaced = (rows: readonly Cell[][]): Cell[][] => [
      ...rows.slice(0, 7),
      ...Array.from({ length: 12 }, (): Cell[] => []),
      ...rows.slice(-3),
    ];
    const rows = ['李军', '王强', '赵敏'].flatMap((name) => [...spaced(untitled(name)), [], [], []]);
    expect(record(rows).filings.map(({ header, comment }) => [header.name, comment])).toEqual([
      ['李军', '工作认真负责。'],
      ['王强', '工作认真负责。'],
      ['赵敏', '工作认真负责。'],
    ]);
  });

  test('without titles, a blank 情况说明 is not the next form’s period', () => {
    const book = record([...untitled('李军'), ...untitled('王强')]);
    expect(book.filings.map(({ month, statusNote }) => [month, statusNote])).toEqual([
      ['2021-05', ''],
      ['2021-05', ''],
    ]);
  });

  test('a form in the middle that lost its headings takes nothing from the others, and is told', () => {
    const lost = annex2({ name: '王强' }).filter((_, i) => i !== 7);
    const book = record([...annex2(), ...lost, ...annex2({ name: '赵敏' })]);
    expect(book.filings.map(({ header, tasks }) => [header.name, tasks.length])).toEqual([
      ['李军', 2],
      ['赵敏', 2],
    ]);
    expect(only(book, 'RECORD_UNREADABLE').cell).toBe('A23');
  });

  test('side by side with 附件2 beside 附件1, each keeps its columns', () => {
    const [left, right] = [annex1(), annex2({ name: '王强' })];
    const rows = right.map((row, i) => [...Array.from({ length: 6 }, (_, c) => left[i]?.[c] ?? null), ...row]);
    const book = record(rows);
    expect([weekly(book).header.name, filing(book).header.name, filing(book).comment]).toEqual([
      '李军',
      '王强',
      '工作认真负责。',
    ]);
    expect(book.problems).toEqual([]);
  });
});

test.each([
  ['注：本表一式两份'],
  ['备注：此表每月底交局人事科存档'],
  ['科室负责人签字：'],
  ['填表人：张三　　审核人：李四'],
  ['分管领导签字：', null, '2021年5月8日'],
])('a line %s below the tasks is no task', (...line: Cell[]) => {
  const book = record([...annex1({ rows: 2 }).slice(0, -1), line]);
  expect(progress(weekly(book).tasks)).toEqual(['起草稳外贸方案', '走访重点企业']);
  expect(book.problems).toEqual([]);
});

test.each([1, 3, 30])('附件1 with room for %i tasks', (rows) => {
  expect(weekly(record(annex1({ rows, tasks: [['走访企业', '已完成', '2021.5.6']] }))).tasks).toHaveLength(1);
});

test('merged labels and a merged title', () => {
  const merged = [
    'A1:H1',
    'A3:B3',
    'C3:D3',
    'E3:F3',
    'G3:H3',
    'A4:A6',
    'C4:E4',
    'C5:E5',
    'C6:E6',
    'F4:G4',
    'F5:G5',
    'F6:G6',
  ];
  const rows: Cell[][] = [
    ['公务员每周工作记实'],
    [...WEEK],
    ['姓  名', null, '李军', null, '科室', null, '外贸科'],
    ['工作任务完成情况', '序号', '工作任务进度', null, null, '完结情况', null, '完结时间'],
    [null, 1, '走访企业', null, null, '已完成', null, '2021.5.6'],
    [null, 2, '起草方案', null, null, '进行中'],
  ];
  const book = record(rows, merged);
  expect(weekly(book)).toMatchObject({ header: { name: '李军', department: '外贸科' } });
  expect(weekly(book).tasks.map(({ progress: text, completion }) => [text, completion])).toEqual([
    ['走访企业', '已完成'],
    ['起草方案', '进行中'],
  ]);
});

test('what stands beside the forms of a sheet is named once', () => {
  const list: Cell[][] = [[], [], [], ['值班安排'], ['周一', '张三', '上午']];
  const found = only(record([...annex1(), ...list]), 'RECORDS_BESIDE');
  expect(found).toMatchObject({ severity: 'note', cell: 'A23' });
  expect(found.message).toContain('4个单元格');
});

test('a field that no form claims is a warning', () => {
  const rows = [...annex1(), [], [], [], ['考核委员会意见', '同意。'], ['值班']];
  const book = record(rows);
  expect(only(book, 'RECORD_LEFT_OVER')).toMatchObject({ severity: 'warning' });
  expect(only(book, 'RECORD_LEFT_OVER').message).toContain('B23“同意。”');
  expect(only(book, 'RECORDS_BESIDE').message).toContain('“值班”');
});

test('headings that a page break repeats go on with the tasks of the form', () => {
  const rows = [...annex1({ rows: 2 }).slice(0, -1), ...TASKS.slice(0, 1), [null, 3, '组织培训', '已完成', '2021.5.7']];
  const book = record(rows);
  expect(progress(weekly(book).tasks)).toEqual(['起草稳外贸方案', '走访重点企业', '组织培训']);
});
