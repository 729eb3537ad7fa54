import { EmbeddedHost, type HostOptions } from '../../src/host/bridge';
import { connect, type Client } from '../../src/host/client';
import { WorkbookModel } from '../../src/host/workbook/model/workbook';
import { openWorkbook, saveWorkbook } from '../../src/host/workbook/xlsx';

/** An embedded Excel with a new workbook, driven through Microsoft's client. */
export interface EmbeddedExcel {
  readonly host: EmbeddedHost;
  readonly client: Client;
  /** `Excel.run` on this host. */
  readonly run: typeof Excel.run;
}

/** Opens an Excel with one empty sheet, `Sheet1`. */
export async function openExcel(options: HostOptions = {}): Promise<EmbeddedExcel> {
  return openExcelOf(WorkbookModel.create(), options);
}

/** Opens an Excel with this workbook. */
export async function openExcelOf(workbook: WorkbookModel, options: HostOptions = {}): Promise<EmbeddedExcel> {
  const host = new EmbeddedHost(workbook, options);
  const client = await connect(host);
  return { host, client, run: client.Excel.run };
}

/** An Excel that opened what the other saved. */
export async function reopened({ host }: EmbeddedExcel): Promise<EmbeddedExcel> {
  const opened = await openWorkbook(await saveWorkbook(host.workbook));
  if (!opened.ok) throw new Error(opened.detail);
  return openExcelOf(opened.workbook, { apiVersion: '1.15' });
}

/** What an add-in sees when Excel refuses. */
export interface SeenError {
  readonly code: string;
  readonly message: string;
  readonly location: string | undefined;
}

/** The refusal that a piece of add-in code runs into; fails the test when there is none. */
export async function refusalOf(work: Promise<unknown>): Promise<SeenError> {
  try {
    await work;
  } catch (error) {
    if (isOfficeError(error)) {
      return { code: error.code, message: error.message, location: error.debugInfo?.errorLocation };
    }
    throw error;
  }
  throw new Error('Excel refused nothing');
}

interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** The address of a range or areas; `null` for a null object. */
export async function addressOf(
  context: Excel.RequestContext,
  range: Excel.Range | Excel.RangeAreas,
): Promise<string | null> {
  range.load('address');
  await context.sync();
  return range.isNullObject ? null : range.address;
}

/** The first sheet of the workbook with these values from A1 on. */
export function filledSheet(context: Excel.RequestContext, values: (string | number | boolean)[][]): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRangeByIndexes(0, 0, values.length, values[0]?.length ?? 0).values = values;
  return sheet;
}
