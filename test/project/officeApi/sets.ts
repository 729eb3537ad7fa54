import ts from 'typescript';

/** A requirement set at a version; a version that is no number (a preview) is above every other. */
export interface ApiSet {
  readonly name: string;
  readonly version: string;
}

/** What the typings say of a declaration. */
export interface Documented {
  /** `Excel.Range.values`. */
  readonly name: string;
  /** What it needs; undefined where no set is named and `WITHOUT_SET` has no reason either. */
  readonly sets: readonly ApiSet[] | undefined;
}

/** What the typings name no set for, with all that is declared inside it, and why it can be used all the same. */
const WITHOUT_SET: ReadonlyMap<string, string> = new Map([
  ['OfficeExtension', 'the client’s own runtime, which is there before any set'],
  ['Excel.run', 'starts a batch in the client'],
  ['Excel.RequestContext', 'the batch itself and its root objects, as old as ExcelApi 1.1'],
  ['Excel.RunOptions', 'read by the client, which leaves out what Excel does not know'],
  ['Office.onReady', 'office.js itself, before it knows of an Excel'],
  ['Office.context', 'there once onReady has answered'],
  ['Office.Context.displayLanguage', 'supported by Excel on every platform, by the table in its documentation'],
  ['Office.OfficeTheme', 'read as something that may be missing'],
  ['Office.Context.requirements', 'the feature test itself'],
  ['Office.RequirementSetSupport', 'the feature test itself'],
  ['Office.HostType', 'a constant of office.js'],
  ['Office.actions', 'what a ribbon button calls by name needs it in every Excel that shows the button'],
  ['Office.Actions.associate', 'what a ribbon button calls by name needs it in every Excel that shows the button'],
  ['Office.AddinCommands.Event', 'given by the Excel that has shown the button'],
  ['Office.addin', 'a variable; its members name their sets'],
]);

/** The name of a declaration, and its own sets, else those of what it is declared in. */
export function documented(declaration: ts.Node): Documented {
  const owners: ts.Node[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) owners.push(node);
  const names = owners.map(ownName);
  const qualified = (from: number): string =>
    names
      .slice(from)
      .filter((name) => name !== undefined)
      .reverse()
      .join('.');
  for (const [index, owner] of owners.entries()) {
    const sets = WITHOUT_SET.has(qualified(index)) ? [] : namedSets(documentation(owner));
    if (sets) return { name: qualified(0), sets };
  }
  return { name: qualified(0), sets: undefined };
}

function ownName(node: ts.Node): string | undefined {
  const isNamed = ts.isClassElement(node) || ts.isTypeElement(node) || ts.isVariableDeclaration(node);
  if (!isNamed && !ts.isDeclarationStatement(node) && !ts.isEnumMember(node)) return undefined;
  return node.name && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) ? node.name.text : undefined;
}

function documentation(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((comment) => comment.getText())
    .join('\n');
}

/** The sets that a comment names, in either of the two ways of the typings; undefined where it names none. */
function namedSets(comment: string): readonly ApiSet[] | undefined {
  const sets = [
    ...[...comment.matchAll(/\[Api set:([^\]]*)\]/g)].map(([, text = '']) => excelSet(text.trim())),
    ...commonSets(comment),
  ];
  // Outlook's set says nothing of Excel, which shares some of its members.
  const ours = sets.filter(({ name }) => name !== 'Mailbox');
  return ours.length > 0 ? ours.filter(({ name }) => name !== NOT_IN_A_SET) : undefined;
}

/** A member that came in parts (`ExcelApi 1.1 for get, 1.8 for set`) counts as its youngest part. */
function excelSet(text: string): ApiSet {
  const [name = ''] = /^\w+/.exec(text) ?? [];
  const versions = text.match(/\d+\.\d+/g) ?? [];
  const [youngest = text.slice(name.length).trim()] = versions.sort((a, b) => rank(b) - rank(a));
  return { name, version: youngest };
}

const NOT_IN_A_SET = 'Not';

/** `**Requirement set**: {@link … | SharedRuntime 1.1}`, also as a list, also without a version or `Not in a set`. */
function commonSets(comment: string): ApiSet[] {
  const [, text = ''] = /\*\*Requirement sets?\*\*:([^]*?)(?:\*\*|\n[ *]*@|<table|$)/.exec(comment) ?? [];
  return [...text.matchAll(/\{@link [^|}]*\/requirement-sets\/[^|}]*\| (\w+)(?: (\d+\.\d+))?/g)].map(
    ([, name = '', version = '1.1']) => ({ name, version }),
  );
}

/**
 * The sets without which Excel does not offer the add-in. Those that VersionOverrides requires are none of them: an Excel
 * without these leaves the ribbon's buttons aside and opens the pane all the same.
 */
export function requiredSets(manifest: string): readonly ApiSet[] {
  const [base = ''] = manifest.split('<VersionOverrides');
  const sets: ApiSet[] = [];
  for (const [, head = '', body = ''] of base.matchAll(/<(?:\w+:)?Sets\b([^>]*)>([^]*?)<\/(?:\w+:)?Sets>/g)) {
    for (const [, set = ''] of body.matchAll(/<(?:\w+:)?Set\b([^>]*)>/g)) {
      const version = attribute(set, 'MinVersion') ?? attribute(head, 'DefaultMinVersion') ?? '1.1';
      sets.push({ name: attribute(set, 'Name') ?? '', version });
    }
  }
  return sets;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

/** Whether one of the sets is the wanted one, at its version or a later one. */
export function covers(sets: readonly ApiSet[], wanted: ApiSet): boolean {
  return sets.some(({ name, version }) => {
    const known = rank(version);
    return name === wanted.name && Number.isFinite(known) && known >= rank(wanted.version);
  });
}

function rank(version: string): number {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(version) ?? [];
  return major === undefined ? Infinity : Number(major) * 1000 + Number(minor);
}
