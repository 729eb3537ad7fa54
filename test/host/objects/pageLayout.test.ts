import { addressOf, openExcel, refusalOf, type EmbeddedExcel } from '../embedded';

let excel: EmbeddedExcel;
beforeEach(async () => {
  excel = await openExcel();
});

test('a page is laid out and read again; margins are in points', async () => {
  await excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getFirst();
    pageLayout.set({
      orientation: 'Landscape',
      paperSize: 'A4',
      leftMargin: 36,
      rightMargin: 36,
      topMargin: 54,
      bottomMargin: 54,
      headerMargin: 18,
      footerMargin: 18,
      centerHorizontally: true,
      printGridlines: true,
      zoom: { horizontalFitToPages: 1 },
    });
    pageLayout.load();
    await context.sync();
    expect(pageLayout.toJSON()).toMatchObject({
      orientation: 'Landscape',
      paperSize: 'A4',
      leftMargin: 36,
      topMargin: 54,
      headerMargin: 18,
      footerMargin: 18,
      centerHorizontally: true,
      centerVertically: false,
      printGridlines: true,
      zoom: { horizontalFitToPages: 1 },
    });
    expect(excel.host.workbook.sheets[0]?.data.pageSetup?.margins).toMatchObject({ left: 0.5, top: 0.75 });
  });
});

test('margins can be given in other units', async () => {
  await excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getFirst();
    pageLayout.setPrintMargins('Centimeters', { left: 2.54, top: 1.27 });
    pageLayout.load('leftMargin,topMargin,rightMargin');
    await context.sync();
    expect([pageLayout.leftMargin, pageLayout.topMargin]).toEqual([72, 36]);
    expect(pageLayout.rightMargin).toBeCloseTo(50.4, 6);
  });
});

test('a scale and a number of pages exclude each other', async () => {
  await excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getFirst();
    pageLayout.zoom = { scale: 80 };
    pageLayout.load('zoom');
    await context.sync();
    expect(pageLayout.zoom).toEqual({ scale: 80 });
    for (const zoom of [{ scale: 5 }, { scale: 80, verticalFitToPages: 1 }]) {
      pageLayout.zoom = zoom;
      expect(await refusalOf(context.sync())).toMatchObject({ code: 'InvalidArgument', location: 'PageLayout.zoom' });
    }
  });
});

test('print area and titles are set and read, or not there', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const { pageLayout } = sheet;
    expect(await addressOf(context, pageLayout.getPrintAreaOrNullObject())).toBeNull();
    expect(await addressOf(context, pageLayout.getPrintTitleRowsOrNullObject())).toBeNull();
    pageLayout.setPrintArea('A1:H30');
    pageLayout.setPrintTitleRows('$1:$3');
    pageLayout.setPrintTitleColumns(sheet.getRange('A:B'));
    expect(await addressOf(context, pageLayout.getPrintArea())).toBe('Sheet1!A1:H30');
    expect(await addressOf(context, pageLayout.getPrintTitleRows())).toBe('Sheet1!1:3');
    expect(await addressOf(context, pageLayout.getPrintTitleColumns())).toBe('Sheet1!A:B');
    pageLayout.setPrintArea(sheet.getRanges('A1:B2,D4'));
    expect(await addressOf(context, pageLayout.getPrintArea())).toBe('Sheet1!A1:B2,Sheet1!D4');
    pageLayout.setPrintTitleRows('A1:B2');
    expect((await refusalOf(context.sync())).code).toBe('InvalidArgument');
  });
});

test('headers and footers have three parts, and other first pages', async () => {
  await excel.run(async (context) => {
    const { headersFooters } = context.workbook.worksheets.getFirst().pageLayout;
    headersFooters.defaultForAllPages.leftHeader = '平时考核';
    headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
    headersFooters.defaultForAllPages.rightFooter = 'A&&B';
    headersFooters.state = 'FirstAndDefault';
    headersFooters.firstPage.centerHeader = '封面';
    headersFooters.load('state');
    headersFooters.defaultForAllPages.load();
    headersFooters.firstPage.load('centerHeader');
    await context.sync();
    expect(headersFooters.state).toBe('FirstAndDefault');
    expect(headersFooters.defaultForAllPages.toJSON()).toEqual({
      leftHeader: '平时考核',
      centerHeader: '',
      rightHeader: '',
      leftFooter: '',
      centerFooter: '第 &P 页，共 &N 页',
      rightFooter: 'A&&B',
    });
    expect(headersFooters.firstPage.centerHeader).toBe('封面');
    expect(excel.host.workbook.sheets[0]?.data.headerFooter?.oddFooter).toBe('&C第 &P 页，共 &N 页&RA&&B');
  });
});

test('what the file adapter cannot keep is refused, not forgotten', async () => {
  await excel.run(async (context) => {
    context.workbook.worksheets.getFirst().pageLayout.blackAndWhite = true;
    expect(await refusalOf(context.sync())).toMatchObject({
      code: 'ApiNotFound',
      location: 'PageLayout.blackAndWhite',
    });
  });
});
