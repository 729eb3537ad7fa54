/** The codes of all problems that the program can make, as its source has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What every object that is a problem has. */
const PROBLEM_FIELDS = ['severity', 'code', 'sheet', 'cell', 'message'] as const;

/** A function that makes problems of a code which its callers give. */
interface Maker {
  readonly name: string;
  /** Which of its parameters the code is. */
  readonly parameter: number;
}

export interface FoundCodes {
  readonly codes: ReadonlySet<string>;
  /** Where a problem gets a code that only a running program knows. */
  readonly unreadable: readonly string[];
}

/** Every .ts and .tsx file below a folder. */
export function sourceFiles(folder: string): readonly ts.SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [parsed(path, readFileSync(path, 'utf8'))] : [];
  });
}

export function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

/** The codes in objects that are problems, and in calls of the functions that put a parameter into one. */
export function problemCodes(files: readonly ts.SourceFile[]): FoundCodes {
  const codes = new Set<string>();
  const unreadable: string[] = [];
  const makers: Maker[] = [];
  const take = (code: ts.Expression | undefined, at: ts.Node): void => {
    if (code !== undefined && ts.isStringLiteralLike(code)) codes.add(code.text);
    else unreadable.push(placeOf(at));
  };
  for (const node of files.flatMap(nodesOf)) {
    const code = codeOfProblem(node);
    if (code === undefined || isOfAnotherProblem(code)) continue;
    const maker = ts.isIdentifier(code) ? makerWith(code) : undefined;
    if (maker === undefined) take(code, node);
    else makers.push(maker);
  }
  for (const node of files.flatMap(nodesOf)) {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) continue;
    const { text } = node.expression;
    const maker = makers.find(({ name }) => name === text);
    if (maker !== undefined) take(node.arguments[maker.parameter], node);
  }
  return { codes, unreadable };
}

/**
 * What stands at `code` in an object that is a problem, or a changed copy of one; undefined for everything else, such as
 * the columns of the check's sheet, which are called like the fields.
 */
function codeOfProblem(node: ts.Node): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const fields = new Map(
    node.properties.flatMap((each) => (each.name !== undefined ? [[each.name.getText(), each] as const] : [])),
  );
  const isCopy = node.properties.some(ts.isSpreadAssignment);
  if (!isCopy && !PROBLEM_FIELDS.every((name) => fields.has(name))) return undefined;
  const code = fields.get('code');
  if (code === undefined) return undefined;
  if (ts.isPropertyAssignment(code)) return ts.isNumericLiteral(code.initializer) ? undefined : code.initializer;
  return ts.isShorthandPropertyAssignment(code) ? code.name : undefined;
}

/** Whether a code is that of a problem which is there already: `found.code`, `({ severity, code, message }) => …`. */
function isOfAnotherProblem(code: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(code)) return code.name.text === 'code';
  if (!ts.isIdentifier(code)) return false;
  for (let node: ts.Node = code; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isArrowFunction(node) && !ts.isFunctionDeclaration(node)) continue;
    const patterns = node.parameters.map(({ name }) => name).filter(ts.isObjectBindingPattern);
    if (patterns.some(({ elements }) => elements.some(({ name }) => name.getText() === code.text))) return true;
  }
  return false;
}

/** The function whose parameter a code is. */
function makerWith(code: ts.Identifier): Maker | undefined {
  for (let node: ts.Node = code; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isFunctionDeclaration(node) || node.name === undefined) continue;
    const parameter = node.parameters.findIndex(({ name }) => name.getText() === code.text);
    if (parameter >= 0) return { name: node.name.text, parameter };
  }
  return undefined;
}

function nodesOf(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (each: ts.Node): void => {
    nodes.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return nodes;
}

function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
