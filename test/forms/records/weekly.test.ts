import { annex1, ANNEX1_MERGED, weekly, type Task } from '../support/annexForms';
import { annex3, findings, only, read, roster, sheet, withCode, ZHANG, type Cell } from '../support/sheets';

const week = (period: Cell, name = '记实') => {
  const book = read(sheet(name, annex1({ period }), { merged: ANNEX1_MERGED }));
  const { from, to } = weekly(book);
  return { book, from, to };
};

describe('附件1 as printed', () => {
  const book = read(sheet('李军', annex1(), { merged: ANNEX1_MERGED }));

  test('gives its person, week and filled tasks, and nothing is wrong with it', () => {
    expect(book.problems).toEqual([]);
    expect(weekly(book)).toEqual({
      annex: 1,
      sheet: '李军',
      area: { row: 0, column: 0, rows: 19, columns: 5 },
      header: { department: '外贸科', name: '李军', displayName: '李军', position: '科员', since: '2018-03' },
      from: '2021-05-03',
      to: '2021-05-07',
      tasks: [
        {
          row: 6,
          index: '1',
          progress: '起草稳外贸方案',
          completion: '已完成',
          completed: '已完成',
          finishedText: '2021年5月6日',
          finished: '2021-05-06',
        },
        {
          row: 7,
          index: '2',
          progress: '走访重点企业',
          completion: '进行中',
          completed: '进行中',
          finishedText: '',
          finished: null,
        },
      ],
      cells: { department: 'B4', name: 'E4', position: 'B5', since: 'E5', period: 'A3', tasks: 'C7' },
    });
  });

  test('changes neither the people of the book nor the quarter', () => {
    expect(book.people).toEqual([]);
    expect(book.quarter('2021Q2')).toEqual([]);
  });
});

describe('the week', () => {
  test.each<[Cell]>([
    ['(2021年5月3日---2021年5月7日)'],
    ['（2021年5月3日—2021年5月7日）'],
    ['【2021年5月3日－2021年5月7日】'],
    ['2021年 5 月 3 日 —— 2021年 5 月 7 日'],
    ['2021年5月3日至5月7日'],
    ['2021年5月3日到7日'],
    ['2021年5月3-7日'],
    ['2021.5.3-5.7'],
    ['2021.05.03～2021.05.07'],
    ['2021-5-3-2021-5-7'],
    ['2021-05-03~2021-05-07'],
    ['2021/5/3-2021/5/7'],
    ['20210503—20210507'],
    ['２０２１年５月３日─５月７日'],
    ['二〇二一年五月三日至五月七日'],
    ['2021年5月3日（星期一）至5月7日（星期五）'],
    ['自2021年5月3日起至2021年5月7日止'],
    ['记实时间：2021年5月3日一5月7日'],
  ])('is read from %s without a word', (period) => {
    const { book, from, to } = week(period);
    expect([from, to]).toEqual(['2021-05-03', '2021-05-07']);
    expect(book.problems).toEqual([]);
  });

  test('stands in the title’s own cell, below a line break', () => {
    const rows = annex1({ period: null });
    rows[1] = ['公务员每周工作记实\n(2021年5月3日---2021年5月7日)'];
    expect(weekly(read(sheet('记实', rows)))).toMatchObject({ from: '2021-05-03', to: '2021-05-07' });
  });

  test('stands in two date cells with a dash between them, in either date system', () => {
    const rows = (first: number) => {
      const all = annex1();
      const date = (value: number) => ({ value, format: 'yyyy"年"m"月"d"日"' });
      all[2] = [date(first), '---', date(first + 4)];
      return sheet('记实', all);
    };
    expect(weekly(read(rows(44319)))).toMatchObject({ from: '2021-05-03', to: '2021-05-07' });
    expect(weekly(read(rows(42857), { date1904: true }))).toMatchObject({ from: '2021-05-03', to: '2021-05-07' });
  });

  test('crosses months and years as written', () => {
    expect(week('2020年6月29日---7月3日')).toMatchObject({ from: '2020-06-29', to: '2020-07-03' });
    expect(week('2020年12月28日—1月1日')).toMatchObject({ from: '2020-12-28', to: '2021-01-01' });
    expect(week('12月28日—2021年1月1日')).toMatchObject({ from: '2020-12-28', to: '2021-01-01' });
  });

  test('without a year takes that of the sheet’s name, with a warning', () => {
    const { book, from, to } = week('5月3日至5月7日', '2021年5月记实');
    expect([from, to]).toEqual(['2021-05-03', '2021-05-07']);
    expect(findings(book)).toEqual(['warning YEAR_INHERITED A3']);
    expect(only(book, 'YEAR_INHERITED').message).toContain('按表名补为2021年');
  });

  test('without a year takes that of the workbook’s other forms', () => {
    const book = read([
      sheet('记实', annex1({ period: '(5月3日---5月7日)' })),
      sheet('五月', annex3([ZHANG], { month: '2021年5月' })),
    ]);
    expect(weekly(book)).toMatchObject({ from: '2021-05-03', to: '2021-05-07' });
    expect(only(book, 'YEAR_INHERITED').message).toContain('本工作簿其他表');
  });

  test('without any year is no week', () => {
    const { book, from, to } = week('(5月3日---5月7日)');
    expect([from, to]).toEqual([null, null]);
    expect(withCode(book, 'YEAR_MISSING')).toHaveLength(1);
  });

  test('with the template’s 2020 left on one side is of the other year, with a warning', () => {
    const { book, from, to } = week('(2020年5月3日---2021年5月7日)');
    expect([from, to]).toEqual(['2021-05-03', '2021-05-07']);
    expect(findings(book)).toEqual(['warning YEAR_DIFFERS A3']);
    expect(only(book, 'YEAR_DIFFERS').message).toBe(
      '记实 A3：表内年份2020，与考核期2021不一致，按2021年计；请改正表内年份',
    );
  });

  test('of the template’s 2020 on a sheet named 2021 is of 2021, with a warning', () => {
    const { book, from, to } = week('(2020年5月3日---2020年5月7日)', '2021年5月记实');
    expect([from, to]).toEqual(['2021-05-03', '2021-05-07']);
    expect(findings(book)).toEqual(['warning YEAR_DIFFERS A3']);
  });

  test('of 2020 among more forms of that month in 2021 stays as written, with a warning', () => {
    const forms = ['2020年5月3日---5月7日', '2021年5月10日---5月14日', '2021年5月17日---5月21日'];
    const book = read(
      sheet(
        '记实',
        forms.flatMap((period) => annex1({ period })),
      ),
    );
    expect(book.weeklyRecords.map(({ from }) => from)).toEqual(['2020-05-03', '2021-05-10', '2021-05-17']);
    // Its task was finished in 2021, which is another slip.
    expect(findings(book)).toEqual(['warning YEAR_DIFFERS E7', 'warning YEAR_DIFFERS A3']);
  });

  test('whose month is not that of the sheet’s name counts nowhere', () => {
    const { book, from, to } = week('2021年7月5日---2021年7月9日', '8月');
    expect([from, to]).toEqual([null, null]);
    expect(only(book, 'MONTH_CONFLICT')).toMatchObject({ severity: 'error', cell: 'A3' });
    expect(only(book, 'MONTH_CONFLICT').message).toContain('表题7月，表名8月');
  });

  test.each<[Cell, string]>([
    ['(2020   年   月  日---2020   年   月   日)', 'warning PERIOD_MISSING A3'],
    [null, 'warning PERIOD_MISSING A2'],
    ['2021年5月第2周', 'warning PERIOD_UNREADABLE A3'],
    ['2021年6月31日---7月4日', 'error DATE_INVALID A3'],
    ['2021年5月7日---2021年5月3日', 'error PERIOD_REVERSED A3'],
  ])('written %s is no week: %s', (period, expected) => {
    const { book, from } = week(period);
    expect(from).toBeNull();
    expect(findings(book)).toEqual([expected]);
  });

  test('that was begun but not finished keeps its first day', () => {
    const { book, from, to } = week('(2021年5月3日---2020   年   月   日)');
    expect([from, to]).toEqual(['2021-05-03', null]);
    expect(findings(book)).toEqual(['warning PERIOD_INCOMPLETE A3']);
  });

  test('of one day is that day, with a warning', () => {
    const { book, from, to } = week('2021年5月7日');
    expect([from, to]).toEqual(['2021-05-07', '2021-05-07']);
    expect(findings(book)).toEqual(['warning PERIOD_SINGLE_DAY A3']);
  });
});

describe('the fields', () => {
  test.each<[Cell, string]>([
    ['2018.03', '2018-03'],
    ['2018年3月', '2018-03'],
    ['2018-3-15', '2018-03-15'],
    ['201803', '2018-03'],
    [2018.03, '2018-03'],
    [{ value: 43160, format: 'yyyy"年"m"月"' }, '2018-03'],
    [{ value: 43160, format: 'yyyy/m/d' }, '2018-03-01'],
    ['任职多年', '任职多年'],
    [null, ''],
  ])('任现职时间 %j is %s', (since, expected) => {
    const book = read(sheet('记实', annex1({ since })));
    expect(weekly(book).header.since).toBe(expected);
    expect(book.problems).toEqual([]);
  });

  test('任现职时间 2018.1 as a number may be October', () => {
    const book = read(sheet('记实', annex1({ since: 2018.1 })));
    expect(findings(book)).toEqual(['warning DATE_AMBIGUOUS E5']);
  });

  test('stand in their label’s own cell after a colon', () => {
    const rows = annex1();
    rows[3] = ['科  室：外贸科', null, null, '姓 名：张　三'];
    rows[4] = ['职务:科长', null, null, '任现职时间：2018年3月'];
    const record = weekly(read(sheet('记实', rows)));
    expect(record.header).toEqual({
      department: '外贸科',
      name: '张三',
      displayName: '张　三',
      position: '科长',
      since: '2018-03',
    });
    expect(record.cells).toMatchObject({ department: 'A4', name: 'D4' });
  });

  test('stand all in one cell', () => {
    const rows = annex1();
    rows.splice(3, 2, ['科室：外贸科　　姓 名：张三    职务：科员  任现职时间：2018.03']);
    expect(weekly(read(sheet('记实', rows))).header).toEqual({
      department: '外贸科',
      name: '张三',
      displayName: '张三',
      position: '科员',
      since: '2018-03',
    });
  });

  test('are found under labels of another writing, which is told', () => {
    const rows = annex1();
    rows[3] = ['部 门', '外贸科', null, '姓\n名', '李军'];
    const book = read(sheet('记实', rows));
    expect(weekly(book).header).toMatchObject({ department: '外贸科', name: '李军' });
    expect(only(book, 'LABELS_READ').message).toContain('部门→科室');
  });

  test('in one row beside each other are no roster', () => {
    const rows = annex1();
    rows.splice(3, 2, ['姓名', '李军', '职务', '科员', '任现职时间', '2018.03', '科室', '外贸科']);
    const book = read(sheet('记实', rows));
    expect(book.roster).toBeNull();
    expect(weekly(book).header).toMatchObject({
      name: '李军',
      department: '外贸科',
      position: '科员',
      since: '2018-03',
    });
  });

  test.each<[Cell, string]>([
    [null, 'error NAME_MISSING E4'],
    ['张三/李四', 'error NAME_SEVERAL E4'],
    [12345, 'error NAME_NOT_TEXT E4'],
    ['张�', 'warning NAME_UNREADABLE E4'],
  ])('姓名 %j: %s', (name, expected) => {
    expect(findings(read(sheet('记实', annex1({ name }))))).toEqual([expected]);
  });

  test('name somebody who is not on the roster: a warning', () => {
    const book = read([sheet('记实', annex1({ name: '王五' })), roster(['外贸科', '李军'])]);
    expect(only(book, 'NOT_ON_ROSTER')).toMatchObject({ severity: 'warning', sheet: '记实', cell: 'E4' });
    expect(book.people.map(({ name }) => name)).toEqual(['李军']);
  });
});

describe('the tasks', () => {
  const tasksOf = (tasks: readonly Task[]) => weekly(read(sheet('记实', annex1({ tasks })))).tasks;

  test.each<[Cell, string | null]>([
    ['完成', '已完成'],
    ['已完成', '已完成'],
    ['已办结', '已完成'],
    ['✓', '已完成'],
    ['√', '已完成'],
    ['100%', '已完成'],
    [1, '已完成'],
    ['已完成（见附件）', '已完成'],
    ['进行中', '进行中'],
    ['正在办理', '进行中'],
    ['50%', '进行中'],
    [0.5, '进行中'],
    ['完成80%', '进行中'],
    ['未完成', '未完成'],
    ['未办结', '未完成'],
    ['未完成，企业未报送', '未完成'],
    ['0%', '未完成'],
    ['等领导批示', null],
    ['', null],
  ])('完结情况 %j is %s', (completion, expected) => {
    expect(tasksOf([['走访企业', completion]])[0]?.completed).toBe(expected);
  });

  test('完结情况 is kept as written where it is not known', () => {
    expect(tasksOf([['走访企业', '等领导批示']])[0]?.completion).toBe('等领导批示');
  });

  test.each<[Cell, string | null]>([
    ['2021年5月6日', '2021-05-06'],
    ['2021.5.6', '2021-05-06'],
    ['20210506', '2021-05-06'],
    [{ value: 44322, format: 'm"月"d"日"' }, '2021-05-06'],
    [44322, '2021-05-06'],
    ['2021年5月', '2021-05'],
    ['6日', '2021-05-06'],
    ['2021年5月3日至6日', '2021-05-06'],
    ['长期', null],
  ])('完结时间 %j is %s without a word', (finished, expected) => {
    const book = read(sheet('记实', annex1({ tasks: [['走访企业', '已完成', finished]] })));
    expect(weekly(book).tasks[0]?.finished).toBe(expected);
    expect(book.problems).toEqual([]);
  });

  test('完结时间 without a year takes the period’s, with one warning for the form', () => {
    const book = read(
      sheet(
        '记实',
        annex1({
          tasks: [
            ['甲', '完成', '5.6'],
            ['乙', '完成', 5.7],
            ['丙', '完成', '2021.5.7'],
          ],
        }),
      ),
    );
    expect(weekly(book).tasks.map(({ finished }) => finished)).toEqual(['2021-05-06', '2021-05-07', '2021-05-07']);
    expect(only(book, 'YEAR_INHERITED').message).toContain('（E7、E8）');
  });

  test('完结时间 of a week at New Year takes the nearer year', () => {
    const tasks: Task[] = [
      ['甲', '完成', '12月30日'],
      ['乙', '完成', '1月1日'],
    ];
    const book = read(sheet('记实', annex1({ period: '2020年12月28日---2021年1月1日', tasks })));
    expect(weekly(book).tasks.map(({ finished }) => finished)).toEqual(['2020-12-30', '2021-01-01']);
  });

  test.each<[Cell, string]>([
    ['6.31', 'error DATE_INVALID E7'],
    ['6/7', 'warning DATE_AMBIGUOUS E7'],
    [5.1, 'warning DATE_AMBIGUOUS E7'],
  ])('完结时间 %j: %s', (finished, expected) => {
    const book = read(sheet('记实', annex1({ tasks: [['走访企业', '已完成', finished]] })));
    expect(weekly(book).tasks[0]?.finished).toBeNull();
    expect(findings(book)).toEqual([expected]);
  });

  test('may be more than twelve, with broken 序号 and blank rows between them', () => {
    const rows = annex1({ tasks: Array.from({ length: 20 }, (_, i): Task => [`任务${i + 1}`, '完成']) });
    rows[8] = [null, 'a', '任务3', '完成'];
    rows[9] = [null, null, null, null];
    const { tasks, area } = weekly(read(sheet('记实', rows)));
    expect(tasks).toHaveLength(19);
    expect(tasks.map(({ index }) => index).slice(0, 4)).toEqual(['1', '2', 'a', '5']);
    expect(area.rows).toBe(27);
  });

  test('split over rows are one where 序号 is merged, else two with a warning', () => {
    const rows = annex1();
    rows.splice(
      6,
      2,
      [null, 1, '起草稳外贸', '已完成', '2021.5.6'],
      [null, null, '实施方案'],
      [null, 2, '走访企业', '进行中'],
    );
    const merged = weekly(read(sheet('记实', rows, { merged: ['B7:B8'] })));
    expect(merged.tasks.map(({ progress }) => progress)).toEqual(['起草稳外贸\n实施方案', '走访企业']);
    const book = read(sheet('记实', rows));
    expect(weekly(book).tasks).toHaveLength(3);
    expect(findings(book)).toEqual(['warning ROW_SPLIT C8']);
  });

  test('are found by their headings, with another column among them', () => {
    const rows = annex1({ tasks: [] });
    rows[5] = ['工作任务完成情况', '序号', '协办', '工作任务进度', '完结时间', '完结情况', '备注'];
    rows[6] = [null, 1, '王五', '走访企业', '2021.5.6', '√', '无'];
    expect(weekly(read(sheet('记实', rows))).tasks).toMatchObject([
      { progress: '走访企业', completion: '√', finished: '2021-05-06' },
    ]);
  });

  test('with a formula that has no result are blank there, and an error', () => {
    const book = read(sheet('记实', annex1({ tasks: [['走访企业', '#REF!']] })));
    expect(weekly(book).tasks[0]?.completion).toBe('');
    expect(findings(book)).toEqual(['error CELL_ERROR D7']);
  });
});
