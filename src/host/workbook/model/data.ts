/**
 * hucre's plain workbook data under the names of this host: the state that the protocol objects read and write.
 * Only src/host/workbook/ knows hucre; everybody else imports these types.
 */
export type {
  AlignmentStyle,
  BorderLineStyle,
  BorderSide,
  BorderStyle,
  Color,
  FillStyle,
  FontStyle,
  FreezePane,
  HeaderFooter,
  Hyperlink,
  MergeRange,
  NamedRange,
  PageMargins,
  PageSetup,
  RowDef,
  SheetProtection,
  Workbook,
  WorkbookProperties,
} from 'hucre';
import type { Change } from '../values/shift';
import type {
  Cell as HucreCell,
  ColumnDef as HucreColumn,
  CellStyle as HucreCellStyle,
  ConditionalRule as HucreRule,
  DataValidation as HucreValidation,
  NamedRange,
  Sheet as HucreSheet,
  SheetProtection,
  TableColumn as HucreTableColumn,
  TableDefinition,
  Workbook,
} from 'hucre';
import type { Known } from '../../calculation/types';
import type { KeptSheet } from '../package/source';
import type { Note } from './notes';

/** A format; `named` is the style of the gallery that it began with, by Excel's word or the name in the file. */
export interface CellStyle extends HucreCellStyle {
  named?: string;
}

/** What an empty column, row or cell looks like: the workbook's default font, General, nothing else. */
export const NO_STYLE: CellStyle = Object.freeze({});

/** The password of a protected sheet as the file keeps it; never the password itself. */
export interface ProtectionHash {
  readonly [attribute: string]: string;
}

/** What hucre's sheet has no place for, kept beside it. */
export interface SheetExtras {
  /** The format of a whole row, given to its cells that have none of their own; rows counted from 0. */
  readonly rowStyles: Map<number, CellStyle>;
  /** Heights in points that Excel computed itself (a row without a height of its own grows with its text). */
  readonly automaticHeights: Map<number, number>;
  /** What else the file says of a row (`thickTop`). */
  readonly rowAttributes: Map<number, Readonly<Record<string, string>>>;
  /** Points and characters for rows and columns without a size of their own. */
  defaultRowHeight: number;
  defaultColumnWidth: number;
  /** Attributes of `<sheetFormatPr>` as read. */
  sheetFormat: Record<string, string>;
  /** The attributes of `<sheetProtection>` that hold the password's hash. */
  protectionHash: ProtectionHash | undefined;
  /** Cells inserted and deleted since opening: what saving must do to the parts that are kept as they were. */
  readonly changes: Change[];
  /** The sheet's part as it was read. */
  kept: KeptSheet | undefined;
}

/**
 * A cell; what Excel says of it beside its value (`cm`, `vm`: dynamic arrays, linked data) goes back as it was. Of a
 * formula `known` says whether its value counts.
 */
export interface Cell extends HucreCell {
  known?: Known;
  comment?: Note;
  metadata?: Readonly<Record<string, string>>;
  /** The inside of the shared string as the file has it, where it is more than a text: fonts, phonetic hints. */
  shared?: string;
  /** The result is a text that looks like an error. */
  textResult?: true;
  /** What the file says of the formula besides its text (`ca`: to be calculated always). */
  formulaAttributes?: Readonly<Record<string, string>>;
  /** The `<f>` of a what-if table, whose results the cells keep, or one without a formula's text. */
  dataTable?: string;
}

/** A column; `bestFit` says that its width was fitted to what it holds. */
export interface ColumnDef extends HucreColumn {
  bestFit?: boolean;
}

/** A validation rule; attributes that hucre does not know, such as the input method (`imeMode`), go back as they were. */
export interface DataValidation extends HucreValidation {
  attributes?: Readonly<Record<string, string>>;
}

/**
 * A conditional format. `attributes` holds what hucre does not know: the rank of a top ten, the true `type` of a rule
 * that is shown as an expression (`timePeriod`, `containsErrors`). `graphic` is the source of a colour scale, data bar
 * or icon set, good as long as `graphicOf` is still the rule's own.
 */
export interface ConditionalRule extends HucreRule {
  attributes?: Readonly<Record<string, string>>;
  graphic?: string;
  graphicOf?: object;
}

/** Which rows a filter shows: Excel's words for kinds of criteria, as the API and the file both know them. */
export type FilterKind = 'Values' | 'Custom' | 'Dynamic' | 'TopItems' | 'TopPercent' | 'BottomItems' | 'BottomPercent';

/** The criteria of one column: texts to show, conditions such as `>50`, a number of items, or a dynamic word. */
export interface FilterCriteria {
  readonly filterOn: FilterKind;
  readonly values?: readonly string[];
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: 'And' | 'Or';
  readonly dynamicCriteria?: string;
}

/** A column of a filter, counted within its range; `source` is the XML of criteria that the model does not know. */
export interface FilterColumn {
  readonly colIndex: number;
  readonly criteria?: FilterCriteria;
  readonly source?: string;
}

export interface Filter {
  readonly range: string;
  readonly columns?: readonly FilterColumn[];
}

export interface SortKey {
  /** Counted within the table. */
  readonly column: number;
  readonly ascending: boolean;
}

/** `id` is the column's number in the file; `sourceName` the name that the file had for it. */
export interface TableColumn extends HucreTableColumn {
  id: number;
  sourceName?: string;
}

/**
 * A table. `id` is its number in the file, which no other table of the workbook has; `source` what the file said of it:
 * its name there, and the model of it, so that a table that only moved goes back as it was.
 */
export interface Table extends TableDefinition {
  id: number;
  range: string;
  columns: TableColumn[];
  /** Shown unless false. */
  showHeaderRow?: boolean;
  highlightFirstColumn?: boolean;
  highlightLastColumn?: boolean;
  /** The one row of its body waits for the first data. */
  insertRow?: boolean;
  filter?: readonly FilterColumn[];
  sort?: { readonly keys: readonly SortKey[]; readonly matchCase: boolean };
  source?: { readonly name: string; readonly held: string };
}

/** A sheet's data; its cells are in `cells` alone (hucre's parallel `rows` stay empty). */
export interface Sheet extends Omit<HucreSheet, 'autoFilter' | 'tables'> {
  cells: Map<string, Cell>;
  columns?: ColumnDef[];
  dataValidations?: DataValidation[];
  conditionalRules?: ConditionalRule[];
  autoFilter?: Filter;
  tables?: Table[];
}

/** The data of a sheet without any content. */
export function emptySheet(name: string): Sheet {
  return { name, rows: [], cells: new Map() };
}

/** A defined name; hidden ones do not show in Excel's name manager. */
export interface DefinedName extends NamedRange {
  hidden?: boolean;
  /** What else the file says of the name, for macros and the like. */
  attributes?: Readonly<Record<string, string>>;
}

/** The whole workbook's data. */
export interface WorkbookData extends Omit<Workbook, 'sheets'> {
  sheets: Sheet[];
  namedRanges: DefinedName[];
}

/** Whether the sheet is protected now. */
export function isProtected(protection: SheetProtection | undefined): boolean {
  return protection !== undefined && protection.sheet !== false;
}
