import { areaAddress } from '../../forms/grid/address';
import type { CellBlock, Plan, SheetPlan } from '../../forms/grid/plan';
import type { Texts } from '../texts';

/** The changes of one sheet, a line each, in the order in which they are carried out. */
export interface SheetPreview {
  readonly sheet: string;
  readonly lines: readonly string[];
}

/** What a plan will do, for a person to read before confirming. Sheets that a plan leaves as they are do not appear. */
export function describePlan(plan: Plan, { preview: texts }: Texts): readonly SheetPreview[] {
  const sheets = [...new Set([...plan.sheets, ...plan.names].map(({ sheet }) => sheet))];
  return sheets
    .map((sheet) => ({
      sheet,
      lines: [
        ...plan.sheets.filter((each) => each.sheet === sheet).flatMap((each) => describeSheet(each, texts)),
        ...plan.names
          .filter((each) => each.sheet === sheet)
          .map(({ name, area }) => texts.name(name, areaAddress(area))),
      ],
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** Whether a plan writes nothing at all. */
export function isEmptyPlan({ sheets, names }: Plan): boolean {
  return sheets.length + names.length === 0;
}

/** The sheet to look at after a plan: the one that was asked for, else the first that it makes, else the first. */
export function shownSheet({ shows, sheets }: Plan): string | undefined {
  return shows ?? (sheets.find(({ create }) => create) ?? sheets[0])?.sheet;
}

/** Cells that a plan writes; those it leaves as they are do not count. */
export function cellsWritten(plan: Plan): number {
  return plan.sheets.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + written(block).length, 0);
}

function describeSheet(plan: SheetPlan, texts: Texts['preview']): readonly string[] {
  return [
    ...(plan.create ? [texts.newSheet(plan.sheet)] : []),
    ...plan.insertRows.map(({ above, count }) => texts.newRows(count, above + 1)),
    ...plan.blocks.filter((block) => written(block).length > 0).map((block) => describeBlock(block, texts)),
    ...(plan.validations.length > 0 ? [texts.inputChecks(plan.validations.map(({ area }) => areaAddress(area)))] : []),
    ...(plan.messages.length > 0 ? [texts.messages(plan.messages.length)] : []),
    ...(plan.marks === null ? [] : [texts.marks(plan.marks.marks.length)]),
    ...(plan.formats.length > 0 || plan.merges.length > 0 ? [texts.formats] : []),
    ...plan.hiddenRows.map(({ row, hidden }) => (hidden ? texts.hiddenRow(row + 1) : texts.shownRow(row + 1))),
    ...plan.hiddenColumns.map((area) => texts.hiddenColumns(areaAddress(area))),
    ...(plan.page === null ? [] : [texts.pageSetup]),
    ...(plan.printColumns === null ? [] : [texts.printColumns(plan.printColumns)]),
    ...(plan.freezeRows === null ? [] : [texts.frozenRows(plan.freezeRows)]),
  ];
}

function describeBlock(block: CellBlock, texts: Texts['preview']): string {
  const { row, column, cells, label } = block;
  const address = areaAddress({ row, column, rows: cells.length, columns: cells[0]?.length ?? 0 });
  const changed = written(block);
  const replaced = changed.filter(({ before }) => before !== '').length;
  return texts.block(changed.length, address, label) + (replaced > 0 ? texts.overwrites(replaced) : '');
}

/** The block's cells that get a content, each with what it holds now. */
function written({ cells, before }: CellBlock): readonly { before: string | number | boolean }[] {
  return cells.flatMap((line, row) =>
    line.flatMap((content, column) => (content === null ? [] : [{ before: before[row]?.[column] ?? '' }])),
  );
}
