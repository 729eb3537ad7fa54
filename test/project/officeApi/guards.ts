import ts from 'typescript';
import type { ApiSet } from './sets';

/** The requirement sets that feature tests have proven where `node` runs: around it, or by an early return before it. */
export function provenSets(node: ts.Node, checker: ts.TypeChecker): readonly ApiSet[] {
  const proven: ApiSet[] = [];
  for (let child = node; !ts.isSourceFile(child); child = child.parent) {
    // A declared function can be called from elsewhere; a function expression runs where it stands or later.
    if (ts.isFunctionDeclaration(child) || ts.isClassElement(child)) break;
    proven.push(...provenBy(child.parent, child, checker));
  }
  return proven;
}

function provenBy(parent: ts.Node, child: ts.Node, checker: ts.TypeChecker): ApiSet[] {
  if (ts.isIfStatement(parent)) {
    return child === parent.expression ? [] : implied(parent.expression, child === parent.thenStatement, checker);
  }
  if (ts.isConditionalExpression(parent)) {
    return child === parent.condition ? [] : implied(parent.condition, child === parent.whenTrue, checker);
  }
  if (ts.isBinaryExpression(parent) && child === parent.right) {
    const { kind } = parent.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return implied(parent.left, true, checker);
    if (kind === ts.SyntaxKind.BarBarToken) return implied(parent.left, false, checker);
  }
  if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)) {
    return [...parent.statements]
      .filter((statement) => statement.pos < child.pos)
      .flatMap((statement) =>
        ts.isIfStatement(statement) && leaves(statement.thenStatement)
          ? implied(statement.expression, false, checker)
          : [],
      );
  }
  return [];
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) {
    const last = statement.statements.at(-1);
    return last !== undefined && leaves(last);
  }
  return ts.isReturnStatement(statement) || ts.isThrowStatement(statement) || ts.isContinueStatement(statement);
}

/** What is supported when the condition turned out as `outcome`. */
function implied(condition: ts.Expression, outcome: boolean, checker: ts.TypeChecker): ApiSet[] {
  if (ts.isParenthesizedExpression(condition)) return implied(condition.expression, outcome, checker);
  if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken) {
    return implied(condition.operand, !outcome, checker);
  }
  if (ts.isBinaryExpression(condition)) {
    const both = outcome ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken;
    if (condition.operatorToken.kind !== both) return [];
    return [condition.left, condition.right].flatMap((side) => implied(side, outcome, checker));
  }
  if (ts.isIdentifier(condition)) {
    const declaration = checker.getSymbolAtLocation(condition)?.valueDeclaration;
    const isConstant = declaration && ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const;
    if (!isConstant || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return [];
    return implied(declaration.initializer, outcome, checker);
  }
  return outcome && ts.isCallExpression(condition) ? testedSet(condition, checker) : [];
}

/** The set that `….requirements.isSetSupported(name, version)` asks for. */
function testedSet(call: ts.CallExpression, checker: ts.TypeChecker): ApiSet[] {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  const owner = declaration?.parent;
  if (!owner || !ts.isInterfaceDeclaration(owner) || owner.name.text !== 'RequirementSetSupport') return [];
  const [name, version] = call.arguments.map((argument) => checker.getTypeAtLocation(argument));
  if (!name?.isStringLiteral() || (version && !version.isStringLiteral())) return [];
  return [{ name: name.value, version: version?.value ?? '1.1' }];
}
