/** What changed since the values of formulas were right, and which formulas read something else once cells moved. */
import type { Changes } from '../../calculation/dependents';
import { areaBetween, cellKey, intersection, MAX_COLUMNS, MAX_ROWS, parseCellKey, type Area } from '../values/address';
import { sameName, tokenize, type Reference } from '../values/formula';
import { shiftArea, type Change } from '../values/shift';
import type { SheetContent } from './sheet';

/** The changes of a workbook, gathered until somebody asks for a value. */
export class ChangeLog {
  private readonly cells = new Map<SheetContent, Set<string>>();
  private readonly areas = new Map<SheetContent, Area[]>();
  private readonly names = new Set<string>();
  private rowsHidden = false;

  get isEmpty(): boolean {
    return this.cells.size + this.areas.size + this.names.size === 0 && !this.rowsHidden;
  }

  cell(sheet: SheetContent, key: string): void {
    const keys = this.cells.get(sheet);
    if (keys) keys.add(key);
    else this.cells.set(sheet, new Set([key]));
  }

  area(sheet: SheetContent, area: Area): void {
    this.areas.set(sheet, [...(this.areas.get(sheet) ?? []), area]);
  }

  /** A defined name, as the calculation's `nameKey` writes it. */
  name(key: string): void {
    this.names.add(key);
  }

  rows(): void {
    this.rowsHidden = true;
  }

  /** Keeps what is noted where it belongs when cells move. */
  moved(sheet: SheetContent, change: Change): void {
    const keys = this.cells.get(sheet);
    if (keys) {
      const places = [...keys].flatMap((key) => {
        const { row, column } = parseCellKey(key);
        const area = shiftArea(change, areaBetween(row, column, row, column));
        return area ? [cellKey(area.row, area.column)] : [];
      });
      this.cells.set(sheet, new Set(places));
    }
    const areas = this.areas.get(sheet);
    if (areas)
      this.areas.set(
        sheet,
        areas.flatMap((area) => shiftArea(change, area) ?? []),
      );
  }

  /** Gives the changes and forgets them. */
  take(): Changes {
    const taken: Changes = {
      cells: new Map([...this.cells].map(([sheet, keys]) => [sheet.name, keys])),
      areas: new Map([...this.areas].map(([sheet, areas]) => [sheet.name, areas])),
      names: new Set(this.names),
      rowsHidden: this.rowsHidden,
    };
    this.cells.clear();
    this.areas.clear();
    this.names.clear();
    this.rowsHidden = false;
    return taken;
  }
}

/** They ask where cells stand, so that they say something else wherever cells move to. */
const ASKS_FOR_PLACES = /\b(?:ROWS?|COLUMNS?|CELL|ADDRESS|FORMULATEXT|INDIRECT|OFFSET)\(/i;

/**
 * Whether a formula reads something else after cells moved than `before`; a reference that moved along with its cells
 * reads the same. `tabs` are the names of all sheets, in order.
 */
export function readsOtherwise(
  change: Change,
  before: string,
  after: string,
  own: string,
  tabs: readonly string[],
): boolean {
  if (ASKS_FOR_PLACES.test(before) && (before !== after || sameName(own, change.sheet))) return true;
  const old = references(before);
  const next = references(after);
  if (old.length !== next.length) return true;
  return old.some((reference, index) => {
    const { sheet } = reference;
    if (sheet?.external) return false;
    const area = areaOf(reference);
    if (sheet?.last !== undefined) {
      const concerned = pileOf(tabs, sheet.first, sheet.last).some((name) => sameName(name, change.sheet));
      return concerned && intersection(area, movedCells(change)) !== undefined;
    }
    if (!sameName(sheet?.first ?? own, change.sheet)) return false;
    const now = next[index];
    const moved = now && areaOf(now);
    if (!moved || moved.rows !== area.rows || moved.columns !== area.columns) return true;
    return reference.text === now.text && intersection(area, movedCells(change)) !== undefined;
  });
}

function references(formula: string): readonly Reference[] {
  return tokenize(formula).filter((token) => token.kind === 'reference');
}

/** The sheets of `一月:三月!A1`, in the order of their tabs. */
function pileOf(tabs: readonly string[], first: string, last: string): readonly string[] {
  const at = (name: string): number => tabs.findIndex((tab) => sameName(tab, name));
  const [from, to] = [Math.min(at(first), at(last)), Math.max(at(first), at(last))];
  return from < 0 ? [] : tabs.slice(from, to + 1);
}

/** Functions that know sheets by name or number. */
const KNOWS_TABS = /\b(?:SHEETS?|INDIRECT|CELL|INFO|FORMULATEXT)\(/i;

/** Whether a formula may say something else once sheets came, went or changed places. */
export function looksAtTabs(formula: string, before: readonly string[], after: readonly string[]): boolean {
  if (KNOWS_TABS.test(formula)) return true;
  if (!formula.includes('!') || !formula.includes(':')) return false;
  return references(formula).some(({ sheet }) => {
    if (sheet?.last === undefined || sheet.external) return false;
    return pileOf(before, sheet.first, sheet.last).join('\n') !== pileOf(after, sheet.first, sheet.last).join('\n');
  });
}

function areaOf({ start, end = start }: Reference): Area {
  return areaBetween(start.row ?? 0, start.column ?? 0, end.row ?? MAX_ROWS - 1, end.column ?? MAX_COLUMNS - 1);
}

/** Everything behind the place where cells come or go. */
function movedCells({ axis, at, bandStart, bandEnd }: Change): Area {
  return axis === 'row'
    ? areaBetween(at, bandStart, MAX_ROWS - 1, bandEnd)
    : areaBetween(bandStart, at, bandEnd, MAX_COLUMNS - 1);
}
