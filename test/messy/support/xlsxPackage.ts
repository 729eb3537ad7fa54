/**
 * Workbooks as other programs write them, from short descriptions: an OOXML package part by part. It shares nothing
 * with the writer of src/host, so that the reader is not tested on its own hand.
 */
import { zipSync, type Zippable } from 'fflate';

/** A cell: blank, a number, a shared text, or something that says how it is stored. */
export type MessyCell =
  | null
  | number
  | string
  | boolean
  | { readonly inline: string }
  /** Runs with fonts of their own; `reading` adds phonetic runs, which are no part of the text. */
  | { readonly rich: readonly string[]; readonly reading?: string }
  /** Without its '='. `shared` fills the formula down over an area; a follower has the number alone. */
  | {
      readonly formula: string;
      readonly value: number | string | boolean;
      readonly shared?: { ref: string; si: number };
    }
  | { readonly follows: number; readonly value: number }
  | { readonly error: string; readonly formula?: string }
  | { readonly value: number | string | null; readonly style: Style };

/** Cell formats of every package; the numbers are their places in cellXfs. */
const STYLES = {
  general: 0,
  /** yyyy/m/d, by number only. */
  date: 1,
  /** 2020年6月, by number only: what it shows depends on the language of the program. */
  chineseMonth: 2,
  /** yyyy"年"m"月";@ as a format of the file. */
  customMonth: 3,
  customDay: 4,
  text: 5,
  redFill: 6,
  wrapped: 7,
  percent: 8,
  /** Shows 85分 for 85. */
  points: 9,
  /** [h]:mm, which 85:5 becomes. */
  hours: 10,
} as const;
export type Style = keyof typeof STYLES;

export interface MessySheet {
  readonly name: string;
  readonly rows: readonly (readonly MessyCell[])[];
  /** A1 areas. */
  readonly merged?: readonly string[];
  /** As Excel counts them, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** An A1 area with an AutoFilter; the rows that it hides are among hiddenRows. */
  readonly filter?: string;
  readonly protected?: boolean;
  readonly state?: 'hidden' | 'veryHidden';
  /** Elements between the merged areas and the page's margins: conditional formats, validations. */
  readonly rules?: string;
  /** Elements at the end, such as an extLst. */
  readonly end?: string;
  /** A picture that lies over the cells. */
  readonly picture?: boolean;
}

export interface MessyPackage {
  /**
   * excel: what Excel 2016 writes. wps: WPS 表格, its name spaces and properties. bare: nothing that the standard does
   * not demand, prefixes on every element, absolute targets, no positions where they follow from the order.
   */
  readonly program?: 'excel' | 'wps' | 'bare';
  readonly date1904?: boolean;
  /** Another workbook that formulas take values from, as [1]. */
  readonly externalBook?: string;
}

/** A workbook that departs from the printed forms. */
export interface MessyWorkbook {
  readonly sheets: readonly MessySheet[];
  readonly options?: MessyPackage;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a workbook; the same ones every time. */
export function messyPackage(sheets: readonly MessySheet[], options: MessyPackage = {}): Uint8Array {
  const { program = 'excel' } = options;
  const strings = new SharedStrings();
  const parts = new Map<string, string>();
  const types = new Map<string, string>();
  const links: string[] = [];
  const target = (path: string) => (program === 'bare' ? `/xl/${path}` : path);
  const add = (path: string, kind: string, type: string, xml: string) => {
    parts.set(`xl/${path}`, xml);
    types.set(`xl/${path}`, type);
    links.push(relationship(`rId${links.length + 1}`, kind, target(path)));
  };
  sheets.forEach((sheet, i) => {
    add(
      `worksheets/sheet${i + 1}.xml`,
      'worksheet',
      `${SPREADSHEET}.worksheet+xml`,
      worksheet(sheet, program, strings),
    );
    if (sheet.picture === true) addPicture(parts, types, i + 1);
  });
  if (program !== 'bare') add('styles.xml', 'styles', `${SPREADSHEET}.styles+xml`, stylesXml());
  if (program !== 'bare') add('sharedStrings.xml', 'sharedStrings', `${SPREADSHEET}.sharedStrings+xml`, strings.xml());
  if (options.externalBook !== undefined) {
    add('externalLinks/externalLink1.xml', 'externalLink', `${SPREADSHEET}.externalLink+xml`, externalLink());
    parts.set(
      'xl/externalLinks/_rels/externalLink1.xml.rels',
      relationships(relationship('rId1', 'externalLinkPath', escapeXml(options.externalBook), true)),
    );
  }
  parts.set('xl/workbook.xml', workbookXml(sheets, options, links.length));
  types.set('xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`);
  parts.set('xl/_rels/workbook.xml.rels', relationships(links.join('')));
  const root = [relationship('rId1', 'officeDocument', program === 'bare' ? '/xl/workbook.xml' : 'xl/workbook.xml')];
  if (program !== 'bare') root.push(...properties(parts, types, program));
  parts.set('_rels/.rels', relationships(root.join('')));
  return zipped(parts, types);
}

/** Texts by number, as most programs store them. */
class SharedStrings {
  private readonly items = new Map<string, number>();

  add(xml: string): number {
    const number = this.items.get(xml) ?? this.items.size;
    this.items.set(xml, number);
    return number;
  }

  xml(): string {
    const items = [...this.items.keys()].map((item) => `<si>${item}</si>`).join('');
    return `${XML}<sst xmlns="${MAIN}" count="${this.items.size}" uniqueCount="${this.items.size}">${items}</sst>`;
  }
}

type Program = NonNullable<MessyPackage['program']>;

const SPACES: Readonly<Record<Program, string>> = {
  excel:
    `xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
    'mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"',
  wps:
    `xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}" xmlns:xdr="${DRAWING}/spreadsheetDrawing" ` +
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" ' +
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
    'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"',
  bare: `xmlns:x="${MAIN}" xmlns:r="${RELATIONSHIPS}"`,
};

function worksheet(sheet: MessySheet, program: Program, strings: SharedStrings): string {
  const cols = (sheet.hiddenColumns ?? []).map(
    (n) => `<col min="${n}" max="${n}" width="9" hidden="1" customWidth="1"/>`,
  );
  const merges = (sheet.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`);
  const xml =
    `<worksheet ${SPACES[program]}>` +
    (program === 'wps' ? '<sheetPr/>' : '') +
    (cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '') +
    `<sheetData>${sheet.rows.map((line, row) => rowXml(line, row, sheet, program, strings)).join('')}</sheetData>` +
    (sheet.protected === true ? '<sheetProtection password="CC1A" sheet="1" objects="1" scenarios="1"/>' : '') +
    (sheet.filter === undefined ? '' : `<autoFilter ref="${sheet.filter}"/>`) +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    (sheet.rules ?? '') +
    (program === 'bare'
      ? ''
      : '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>') +
    (sheet.picture === true ? '<drawing r:id="rId1"/>' : '') +
    (sheet.end ?? '') +
    '</worksheet>';
  return XML + (program === 'bare' ? prefixed(xml) : xml);
}

/** Every element with a prefix, as .NET programs write them. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, '<$1x:');
}

function rowXml(line: readonly MessyCell[], row: number, sheet: MessySheet, program: Program, strings: SharedStrings) {
  const hidden = sheet.hiddenRows?.includes(row + 1) === true ? ' hidden="1"' : '';
  const cells = line.map((cell, column) => {
    // Without positions a blank cell has to stand there, for the next one to come to its place.
    if (cell === null) return program === 'bare' ? '<c/>' : '';
    const at = program === 'bare' ? '' : ` r="${String.fromCharCode(65 + column)}${row + 1}"`;
    return cellXml(cell, at, program, strings);
  });
  const position = program === 'bare' ? '' : ` r="${row + 1}"`;
  return `<row${position}${hidden}>${cells.join('')}</row>`;
}

function cellXml(cell: Exclude<MessyCell, null>, at: string, program: Program, strings: SharedStrings): string {
  const text = (value: string, style = '') =>
    program === 'bare'
      ? `<c${at}${style} t="inlineStr"><is>${textXml(value)}</is></c>`
      : `<c${at}${style} t="s"><v>${strings.add(textXml(value))}</v></c>`;
  if (typeof cell === 'string') return text(cell);
  if (typeof cell === 'number') return `<c${at}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c${at} t="b"><v>${Number(cell)}</v></c>`;
  if ('inline' in cell) return `<c${at} t="inlineStr"><is>${textXml(cell.inline)}</is></c>`;
  if ('rich' in cell) return `<c${at} t="s"><v>${strings.add(richXml(cell.rich, cell.reading))}</v></c>`;
  if ('follows' in cell) return `<c${at}><f t="shared" si="${cell.follows}"/><v>${cell.value}</v></c>`;
  if ('error' in cell) {
    const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
    return `<c${at} t="e">${formula}<v>${cell.error}</v></c>`;
  }
  if ('formula' in cell) {
    const shared = cell.shared === undefined ? '' : ` t="shared" ref="${cell.shared.ref}" si="${cell.shared.si}"`;
    const type = typeof cell.value === 'string' ? ' t="str"' : typeof cell.value === 'boolean' ? ' t="b"' : '';
    return `<c${at}${type}><f${shared}>${escapeXml(cell.formula)}</f><v>${escapeXml(String(Number(cell.value) === cell.value ? cell.value : typeof cell.value === 'boolean' ? Number(cell.value) : cell.value))}</v></c>`;
  }
  const style = ` s="${STYLES[cell.style]}"`;
  if (cell.value === null) return `<c${at}${style}/>`;
  return typeof cell.value === 'number' ? `<c${at}${style}><v>${cell.value}</v></c>` : text(cell.value, style);
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

function richXml(runs: readonly string[], reading: string | undefined): string {
  const written = runs.map((run, i) => {
    const font = i === 0 ? '' : '<rPr><b/><sz val="12"/><rFont val="仿宋_GB2312"/><charset val="134"/></rPr>';
    return `<r>${font}${textXml(run)}</r>`;
  });
  const phonetic = reading === undefined ? '' : `<rPh sb="0" eb="1"><t>${reading}</t></rPh><phoneticPr fontId="0"/>`;
  return written.join('') + phonetic;
}

function stylesXml(): string {
  const xf = (format: number, more = '') => `<xf numFmtId="${format}" fontId="0" borderId="0" xfId="0" ${more}`;
  const formats = [
    xf(0, 'fillId="0"/>'),
    xf(14, 'fillId="0" applyNumberFormat="1"/>'),
    xf(57, 'fillId="0" applyNumberFormat="1"/>'),
    xf(176, 'fillId="0" applyNumberFormat="1"/>'),
    xf(177, 'fillId="0" applyNumberFormat="1"/>'),
    xf(49, 'fillId="0" applyNumberFormat="1" quotePrefix="1"/>'),
    xf(0, 'fillId="2" applyFill="1"/>'),
    xf(0, 'fillId="0" applyAlignment="1"><alignment wrapText="1"/></xf>'),
    xf(9, 'fillId="0" applyNumberFormat="1"/>'),
    xf(178, 'fillId="0" applyNumberFormat="1"/>'),
    xf(46, 'fillId="0" applyNumberFormat="1"/>'),
  ];
  return (
    `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="3">` +
    '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/>' +
    '<numFmt numFmtId="177" formatCode="[$-804]yyyy\\年m\\月d\\日"/>' +
    '<numFmt numFmtId="178" formatCode="0&quot;分&quot;"/></numFmts>' +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/><charset val="134"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
    '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>'
  );
}

function workbookXml(sheets: readonly MessySheet[], options: MessyPackage, links: number): string {
  const { program = 'excel', date1904 = false, externalBook } = options;
  const list = sheets.map(({ name, state }, i) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${hidden} r:id="rId${i + 1}"/>`;
  });
  const spaces = program === 'bare' ? SPACES.bare : `xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"`;
  const xml =
    `<workbook ${spaces}>` +
    (program === 'wps' ? '<fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/>' : '') +
    (date1904 ? '<workbookPr date1904="1"/>' : program === 'bare' ? '' : '<workbookPr defaultThemeVersion="124226"/>') +
    `<sheets>${list.join('')}</sheets>` +
    (externalBook === undefined
      ? ''
      : `<externalReferences><externalReference r:id="rId${links}"/></externalReferences>`) +
    // Many programs leave out how the values were calculated; Excel names its engine.
    (program === 'excel' ? '<calcPr calcId="162913"/>' : '') +
    '</workbook>';
  return XML + (program === 'bare' ? prefixed(xml) : xml);
}

function externalLink(): string {
  return (
    `${XML}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${RELATIONSHIPS}" r:id="rId1"><sheetNames>` +
    '<sheetName val="打分"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="7"><cell r="C7"><v>89</v></cell>' +
    '</row></sheetData></sheetDataSet></externalBook></externalLink>'
  );
}

function addPicture(parts: Map<string, string>, types: Map<string, string>, sheet: number): void {
  parts.set(
    `xl/worksheets/_rels/sheet${sheet}.xml.rels`,
    relationships(relationship('rId1', 'drawing', `../drawings/drawing${sheet}.xml`)),
  );
  parts.set(
    `xl/drawings/_rels/drawing${sheet}.xml.rels`,
    relationships(relationship('rId1', 'image', '../media/image1.png')),
  );
  types.set(`xl/drawings/drawing${sheet}.xml`, 'application/vnd.openxmlformats-officedocument.drawing+xml');
  const corner = (column: number, row: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  parts.set(
    `xl/drawings/drawing${sheet}.xml`,
    `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>` +
      `<xdr:from>${corner(1, 2)}</xdr:from><xdr:to>${corner(3, 3)}</xdr:to><xdr:pic><xdr:nvPicPr>` +
      '<xdr:cNvPr id="2" name="签名"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>' +
      `<a:blip xmlns:r="${RELATIONSHIPS}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>` +
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>',
  );
}

/** The properties of the document, by which people and programs see who wrote it. */
function properties(parts: Map<string, string>, types: Map<string, string>, program: Program): string[] {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
  const name = program === 'wps' ? 'WPS Office' : 'Microsoft Excel';
  parts.set(
    'docProps/app.xml',
    `${XML}<Properties xmlns="${office}/extended-properties"><Application>${name}</Application></Properties>`,
  );
  types.set('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml');
  const links = [relationship('rId2', 'extended-properties', 'docProps/app.xml')];
  if (program !== 'wps') return links;
  const property = (id: number, key: string, value: string) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${key}"><vt:lpwstr>${value}</vt:lpwstr></property>`;
  parts.set(
    'docProps/custom.xml',
    `${XML}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">` +
      property(2, 'KSOProductBuildVer', '2052-11.1.0.9912') +
      property(3, 'ICV', 'A1B2C3D4E5F60718293A4B5C6D7E8F90') +
      '</Properties>',
  );
  types.set('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  return [...links, relationship('rId3', 'custom-properties', 'docProps/custom.xml')];
}

function relationship(id: string, kind: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}

function relationships(entries: string): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
}

/** The smallest picture there is. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

function zipped(parts: ReadonlyMap<string, string>, types: ReadonlyMap<string, string>): Uint8Array {
  const overrides = [...types].map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  const encoder = new TextEncoder();
  const files: Zippable = {
    '[Content_Types].xml': encoder.encode(
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
    ),
  };
  for (const [path, xml] of parts) files[path] = encoder.encode(xml);
  if ([...parts.keys()].some((path) => path.startsWith('xl/drawings/'))) files['xl/media/image1.png'] = PNG;
  return zipSync(files, { mtime: new Date(2020, 9, 1), level: 9 });
}

function escapeXml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  // Line breaks of cells are kept as they are; a carriage return would be lost to XML.
  return escaped.replaceAll('\r', '_x000D_');
}
