import { contains, formatA1, intersection, parseA1, type Area } from './address';

/** The areas of a rule as the file keeps them, such as `A1:B2 D4`. */
export function parseAreas(text: string): Area[] {
  return text
    .split(/\s+/)
    .map((part) => parseA1(part))
    .filter((area) => area !== undefined);
}

export function formatAreas(areas: readonly Area[]): string {
  return areas.map(formatA1).join(' ');
}

/** What is left of the areas without the holes. */
export function without(areas: readonly Area[], holes: readonly Area[]): Area[] {
  return holes.reduce<Area[]>((rest, hole) => rest.flatMap((area) => cutOut(area, hole)), [...areas]);
}

/** Whether the areas together have every cell of the inner ones. */
export function coverAll(areas: readonly Area[], inner: readonly Area[]): boolean {
  return inner.every((one) => areas.some((area) => contains(area, one))) || without(inner, areas).length === 0;
}

export function touch(areas: readonly Area[], others: readonly Area[]): boolean {
  return areas.some((area) => others.some((other) => intersection(area, other) !== undefined));
}

/** The parts of an area above, below, left and right of the hole. */
function cutOut(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const bottom = common.row + common.rows;
  const right = common.column + common.columns;
  const parts: Area[] = [
    { ...area, rows: common.row - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { ...area, row: common.row, rows: common.rows, columns: common.column - area.column },
    { ...area, row: common.row, rows: common.rows, column: right, columns: area.column + area.columns - right },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}
