/** The parts of a workbook file, unpacked within limits; what is no workbook is refused before anything is read of it. */
import { unzipSync, type UnzipFileInfo } from 'fflate';

/** Why a file is not read. */
export type Refusal = 'empty' | 'notXlsx' | 'encrypted' | 'legacyXls' | 'damaged' | 'tooLarge';

export type Unpacked =
  | { readonly ok: true; readonly parts: Readonly<Record<string, Uint8Array>> }
  | { readonly ok: false; readonly refusal: Refusal };

/** A form of one person has 10 to 50 KB; photographs of signatures and stamps may be in it. */
const MOST_BYTES = 20_000_000;
/** What all parts that are read may come to; 3,000 people on a score sheet are 4 MB. */
const MOST_UNPACKED = 40_000_000;
const MOST_PARTS = 2_000;

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** Workbooks and templates, with macros (which are not read) or without. Not .xlsb, whose parts are no XML. */
const WORKBOOK_TYPE = /(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml/;

/**
 * Unpacks the XML of an .xlsx. Sizes are taken from the archive's directory before anything is unpacked, and unpacking
 * never fills more than these sizes: an archive that swells up is refused, or damaged.
 */
export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MOST_BYTES) return refused('tooLarge');
  if (startsWith(bytes, COMPOUND_FILE)) return refused(compoundRefusal(bytes));
  if (!startsWith(bytes, ZIP)) return refused('notXlsx');
  const parts = unzip(bytes);
  if (typeof parts === 'string') return refused(parts);
  const types = parts['[Content_Types].xml'];
  return types !== undefined && WORKBOOK_TYPE.test(new TextDecoder().decode(types))
    ? { ok: true, parts }
    : refused('notXlsx');
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> | Refusal {
  let unpacked = 0;
  let count = 0;
  const media: string[] = [];
  const wanted = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    count++;
    if (!/\.(?:xml|rels)$/i.test(name)) {
      if (/\/media\//.test(name)) media.push(name);
      return false;
    }
    unpacked += originalSize;
    // A part that says it is empty and is not would be unpacked without a limit.
    if (originalSize === 0 && size > 2) unpacked = Infinity;
    return unpacked <= MOST_UNPACKED && count <= MOST_PARTS;
  };
  try {
    const parts = unzipSync(bytes, { filter: wanted });
    if (unpacked > MOST_UNPACKED || count > MOST_PARTS) return 'tooLarge';
    // Pictures are counted, never looked at.
    for (const name of media) parts[name] = new Uint8Array();
    return parts;
  } catch {
    return 'damaged';
  }
}

/** An encrypted workbook and one of Excel 97–2003 are both compound files; their streams have names in UTF-16. */
function compoundRefusal(bytes: Uint8Array): Refusal {
  const text = new TextDecoder('latin1').decode(bytes);
  const hasStream = (name: string) => text.includes([...name].map((letter) => `${letter}\0`).join(''));
  if (hasStream('EncryptedPackage')) return 'encrypted';
  return hasStream('Workbook') || hasStream('Book') ? 'legacyXls' : 'notXlsx';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refused(refusal: Refusal): Unpacked {
  return { ok: false, refusal };
}
