/**
 * hucre's plain workbook data under the names of this host: the state that the protocol objects read and write.
 * Only src/host/workbook/ knows hucre; everybody else imports these types.
 */
export type {
  AlignmentStyle,
  AutoFilter,
  BorderLineStyle,
  BorderSide,
  BorderStyle,
  Cell,
  CellComment,
  CellProtection,
  CellStyle,
  Color,
  ColumnDef,
  ConditionalRule,
  DataValidation,
  FillStyle,
  FontStyle,
  FreezePane,
  HeaderFooter,
  Hyperlink,
  MergeRange,
  NamedRange,
  PageMargins,
  PageSetup,
  PatternFill,
  RowDef,
  SheetProtection,
  SheetView,
  TableDefinition,
  Workbook,
  WorkbookProperties,
} from 'hucre';
import type { Change } from './shift';
import type { Cell, CellStyle, NamedRange, Sheet as HucreSheet, SheetProtection, Workbook } from 'hucre';

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
  /** Points and characters for rows and columns without a size of their own. */
  defaultRowHeight: number;
  defaultColumnWidth: number;
  /** Attributes of `<sheetFormatPr>` as read. */
  sheetFormat: Record<string, string>;
  /** The attributes of `<sheetProtection>` that hold the password's hash. */
  protectionHash: ProtectionHash | undefined;
  /** Cells inserted and deleted since opening: what saving must do to the parts that are kept as they were. */
  readonly changes: Change[];
}

/** A sheet's data; its cells are in `cells` alone (hucre's parallel `rows` stay empty). */
export interface Sheet extends HucreSheet {
  cells: Map<string, Cell>;
}


/** A defined name; hidden ones do not show in Excel's name manager. */
export interface DefinedName extends NamedRange {
  hidden?: boolean;
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
