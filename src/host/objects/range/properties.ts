import type { Json, JsonObject } from '../../wire/protocol';
import type { Area } from '../../workbook/values/address';
import { Arguments, asBoolean, asList, asRecord, isRecord, type ArgumentRecord } from '../core/arguments';
import { rangeObject, type HostObject, type Member, type Session } from '../core/object';
import { RangeRef } from '../core/rangeRef';
import { invalidArgument, Refusal } from '../core/refusal';

/** The most cells, rows or columns whose properties are asked for or given at once. */
const MOST = 100_000;

/** Members that read and write many properties of many cells at once, by the names that the objects have for them. */
export const propertyMembers: Readonly<Record<string, Member<RangeRef>>> = {
  getCellProperties: {
    kind: 'method',
    since: '1.9',
    call: async (range, given, session) => {
      const wanted = asRecord(given.at(0));
      const table: Json[] = [];
      for (const row of cellsOf(range)) table.push(await readAll(row, wanted, session));
      return table;
    },
  },
  getRowProperties: {
    kind: 'method',
    since: '1.9',
    call: (range, given, session) => readAll(linesOf(range, 'rows'), asRecord(given.at(0)), session),
  },
  getColumnProperties: {
    kind: 'method',
    since: '1.9',
    call: (range, given, session) => readAll(linesOf(range, 'columns'), asRecord(given.at(0)), session),
  },
  setCellProperties: {
    kind: 'method',
    since: '1.9',
    call: (range, given, session) => {
      const rows = cellsOf(range);
      const table = asList(given.at(0)).map((row) => asList(row).map(asRecord));
      if (table.length !== rows.length) throw wrongShape();
      rows.forEach((cells, index) => checkShape(cells, table[index] ?? []));
      rows.forEach((cells, index) => writeAll(cells, table[index] ?? [], session));
    },
  },
  setRowProperties: {
    kind: 'method',
    since: '1.9',
    call: (range, given, session) => writeLines(linesOf(range, 'rows'), given, session),
  },
  setColumnProperties: {
    kind: 'method',
    since: '1.9',
    call: (range, given, session) => writeLines(linesOf(range, 'columns'), given, session),
  },
};

function part(sheet: RangeRef['sheet'], area: Area): HostObject {
  return rangeObject(new RangeRef(sheet, area));
}

function cellsOf({ sheet, area }: RangeRef): HostObject[][] {
  requireCount(area.rows * area.columns);
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_none, column) =>
      part(sheet, { row: area.row + row, column: area.column + column, rows: 1, columns: 1 }),
    ),
  );
}

function linesOf({ sheet, area }: RangeRef, along: 'rows' | 'columns'): HostObject[] {
  requireCount(area[along]);
  return Array.from({ length: area[along] }, (_, index) =>
    part(
      sheet,
      along === 'rows'
        ? { ...area, row: area.row + index, rows: 1 }
        : { ...area, column: area.column + index, columns: 1 },
    ),
  );
}

function requireCount(count: number): void {
  if (count > MOST) throw new Refusal('RangeExceedsLimit', `Properties of at most ${MOST} at once.`);
}

function wrongShape(): Refusal {
  return invalidArgument('The properties do not have the shape of the range.');
}

function checkShape(objects: readonly HostObject[], given: readonly ArgumentRecord[]): void {
  if (objects.length !== given.length) throw wrongShape();
}

function writeLines(lines: readonly HostObject[], given: Arguments, session: Session): void {
  const list = asList(given.at(0)).map(asRecord);
  checkShape(lines, list);
  writeAll(lines, list, session);
}

function writeAll(objects: readonly HostObject[], given: readonly ArgumentRecord[], session: Session): void {
  objects.forEach((object, index) => write(object, given[index] ?? {}, session));
}

async function readAll(objects: readonly HostObject[], wanted: ArgumentRecord, session: Session): Promise<Json[]> {
  const list: Json[] = [];
  for (const object of objects) list.push(await read(object, wanted, session));
  return list;
}

/** What cells call the sides that `borders.getItem` knows by longer names. */
const SIDES = {
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  top: 'EdgeTop',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
} as const;

function side(borders: HostObject, word: string, session: Session): HostObject {
  return borders.item(new Arguments([word]), session);
}

async function read(object: HostObject, wanted: ArgumentRecord, session: Session): Promise<JsonObject> {
  const result: Record<string, Json> = {};
  for (const [name, want] of Object.entries(wanted)) {
    if (want === null || want === false) continue;
    if (object.property(name, session) !== 'object') {
      asBoolean(want);
      result[name] = await object.read(name, session);
      continue;
    }
    const child = object.child(name, session);
    if (!child) continue;
    const inner = isRecord(want) ? want : everything(child, session);
    result[name] = name === 'borders' ? await readSides(child, inner, session) : await read(child, inner, session);
  }
  return result;
}

/** `true` for an object means all its scalars. */
function everything(object: HostObject, session: Session): ArgumentRecord {
  return Object.fromEntries(object.scalars(session).map((name) => [name, true]));
}

async function readSides(borders: HostObject, wanted: ArgumentRecord, session: Session): Promise<JsonObject> {
  const result: Record<string, Json> = {};
  for (const [name, word] of Object.entries(SIDES))
    result[name] = await read(side(borders, word, session), wanted, session);
  return result;
}

function write(object: HostObject, given: ArgumentRecord, session: Session): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue;
    if (object.property(name, session) !== 'object') {
      object.write(name, value, session);
      continue;
    }
    const child = object.child(name, session);
    if (!child) continue;
    if (name === 'borders') writeSides(child, asRecord(value), session);
    else write(child, asRecord(value), session);
  }
}

function writeSides(borders: HostObject, given: ArgumentRecord, session: Session): void {
  const words = new Map<string, string>(Object.entries(SIDES));
  for (const [name, value] of Object.entries(given)) {
    const word = words.get(name);
    if (word === undefined) throw invalidArgument(`A cell has no border ${name}.`);
    write(side(borders, word, session), asRecord(value), session);
  }
}
