import { cellKey, formatA1, intersection, parseCellKey } from '../workbook/values/address';
import type { Area } from '../workbook/values/address';
import { arrayArea, covers } from './arrayFormulas';
import { formulaReader } from './reading';
import type { FormulaReader, NamedArea } from './reading';
import type { CalculationCell, CalculationInput, CellSelection } from './types';

/** One formula cell of a plan. */
export interface FormulaStep {
  readonly sheet: string;
  readonly key: string;
  readonly row: number;
  readonly column: number;
  /** Without `=`, its names replaced by what they stand for; undefined when it reads what no input has or fills several cells. */
  readonly formula: string | undefined;
  /** An array formula in one cell: of several values it shows the first. */
  readonly first: boolean;
  /** Names of functions in upper case. */
  readonly functions: readonly string[];
}

/** What to calculate, in which order. */
export interface CalculationPlan {
  /** Each formula stands after all that it reads. */
  readonly settled: readonly FormulaStep[];
  /**
   * Formulas that read cells which they do not name (INDIRECT, OFFSET), and those that read these. As far as the text
   * tells, each stands after all that it reads, but one round may not do.
   */
  readonly unsettled: readonly FormulaStep[];
  /** Formulas that read their own result, directly or by way of others. */
  readonly circular: readonly FormulaStep[];
  /** The size of a sheet that holds every cell given and every area named. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * Finds the wanted formulas and all that they depend on whose values are not known, and the order to calculate them in.
 */
export function planCalculation(input: CalculationInput, wanted: CellSelection): CalculationPlan {
  const plan = new PrecedentWalk(input);
  for (const [sheet, keys] of wanted) for (const key of keys) plan.walkFrom(sheet, key);
  // A formula that can read any cell may need any formula.
  if (plan.meetsRoving)
    for (const { name, cells } of input.sheets) for (const key of cells.keys()) plan.walkFrom(name, key);
  return plan;
}

/** A formula, or all formulas of an area: one node for an area, or 3,000 lookups in 3,000 rows would be 9 million edges. */
interface Node {
  readonly step: FormulaStep | undefined;
  readonly roving: boolean;
  readonly findPrecedents: () => Node[];
  precedents: readonly Node[];
  unsettled: boolean;
  /** Tarjan's numbers: when the walk came here (0: not yet), and the earliest node on its path that can be reached again. */
  order: number;
  earliest: number;
  onPath: boolean;
}

/** Tarjan's walk along the precedents: it leaves a formula after its precedents, and a circle of formulas at once. */
class PrecedentWalk implements CalculationPlan {
  readonly settled: FormulaStep[] = [];
  readonly unsettled: FormulaStep[] = [];
  readonly circular: FormulaStep[] = [];
  rows = 1;
  columns = 1;
  /** Whether a formula met so far can read cells that it does not name. */
  meetsRoving = false;

  private readonly readFormula: FormulaReader;
  private readonly sheets: ReadonlyMap<string, SheetFormulas>;
  private readonly nodes = new Map<string, Node>();
  private readonly path: Node[] = [];
  private nodesMet = 0;

  constructor(input: CalculationInput) {
    this.sheets = new Map(input.sheets.map(({ name, cells }) => [name, new SheetFormulas(cells)]));
    for (const { rows, columns } of this.sheets.values()) this.enclose(rows, columns);
    this.readFormula = formulaReader(input, { rows: this.rows, columns: this.columns });
  }

  /** Plans a cell, if it has a formula, and all that it depends on. */
  walkFrom(sheet: string, key: string): void {
    const root = this.formulaNode(sheet, key);
    if (root === undefined || root.order > 0) return;
    const walk = [{ node: this.enter(root), next: 0 }];
    for (let here = walk.at(-1); here; here = walk.at(-1)) {
      const { node } = here;
      const precedent = node.precedents[here.next++];
      if (precedent === undefined) {
        walk.pop();
        const reader = walk.at(-1)?.node;
        if (reader) reader.earliest = Math.min(reader.earliest, node.earliest);
        if (node.earliest === node.order) this.leave(node);
      } else if (precedent.order === 0) {
        walk.push({ node: this.enter(precedent), next: 0 });
      } else if (precedent.onPath) {
        node.earliest = Math.min(node.earliest, precedent.order);
      }
    }
  }

  private enter(node: Node): Node {
    node.precedents = node.findPrecedents();
    node.order = node.earliest = ++this.nodesMet;
    node.onPath = true;
    this.path.push(node);
    this.meetsRoving ||= node.roving;
    return node;
  }

  /** Takes a node with all that it stands in a circle with from the path into the plan. */
  private leave(first: Node): void {
    const circle = this.path.splice(this.path.lastIndexOf(first));
    const circular = circle.length > 1 || first.precedents.includes(first);
    const unsettled = circle.some((node) => node.roving || node.precedents.some((precedent) => precedent.unsettled));
    const list = circular ? this.circular : unsettled ? this.unsettled : this.settled;
    for (const node of circle) {
      node.onPath = false;
      node.unsettled = unsettled && !circular;
      if (node.step) list.push(node.step);
    }
  }

  /** The node of a formula whose value is not known; for a cell that an array formula filled, that formula's. */
  private formulaNode(sheet: string, key: string): Node | undefined {
    const ofSheet = this.sheets.get(sheet);
    const cell = ofSheet?.cells.get(key);
    const formula = cell?.formula;
    if (cell === undefined || formula === undefined) {
      const master = ofSheet?.arrayAt(key);
      return master === undefined || master === key ? undefined : this.formulaNode(sheet, master);
    }
    if (cell.known === 'right' || cell.known === 'unanswered') return undefined;
    return this.node(`${sheet}!${key}`, () => {
      const position = parseCellKey(key);
      const { areas, roving, formula: text, functions } = this.readFormula(formula, { sheet, ...position });
      const single = arrayArea(cell) === undefined;
      const first = cell.formulaType === 'array' && cell.formulaDynamic !== true;
      const step = { sheet, key, ...position, formula: single ? text : undefined, functions, first };
      return { step, roving, findPrecedents: () => this.readBy(areas) };
    });
  }

  private readBy(areas: readonly NamedArea[]): Node[] {
    return areas.flatMap(({ sheet, area, read }) => {
      this.enclose(area.row + area.rows, area.column + area.columns);
      if (!read) return [];
      const single = area.rows === 1 && area.columns === 1;
      return single ? (this.formulaNode(sheet, cellKey(area.row, area.column)) ?? []) : this.areaNode(sheet, area);
    });
  }

  private areaNode(sheet: string, area: Area): Node {
    return this.node(`${sheet}!${formatA1(area)}`, () => {
      const keys = this.sheets.get(sheet)?.formulasIn(area) ?? [];
      const findPrecedents = () => keys.flatMap((key) => this.formulaNode(sheet, key) ?? []);
      return { step: undefined, roving: false, findPrecedents };
    });
  }

  private node(id: string, make: () => Pick<Node, 'step' | 'roving' | 'findPrecedents'>): Node {
    let node = this.nodes.get(id);
    if (!node) {
      node = { ...make(), precedents: [], unsettled: false, order: 0, earliest: 0, onPath: false };
      this.nodes.set(id, node);
    }
    return node;
  }

  private enclose(rows: number, columns: number): void {
    this.rows = Math.max(this.rows, rows);
    this.columns = Math.max(this.columns, columns);
  }
}

/** The cells of one sheet, and where its formulas stand that are to be calculated. */
class SheetFormulas {
  rows = 0;
  columns = 0;
  private readonly arrays: { readonly key: string; readonly area: Area }[] = [];
  private readonly formulas: { readonly key: string; readonly row: number; readonly column: number }[] = [];

  constructor(readonly cells: ReadonlyMap<string, CalculationCell>) {
    for (const [key, cell] of cells) {
      if (cell.value === null && cell.formula === undefined) continue;
      const { row, column } = parseCellKey(key);
      this.rows = Math.max(this.rows, row + 1);
      this.columns = Math.max(this.columns, column + 1);
      if (cell.formula === undefined || cell.known === 'right') continue;
      this.formulas.push({ key, row, column });
      const area = arrayArea(cell);
      if (area) this.arrays.push({ key, area });
    }
  }

  /** The array formula that fills this cell. */
  arrayAt(key: string): string | undefined {
    if (this.arrays.length === 0) return undefined;
    const place = parseCellKey(key);
    return this.arrays.find(({ area }) => covers(area, place))?.key;
  }

  /** The keys of the formulas in an area, found by whichever is shorter: its cells or the sheet's formulas. */
  formulasIn(area: Area): string[] {
    const arrays = this.arrays.filter((one) => intersection(one.area, area) !== undefined).map(({ key }) => key);
    if (area.rows * area.columns > this.formulas.length) {
      return [...arrays, ...this.formulas.filter((place) => covers(area, place)).map(({ key }) => key)];
    }
    const keys = arrays;
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const key = cellKey(row, column);
        if (this.cells.get(key)?.formula !== undefined) keys.push(key);
      }
    }
    return keys;
  }
}
