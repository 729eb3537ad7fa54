import { DEFAULT_SETTINGS } from '../../../src/assessment/settings';
import { readBook } from '../../../src/forms/book/book';
import { readCircumstances } from '../../../src/forms/circumstances/register';
import { SheetGrid } from '../../../src/forms/grid/sheetGrid';
import type { SheetSnapshot } from '../../../src/forms/grid/snapshot';
import { NO_CHOICES, type ImportChoices } from '../../../src/forms/import/choices';
import { importFiles, type Import } from '../../../src/forms/import/import';
import type { ImportFile } from '../../../src/forms/import/outside';
import { sheet } from '../support/sheets';

/** A workbook of somebody else's. */
export function fileWith(name: string, ...sheets: readonly SheetSnapshot[]): ImportFile {
  const snapshot = { sheets, date1904: false };
  return { name, snapshot, book: readBook(snapshot, { settings: DEFAULT_SETTINGS }), own: [] };
}

export const ROSTER = sheet('人员名册', [
  ['序号', '单位', '科室', '姓名', '职务', '任现职时间', '身份', '备注'],
  [1, '商务局', '办公室', '王建国', '科长', '2018.03', '公务员', ''],
  [2, '商务局', '办公室', '李晓梅', '', '', '公务员', ''],
  [3, '商务局', '外贸科', '张三', '科员', '', '公务员', ''],
  [4, '商务局', '外资科', '张三', '科员', '', '公务员', ''],
]);

/** Imports files into a workbook of these sheets. */
export function imported(
  files: readonly ImportFile[],
  sheets: readonly SheetSnapshot[] = [ROSTER],
  choices: ImportChoices = NO_CHOICES,
): Import {
  const snapshot = { sheets, date1904: false };
  return importFiles(
    files,
    {
      book: readBook(snapshot, { settings: DEFAULT_SETTINGS }),
      grids: new Map(sheets.map((each) => [each.name, SheetGrid.of(each)])),
      settings: DEFAULT_SETTINGS,
      registerOf: (directory) => readCircumstances(snapshot, directory),
    },
    choices,
  );
}

/** Choices as somebody types them: 假别=情形. */
export function mapped(...words: readonly string[]): ImportChoices {
  return {
    ...NO_CHOICES,
    headings: new Map(words.map((each) => [each.split('=')[0] ?? '', each.split('=')[1] ?? ''])),
  };
}

/** The lines that are written onto a sheet, blank cells as ''. */
export function linesOn({ sheets }: Import, name: string): (string | number)[][] {
  return sheets
    .filter((plan) => plan.sheet === name)
    .flatMap(({ blocks }) => blocks.flatMap(({ cells }) => cells))
    .map((line) =>
      line.map((content) => (content === null ? '' : typeof content === 'object' ? content.formula : content)),
    );
}

export const said = ({ problems }: Import) => problems.map(({ severity, message }) => `${severity} ${message}`);
export const codes = ({ problems }: Import) => problems.map(({ code }) => code);

/** The sheets as they are once a plan of values is written. */
export function written({ sheets: plans }: Import, sheets: readonly SheetSnapshot[] = [ROSTER]): SheetSnapshot[] {
  const made = plans.filter(({ create }) => create).map((plan) => sheet(plan.sheet, []));
  return [...sheets, ...made].map((before) => {
    const plan = plans.find((each) => each.sheet === before.name);
    if (plan === undefined) return before;
    const cells = before.values.map((line) => [...line]);
    for (const { row, column, cells: block } of plan.blocks) {
      block.forEach((line, r) =>
        line.forEach((content, c) => {
          if (content === null || typeof content === 'object') return;
          const target = (cells[row + r] ??= []);
          target[column + c] = content;
        }),
      );
    }
    const rows = Array.from({ length: cells.length }, (_, r) =>
      Array.from({ length: cells[r]?.length ?? 0 }, (__, c) => cells[r]?.[c] ?? ''),
    );
    return sheet(before.name, rows);
  });
}
