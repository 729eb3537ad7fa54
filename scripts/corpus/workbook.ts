/** One workbook of the corpus: opened, changed in a cell, saved, compared. */
import { readFileSync } from 'node:fs';
import { calculateForSaving } from '../../src/host/workbook/model/cachedValues';
import { formatA1 } from '../../src/host/workbook/values/address';
import { losses, openWorkbook, saveWorkbook } from '../../src/host/workbook/xlsx';
import { compareWorkbooks, type Changed, type Difference } from './compare';
import { findingsAdded } from '../oracle/openXmlSdk';

interface Cost {
  readonly seconds: number;
  /** Megabytes that the process had at most until then. */
  readonly memory: number;
}

export type Finding = Cost &
  (
    | { readonly outcome: 'crashed'; readonly error: string }
    | { readonly outcome: 'refused'; readonly reason: string; readonly detail: string }
    | {
        readonly outcome: 'saved';
        /** What is not in the saved file and was not named as lost. */
        readonly unnamed: readonly Difference[];
        readonly losses: readonly string[];
        /** Findings of the validator that the opened file had not; `unopened` when it could not open that at all. */
        readonly added: readonly string[] | 'unopened';
      }
  );

/** What a named loss explains of the differences. */
const EXPLAINED: Readonly<Record<string, RegExp>> = {
  signature: /origin|signature/i,
  changeHistory: /revision|usernames/i,
};

/** Opens and saves the workbook, and compares. What takes time is the host's work alone. */
export async function examineWorkbook(file: string, validated: boolean): Promise<Finding> {
  const start = performance.now();
  const cost = (): Cost => ({
    seconds: (performance.now() - start) / 1000,
    memory: process.memoryUsage().rss / 1_048_576,
  });
  try {
    const before = new Uint8Array(readFileSync(file));
    const opened = await openWorkbook(before);
    if (!opened.ok) return { outcome: 'refused', reason: opened.kind, detail: opened.detail, ...cost() };
    const { workbook } = opened;
    const [sheet] = workbook.sheets;
    const changed: Changed[] = [];
    if (sheet) {
      const used = sheet.usedArea(false) ?? { row: 0, column: 0, rows: 0, columns: 0 };
      const [row, column] = [
        Math.min(used.row + used.rows + 1, 1_048_575),
        Math.min(used.column + used.columns + 1, 16_383),
      ];
      // A text, which sums over whole columns and rows leave out.
      sheet.setValue(row, column, '新');
      changed.push({ sheet: sheet.name, address: formatA1({ row, column, rows: 1, columns: 1 }) });
    }
    const named = losses(workbook);
    await calculateForSaving(workbook);
    const after = await saveWorkbook(workbook);
    const spent = cost();
    const { differences } = compareWorkbooks(before, after, changed[0]);
    const unnamed = differences.filter(({ detail }) => !named.some(({ kind }) => EXPLAINED[kind]?.test(detail)));
    const added = validated ? await findingsAdded(before, after, 'Microsoft365') : [];
    return {
      outcome: 'saved',
      unnamed,
      losses: named.map(({ kind, sheet: where, detail }) => `${kind} ${where ?? ''} ${detail}`),
      added,
      ...spent,
    };
  } catch (error) {
    return {
      outcome: 'crashed',
      error:
        error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ') : String(error),
      ...cost(),
    };
  }
}
