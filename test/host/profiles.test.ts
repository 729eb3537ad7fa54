import { connect } from '../../src/host/client';
import { EmbeddedHost } from '../../src/host/bridge';
import { PROFILES, PROFILE_NAMES as NAMES, profileNamed, type ProfileName } from '../../src/host/profiles';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { filledSheet, openExcel, refusalOf } from './embedded';

/** The profiles of which a switch says so. */
const where = (says: (profile: (typeof PROFILES)[ProfileName]) => boolean) =>
  NAMES.filter((name) => says(PROFILES[name]));

/** What each profile makes of a piece of add-in code: the code with which it is refused, or what it gives. */
async function inEach(code: (context: Excel.RequestContext) => Promise<unknown>): Promise<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  for (const profile of NAMES) {
    const { run } = await openExcel({ profile });
    given[profile] = await run(code).catch((error: unknown) =>
      error instanceof Error && 'code' in error ? error.code : error,
    );
  }
  return given;
}

const only = (names: readonly ProfileName[], there: unknown, elsewhere: unknown) =>
  Object.fromEntries(NAMES.map((name) => [name, names.includes(name) ? there : elsewhere]));

test('special cells of a protected sheet are refused where a profile says so; properties of rows never are', async () => {
  const visible = await inEach(async (context) => {
    const sheet = filledSheet(context, [[1], [2], [3]]);
    sheet.getRange('2:2').rowHidden = true;
    sheet.protection.protect();
    const cells = sheet.getRange('A1:A3').getSpecialCellsOrNullObject('Visible').load('address');
    await context.sync();
    return cells.address;
  });
  expect(visible).toEqual(
    only(
      where((each) => each.specialCellsOnProtected === 'AccessDenied'),
      'AccessDenied',
      'Sheet1!A1,Sheet1!A3',
    ),
  );
  const hidden = await inEach(async (context) => {
    const sheet = filledSheet(context, [[1], [2], [3]]);
    sheet.getRange('2:2').rowHidden = true;
    sheet.getRange('C:C').columnHidden = true;
    sheet.protection.protect();
    const rows = sheet.getRange('A1:A3').getRowProperties({ rowHidden: true });
    const columns = sheet.getRange('B1:C1').getColumnProperties({ columnHidden: true, columnIndex: true });
    await context.sync();
    return [rows.value, columns.value];
  });
  const rows = [{ rowHidden: false }, { rowHidden: true }, { rowHidden: false }];
  const columns = [
    { columnHidden: false, columnIndex: 1 },
    { columnHidden: true, columnIndex: 2 },
  ];
  expect(hidden).toEqual(only(NAMES, [rows, columns], null));
});

test('two rules of one kind on the same cells cannot be reached where a profile says so', async () => {
  const deleted = await inEach(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:A3');
    for (const formula of ['=TRUE', '=FALSE']) range.conditionalFormats.add('Custom').custom.rule.formula = formula;
    const formats = range.conditionalFormats.load('items/type');
    await context.sync();
    const rule = formats.items[0]?.custom.rule.load('formula');
    await context.sync();
    return rule?.formula;
  });
  expect(deleted).toEqual(
    only(
      where((each) => each.twinRules === 'ItemNotFound'),
      'ItemNotFound',
      '=FALSE',
    ),
  );
});

test('a rule over cells whose messages differ is refused where a profile says so, and taken after one message for all', async () => {
  const type = (isFirst: boolean) =>
    inEach(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A2').dataValidation.prompt = { title: '一', message: '二', showPrompt: true };
      const { dataValidation } = sheet.getRange('A1:A3');
      if (isFirst) dataValidation.prompt = { title: '', message: '三', showPrompt: true };
      dataValidation.rule = { wholeNumber: { operator: 'EqualTo', formula1: 1 } };
      dataValidation.load('type');
      await context.sync();
      return dataValidation.type;
    });
  expect(await type(false)).toEqual(
    only(
      where((each) => each.ruleOverPrompts === 'InvalidArgument'),
      'InvalidArgument',
      'WholeNumber',
    ),
  );
  expect(await type(true)).toEqual(only(NAMES, 'WholeNumber', null));
});

test('an address that is given may have 8192 characters, in the worst Excel with the name of its sheet', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `A${1000 + 2 * i}`).join(',');
  const given = (count: number) =>
    inEach(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.name = '一'.repeat(31);
      const areas = sheet.getRanges(many(count)).load('areaCount');
      await context.sync();
      return areas.areaCount;
    });
  expect(await given(1500)).toEqual(only(NAMES, 'InvalidArgument', null));
  expect(await given(300)).toEqual(only(['strict'], 'InvalidArgument', 300));
});

test('an address that comes back may be cut', async () => {
  const got = await inEach(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.name = '一'.repeat(20);
    for (let i = 0; i < 400; i++) sheet.getRangeByIndexes(2 * i, 0, 1, 2).merge();
    const merged = sheet.getRange('A1:B800').getMergedAreasOrNullObject().load('address,areaCount');
    await context.sync();
    return [merged.areaCount, merged.address.split(',').length === 400, merged.address.length <= 8192];
  });
  expect(got).toEqual(
    only(
      where((each) => each.addressLimit.got !== null),
      [400, false, true],
      [400, true, false],
    ),
  );
});

test('a formula of a file shows where it picks one cell of many, and stays in the file as it was', async () => {
  const formula = '=IFERROR(INDEX(B1:B9,MATCH("INDEX(@",C1:C9,0)),"")&SUM(INDEX(B1:C9,1,0))';
  const workbook = WorkbookModel.create();
  workbook.sheets[0]?.input(0, 0, formula);
  for (const profile of NAMES) {
    const { Excel } = await connect(new EmbeddedHost(workbook, { profile }));
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getFirst().getRange('A1').load('formulas');
      await context.sync();
      const shown = PROFILES[profile].implicitIntersection ? formula.replace('INDEX', '@INDEX') : formula;
      expect([profile, cell.formulas]).toEqual([profile, [[shown]]]);
      cell.formulas = [[shown]];
      await context.sync();
      cell.load('formulas');
      await context.sync();
      expect(cell.formulas).toEqual([[shown]]);
    });
  }
  expect(workbook.sheets[0]?.formula(0, 0)).toBe(formula);
});

test('the number formats of dates and times come back as the Excel at hand gives them', async () => {
  const read = await inEach(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B1');
    range.numberFormat = [['mm-dd-yy', 'hh:mm']];
    range.load('numberFormat');
    await context.sync();
    return range.numberFormat[0];
  });
  expect(read).toEqual(
    Object.fromEntries(
      NAMES.map((name) => {
        const { hours, shortDate } = PROFILES[name].numberFormats;
        return [name, [shortDate === 'regional' ? 'yyyy/m/d' : 'mm-dd-yy', hours === 'short' ? 'h:mm' : 'hh:mm']];
      }),
    ),
  );
});

test('pages one way alone, or both ways, are dropped where a profile says so; a scale is not', async () => {
  const zoom = await inEach(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getFirst();
    const taken: Excel.PageLayoutZoomOptions[] = [];
    for (const zoom of [
      { horizontalFitToPages: 1 },
      { scale: 80 },
      { verticalFitToPages: 1 },
      { horizontalFitToPages: 1, verticalFitToPages: 2 },
    ]) {
      pageLayout.zoom = zoom;
      pageLayout.load('zoom');
      await context.sync();
      taken.push(pageLayout.zoom);
    }
    return taken.map(({ scale, horizontalFitToPages, verticalFitToPages }) =>
      [scale, horizontalFitToPages, verticalFitToPages].map((part) => part ?? '').join(),
    );
  });
  const taken = {
    kept: [',1,', '80,,', ',,1', ',1,2'],
    wideAndTall: ['100,,', '80,,', '80,,', ',1,2'],
    dropped: ['100,,', '80,,', '80,,', '80,,'],
  };
  expect(zoom).toEqual(Object.fromEntries(NAMES.map((name) => [name, taken[PROFILES[name].fitToPages]])));
});

test('what is written while calculation is suspended may be stale until somebody calculates', async () => {
  const values = await inEach(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1');
    context.application.suspendApiCalculationUntilNextSync();
    range.formulas = [['=1+1']];
    await context.sync();
    range.load('values');
    await context.sync();
    const before: unknown = range.values[0]?.[0];
    context.application.calculate('Recalculate');
    range.load('values');
    await context.sync();
    const after: unknown = range.values[0]?.[0];
    return [before, after];
  });
  expect(values).toEqual(
    only(
      where((each) => each.suspendedValues === 'stale'),
      [0, 2],
      [2, 2],
    ),
  );
});

test('while another workbook has the focus some members are refused and all others work', async () => {
  const { host, run } = await openExcel();
  const refused = async (doing: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) => {
    host.faults.inject({ kind: 'focusElsewhere' });
    const { code } = await refusalOf(
      run(async (context) => {
        doing(context.workbook.worksheets.getFirst(), context);
        await context.sync();
      }),
    );
    return code;
  };
  expect(await refused((_, { workbook }) => workbook.worksheets.add('二'))).toBe('GeneralException');
  expect(await refused((sheet) => sheet.freezePanes.freezeRows(1))).toBe('GeneralException');
  expect(await refused((sheet) => sheet.freezePanes.unfreeze())).toBe('GeneralException');
  expect(await refused((sheet) => sheet.activate())).toBe('GeneralException');
  expect(await refused((sheet) => sheet.getRange('A1').select())).toBe('GeneralException');
  expect(await refused((sheet) => sheet.delete())).toBe('InvalidSelection');
  host.faults.inject({ kind: 'focusElsewhere' });
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1').values = [[1]];
    await context.sync();
  });
  expect(host.workbook.sheets[0]?.value(0, 0)).toBe(1);
});

test('a cell that is being edited is told by the code of the Excel at hand', async () => {
  for (const profile of NAMES) {
    const { host, run } = await openExcel({ profile });
    host.faults.inject({ kind: 'cellEdit' });
    const { code } = await refusalOf(
      run(async (context) => {
        context.workbook.worksheets.load('items/name');
        await context.sync();
      }),
    );
    expect([profile, code]).toEqual([profile, PROFILES[profile].cellEditCode]);
  }
});

test.each([
  ['reference', [1, 2, 3, 4, 5, 6]],
  ['win-365', [0, 1, 2, 3, 4, 5]],
  ['strict', [2, 4, 4, 6, 8, 8]],
] as const)('events in %s are told at once, late, or doubled and lost', async (profile, counts) => {
  const { host, run } = await openExcel({ profile });
  let heard = 0;
  await run(async (context) => {
    context.workbook.worksheets.onChanged.add(() => {
      heard++;
      return Promise.resolve();
    });
    await context.sync();
  });
  const seen: number[] = [];
  for (let i = 0; i < counts.length; i++) {
    await host.userEdit('Sheet1', 'A1', [[i + 1]]);
    // The client hears of events in a turn of their own.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => setTimeout(resolve, 0));
    seen.push(heard);
  }
  expect(seen).toEqual(counts);
});

test('R12: what is asked of a null object is null again, or refused where a profile says so', async () => {
  const refused = where((each) => each.nullObjects === 'refuse');
  const given = (ask: (sheet: Excel.Worksheet) => { load(names: string): unknown; readonly isNullObject: boolean }) =>
    inEach(async (context) => {
      const object = ask(context.workbook.worksheets.getItemOrNullObject('没有'));
      object.load('address');
      await context.sync();
      return object.isNullObject;
    });
  expect(await given((sheet) => sheet.getUsedRangeOrNullObject())).toEqual(only(NAMES, true, null));
  expect(await given((sheet) => sheet.getRange('A1'))).toEqual(only(refused, 'ItemNotFound', true));
  const done = (act: (sheet: Excel.Worksheet) => void) =>
    inEach(async (context) => {
      act(context.workbook.worksheets.getItemOrNullObject('没有'));
      await context.sync();
      return 'done';
    });
  // The object itself may be told to go; what belongs to it cannot be told anything.
  expect(await done((sheet) => sheet.delete())).toEqual(only(NAMES, 'done', null));
  expect(await done((sheet) => sheet.protection.unprotect())).toEqual(only(refused, 'ItemNotFound', 'done'));
  expect(await done((sheet) => (sheet.pageLayout.leftMargin = 1))).toEqual(only(refused, 'ItemNotFound', 'done'));
  expect(refused).toContain('strict');
});

test('P17: in a read-only workbook every write is refused, and everything can be read and selected', async () => {
  const { host, run } = await openExcel({ readOnly: true });
  const before = JSON.stringify(host.workbook.sheets.map(({ name }) => name));
  const codeOf = (act: (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void) =>
    run(async (context) => {
      act(context.workbook.worksheets.getFirst(), context.workbook);
      await context.sync();
      return 'done';
    }).catch((error: unknown) => (error instanceof Error && 'code' in error ? error.code : error));
  const writes: readonly ((sheet: Excel.Worksheet, workbook: Excel.Workbook) => void)[] = [
    (sheet) => (sheet.getRange('A1').formulas = [['1']]),
    (sheet) => (sheet.getRange('A1').format.font.bold = true),
    (sheet) => sheet.getRange('A1').clear(),
    (sheet) => (sheet.name = '二'),
    (sheet) => sheet.protection.protect(),
    (_, workbook) => workbook.worksheets.add('二'),
    (sheet, workbook) => workbook.names.add('名', sheet.getRange('A1')),
  ];
  for (const write of writes) expect(await codeOf(write)).toBe('AccessDenied');
  const reads: readonly ((sheet: Excel.Worksheet, workbook: Excel.Workbook) => void)[] = [
    (sheet) => sheet.getRange('A1').load('formulas'),
    (sheet) => sheet.getUsedRangeOrNullObject(true).load('address'),
    (sheet) => sheet.findAllOrNullObject('一', {}).load('address'),
    (sheet) => sheet.getRange('A1').select(),
    (_, workbook) => workbook.functions.date(1904, 1, 1).load('value'),
    (sheet) => sheet.onChanged.add(() => Promise.resolve()),
  ];
  for (const read of reads) expect(await codeOf(read)).toBe('done');
  expect(await host.userEdit('Sheet1', 'A1', [[1]])).toMatchObject({ accepted: false, reason: 'readOnly' });
  expect(JSON.stringify(host.workbook.sheets.map(({ name }) => name))).toBe(before);
  expect(host.workbook.sheets[0]?.data.cells.size).toBe(0);
  const told = await run(async (context) => {
    context.workbook.load('readOnly');
    await context.sync();
    return context.workbook.readOnly;
  });
  expect(told).toBe(true);
});

test('P11: Office gives its theme where a profile says so', async () => {
  const given: Record<string, unknown> = {};
  for (const profile of NAMES) {
    const { client } = await openExcel({ profile });
    const { officeTheme } = client.Office.context as { readonly officeTheme?: Partial<Office.OfficeTheme> };
    given[profile] = officeTheme?.bodyBackgroundColor ?? null;
  }
  expect(given).toEqual(only(['win-365', 'win-2021'], '#FFFFFF', null));
});

test('a profile is found by its name, and by nothing else', () => {
  expect([...NAMES].sort()).toEqual(Object.keys(PROFILES).sort());
  expect(NAMES.map(profileNamed)).toEqual(NAMES);
  expect(['', 'Strict', 'toString'].map(profileNamed)).toEqual([undefined, undefined, undefined]);
});

test('requests that write are counted, and those that clear what a person may undo', async () => {
  const counted: Record<string, unknown> = {};
  for (const profile of NAMES) {
    const { host, run } = await openExcel({ profile });
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add('二');
      await context.sync();
      sheet.name = '三';
      await context.sync();
      sheet.load('name');
      await context.sync();
      sheet.protection.protect();
      await context.sync();
    });
    counted[profile] = [host.counters.undoRecords, host.counters.undoClears];
  }
  expect(counted).toEqual(
    only(
      where((each) => each.undoClearedBy.includes('Worksheet.name')),
      [3, 2],
      [3, 1],
    ),
  );
});
