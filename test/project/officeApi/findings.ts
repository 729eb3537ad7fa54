import { relative } from 'node:path';
import ts from 'typescript';
import { provenSets } from './guards';
import type { HostMembers } from './host';
import { ROOT, type Sources } from './program';
import { covers, documented, type ApiSet } from './sets';
import { isOffice, usesOf, type Unclear, type Use } from './uses';

/** What is wrong with one use, and what to do about it. */
export interface Finding {
  /** `src/excel/workbook/write.ts:12`. */
  readonly place: string;
  readonly member: string;
  readonly set: string;
  readonly advice: string;
}

/** What a look through the sources gave. */
export interface Report {
  readonly findings: readonly Finding[];
  /** The members used, by how often. */
  readonly members: ReadonlyMap<string, number>;
}

/** Checks every use of Office.js in the sources against the sets that are required and against the embedded host. */
export function checkSources({ program, files }: Sources, required: readonly ApiSet[], host: HostMembers): Report {
  const checker = program.getTypeChecker();
  const findings = new Map<string, Finding>();
  const members = new Map<string, number>();
  const note = (finding: Finding): void => void findings.set(Object.values(finding).join(' '), finding);
  for (const file of files) {
    const { uses, unclear } = usesOf(file, checker);
    unclear.map(unclearFinding).forEach(note);
    for (const use of uses) {
      const available = [...required, ...provenSets(use.node, checker)];
      for (const declaration of use.declarations) {
        const { name } = documented(declaration);
        members.set(name, (members.get(name) ?? 0) + 1);
        const missing = setFindings(use, declaration, available);
        // The embedded host supports what the manifest requires and no more: what waits for a newer set never runs there.
        const runsInHost = missing.length === 0 && available.every((set) => covers(required, set));
        (runsInHost ? hostFindings(use, declaration, host, checker) : missing).forEach(note);
      }
    }
  }
  return { findings: [...findings.values()], members };
}

/** A finding as one line. */
export function sentence({ place, member, set, advice }: Finding): string {
  return `${place} ${member} [${set}]: ${advice}`;
}

function unclearFinding({ node, text }: Unclear): Finding {
  const advice = 'What is loaded cannot be told from this. Give load() a text of names that its object has.';
  return { place: placeOf(node), member: text, set: '', advice };
}

function setFindings({ node }: Use, declaration: ts.Declaration, available: readonly ApiSet[]): Finding[] {
  const { name, sets } = documented(declaration);
  if (!sets) {
    const advice =
      'Its documentation names no requirement set. Find out which Excel has it; then note why in WITHOUT_SET.';
    return [{ place: placeOf(node), member: name, set: 'none', advice }];
  }
  return sets
    .filter((set) => !covers(available, set))
    .map((set) => ({
      place: placeOf(node),
      member: name,
      set: `${set.name} ${set.version}`,
      advice: `manifest.xml does not require this. Do without it, or use it only where Office.context.requirements.isSetSupported('${set.name}', '${set.version}') is true.`,
    }));
}

function hostFindings(use: Use, declaration: ts.Declaration, host: HostMembers, checker: ts.TypeChecker): Finding[] {
  const owner = declaration.parent;
  if (!isOffice(owner) || !ts.isClassDeclaration(owner) || !isClientObject(owner, checker)) return [];
  const { name, sets } = documented(declaration);
  const [, className = '', member = ''] = name.split('.');
  const lack = host.lacks(className, member, use.access);
  if (lack === undefined) return [];
  const set = sets?.map((one) => `${one.name} ${one.version}`).join(', ') ?? 'none';
  const advice = `Teach it to src/host/objects or do without it: ${lack}, so that no test and no command line could run this.`;
  return [{ place: placeOf(use.node), member: name, set, advice }];
}

/** Whether objects of the class stand for something in the workbook, as those of Excel’s classes do. */
function isClientObject(declaration: ts.ClassDeclaration, checker: ts.TypeChecker): boolean {
  const base = declaration.heritageClauses?.[0]?.types[0];
  const inExcel = documented(declaration).name.startsWith('Excel.');
  return inExcel && base !== undefined && checker.getTypeAtLocation(base).symbol.name === 'ClientObject';
}

function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(ROOT, file.fileName)}:${line + 1}`;
}
