import { applyPlan, makeSplitForms, previewForms } from '../../src/excel';
import { snapshotOf } from '../../src/files/workbookSnapshot';
import { xlsxOf } from '../../src/files/writeSheets';
import type { FormsOfMonths } from '../../src/forms/paper/split';
import type { SheetModel } from '../../src/host/workbook/model/workbook';
import { saveWorkbook } from '../../src/host/workbook/xlsx';
import { GOLDEN, inExcel, opened, openFixture } from '../excel/support/workbooks';

const months = ['2021-05'];
const ofPerson = { kind: 'person', department: '外贸科', name: '郑凯' } as const;

/** All that makes a sheet: what its cells hold and how they look, sizes, rules and pages. */
function described(model: SheetModel) {
  return [...model.data.cells.entries()]
    .map(([key, { style }]) => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      const { font, alignment, border, numFmt, protection } = style ?? {};
      const edges = Object.entries(border ?? {}).flatMap(([edge, side]) =>
        side !== undefined && typeof side === 'object'
          ? [`${edge} ${JSON.stringify(side).includes('thin') ? 'thin' : 'other'}`]
          : [],
      );
      return {
        key,
        content: model.formula(row, column),
        font: [font?.name, font?.size],
        alignment: [
          alignment?.horizontal,
          alignment?.vertical,
          alignment?.wrapText === true,
          alignment?.shrinkToFit === true,
        ],
        edges: edges.sort(),
        format: numFmt ?? 'General',
        open: protection?.locked === false,
      };
    })
    .sort((a, b) => a.key.localeCompare(b.key));
}

test.each<[string, FormsOfMonths, 'person' | 'department' | 'rater']>([
  ['附件1', { annex: 1, months, people: ofPerson, protect: true }, 'person'],
  ['附件2', { annex: 2, months, people: { kind: 'department', department: '办公室' } }, 'department'],
  ['附件3', { annex: 3, months, people: { kind: 'all' }, raters: ['张局长'], protect: true }, 'rater'],
])('a file with %s holds what Excel holds where the same forms are made in the workbook', async (_, wanted, by) => {
  const workbook = await openFixture(GOLDEN);
  const plan = await inExcel(
    workbook,
    async () => {
      const preview = await previewForms(wanted);
      await applyPlan(preview.plan);
      return preview.plan;
      // An Excel that takes pages as the file says them (W13).
    },
    'win-365',
  );
  const [name = ''] = plan.sheets.map(({ sheet }) => sheet);
  const inWorkbook = (await opened(await saveWorkbook(workbook))).sheetByName(name);

  const { files } = await inExcel(await openFixture(GOLDEN), () => makeSplitForms(wanted, by));
  expect(files).toHaveLength(1);
  const file = await opened(await xlsxOf(files[0]?.sheets ?? []));
  const [inFile] = file.sheets;
  expect(file.sheets.map((sheet) => sheet.name)).toEqual([name]);
  if (inFile === undefined || inWorkbook === undefined) throw new Error('no sheet');
  expect(described(inFile)).toEqual(described(inWorkbook));
  const sizes = ({ data }: SheetModel) => ({
    merges: [...(data.merges ?? [])].map((merge) => JSON.stringify(merge)).sort(),
    breaks: data.rowBreaks ?? [],
    page: { ...data.pageSetup, margins: undefined },
    margins: Object.entries(data.pageSetup?.margins ?? {})
      .filter(([side]) => !['header', 'footer'].includes(side))
      .map(([side, inches]) => [side, Math.round(Number(inches) * 254)]),
    isProtected: data.protection?.sheet === true,
    validations: (data.dataValidations ?? []).map(
      ({ range, type, formula1, formula2, inputMessage, errorMessage }) => ({
        ...{ range, type, formula1, formula2, inputMessage, errorMessage },
      }),
    ),
  });
  expect(sizes(inFile)).toEqual(sizes(inWorkbook));
});

test('such a file is read as the forms that it holds', async () => {
  const wanted: FormsOfMonths = { annex: 1, months: ['2020-10', '2020-11', '2020-12'], people: ofPerson };
  const { files } = await inExcel(await openFixture(GOLDEN), () => makeSplitForms(wanted, 'person'));
  expect(files.map(({ file }) => file)).toEqual(['附件1 2020年10月至12月 外贸科 郑凯.xlsx']);
  const read = await snapshotOf(await xlsxOf(files[0]?.sheets ?? []));
  if (!read.ok) throw new Error(read.refusal);
  expect(read.snapshot.sheets.map(({ name }) => name)).toEqual([
    '附件1 2020年10月 郑凯',
    '附件1 2020年11月 郑凯',
    '附件1 2020年12月 郑凯',
  ]);
});
