import { annex1, annex2, ANNEX2_MERGED, BLANK_FILING, filing, type FilingText, type Task } from '../support/annexForms';
import { annex3, findings, only, read, sheet, ZHANG, type Cell } from '../support/sheets';

const form = (text: FilingText = {}, name = '备案') => {
  const book = read(sheet(name, annex2(text), { merged: ANNEX2_MERGED }));
  return { book, filing: filing(book) };
};

describe('附件2 as printed', () => {
  test('gives its person, month, fields, tasks and evaluation, and nothing is wrong with it', () => {
    const { book, filing: read2 } = form();
    expect(book.problems).toEqual([]);
    expect(read2).toMatchObject({
      annex: 2,
      sheet: '备案',
      area: { row: 0, column: 0, rows: 21, columns: 5 },
      header: { department: '外贸科', name: '李军', displayName: '李军', position: '科员', since: '2018-03' },
      month: '2021-05',
      goals: '稳外贸促增长',
      duties: '外贸统计',
      comment: '工作认真负责。',
      suggestedText: '较好',
      suggestedGrade: '较好',
      signer: '王强',
      signedOn: '2021-06-03',
      committeeOpinion: '同意。',
      committeeOn: '2021-06-08',
      statusNote: '',
    });
    expect(read2.tasks.map(({ row, completed }) => [row, completed])).toEqual([
      [8, '已完成'],
      [9, '进行中'],
    ]);
    expect(read2.cells).toEqual({
      department: 'B4',
      name: 'E4',
      position: 'B5',
      since: 'E5',
      month: 'A3',
      goals: 'B6',
      duties: 'B7',
      tasks: 'C9',
      comment: 'B19',
      suggestedGrade: 'B19',
      signer: 'B19',
      signedOn: 'B19',
      committeeOpinion: 'B20',
      committeeOn: 'B20',
      statusNote: 'B21',
    });
  });

  test('changes neither the people of the book nor the quarter', () => {
    const { book } = form();
    expect([book.people, book.quarter('2021Q2')]).toEqual([[], []]);
  });

  test('keeps 情况说明', () => {
    expect(form({ status: '试用期' }).filing.statusNote).toBe('试用期');
  });

  test('that nobody filled in is a note and no record', () => {
    const book = read(sheet('空表', annex2(BLANK_FILING), { merged: ANNEX2_MERGED }));
    expect(book.filings).toEqual([]);
    expect(findings(book)).toEqual(['note RECORD_EMPTY A1:E21']);
  });

  test('with a name only is a record without tasks', () => {
    const { filing: read2 } = form({ ...BLANK_FILING, name: '李军', month: '2021年5月' });
    expect(read2).toMatchObject({ tasks: [], comment: '', suggestedText: '', suggestedGrade: null, signer: '' });
    expect(read2).toMatchObject({ signedOn: null, committeeOpinion: '', committeeOn: null });
  });

  test('with the title of 附件1 is read by its labels, with a warning', () => {
    const rows = annex2();
    rows[1] = ['公务员每周工作记实'];
    const book = read(sheet('备案', rows));
    expect(filing(book).month).toBe('2021-05');
    expect(findings(book)).toEqual(['warning RECORD_MISTITLED A1']);
  });
});

describe('the month', () => {
  test.each<[Cell]>([
    ['(2021年5月)'],
    ['（2021年5月份）'],
    ['2021.5'],
    ['2021-05'],
    ['202105'],
    ['二〇二一年五月'],
    ['2021年5月1日—2021年5月31日'],
    [{ value: 44317, format: 'yyyy"年"m"月"' }],
    [44317],
  ])('is read from %j without a word', (month) => {
    const { book, filing: read2 } = form({ month });
    expect(read2.month).toBe('2021-05');
    expect(book.problems).toEqual([]);
  });

  test('2021.1 as a number may be October, which is told', () => {
    const text = { month: 2021.1, evaluation: null, committee: null, tasks: [] };
    expect(findings(form(text).book)).toEqual(['warning DATE_AMBIGUOUS A3']);
  });

  test('may be typed in two cells', () => {
    const rows = annex2();
    rows[2] = [null, '2021年', '5月'];
    expect(filing(read(sheet('备案', rows))).month).toBe('2021-05');
  });

  test('that the sheet’s name contradicts counts nowhere', () => {
    const { book, filing: read2 } = form({ month: '2021年7月' }, '2021年8月');
    expect(read2.month).toBeNull();
    expect(only(book, 'MONTH_CONFLICT')).toMatchObject({ severity: 'error', cell: 'A3' });
    expect(only(book, 'MONTH_CONFLICT').message).toContain('表题7月，表名8月');
  });

  test('of the template’s 2020 on a sheet of 2021 is of 2021, with a warning', () => {
    const { book, filing: read2 } = form({ month: '(2020年5月)' }, '2021年5月');
    expect(read2.month).toBe('2021-05');
    expect(findings(book)).toEqual(['warning YEAR_DIFFERS A3']);
    expect(only(book, 'YEAR_DIFFERS').message).toContain('表内年份2020，与考核期2021不一致');
  });

  test('of 2020 that was signed more than a year later stays, with a warning', () => {
    const { book, filing: read2 } = form({ month: '(2020年5月)', tasks: [['走访企业', '完成']] });
    expect(read2).toMatchObject({ month: '2020-05', signedOn: '2021-06-03' });
    expect(findings(book)).toEqual(['warning YEAR_DIFFERS A3']);
  });

  test('without a year takes the signature’s', () => {
    const { book, filing: read2 } = form({ month: '(5月)' });
    expect(read2.month).toBe('2021-05');
    expect(only(book, 'YEAR_INHERITED').message).toContain('按签字日期补为2021年');
  });

  test('of December signed in January is of the year before', () => {
    const evaluation = '工作认真。建议等次：好\n签名：王强\n2021年1月4日';
    expect(form({ month: '(12月)', evaluation, committee: null, tasks: [] }).filing.month).toBe('2020-12');
  });

  test('that stands nowhere is not taken from the signature: it belongs to the month after', () => {
    const { book, filing: read2 } = form({ month: '(2020年   月 )' });
    expect(read2.month).toBeNull();
    expect(findings(book)).toEqual(['warning MONTH_MISSING A3']);
  });

  test('gives its year to an 附件3 without one', () => {
    const book = read([sheet('李军', annex2()), sheet('打分', annex3([ZHANG], { month: '5月' }))]);
    expect(book.forms[0]?.month).toBe('2021-05');
  });
});

describe('the evaluation', () => {
  const evaluated = (evaluation: Cell) => {
    const { book, filing: read2 } = form({ evaluation });
    const { comment, suggestedText, suggestedGrade, signer, signedOn } = read2;
    return { book, read2: [comment, suggestedText, suggestedGrade, signer, signedOn] };
  };

  test.each<[string, string, string]>([
    ['工作认真。\n建议等次：较好\n签名：王强\n2021年6月3日', '工作认真。', '较好'],
    ['工作认真。建议等次：“较好”。签名：王强　2021年6月3日', '工作认真。', '较好'],
    ['工作认真，建议“较好”等次。\n签名：王强 2021.6.3', '工作认真。', '较好'],
    ['工作认真负责，建议评定为较好等次\n签字：王强 日期：2021-6-3', '工作认真负责', '较好'],
    ['评语：工作认真。\n考核等次建议：较好等次\n签 名：王 强\n日 期：2021年6月3日', '工作认真。', '较好'],
    ['较好\n工作认真。\n王强 2021年6月3日', '工作认真。', '较好'],
    ['工作认真。\n建议等次：□好 ☑较好 □一般 □较差\n分管领导签名：王强 2021年6月3日', '工作认真。', '较好'],
    ['工作认真，同意确定为“较好”等次。\n（签字）：王强\n二〇二一年六月三日', '工作认真，同意。', '较好'],
    ['工作认真。\n签名：\n王强\n2021年6月3日\n建议等次：较好', '工作认真。', '较好'],
  ])('%j is taken apart', (text, comment, grade) => {
    const { book, read2 } = evaluated(text);
    expect(read2).toEqual([comment, grade, grade, '王强', '2021-06-03']);
    expect(book.problems).toEqual([]);
  });

  test('with words like grades in its sentences suggests none, and a denial is told', () => {
    const { book, read2 } = evaluated(
      '表现良好，成绩优秀，服务较好，建议好好学习，不得确定为好等次。\n签名：王强 2021年6月3日',
    );
    expect(read2.slice(1, 3)).toEqual(['不得确定为好等次', null]);
    expect(findings(book)).toEqual(['warning GRADE_DENIED B19']);
  });

  test('keeps dates in its sentences apart from the signature’s', () => {
    const { read2 } = evaluated('2021年5月20日前完成统计，表现突出。建议等次：好\n签名：王强 2021年6月3日');
    expect(read2).toEqual(['2021年5月20日前完成统计，表现突出。', '好', '好', '王强', '2021-06-03']);
  });

  test.each<[string, string, string]>([
    ['优秀', '优秀', '，建议改为“好”'],
    ['良好', '良好', '，建议改为“较好”'],
    ['A', 'A', '，建议改为“好”'],
    ['合格', '合格', '，建议改为“一般”'],
    ['同意', '同意', ''],
  ])('suggesting %s is an error with a proposal where there is one', (word, text, proposal) => {
    const { book, read2 } = evaluated(`工作认真。\n建议等次：${word}\n签名：王强 2021年6月3日`);
    expect(read2.slice(1, 3)).toEqual([text, null]);
    expect(only(book, 'GRADE_WORD')).toMatchObject({ severity: 'error', cell: 'B19' });
    expect(only(book, 'GRADE_WORD').message).toBe(
      `备案 B19：建议等次“${word}”不是规定的等次，等次须为好/较好/一般/较差${proposal}；请改正`,
    );
  });

  test('suggesting two different grades is a warning, and none is taken', () => {
    const { book, read2 } = evaluated('建议“好”等次。\n建议等次：较好\n签名：王强 2021年6月3日');
    expect(read2[2]).toBeNull();
    expect(findings(book)).toEqual(['warning GRADE_SEVERAL B19']);
  });

  test.each([
    ['建议等次为：好', '好'],
    ['建议等次；较  好', '较好'],
    ['建议：一般', '一般'],
    ['同意，好', '好'],
    ['同意评为“较差”等次', '较差'],
    ['建议等次：拟评为好', '好'],
    ['综合评价：较好', '较好'],
    ['建议等次：好（√）较好（ ）', '好'],
  ])('%s suggests %s', (wording, grade) => {
    const { book, read2 } = evaluated(`工作扎实。\n${wording}\n签名：王强 2021年6月3日`);
    expect([read2[0], read2[2]]).toEqual(['工作扎实。', grade]);
    expect(findings(book)).toEqual([]);
  });

  test.each(['不同意评为好', '建议不评为好', '建议等次：不得评为好', '未达到好等次', '不建议：好'])(
    '%s denies a grade, and suggests none',
    (wording) => {
      const { book, read2 } = evaluated(`工作扎实。\n${wording}\n签名：王强 2021年6月3日`);
      expect(read2[2]).toBeNull();
      expect(findings(book)).toEqual(['warning GRADE_DENIED B19']);
    },
  );

  test('suggesting 不确定等次 is no grade and no error', () => {
    const { book, read2 } = evaluated('试用期内。\n建议等次：不确定等次\n签名：王强 2021年6月3日');
    expect(read2.slice(1, 3)).toEqual(['不确定等次', null]);
    expect(book.problems).toEqual([]);
  });

  test('with a date and no typed name may be signed by a picture, which nobody can check', () => {
    const { book } = evaluated('工作认真。建议等次：好\n签名：\n2021年6月3日');
    expect(findings(book)).toEqual(['warning SIGNATURE_PICTURE B19']);
    expect(only(book, 'SIGNATURE_PICTURE').message).toContain('无法核对图片签名');
  });

  test('with nothing but a grade is not yet signed, which is no matter of pictures', () => {
    expect(evaluated('建议等次：好\n签名：\n年  月  日').book.problems).toEqual([]);
  });

  test.each<[string, string]>([
    ['签名：王强 2021年6月31日', 'error DATE_INVALID B19'],
    ['签名：王强 6/7', 'warning DATE_AMBIGUOUS B19'],
    ['签名：王强 6月3日', 'warning YEAR_INHERITED B19'],
  ])('dated %s: %s', (signature, expected) => {
    expect(findings(evaluated(`建议等次：好\n${signature}`).book)).toEqual([expected]);
  });

  test('in several cells, as the program lays it out, is read cell by cell', () => {
    const rows = annex2();
    rows.splice(
      18,
      1,
      ['分管领导或\n内设机构负责\n人评语及\n考核等次\n建议', '工作认真。'],
      [null, '建议\n等次', '较好', '签名：王强'],
      [null, null, null, { value: 44350, format: 'yyyy"年"m"月"d"日"' }],
    );
    const book = read(
      sheet('备案', rows, { merged: ['A19:A21', 'B19:E19', 'B20:B21', 'C20:C21', 'D20:E20', 'D21:E21'] }),
    );
    expect(book.problems).toEqual([]);
    expect(filing(book)).toMatchObject({
      comment: '工作认真。',
      suggestedGrade: '较好',
      signer: '王强',
      signedOn: '2021-06-03',
      committeeOpinion: '同意。',
    });
    expect(filing(book).cells).toMatchObject({ suggestedGrade: 'C20', signer: 'D20', signedOn: 'D21', comment: 'B19' });
  });

  test('in cells with their labels beside them, a blank suggestion not taking the next label for its value', () => {
    const rows = annex2();
    rows.splice(
      18,
      1,
      ['评语及考核等次建议', '工作认真。'],
      [null, '建议等次：', null, '签名：', '王强'],
      [null, '日期：', '2021年6月3日'],
    );
    const { suggestedText, signer, signedOn, comment } = filing(read(sheet('备案', rows)));
    expect([comment, suggestedText, signer, signedOn]).toEqual(['工作认真。', '', '王强', '2021-06-03']);
  });
});

describe('pasted from Word', () => {
  test('a label split over rows is joined with the rows beside it, with a warning', () => {
    const rows = annex2();
    rows.splice(
      18,
      1,
      ['分管领导或', '工作认真。'],
      ['内设机构负责人评语及考核等次', '建议等次：较好'],
      ['建议', '签名：王强  2021年6月3日'],
    );
    const book = read(sheet('备案', rows));
    expect(filing(book)).toMatchObject({
      comment: '工作认真。',
      suggestedGrade: '较好',
      signer: '王强',
      signedOn: '2021-06-03',
    });
    expect(findings(book)).toEqual(['warning ROW_SPLIT A19']);
  });

  test('fields over several rows are joined', () => {
    const rows = annex2();
    rows.splice(5, 1, ['科室业务责任目标\n暨亮点工作', '稳外贸'], [null, '促增长']);
    const book = read(sheet('备案', rows, { merged: ['A6:A7'] }));
    expect(filing(book)).toMatchObject({ goals: '稳外贸\n促增长', duties: '外贸统计' });
    expect(book.problems).toEqual([]);
  });

  test('soft breaks inside cells are line breaks', () => {
    expect(form({ goals: '稳外贸\u000b促增长' }).filing.goals).toBe('稳外贸\n促增长');
  });
});

describe('forms on a sheet', () => {
  test('附件1 and 附件2 of one person stacked are both read, in order', () => {
    const book = read(
      sheet('李军', [...annex1(), [], ...annex2(), [], ...annex1({ period: '2021年6月7日---6月11日' })]),
    );
    expect(book.formsInOrder.map(({ annex, area }) => [annex, area.row, area.rows])).toEqual([
      [1, 0, 19],
      [2, 20, 21],
      [1, 42, 19],
    ]);
    expect(book.problems).toEqual([]);
  });

  test('附件2 touching each other without 附件 lines keep their own fields', () => {
    const rows = [annex2({ name: '李军' }), annex2({ name: '王强', status: '请假' })].flatMap((each) => each.slice(1));
    const book = read(sheet('五月', rows));
    expect(book.filings.map(({ header, statusNote, tasks }) => [header.name, statusNote, tasks.length])).toEqual([
      ['李军', '', 2],
      ['王强', '请假', 2],
    ]);
  });

  test('附件2 side by side keep their own fields', () => {
    const [left, right] = [annex2({ name: '李军' }), annex2({ name: '王强', committee: null })];
    const rows = left.map((line, i) => [...Array.from({ length: 6 }, (_, c) => line[c] ?? null), ...(right[i] ?? [])]);
    const book = read(sheet('五月', rows));
    expect(book.filings.map(({ header, committeeOpinion, duties }) => [header.name, committeeOpinion, duties])).toEqual(
      [
        ['李军', '同意。', '外贸统计'],
        ['王强', '', '外贸统计'],
      ],
    );
  });

  test('more than ten tasks are all read', () => {
    const tasks = Array.from({ length: 15 }, (_, i): Task => [`任务${i + 1}`, '完成']);
    expect(filing(read(sheet('备案', annex2({ tasks })))).tasks).toHaveLength(15);
  });
});
