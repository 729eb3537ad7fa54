import ts from 'typescript';

/** One place that uses a member of Office.js. */
export interface Use {
  readonly node: ts.Node;
  /** Where the typings declare it: several for a union of types, or for overloads that cannot be told apart. */
  readonly declarations: readonly ts.Declaration[];
  readonly access: 'read' | 'write';
}

/** A text given to `load` that cannot be followed. */
export interface Unclear {
  readonly node: ts.Node;
  readonly text: string;
}

/** What a file uses of Office.js. */
export interface FileUses {
  readonly uses: readonly Use[];
  readonly unclear: readonly Unclear[];
}

/** Whether Microsoft's typings declare it. */
export function isOffice(node: ts.Node): boolean {
  return node.getSourceFile().fileName.includes('/@types/office-js/');
}

/** Finds every use of Office.js in a file. */
export function usesOf(file: ts.SourceFile, checker: ts.TypeChecker): FileUses {
  const finder = new Finder(checker);
  finder.visit(file);
  return finder;
}

class Finder implements FileUses {
  readonly uses: Use[] = [];
  readonly unclear: Unclear[] = [];

  constructor(private readonly checker: ts.TypeChecker) {}

  visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) {
      this.add(node.name, this.checker.getSymbolAtLocation(node.name), accessOf(node));
    } else if (ts.isElementAccessExpression(node)) {
      const type = this.checker.getTypeAtLocation(node.expression);
      for (const name of this.texts(this.checker.getTypeAtLocation(node.argumentExpression)) ?? []) {
        this.addMember(node.argumentExpression, type, name, accessOf(node));
      }
    } else if (ts.isObjectBindingPattern(node)) {
      this.visitPattern(node);
    } else if (ts.isObjectLiteralExpression(node)) {
      this.visitLiteral(node);
    } else if (ts.isStringLiteralLike(node)) {
      this.visitText(node);
    } else if (ts.isCallExpression(node)) {
      this.visitCall(node);
      node.arguments.forEach((argument) => this.visitGiven(argument));
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      this.visitGiven(node.right);
    }
    ts.forEachChild(node, (child) => this.visit(child));
  }

  /** `const { values } = range`, also as a parameter. */
  private visitPattern(pattern: ts.ObjectBindingPattern): void {
    const type = this.checker.getTypeAtLocation(pattern);
    for (const element of pattern.elements) {
      const name = element.propertyName ?? element.name;
      if (element.dotDotDotToken || ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) continue;
      this.addMember(name, type, this.nameOf(name), 'read');
    }
  }

  /** An object where Office.js expects one, or `({ values } = range)`. */
  private visitLiteral(literal: ts.ObjectLiteralExpression): void {
    const { parent } = literal;
    const isTarget = ts.isBinaryExpression(parent) && parent.left === literal;
    const type = isTarget ? this.checker.getTypeAtLocation(parent.right) : this.checker.getContextualType(literal);
    if (!type) return;
    for (const property of literal.properties) {
      const names = ts.isSpreadAssignment(property)
        ? this.checker
            .getTypeAtLocation(property.expression)
            .getProperties()
            .map((symbol) => symbol.name)
        : [this.nameOf(property.name)];
      for (const name of names) this.addMember(property, type, name, 'read');
    }
  }

  /** An object of the add-in's own, by name or by call, that is given where Office.js expects one of its own. */
  private visitGiven(given: ts.Expression): void {
    const type = ts.isObjectLiteralExpression(given) ? undefined : this.checker.getContextualType(given);
    if (!type) return;
    const own = this.checker.getTypeAtLocation(given);
    if (!(own.flags & ts.TypeFlags.Object) || this.checker.isArrayLikeType(own)) return;
    for (const { name } of own.getProperties().filter((property) => !isDeclaredByOffice(property))) {
      this.addMember(given, type, name, 'read');
    }
  }

  /** A text that stands for a value of an enum: `'Center'` where `Excel.HorizontalAlignment` is expected. */
  private visitText(text: ts.StringLiteralLike): void {
    const type = this.checker.getContextualType(text);
    for (const one of type?.isUnion() ? type.types : []) {
      if (one.flags & ts.TypeFlags.EnumLiteral && one.isStringLiteral() && one.value === text.text) {
        this.add(text, one.symbol, 'read');
      }
    }
  }

  /** `range.load(…)`, `context.load(range, …)`, `range.set(…)`: what they name is a member of the object. */
  private visitCall(call: ts.CallExpression): void {
    const { expression } = call;
    if (!ts.isPropertyAccessExpression(expression) || !/^(?:load|set)$/.test(expression.name.text)) return;
    const declaration = this.checker.getResolvedSignature(call)?.declaration;
    if (!declaration || !isOffice(declaration)) return;
    const [first, second] = call.arguments;
    const byContext = first && second && expression.name.text === 'load';
    const [object, names] = byContext ? [first, second] : [expression.expression, first];
    if (!names) return;
    const access = expression.name.text === 'set' ? 'write' : 'read';
    const paths = this.pathsIn(names);
    if (!paths) this.unclear.push({ node: names, text: names.getText() });
    for (const path of paths ?? []) this.addPath(names, this.checker.getTypeAtLocation(object), path, access);
  }

  /** The paths that a text, a list of texts or an object of options names; undefined when that cannot be told. */
  private pathsIn(names: ts.Expression): string[][] | undefined {
    // The type of a list that is written out tells no more than that it holds texts.
    if (!ts.isArrayLiteralExpression(names)) return this.paths(this.checker.getTypeAtLocation(names));
    const lists = names.elements.map((element) => this.pathsIn(element));
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  }

  private paths(type: ts.Type): string[][] | undefined {
    const texts = this.texts(this.checker.isArrayLikeType(type) ? (type.getNumberIndexType() ?? type) : type);
    if (texts) {
      return texts.flatMap((text) => text.split(',')).map((path) => path.trim().split('/').filter(isMemberName));
    }
    if (type.flags & ts.TypeFlags.StringLike || this.checker.isArrayLikeType(type) || type.isUnion()) return undefined;
    const properties = type.getProperties();
    // An object declared as Office.js's own options has them all by its type, whatever was given.
    if (properties.some(isDeclaredByOffice)) return undefined;
    return properties.flatMap((property) => {
      const inner = this.checker.getTypeOfSymbol(property);
      const isNested = inner.flags & ts.TypeFlags.Object && !this.checker.isArrayLikeType(inner);
      const rest = isNested ? (this.paths(inner) ?? []) : [[]];
      return isMemberName(property.name) ? rest.map((path) => [property.name, ...path]) : [];
    });
  }

  /** Follows a path from an object, through the items of collections. */
  private addPath(node: ts.Node, start: ts.Type, path: readonly string[], access: Use['access']): void {
    let types = alternatives(start.getNonNullableType());
    for (const [index, name] of path.entries()) {
      const last = index === path.length - 1;
      const found = types.flatMap((type) => type.getProperty(name) ?? this.itemOf(type)?.getProperty(name) ?? []);
      if (found.length < types.length) this.unclear.push({ node, text: path.join('/') });
      for (const symbol of found) this.add(node, symbol, last ? access : 'read');
      types = found.flatMap((symbol) => {
        const type = this.checker.getTypeOfSymbol(symbol).getNonNullableType();
        if (!isDeclaredByOffice(symbol) || last) return [];
        return alternatives(this.checker.isArrayType(type) ? (type.getNumberIndexType() ?? type) : type);
      });
    }
  }

  private itemOf(collection: ts.Type): ts.Type | undefined {
    const items = collection.getProperty('items');
    return items && this.checker.getTypeOfSymbol(items).getNumberIndexType();
  }

  private nameOf(name: ts.PropertyName): string {
    if (!ts.isComputedPropertyName(name)) return name.text;
    const [text = ''] = this.texts(this.checker.getTypeAtLocation(name.expression)) ?? [];
    return text;
  }

  private texts(type: ts.Type): string[] | undefined {
    const texts = alternatives(type).map((one) => (one.isStringLiteral() ? one.value : undefined));
    return texts.every((text) => text !== undefined) ? texts : undefined;
  }

  private addMember(node: ts.Node, type: ts.Type, name: string, access: Use['access']): void {
    for (const one of alternatives(type)) this.add(node, one.getProperty(name), access);
  }

  private add(node: ts.Node, symbol: ts.Symbol | undefined, access: Use['access']): void {
    const declarations = symbol?.declarations?.filter(isOffice) ?? [];
    if (declarations.length > 0) this.uses.push({ node, declarations: this.chosen(node, declarations), access });
  }

  /** Of overloads, the one that is called here. */
  private chosen(node: ts.Node, declarations: readonly ts.Declaration[]): readonly ts.Declaration[] {
    const call = node.parent.parent;
    if (!ts.isCallExpression(call) || call.expression !== node.parent) return declarations;
    const called = this.checker.getResolvedSignature(call)?.declaration;
    const overloads = declarations.filter(({ parent }) => parent === called?.parent);
    return declarations.filter((one) => !overloads.includes(one) || one === called);
  }
}

function alternatives(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function isDeclaredByOffice(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some(isOffice) ?? false;
}

/** `$all`, `$none` and `$top` steer the loading, and an empty text loads nothing by name. */
function isMemberName(name: string): boolean {
  return name !== '' && !name.startsWith('$');
}

function accessOf(node: ts.Expression): Use['access'] {
  const { parent } = node;
  return ts.isBinaryExpression(parent) &&
    parent.left === node &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    ? 'write'
    : 'read';
}
