import { displayTotal } from '../../assessment/display';
import { gradeOf } from '../../assessment/monthly';
import { isCounted } from '../../assessment/total';
import type { Month } from '../../assessment/period';
import type { Settings } from '../../assessment/settings';
import { cellAddress, columnName, fixedAddress, sheetPrefix } from '../grid/address';
import { problem } from './problems';
import { COMPUTED_TOTAL, PERSON_KEY, SCORE_GRADE } from '../words/labels';
import { isOwnQuotaLine, isOwnTotal } from './ownFormulas';
import {
  emptySheetPlan,
  holds,
  type CellBlock,
  type CellContent,
  type SheetPlan,
  type ValidationStep,
} from '../grid/plan';
import type { Problem } from '../grid/problem';
import { gradeFormula, keyFormula, quotaLineFormula, totalFormula, type ScoreCells } from '../score-sheet/formulas';
import type { ScoreForm, ScoreRow } from '../score-sheet/form';
import type { Area } from '../grid/snapshot';
import { SheetGrid, type KeptCell } from '../grid/sheetGrid';
import type { Book, Person, ScoreResult } from '../book/model';

/** Where a form's live results stand, in rows `form.firstRow`…`form.lastRow`; columns 0-based. */
export interface ScorePlace {
  /** The form's own sheet, or the sheet beside a protected one. */
  readonly sheet: string;
  readonly total: number;
  readonly grade: number;
  readonly key: number;
}

export interface ScoreLayout {
  readonly sheets: readonly SheetPlan[];
  readonly places: ReadonlyMap<ScoreForm, ScorePlace>;
  readonly problems: readonly Problem[];
}

/** One of the program's columns beside a form. */
interface ResultColumn {
  readonly label: string;
  readonly column: number;
  /** The heading is not there yet: the column gets its heading, borders and number format. */
  readonly isNew: boolean;
}

/**
 * Plans totals, 得分等次, person keys, the month's quota line and the validation of scores for every form (R13–R15).
 * Cells that hold something the program did not write stay as they are: where the form's 总分 is a person's, the live
 * total goes into a column 重算总分 of its own.
 *
 * @param forms those of the book to lay out
 * @param grids the sheets as they are, by name
 */
export function layoutScores(
  forms: readonly ScoreForm[],
  book: Book,
  grids: ReadonlyMap<string, SheetGrid>,
  settings: Settings,
  isLeftOut: IsLeftOut = (person) => !settings.leadersInQuota && book.isLeader(person),
): ScoreLayout {
  const places = new Map<ScoreForm, ScorePlace>();
  const plans: SheetPlan[] = [];
  const problems: Problem[] = [];
  const formsOfMonth = new Map<string, number>();
  for (const { month } of book.forms) if (month !== null) formsOfMonth.set(month, (formsOfMonth.get(month) ?? 0) + 1);

  const characters = nameCharacters(book);
  const results = new Map<ScoreForm, Map<number, ScoreResult>>(book.forms.map((form) => [form, new Map()]));
  for (const result of book.scores) results.get(result.form)?.set(result.row.row, result);

  for (const form of forms) {
    const source = grids.get(form.sheet);
    if (source === undefined) continue;
    const layout = new FormLayout(form, source, grids, results.get(form) ?? new Map(), characters, settings, isLeftOut);
    places.set(form, layout.place);
    const isWholeMonth = form.month !== null && formsOfMonth.get(form.month) === 1 && form.columns.rater === null;
    plans.push(layout.plan(isWholeMonth));
    problems.push(...layout.problems);
  }
  return { sheets: mergeBySheet(plans), places, problems };
}

/** Who does not count in a month's line: 局领导 (ambiguity 11), and who is not in service or not assessed here (rules 40–44). */
export type IsLeftOut = (person: Person, month: Month) => boolean;

class FormLayout {
  readonly problems: Problem[] = [];
  readonly place: ScorePlace;
  private readonly target: SheetGrid;
  private readonly columns: readonly ResultColumn[];
  private readonly skipped: ReadonlySet<number>;
  private readonly usesOwnTotal: boolean;

  constructor(
    private readonly form: ScoreForm,
    private readonly source: SheetGrid,
    grids: ReadonlyMap<string, SheetGrid>,
    private readonly results: ReadonlyMap<number, ScoreResult>,
    private readonly characters: ReadonlySet<string>,
    private readonly settings: Settings,
    private readonly isLeftOut: IsLeftOut,
  ) {
    this.skipped = new Set(form.skippedRows);
    const besides = `${form.sheet.slice(0, 28)}_得分`;
    this.target = source.protected ? (grids.get(besides) ?? SheetGrid.empty(besides)) : source;
    if (source.protected) this.problems.push(problem.sheetProtected(form.sheet, besides));
    this.usesOwnTotal = !source.protected && form.columns.total !== null && this.totalsAreOurs(form.columns.total);
    const labels = this.usesOwnTotal ? [SCORE_GRADE, PERSON_KEY] : [COMPUTED_TOTAL, SCORE_GRADE, PERSON_KEY];
    this.columns = this.placeColumns(labels);
    const at = (label: string) => this.columns.find((column) => column.label === label)?.column ?? 0;
    this.place = {
      sheet: this.target.name,
      total: this.usesOwnTotal ? (form.columns.total ?? 0) : at(COMPUTED_TOTAL),
      grade: at(SCORE_GRADE),
      key: at(PERSON_KEY),
    };
  }

  plan(withQuotaLine: boolean): SheetPlan {
    const { form, target, place } = this;
    const created = !target.exists;
    const newColumns = this.columns.filter(({ isNew }) => isNew);
    const blocks = [
      ...newColumns.map(({ label, column }) => this.block(`标题“${label}”`, form.headerRow, column, [[label]])),
      this.column('总分', place.total, (row) => this.totalAt(row)),
      this.column('得分等次', place.grade, (row) => this.gradeAt(row)),
      this.column('人员键', place.key, (row) => this.keyAt(row)),
      ...(withQuotaLine ? this.quotaLine() : []),
    ];
    const rows = form.lastRow - form.headerRow + 1;
    return {
      ...emptySheetPlan(target.name, created),
      blocks: blocks.filter(({ cells }) => cells.some((line) => line.some((content) => content !== null))),
      formats: newColumns.flatMap(({ label, column }) => [
        {
          area: { row: form.headerRow, column, rows, columns: 1 },
          borders: 'thin' as const,
          horizontal: 'Center' as const,
          vertical: 'Center' as const,
          ...(label === PERSON_KEY ? {} : { columnWidth: 10 }),
        },
        { area: { row: form.headerRow, column, rows: 1, columns: 1 }, bold: true },
        ...(label === COMPUTED_TOTAL
          ? [{ area: { row: form.firstRow, column, rows: rows - 1, columns: 1 }, numberFormat: '0.00####' }]
          : []),
      ]),
      validations: this.source.protected ? [] : this.validations(),
      printColumns: created || newColumns.length === 0 ? null : this.printColumns(),
      hiddenColumns: this.hiddenKey(),
    };
  }

  /** True when no cell of the form's 总分 column holds anything but the program's own formulas. */
  private totalsAreOurs(column: number): boolean {
    for (let row = this.form.firstRow; row <= this.form.lastRow; row++) {
      if (this.skipped.has(row)) continue;
      const present = this.source.formula(row, column);
      if (present !== '' && !isOwnTotal(present)) return false;
    }
    return true;
  }

  private placeColumns(labels: readonly string[]): ResultColumn[] {
    const { form, target } = this;
    const found = new Map<string, number>();
    const first = target === this.source ? form.columns.last + 1 : 0;
    // On the forms that the program makes, 得分等次 stands between 科室 and 评委.
    const from = target === this.source ? form.area.column : 0;
    for (let column = from; column < target.columnEnd; column++) {
      const text = target.value(form.headerRow, column);
      if (typeof text === 'string' && labels.includes(text) && !found.has(text)) found.set(text, column);
    }
    let next = Math.max(first - 1, ...found.values());
    const rows = { from: Math.max(0, form.headerRow - 1), to: form.lastRow };
    const missing = labels.filter((label) => !found.has(label));
    do next++;
    while (missing.some((_, i) => !target.columnIsFree(next + i, rows.from, rows.to)));
    return labels.map((label) => {
      const column = found.get(label);
      return column === undefined ? { label, column: next++, isNew: true } : { label, column, isNew: false };
    });
  }

  /** A column of formulas; what a person typed into it stays and is reported. */
  private column(label: string, column: number, contentAt: (row: number) => CellContent): CellBlock {
    const { form, target } = this;
    const rows = Array.from({ length: form.lastRow - form.firstRow + 1 }, (_, i) => form.firstRow + i);
    const cells = rows.map((row) => [this.skipped.has(row) ? null : contentAt(row)]);
    const { block, kept } = target.formulaBlock(label, form.firstRow, column, cells);
    this.problems.push(...keptProblems(target.name, kept));
    return block;
  }

  private block(label: string, row: number, column: number, cells: CellContent[][]): CellBlock {
    return this.target.block(label, row, column, cells);
  }

  private totalAt(row: number): CellContent {
    const result = this.results.get(row);
    const lacksColumn = this.form.columns.scores.some((column) => column < 0);
    if (lacksColumn || (result !== undefined && result.total === null && !result.formulaSafe)) return '';
    const shows = result?.total == null ? {} : { shows: displayTotal(result.total) };
    return { formula: totalFormula(this.scoreCells(result), this.form.scale), ...shows };
  }

  private gradeAt(row: number): CellContent {
    if (this.totalAt(row) === '') return '';
    const total = this.results.get(row)?.total ?? null;
    const shows = total === null ? {} : { shows: gradeOf(total, this.settings) };
    return { formula: gradeFormula(`${columnName(this.place.total)}{r}`, this.settings.rounding), ...shows };
  }

  private keyAt(row: number): CellContent {
    const { form } = this;
    const name = this.ref(form.columns.name);
    const line = this.results.get(row)?.row;
    const cell = line?.departmentCell;
    const department =
      form.columns.department === null
        ? null
        : cell && cell.row !== row
          ? this.prefix + fixedAddress({ ...cell, rows: 1, columns: 1 })
          : this.ref(form.columns.department);
    const rater = form.columns.rater === null ? null : this.ref(form.columns.rater);
    const own = new Set([...(line?.nameText ?? ''), ...(line?.departmentText ?? ''), ...this.characters]);
    return { formula: keyFormula(department, name, own, rater, line?.beside) };
  }

  private scoreCells(result: ScoreResult | undefined): ScoreCells {
    const { form } = this;
    return {
      cells: form.columns.scores.map((column) => this.ref(column)),
      texts: form.columns.scores.map((column) => {
        const value = result?.row.scoreIsText === true ? this.source.value(result.row.row, column) : '';
        return typeof value === 'string' && value !== '' ? value : null;
      }),
      adjacent: form.columns.scores.every((column, i) => i === 0 || column === (form.columns.scores[i - 1] ?? 0) + 1),
      weights: form.weights,
      weightsAreSettings: true,
      extras: form.columns.extras.flatMap(({ column, kind }) => {
        if (!isCounted(kind, this.settings)) return [];
        const extra = result?.row.extras.find((each) => each.column === column);
        const value = extra?.isText === true ? this.source.value(result?.row.row ?? 0, column) : '';
        return [{ cell: this.ref(column), kind, text: value === '' ? null : String(value) }];
      }),
    };
  }

  /** The month's quota as one live line of text, on the first free cell above or right of the program's columns. */
  private quotaLine(): CellBlock[] {
    const { form, target, place } = this;
    const rows = (column: number) =>
      fixedAddress({ row: form.firstRow, column, rows: form.lastRow - form.firstRow + 1, columns: 1 });
    const leftOut = [...this.results.values()].flatMap(({ person, row, month }) =>
      person !== null && month !== null && this.isLeftOut(person, month) ? [keyOnForm(form, row)] : [],
    );
    const { atLeastOneGood } = this.settings;
    const formula = quotaLineFormula(rows(place.key), rows(place.grade), atLeastOneGood, leftOut);
    const content = formula === '' ? '' : { formula };
    const first = Math.min(...this.columns.map(({ column }) => column));
    const candidates = [
      ...(form.headerRow > 0 ? [{ row: form.headerRow - 1, column: first }] : []),
      { row: form.headerRow, column: place.key + 1 },
    ];
    for (const { row, column } of candidates) {
      const present = target.formula(row, column);
      if (holds(present, content, row) || present === '' || isOwnQuotaLine(present))
        return [this.block('名额提示', row, column, [[content]])];
    }
    return [];
  }

  /** 人员键 is for the formulas of the 审定表 alone; an earlier version left it in view. */
  private hiddenKey(): Area[] {
    const { target, place } = this;
    return target.isColumnHidden(place.key) ? [] : [{ row: 0, column: place.key, rows: 1, columns: 1 }];
  }

  private validations(): ValidationStep[] {
    const { form } = this;
    const rows = form.lastRow - form.firstRow + 1;
    return form.columns.scores.flatMap((column, i) => {
      if (column < 0) return [];
      const max = this.form.scale === '分值制' ? (form.weights[i] ?? 0) : 100;
      return [
        {
          area: { row: form.firstRow, column, rows, columns: 1 },
          rule: { kind: 'decimal', min: 0, max },
          title: '打分',
          prompt: `请输入0到${max}之间的数字。`,
          error: `分数须为0到${max}之间的数字，请重新输入。`,
        },
      ];
    });
  }

  /** The columns left of the program's, so that the printed form stays what it was. */
  private printColumns(): string {
    const first = Math.min(...this.columns.map(({ column }) => column));
    return `A:${columnName(first - 1)}`;
  }

  private get prefix(): string {
    return this.target === this.source ? '' : sheetPrefix(this.form.sheet);
  }

  private ref(column: number): string {
    return `${this.prefix}${columnName(column)}{r}`;
  }
}

/** What 人员键 says of a row, without the rater. */
export function keyOnForm({ columns }: ScoreForm, { department, name }: ScoreRow): string {
  return columns.department === null ? name : `${department ?? ''}|${name}`;
}

/** Every character of the workbook's names and 科室, as they stand in the cells. */
export function nameCharacters(book: Book): Set<string> {
  return new Set(
    book.forms.flatMap(({ rows }) =>
      rows.flatMap(({ nameText, departmentText, rater }) => [...nameText, ...departmentText, ...(rater ?? '')]),
    ),
  );
}

/** Warnings of the cells that kept what was typed. */
export function keptProblems(sheet: string, kept: readonly KeptCell[]): Problem[] {
  return kept.map(({ row, column, label, present }) =>
    problem.keptTyped(sheet, cellAddress(row, column), label, String(present)),
  );
}

/** Several forms on one sheet make one plan for it. */
function mergeBySheet(plans: readonly SheetPlan[]): SheetPlan[] {
  const bySheet = new Map<string, SheetPlan>();
  for (const plan of plans) {
    const other = bySheet.get(plan.sheet);
    bySheet.set(
      plan.sheet,
      other === undefined
        ? plan
        : {
            ...other,
            blocks: [...other.blocks, ...plan.blocks],
            formats: [...other.formats, ...plan.formats],
            validations: [...other.validations, ...plan.validations],
            hiddenColumns: [...other.hiddenColumns, ...plan.hiddenColumns],
          },
    );
  }
  return [...bySheet.values()];
}
