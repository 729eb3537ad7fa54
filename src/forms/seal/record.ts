import { parseQuarter, type Quarter } from '../../assessment/period';
import { emptySheetPlan, type CellContent, type SheetPlan } from '../grid/plan';
import { digestOf, overUnits, sectionsOf, type Seal } from './seal';
import { HEADING_ROW, HEADINGS, isSealRecord, TITLE } from './recordSheet';
import { SheetGrid } from '../grid/sheetGrid';
import { SheetNames } from '../grid/sheetNames';
import { tablePage } from '../grid/tablePage';

/** The program's sheet with the digests of every sealed quarter. */
const SEAL_RECORD = '封存记录';
const NOTE = '由程序生成，用于核对封存后的改动，请勿修改；摘要为SHA-256。';
const FIRST_ROW = 3;
/** 部分 of the digest over all, and of that of a seal that was renewed. */
const WHOLE = '全部';
const EARLIER = '前次封存';

/** 部分 of the line that says what the seal covers. */
const VERSION = '版本';

type Line = readonly [
  quarter: string,
  section: string,
  object: string,
  digest: string,
  place: string,
  text: string,
  given: string,
];

/** The seal of a quarter as 封存记录 keeps it, whatever order its lines are in; null where there is none. */
export function readSeal(grids: Iterable<SheetGrid>, quarter: Quarter): Seal | null {
  const lines = [...grids]
    .filter(isSealRecord)
    .flatMap(linesOf)
    .filter(([of]) => of === quarter);
  const full = lines.find(([, section]) => section === WHOLE)?.[3];
  if (full === undefined) return null;
  const version = lines.some(([, section, , digest]) => section === VERSION && digest === '2') ? 2 : 1;
  const known = sectionsOf(version);
  return {
    version,
    quarter,
    full,
    sections: known.flatMap((section) =>
      lines.flatMap(([, of, object, digest]) => (of === section && object === '' ? [{ section, digest }] : [])),
    ),
    units: lines
      .filter(([, section, object]) => known.includes(section) && object !== '')
      .map(([, section, object, digest, place, text, given]) => ({ section, object, digest, place, text, given })),
  };
}

/** Whether a record says of itself what it says: its contents give its digests, these those of the sections and of all. */
export async function isTrueRecord(seal: Seal, grids: Iterable<SheetGrid>): Promise<boolean> {
  if ([...grids].filter(isSealRecord).length > 1) return false;
  const over = await overUnits(seal.version, seal.quarter, seal.units);
  const digests = await Promise.all(seal.units.map(digestOf));
  return (
    over.full === seal.full &&
    over.sections.every(({ section, digest }) =>
      seal.sections.some((each) => each.section === section && each.digest === digest),
    ) &&
    (seal.version === 1 || seal.units.every(({ digest }, i) => digest === digests[i]))
  );
}

/** Plans the record of a seal in place of the quarter's earlier one, whose digest is kept; null where it stands there. */
export function layoutSealRecord(seal: Seal, grids: ReadonlyMap<string, SheetGrid>): SheetPlan | null {
  const present = [...grids.values()].find(isSealRecord);
  const grid = present ?? SheetGrid.empty(new SheetNames(grids.keys()).next(SEAL_RECORD));
  const old = present === undefined ? [] : linesOf(present);
  const { quarter } = seal;
  const renewed = old.filter(([of, section, , digest]) => of === quarter && section === WHOLE && digest !== seal.full);
  const lines: readonly Line[] = [
    ...old.filter(([of]) => of !== quarter),
    [quarter, WHOLE, '', seal.full, '', '', ''],
    ...old.filter(([of, section]) => of === quarter && section === EARLIER),
    ...renewed.map(([, , , digest]): Line => [quarter, EARLIER, '', digest, '', '', '']),
    [quarter, VERSION, '', String(seal.version), '', '', ''],
    ...seal.sections.map(({ section, digest }): Line => [quarter, section, '', digest, '', '', '']),
    ...seal.units.map(({ section, object, digest, place, text, given }): Line => {
      return [quarter, section, object, digest, place, text, given];
    }),
  ];
  const blank: CellContent[][] = Array.from({ length: Math.max(0, grid.rowEnd - FIRST_ROW - lines.length) }, () =>
    HEADINGS.map(() => ''),
  );
  const beside = HEADINGS.slice(1).map(() => '');
  const head: CellContent[][] = [[TITLE, ...beside], [NOTE, ...beside], [...HEADINGS]];
  const block = grid.block(SEAL_RECORD, 0, 0, [...head, ...lines.map((line) => [...line]), ...blank]);
  if (block.cells.every((line) => line.every((content) => content === null))) return null;
  const isNew = present === undefined;
  const end = FIRST_ROW + lines.length;
  // Lines that were there keep the look that they have.
  const added = end - Math.max(FIRST_ROW, Math.min(grid.rowEnd, end));
  return {
    ...emptySheetPlan(grid.name, isNew),
    blocks: [block],
    formats: [
      ...(added > 0
        ? [{ area: { row: end - added, column: 0, rows: added, columns: HEADINGS.length }, wrap: true }]
        : []),
      ...(isNew
        ? [
            { area: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, fontSize: 14 },
            { area: { row: HEADING_ROW, column: 0, rows: 1, columns: HEADINGS.length }, bold: true },
            ...[9, 10, 22, 35, 18, 22, 9].map((columnWidth, column) => ({
              area: { row: 0, column, rows: 1, columns: 1 },
              columnWidth,
            })),
          ]
        : []),
    ],
    page: isNew ? tablePage(HEADING_ROW) : null,
    freezeRows: isNew ? FIRST_ROW : null,
  };
}

function linesOf(grid: SheetGrid): Line[] {
  const lines: Line[] = [];
  for (let row = FIRST_ROW; row < grid.rowEnd; row++) {
    const at = (column: number) => String(grid.value(row, column));
    if (parseQuarter(at(0)) !== undefined) lines.push([at(0), at(1), at(2), at(3), at(4), at(5), at(6)]);
  }
  return lines;
}
