/** How much a workbook may hold: far more than an office's, and little enough that nobody waits for nothing. */

/** Bytes that a part, and all parts together, may unpack to. */
const MAX_PART = 200 << 20;
const MAX_UNPACKED = 400 << 20;
const MAX_PARTS = 20_000;

interface Limit {
  readonly what: string;
  readonly most: number;
  readonly element: RegExp;
}

/** Elements of the workbook part, of the shared strings, and of a worksheet. */
const WORKBOOK: readonly Limit[] = [
  { what: 'sheets', most: 1_000, element: /<(?:\w+:)?sheet[\s/>]/g },
  { what: 'names', most: 50_000, element: /<(?:\w+:)?definedName[\s/>]/g },
];
const STRINGS: readonly Limit[] = [{ what: 'texts', most: 1_000_000, element: /<(?:\w+:)?si[\s/>]/g }];
const WORKSHEET: readonly Limit[] = [
  { what: 'conditional formats', most: 20_000, element: /<(?:\w+:)?cfRule[\s/>]/g },
  { what: 'links', most: 65_530, element: /<(?:\w+:)?hyperlink[\s/>]/g },
  { what: 'validations', most: 20_000, element: /<(?:\w+:)?dataValidation[\s/>]/g },
];
const STYLES: readonly Limit[] = [{ what: 'formats', most: 100_000, element: /<(?:\w+:)?xf[\s/>]/g }];

const KINDS = { workbook: WORKBOOK, sharedStrings: STRINGS, worksheet: WORKSHEET, styles: STYLES } as const;

/** The kind that a part's usual name tells. */
export function kindOfPart(path: string): keyof typeof KINDS | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'sharedstrings.xml') return 'sharedStrings';
  if (name === 'workbook.xml') return 'workbook';
  if (name === 'styles.xml') return 'styles';
  return /^sheet\d*\.xml$/.test(name) ? 'worksheet' : undefined;
}

/** What the part of this kind has too much of; undefined when it keeps within the limits. */
export function excessIn(kind: keyof typeof KINDS, xml: string): string | undefined {
  for (const { what, most, element } of KINDS[kind]) {
    element.lastIndex = 0;
    let count = 0;
    while (element.test(xml)) if (++count > most) return `More than ${most} ${what}.`;
  }
  return undefined;
}

/** Adds up what an archive says it unpacks to, before anything is unpacked. */
export class UnpackedSize {
  private size = 0;
  private count = 0;
  excess: string | undefined;

  /** Whether the entry may be unpacked. */
  allows({ size, originalSize }: { readonly size: number; readonly originalSize: number }): boolean {
    this.size += originalSize;
    this.count++;
    if (originalSize > MAX_PART) this.excess ??= `A part unpacks to ${originalSize} bytes.`;
    // A part that says it is empty and is not would be unpacked without a limit.
    if (originalSize === 0 && size > 2) this.excess ??= 'A part hides its size.';
    if (this.size > MAX_UNPACKED) this.excess ??= `The archive unpacks to more than ${MAX_UNPACKED} bytes.`;
    if (this.count > MAX_PARTS) this.excess ??= `The archive has more than ${MAX_PARTS} parts.`;
    return this.excess === undefined;
  }
}
