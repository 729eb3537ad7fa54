/** Packages written by hand for the tests: parts by path, content types and relationships made from short lists. */
import { zipSync, type Zippable } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Name spaces that Excel declares on a worksheet. */
const WORKSHEET_SPACES =
  `xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" mc:Ignorable="x14ac"';

export interface HandSheet {
  readonly name: string;
  /** Attributes after name, id and relationship, such as `state="hidden"`. */
  readonly attributes?: string;
  /** All of the worksheet's elements in order. */
  readonly content: string;
  readonly relationships?: string;
}

export interface HandPackage {
  readonly sheets: readonly HandSheet[];
  /** Elements of the workbook before and after `<sheets>`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly styles?: string;
  readonly sharedStrings?: string;
  readonly workbookRelationships?: string;
  readonly rootRelationships?: string;
  /** Further parts, and the content types of those that are not plain XML. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly types?: Readonly<Record<string, string>>;
}

/** A relationship's element; the target as written. */
export function relationship(id: string, type: string, target: string, external = false): string {
  const full = type.includes('://') ? type : `${OFFICE}/${type}`;
  return `<Relationship Id="${id}" Type="${full}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}

function relationships(entries: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
}

/** A styles part with the ordinary beginning and so many cell formats of one's own. */
export function stylesheet(parts: {
  numFmts?: string;
  fonts?: string;
  fills?: string;
  borders?: string;
  xfs?: string;
  dxfs?: string;
  rest?: string;
}): string {
  return (
    `<styleSheet xmlns="${MAIN}">${parts.numFmts ?? ''}` +
    `<fonts><font><sz val="11"/><color theme="1"/><name val="宋体"/><charset val="134"/><scheme val="minor"/></font>${parts.fonts ?? ''}</fonts>` +
    `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${parts.fills ?? ''}</fills>` +
    `<borders><border><left/><right/><top/><bottom/><diagonal/></border>${parts.borders ?? ''}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${parts.xfs ?? ''}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs>${parts.dxfs ?? ''}</dxfs>${parts.rest ?? ''}</styleSheet>`
  );
}

/** The bytes of a package written by hand. */
export function handWritten(hand: HandPackage): Uint8Array {
  const files: Record<string, string> = { ...hand.parts };
  const types: Record<string, string> = { 'xl/workbook.xml': `${SPREADSHEET}.sheet.main+xml`, ...hand.types };
  let workbookRelations = hand.workbookRelationships ?? '';
  const sheets = hand.sheets.map(({ name, attributes = '', content, relationships: own }, index) => {
    const path = `worksheets/sheet${index + 1}.xml`;
    files[`xl/${path}`] = `<worksheet ${WORKSHEET_SPACES}>${content}</worksheet>`;
    types[`xl/${path}`] = `${SPREADSHEET}.worksheet+xml`;
    if (own !== undefined) files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships(own);
    workbookRelations += relationship(`rIdS${index + 1}`, 'worksheet', path);
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="rIdS${index + 1}" ${attributes}/>`;
  });
  files['xl/styles.xml'] = hand.styles ?? stylesheet({});
  types['xl/styles.xml'] = `${SPREADSHEET}.styles+xml`;
  workbookRelations += relationship('rIdStyles', 'styles', 'styles.xml');
  if (hand.sharedStrings !== undefined) {
    files['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${hand.sharedStrings}</sst>`;
    types['xl/sharedStrings.xml'] = `${SPREADSHEET}.sharedStrings+xml`;
    workbookRelations += relationship('rIdStrings', 'sharedStrings', 'sharedStrings.xml');
  }
  files['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${hand.beforeSheets ?? ''}<sheets>${sheets.join('')}</sheets>${hand.afterSheets ?? ''}</workbook>`;
  files['xl/_rels/workbook.xml.rels'] = relationships(workbookRelations);
  files['_rels/.rels'] = relationships(
    relationship('rIdMain', 'officeDocument', 'xl/workbook.xml') + (hand.rootRelationships ?? ''),
  );
  const overrides = Object.entries(types).map(
    ([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`,
  );
  files['[Content_Types].xml'] =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    `<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/>${overrides.join('')}</Types>`;
  const encoder = new TextEncoder();
  const zip: Zippable = {};
  for (const [path, text] of Object.entries(files)) zip[path] = encoder.encode(text);
  return zipSync(zip);
}
