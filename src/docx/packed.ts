import { zipSync } from 'fflate';

/** A file for a person to keep. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One file as it is; several in a .zip file of the name. They are compressed already. */
export function packed(files: readonly KeptFile[], name: string): KeptFile | null {
  const [first, ...others] = files;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  const entries = Object.fromEntries(files.map((file) => [file.name, file.bytes]));
  return { name: `${name}.zip`, bytes: zipSync(entries, { level: 0 }) };
}
