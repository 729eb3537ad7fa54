/** Microsoft's Open XML SDK, asked what is wrong with a workbook or a document. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The versions of Office whose schemas a written file is held to. */
export const OFFICE_VERSIONS = ['Office2016', 'Microsoft365'] as const;
export type OfficeVersion = (typeof OFFICE_VERSIONS)[number];

/** The package is an ES module; its program is asked, so that no hook of ours makes a `require` of its `import`. */
const PROGRAM = join(__dirname, '..', '..', 'node_modules', '@xarsh', 'ooxml-validator', 'dist', 'src', 'cli.js');

/** What is wrong with the file, a line each; [] when nothing is. */
export async function findingsOf(bytes: Uint8Array, version: OfficeVersion): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'openxml-'));
  try {
    const file = join(folder, nameFor(Buffer.from(bytes)));
    writeFileSync(file, bytes);
    return findingsIn(await run(file, version));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** By what its parts are called; a workbook with macros under the name of one without would be a finding. */
function nameFor(bytes: Buffer): string {
  if (bytes.includes('word/document.xml')) return 'document.docx';
  return bytes.includes('vbaProject.bin') ? 'book.xlsm' : 'book.xlsx';
}

function run(file: string, version: OfficeVersion): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [PROGRAM, file, '--officeVersion', version],
      { maxBuffer: 1 << 28, timeout: 120_000 },
      (error, stdout, stderr) => {
        // It ends with 1 when the file has faults.
        if (stdout === '') reject(error ?? new Error(stderr));
        else resolve(stdout);
      },
    );
  });
}

function findingsIn(json: string): string[] {
  const answer: unknown = JSON.parse(json);
  const errors: unknown =
    typeof answer === 'object' && answer !== null && 'errors' in answer ? answer.errors : undefined;
  const list: readonly unknown[] | undefined = Array.isArray(errors) ? errors : undefined;
  if (!list) throw new Error(`The validator answered ${json.slice(0, 200)}`);
  return list.map((error) => {
    const members = new Map<string, unknown>(typeof error === 'object' && error !== null ? Object.entries(error) : []);
    const member = (name: string): string => {
      const value = members.get(name);
      return typeof value === 'string' ? value : '';
    };
    return `${member('path')} ${member('xPath')}: ${member('description')}`;
  });
}

/**
 * Findings of the second file that the first had not: by their text, wherever in a part they stand. `unopened` when there
 * are findings, and the first is a package that the validator cannot open at all, such as one with `xl\\styles.xml`.
 */
export async function findingsAdded(
  before: Uint8Array,
  after: Uint8Array,
  version: OfficeVersion,
): Promise<string[] | 'unopened'> {
  const now = await findingsOf(after, version);
  if (now.length === 0) return [];
  const old = await findingsOf(before, version);
  return old.some(isUnopened) && !now.some(isUnopened) ? 'unopened' : newAmong(old, now);
}

/** Whether the finding is about no part: the package was not read. */
function isUnopened(finding: string): boolean {
  return finding.startsWith(' :');
}

/** Of the findings those that are not among the old ones. */
export function newAmong(old: readonly string[], now: readonly string[]): string[] {
  const kind = (finding: string): string => finding.replace(/\[\d+\]/g, '').replace(/\d+/g, '#');
  const left = new Map<string, number>();
  for (const finding of old) left.set(kind(finding), (left.get(kind(finding)) ?? 0) + 1);
  return now.filter((finding) => {
    const count = left.get(kind(finding)) ?? 0;
    left.set(kind(finding), count - 1);
    return count <= 0;
  });
}
