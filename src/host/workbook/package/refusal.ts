/** Why a file is no workbook that this host can open. */

export type RefusalKind = 'empty' | 'notXlsx' | 'encrypted' | 'truncated' | 'legacyXls' | 'damaged' | 'tooLarge';

export interface Refusal {
  readonly ok: false;
  readonly kind: RefusalKind;
  readonly detail: string;
}

export function refuse(kind: RefusalKind, detail: string): Refusal {
  return { ok: false, kind, detail };
}

const ZIP_ENTRY = [0x50, 0x4b, 0x03, 0x04];
const ZIP_END = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

/** The refusal that the bytes' outer form calls for; undefined for what looks like a whole zip archive. */
export function refusalOf(bytes: Uint8Array): Refusal | undefined {
  if (bytes.length === 0) return refuse('empty', 'The file has no bytes.');
  if (startsWith(bytes, COMPOUND_FILE)) return compoundRefusal(bytes);
  if (!startsWith(bytes, ZIP_ENTRY) && !startsWith(bytes, ZIP_END)) {
    const started = ZIP_ENTRY.slice(0, bytes.length).every((byte, index) => bytes[index] === byte);
    return started
      ? refuse('truncated', 'The file ends within its first bytes.')
      : refuse('notXlsx', 'The file is no zip archive.');
  }
  return hasDirectory(bytes) ? undefined : refuse('truncated', 'The archive has no directory at its end.');
}

/** The directory stands at the end, before a comment of at most 65,535 bytes. */
function hasDirectory(bytes: Uint8Array): boolean {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) if (startsWith(bytes, ZIP_END, at)) return true;
  return false;
}

/** A compound file (CFB) holds an encrypted package, or a workbook of Excel 97–2003 and before, or something else. */
function compoundRefusal(bytes: Uint8Array): Refusal {
  const streams = new Set(streamNames(bytes));
  if (streams.has('EncryptedPackage')) return refuse('encrypted', 'The workbook is encrypted with a password.');
  if (streams.has('Workbook') || streams.has('Book'))
    return refuse('legacyXls', 'The workbook has the format of Excel 97–2003 (.xls).');
  return refuse('notXlsx', 'The compound file holds no workbook.');
}

/** Names in the file's directory ([MS-CFB] 2.6): entries of 128 bytes, the sectors following the allocation table. */
function streamNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return [];
  const sectorSize = 1 << view.getUint16(30, true);
  const names: string[] = [];
  const seen = new Set<number>();
  let sector = view.getUint32(48, true);
  while (!seen.has(sector)) {
    seen.add(sector);
    const start = (sector + 1) * sectorSize;
    if (start + sectorSize > bytes.length) break;
    for (let entry = start; entry + 128 <= start + sectorSize; entry += 128) {
      const length = Math.min(view.getUint16(entry + 64, true), 64);
      if (length >= 2) names.push(new TextDecoder('utf-16le').decode(bytes.subarray(entry, entry + length - 2)));
    }
    sector = nextSector(view, sector, sectorSize);
  }
  return names;
}

/** The sector that follows in the chain, through the first 109 sectors of the allocation table, enough for 6.8 MB. */
function nextSector(view: DataView, sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return -1;
  const at = (view.getUint32(76 + 4 * table, true) + 1) * sectorSize + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : -1;
}
