import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkSources, sentence } from './officeApi/findings';
import { hostMembers, type HostMembers } from './officeApi/host';
import { addinSources, plantedSource, ROOT } from './officeApi/program';
import { requiredSets } from './officeApi/sets';

const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
let host: HostMembers;

beforeAll(async () => {
  host = await hostMembers();
});

/** What is found in the body of a function: `member [set]`. */
function found(body: string, required = manifest, typings?: string): string[] {
  const sources = plantedSource(`${GIVEN}\nexport function planted(): unknown {\n${body}\n}`, typings);
  const errors = sources.files.flatMap((file) => sources.program.getSemanticDiagnostics(file));
  // In what does not compile nothing could be found.
  expect(errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  return checkSources(sources, requiredSets(required), host).findings.map(({ member, set }) => `${member} [${set}]`);
}

const GIVEN = `
export declare const range: Excel.Range;
export declare const sheets: Excel.WorksheetCollection;
export declare const either: Excel.Worksheet | Excel.Query;
`;
const supports = (set: string, version: string): string =>
  `Office.context.requirements.isSetSupported('${set}', '${version}')`;

test('the add-in uses nothing of Office.js that an Excel may lack or the embedded host does', () => {
  const { findings, members } = checkSources(addinSources(), requiredSets(manifest), host);
  expect(findings.map(sentence)).toEqual([]);
  // It saw what there is: each way of using a member has one here.
  const uses = [...members.values()].reduce((sum, count) => sum + count, 0);
  expect(uses).toBeGreaterThan(400);
  expect(members.size).toBeGreaterThan(120);
  expect([...members.keys()]).toEqual(
    expect.arrayContaining([
      'Excel.run',
      'Excel.Worksheet.getRangeByIndexes',
      'Excel.FormatProtection.locked',
      'Excel.RangeAreas.dataValidation',
      'Excel.DataValidationRule.decimal',
      'Excel.BorderIndex.edgeTop',
      'Excel.DataValidationOperator.between',
      'Excel.WorksheetCollection.onChanged',
      'Office.onReady',
      'Office.OfficeTheme.bodyBackgroundColor',
    ]),
  );
});

test('the embedded host’s classes bear the names of Excel’s', () => {
  expect(host.classes.size).toBeGreaterThan(40);
  expect([...host.classes.keys()].filter((name) => host.lacks(name, 'toJSON', 'read'))).toEqual([]);
});

describe('what an Excel may lack is found, however it is used', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['range.getPrecedents(); return 0;', 'Excel.Range.getPrecedents [ExcelApi 1.14]'],
    ["return range['getPrecedents']();", 'Excel.Range.getPrecedents [ExcelApi 1.14]'],
    ['const { valuesAsJson } = range; return valuesAsJson;', 'Excel.Range.valuesAsJson [ExcelApi 1.16]'],
    ['const { valuesAsJson: values } = range; return values;', 'Excel.Range.valuesAsJson [ExcelApi 1.16]'],
    ['let valuesAsJson; ({ valuesAsJson } = range); return valuesAsJson;', 'Excel.Range.valuesAsJson [ExcelApi 1.16]'],
    ['return either.name;', 'Excel.Query.name [ExcelApi 1.14]'],
    ['return sheets.items.map(({ tabId }) => tabId);', 'Excel.Worksheet.tabId [ExcelApi 1.14]'],
    ["range.load('values,valuesAsJson'); return 0;", 'Excel.Range.valuesAsJson [ExcelApi 1.16]'],
    ["range.load(['values', 'valuesAsJson']); return 0;", 'Excel.Range.valuesAsJson [ExcelApi 1.16]'],
    ["const names = 'valuesAsJson'; range.load(names); return 0;", 'Excel.Range.valuesAsJson [ExcelApi 1.16]'],
    ["range.context.load(range, 'valuesAsJson'); return 0;", 'Excel.Range.valuesAsJson [ExcelApi 1.16]'],
    ["sheets.load('items/name,items/tabId'); return 0;", 'Excel.Worksheet.tabId [ExcelApi 1.14]'],
    ["sheets.items[0]?.load('tabId'); return 0;", 'Excel.Worksheet.tabId [ExcelApi 1.14]'],
    ["sheets.load('tabId'); return 0;", 'Excel.Worksheet.tabId [ExcelApi 1.14]'],
    ["range.load('worksheet/tabId'); return 0;", 'Excel.Worksheet.tabId [ExcelApi 1.14]'],
    ['range.load({ worksheet: { tabId: true } }); return 0;', 'Excel.Worksheet.tabId [ExcelApi 1.14]'],
    [
      'const options: Excel.CellPropertiesLoadOptions = { style: true, textRuns: true }; return options;',
      'Excel.CellPropertiesLoadOptions.textRuns [ExcelApi 1.18]',
    ],
    [
      'const common = { textRuns: true }; const options: Excel.CellPropertiesLoadOptions = { ...common }; return options;',
      'Excel.CellPropertiesLoadOptions.textRuns [ExcelApi 1.18]',
    ],
    [
      'const options = { textRuns: true }; return range.getCellProperties(options);',
      'Excel.CellPropertiesLoadOptions.textRuns [ExcelApi 1.18]',
    ],
    ['return Excel.LoadToType.table;', 'Excel.LoadToType.table [ExcelApi 1.14]'],
    ["const to: Excel.LoadToType | 'Table' = 'Table'; return to;", 'Excel.LoadToType.table [ExcelApi 1.14]'],
    ['return sheets.getFirst().namedSheetViews;', 'Excel.Worksheet.namedSheetViews [ExcelApiOnline 1.1]'],
    ['return Office.addin.hide();', 'Office.Addin.hide [SharedRuntime 1.1]'],
    ["Office.context.ui.displayDialogAsync('x'); return 0;", 'Office.UI.displayDialogAsync [DialogApi 1.1]'],
    ['return Office.context.diagnostics;', 'Office.Context.diagnostics [none]'],
  ];
  test.each(cases)('%s', (body, finding) => expect(found(body)).toContain(finding));

  test('a preview is above every version', () => {
    const typings = `declare namespace Excel { interface Range {
      /** [Api set: ExcelApi BETA (PREVIEW ONLY)] */ preview: string;
    } }`;
    const finding = 'Excel.Range.preview [ExcelApi BETA (PREVIEW ONLY)]';
    expect(found('return range.preview;', manifest, typings)).toEqual([finding]);
    expect(found(`return ${supports('ExcelApi', '1.99')} && range.preview;`, manifest, typings)).toEqual([finding]);
  });

  test('so is a text of load that cannot be followed', () => {
    expect(found("range.load('valeus'); return 0;")).toEqual(['valeus []']);
    expect(found("sheets.items[0]?.load('name'); return 0;")).toEqual([]);
    expect(found('range.load(String(1)); return 0;')).toEqual(['String(1) []']);
    expect(found('const o: Excel.Interfaces.RangeLoadOptions = {}; range.load(o); return 0;')).toEqual(['o []']);
  });
});

describe('a feature test', () => {
  const newer = 'range.getPrecedents()';
  test.each([
    `if (${supports('ExcelApi', '1.14')}) return ${newer}; return 0;`,
    `if (range && ${supports('ExcelApi', '1.16')}) return [1].map(() => ${newer}); return 0;`,
    `if (!${supports('ExcelApi', '1.14')}) return 0; return ${newer};`,
    `if (!range || !${supports('ExcelApi', '1.14')}) { throw new Error(); } return ${newer};`,
    `return ${supports('ExcelApi', '1.14')} ? ${newer} : 0;`,
    `return ${supports('ExcelApi', '1.14')} && ${newer};`,
    `const NEEDED = { set: 'ExcelApi', version: '1.14' } as const;
     const { requirements } = Office.context;
     return requirements.isSetSupported(NEEDED.set, NEEDED.version) && ${newer};`,
    `const known = ${supports('ExcelApi', '1.14')}; return known ? ${newer} : 0;`,
  ])('lets a newer member be used: %s', (body) => expect(found(body)).toEqual([]));

  test.each([
    `if (${supports('ExcelApi', '1.13')}) return ${newer}; return 0;`,
    `if (${supports('ExcelApiOnline', '1.15')}) return ${newer}; return 0;`,
    `if (${supports('ExcelApi', '1.14')}) return 0; return ${newer};`,
    `if (${supports('ExcelApi', '1.14')}) return 0; else return ${newer};`,
    `if (range || ${supports('ExcelApi', '1.14')}) return ${newer}; return 0;`,
    `const all = ${newer}; if (!${supports('ExcelApi', '1.14')}) return 0; return all;`,
    `if (!${supports('ExcelApi', '1.14')}) { range.select(); } return ${newer};`,
    `if (!${supports('ExcelApi', '1.14')}) return later(); return 0; function later() { return ${newer}; }`,
  ])('must be of the set, and before: %s', (body) => {
    expect(found(body)).toEqual(['Excel.Range.getPrecedents [ExcelApi 1.14]']);
  });
});

describe('the manifest', () => {
  const runtime = `<VersionOverrides><Requirements><bt:Sets DefaultMinVersion="1.1">
    <bt:Set Name="SharedRuntime"/></bt:Sets></Requirements>`;
  const needed = `<Sets DefaultMinVersion="1.2"><Set Name="SharedRuntime"/><Set Name="DialogApi" MinVersion="1.1"/></Sets>`;

  test('requires sets of every Excel that opens the pane, not those of its ribbon', () => {
    expect(requiredSets(manifest)).toEqual([{ name: 'ExcelApi', version: '1.13' }]);
    expect(requiredSets(needed + runtime)).toEqual([
      { name: 'SharedRuntime', version: '1.2' },
      { name: 'DialogApi', version: '1.1' },
    ]);
  });

  test('decides what may be used', () => {
    expect(found('return Office.addin.hide();', manifest + runtime)).toHaveLength(1);
    expect(found('return Office.addin.hide();', needed + runtime)).toEqual([]);
    expect(found('return range.getMergedAreasOrNullObject();', manifest.replace('1.13', '1.12'))).toEqual([
      'Excel.Range.getMergedAreasOrNullObject [ExcelApi 1.13]',
    ]);
  });
});

test('a ribbon command needs no set besides', () => {
  const command = "Office.actions.associate('check', (event: Office.AddinCommands.Event) => event.completed());";
  expect(found(`${command} return Office.onReady();`)).toEqual([]);
});

describe('what the embedded host lacks', () => {
  test.each([
    ['range.getTables(); return 0;', 'Excel.Range.getTables [ExcelApi 1.9]'],
    ["range.load('worksheet/enableCalculation'); return 0;", 'Excel.Worksheet.enableCalculation [ExcelApi 1.9]'],
    [
      'sheets.getFirst().showHeadings = false; sheets.getFirst().enableCalculation = false; return 0;',
      'Excel.Worksheet.enableCalculation [ExcelApi 1.9]',
    ],
    [
      'sheets.onFormatChanged.add(async () => {}); return 0;',
      'Excel.WorksheetCollection.onFormatChanged [ExcelApi 1.9]',
    ],
    ['return sheets.getFirst().slicers;', 'Excel.Worksheet.slicers [ExcelApi 1.10]'],
  ])('is found: %s', (body, finding) => expect(found(body)).toEqual([finding]));

  test('is not asked for where the host does not go', () => {
    expect(found(`return ${supports('ExcelApi', '1.14')} && range.getTables();`)).toEqual([]);
    expect(found(`return ${supports('ExcelApi', '1.13')} && range.getTables();`)).toHaveLength(1);
  });

  test('is known from what the client makes of a name', () => {
    expect(host.lacks('Worksheet', 'showGridlines', 'write')).toBeUndefined();
    expect(host.lacks('WorksheetCollection', 'onChanged', 'read')).toBeUndefined();
    for (const member of ['context', 'isNullObject', 'load', 'set', 'toJSON', 'track', 'untrack']) {
      expect([member, host.lacks('Range', member, 'read')]).toEqual([member, undefined]);
    }
    expect(host.lacks('Range', 'nothing', 'read')).toBe('Microsoft’s client has no Range.nothing');
    expect(host.lacks('Chart', 'name', 'read')).toBe('the embedded host has no Chart.name (get)');
    expect(host.lacks('ChartCollection', 'items', 'read')).toContain('ChartCollection.items');
    expect(host.lacks('ChartCollection', 'getItemAt', 'read')).toContain('ChartCollection.getItemAt');
  });
});
