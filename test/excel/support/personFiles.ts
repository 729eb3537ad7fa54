import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import type { Month } from '../../../src/assessment/period';
import { readFiles, type FileSource, type ReadFile } from '../../../src/files';
import { emptyFiling, layoutFiling, type FilingContent } from '../../../src/forms/records/layoutFiling';
import { layoutWeeklyRecord } from '../../../src/forms/records/layoutWeekly';
import type { FormLayout, TaskContent } from '../../../src/forms/grid/formSketch';

/** Files of single people, as the office gets them: our printed forms, filled in, saved by another program. */

export function weeklyFile(
  name: string,
  from: string,
  to: string,
  tasks: readonly TaskContent[],
  { department = '外贸科', file = `${name} ${from}.xlsx` }: { department?: string; file?: string } = {},
): Promise<FileSource> {
  const header = { department, displayName: name, position: '科员', since: '2018-03' };
  return fileOf(file, '周记实', layoutWeeklyRecord({ header, from, to, tasks }, { sheet: '周记实', row: 0 }));
}

export function filingFile(
  name: string,
  month: Month,
  fields: Partial<FilingContent> = {},
  { department = '外贸科', file = `${name} 备案表.xlsx` }: { department?: string; file?: string } = {},
): Promise<FileSource> {
  const header = { department, displayName: name, position: '科员', since: '2018-03' };
  const content = { ...emptyFiling(header, month), ...fields };
  return fileOf(file, '备案表', layoutFiling(content, { sheet: '备案表', row: 0 }));
}

export const task = (progress: string, completion = '已完成', finished = ''): TaskContent => ({
  progress,
  completion,
  finished,
});

/** A form that fills a sheet of its own. */
async function fileOf(name: string, sheet: string, { blocks, merges }: FormLayout): Promise<FileSource> {
  const cells = new Map<string, Partial<Cell>>();
  for (const { row, column, cells: lines } of blocks) {
    lines.forEach((line, r) => {
      line.forEach((content, c) => {
        if (typeof content === 'string' || typeof content === 'number') {
          cells.set(`${row + r},${column + c}`, { value: content });
        }
      });
    });
  }
  const written: WriteSheet = {
    name: sheet,
    cells,
    merges: merges.map(({ row, column, rows, columns }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rows - 1,
      endCol: column + columns - 1,
    })),
  };
  const bytes = await writeXlsx({ sheets: [written] });
  return { name, bytes: () => Promise.resolve(bytes) };
}

/** The files as the program reads them. */
export async function readAll(...files: readonly Promise<FileSource>[]): Promise<ReadFile[]> {
  return readFiles(await Promise.all(files));
}
