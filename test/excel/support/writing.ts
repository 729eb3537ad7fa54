import { emptySheetPlan, type SheetPlan } from '../../../src/forms/grid/plan';
import type { EmbeddedHost } from '../../../src/host/bridge';
import { decodeRequest } from '../../../src/host/wire/protocol';

/**
 * Does something just before the first request that puts contents into cells is carried out.
 *
 * @returns how many such requests there were
 */
export function writing(host: EmbeddedHost, before: () => void): () => number {
  const send = host.sendMessageToHost.bind(host);
  let writes = 0;
  host.sendMessageToHost = (text) => {
    if (isWrite(text) && ++writes === 1) before();
    send(text);
  };
  return () => writes;
}

/** Cells get contents, or rows come or go. */
function isWrite(text: string): boolean {
  return decodeRequest(text).actions.some(
    (action) =>
      (action.kind === 'set' && action.name.toLowerCase() === 'formulas') ||
      (action.kind === 'method' && /^(insert|delete)$/i.test(action.name)),
  );
}

/** A new sheet with a format for each of so many rows: more steps than one request carries. */
export function longSheet(rows: number): SheetPlan {
  const formatOf = (row: number) => ({ row, column: 0, format: '@', before: 'General' });
  return { ...emptySheetPlan('新表', true), numberFormats: Array.from({ length: rows }, (_, row) => formatOf(row)) };
}
