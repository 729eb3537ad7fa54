import { answerOf, type Fact, type Question } from './ask';
import { bytesOfFormulas, FORMULAS } from './formulaFile';

/** Merged areas above and at the most that the documentation allows in one answer. */
const TOO_MANY_MERGES = 600;
const MOST_MERGES = 512;
/** Every second of these rows is hidden: more areas than 8,192 characters of address have room for. */
const SCATTERED_ROWS = 2000;
/** The longest name that a sheet may have. */
const LONG_NAME = '平时考核在真实的电子表格中的试验这是一个三十一个字的工作表名称';
/** Addresses of single cells, far apart, of that many characters at least. */
const LONG_ADDRESS = 8200;
/** More pages than anybody prints. */
const MOST_PAGES = 9999;
/** Milliseconds after which a change that was not told counts as lost. */
const EVENTS_WAIT = 3000;

const cell = (index: number): string => `A${index * 2 + 1}`;
const cells = (count: number): string => Array.from({ length: count }, (_, index) => cell(index)).join();

/** Asks one thing of a sheet in a request of its own. */
function ofSheet(
  name: string,
  ask: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>,
): Promise<string> {
  return answerOf((context) => ask(context.workbook.worksheets.getItem(name), context));
}

async function mergedAreas(name: string): Promise<readonly Fact[]> {
  const areasOf = (address: string): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      const areas = sheet.getRange(address).getMergedAreasOrNullObject();
      areas.load('areaCount,cellCount,address');
      await context.sync();
      if (areas.isNullObject) return 'null';
      return `${areas.areaCount} areas, ${areas.cellCount} cells, ${areas.address.slice(0, 60)}`;
    });
  await ofSheet(name, async (sheet, context) => {
    for (let row = 0; row < TOO_MANY_MERGES; row += 1) sheet.getRangeByIndexes(row, 0, 1, 2).merge();
    sheet.getRange('A701:B703').merge();
    await context.sync();
  });
  return [
    [`mergedAreas.${TOO_MANY_MERGES}`, await areasOf(`A1:B${TOO_MANY_MERGES}`)],
    [`mergedAreas.${MOST_MERGES}`, await areasOf(`A1:B${MOST_MERGES}`)],
    ['mergedAreas.address', await areasOf('A1:B3')],
    ['mergedAreas.insideOne', await areasOf('A702:B702')],
    ['mergedAreas.part', await areasOf('B1:B3')],
  ];
}

async function longAnswers(name: string): Promise<readonly Fact[]> {
  await ofSheet(name, async (sheet, context) => {
    for (let row = 2; row <= SCATTERED_ROWS; row += 2) sheet.getRange(`${row}:${row}`).rowHidden = true;
    await context.sync();
  });
  const rows = `A1:C${SCATTERED_ROWS}`;
  return [
    [
      'addressLimit.output',
      await ofSheet(name, async (sheet, context) => {
        const visible = sheet.getRange(rows).getSpecialCellsOrNullObject('Visible');
        visible.load('areaCount,address');
        await context.sync();
        if (visible.isNullObject) return 'null';
        const { address, areaCount } = visible;
        return `${areaCount} areas, ${address.length} characters, ${address.split(',').length} in the address`;
      }),
    ],
    [
      'rowProperties.hidden',
      await ofSheet(name, async (sheet, context) => {
        const found = sheet.getRange(rows).getRowProperties({ rowHidden: true });
        await context.sync();
        return `${found.value.filter(({ rowHidden }) => rowHidden === true).length} of ${found.value.length}`;
      }),
    ],
  ];
}

async function protectedSheet(name: string): Promise<readonly Fact[]> {
  await ofSheet(name, async (sheet, context) => {
    sheet.getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
    sheet.protection.protect();
    await context.sync();
  });
  const found = (
    ask: (range: Excel.Range) => { load(names: string): unknown; readonly isNullObject: boolean },
  ): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      const object = ask(sheet.getRange('A1:B2'));
      object.load('address');
      await context.sync();
      return object.isNullObject ? 'null' : 'answered';
    });
  const facts: Fact[] = [
    ['specialCellsOnProtected', await found((range) => range.getSpecialCellsOrNullObject('Visible'))],
    ['mergedAreasOnProtected', await found((range) => range.getMergedAreasOrNullObject())],
    [
      'rowPropertiesOnProtected',
      await ofSheet(name, async (sheet, context) => {
        const rows = sheet.getRange('A1:B2').getRowProperties({ rowHidden: true });
        await context.sync();
        return `${rows.value.length} rows`;
      }),
    ],
    [
      'conditionalFormatsOnProtected',
      await ofSheet(name, async (sheet, context) => {
        const formats = sheet.getRange('A1:B2').conditionalFormats.load('items/type');
        await context.sync();
        return `${formats.items.length} formats`;
      }),
    ],
  ];
  await ofSheet(name, async (sheet, context) => {
    sheet.protection.unprotect();
    await context.sync();
  });
  return facts;
}

async function validation(name: string): Promise<readonly Fact[]> {
  const prompt = { showPrompt: true, title: '甲', message: '乙' };
  const rule = { decimal: { formula1: 0, formula2: 100, operator: 'Between' as const } };
  const types = (...addresses: string[]): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      const found = addresses.map((address) => sheet.getRange(address).dataValidation.load('type'));
      await context.sync();
      return found.map(({ type }) => type).join(', ');
    });
  const done = (set: (sheet: Excel.Worksheet) => void): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      set(sheet);
      await context.sync();
      return 'done';
    });
  const prompts = await done((sheet) => {
    for (const address of ['A1', 'A3', 'C1', 'C3']) sheet.getRange(address).dataValidation.prompt = prompt;
    sheet.getRange('E1').dataValidation.rule = rule;
    sheet.getRange('E2').dataValidation.rule = { ...rule, decimal: { ...rule.decimal, formula2: 90 } };
    sheet.getRange('G1').dataValidation.rule = rule;
  });
  return [
    ['validation.prompts', prompts],
    ['validation.typesOfPromptAndSome', await types('A1', 'A1:A5')],
    ['validation.typesOfTwoRulesAndOne', await types('E1:E2', 'G1:G2')],
    ['ruleOverPrompts', await done((sheet) => (sheet.getRange('A1:A5').dataValidation.rule = rule))],
    [
      'ruleAfterPrompt',
      await done((sheet) => {
        const { dataValidation } = sheet.getRange('C1:C5');
        dataValidation.prompt = prompt;
        dataValidation.rule = rule;
      }),
    ],
  ];
}

/** Reads the own conditional formats of a cell as the add-in does: kinds first, then the rules of those that have one. */
export function conditionalFormatsOf(name: string, address: string): Promise<string> {
  return ofSheet(name, async (sheet, context) => {
    const { conditionalFormats } = sheet.getRange(address);
    conditionalFormats.load('items/type');
    await context.sync();
    const own = conditionalFormats.items.filter(({ type }) => type === 'Custom');
    const rules = own.map(({ custom }) => custom.rule.load('formula'));
    const others = conditionalFormats.items
      .filter(({ type }) => type === 'CellValue')
      .map(({ cellValue }) => cellValue.load('rule'));
    await context.sync();
    const told = [...rules.map(({ formula }) => formula), ...others.map(({ rule }) => rule.formula1)];
    return `${conditionalFormats.items.length} formats: ${told.join(' ')}`;
  });
}

async function twinRules(name: string): Promise<readonly Fact[]> {
  const made = await ofSheet(name, async (sheet, context) => {
    const { conditionalFormats } = sheet.getRange('A1');
    for (const formula of ['=TRUE', '=1=1']) conditionalFormats.add('Custom').custom.rule.formula = formula;
    await context.sync();
    return 'done';
  });
  return [
    ['twinRules.made', made],
    ['twinRules', await conditionalFormatsOf(name, 'A1')],
  ];
}

/** What Excel takes of the ways to fit a sheet to pages. Before each it has a scale, so that what is left out is seen. */
async function pages(name: string): Promise<readonly Fact[]> {
  const taken = (zoom: Excel.PageLayoutZoomOptions, isSameRequest = false, isProtected = false): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.zoom = { scale: 80 };
      if (isProtected) sheet.protection.protect();
      await context.sync();
      pageLayout.zoom = zoom;
      if (!isSameRequest) await context.sync();
      pageLayout.load('zoom');
      await context.sync();
      return pageLayout.zoom;
    });
  return [
    ['fitToPages.wide', await taken({ horizontalFitToPages: 1 })],
    ['fitToPages.wideSameRequest', await taken({ horizontalFitToPages: 1 }, true)],
    ['fitToPages.tall', await taken({ verticalFitToPages: 1 })],
    ['fitToPages.wideAndTall', await taken({ horizontalFitToPages: 1, verticalFitToPages: MOST_PAGES })],
    ['fitToPages.scale', await taken({ scale: 70 })],
    ['fitToPages.scaleOnProtected', await taken({ scale: 60 }, false, true)],
  ];
}

async function fonts(name: string): Promise<readonly Fact[]> {
  const font = (address: string): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      const { font: found } = sheet.getRange(address).format;
      found.load('name,size,color,underline');
      await context.sync();
      return `${found.name} ${found.size} ${found.color} ${found.underline}`;
    });
  const before = await font('A1');
  const linked = await ofSheet(name, async (sheet, context) => {
    sheet.getRange('A1').hyperlink = { documentReference: `'${name}'!B2`, textToDisplay: 'B2' };
    await context.sync();
    return 'done';
  });
  return [
    ['hyperlinkStyle.set', linked],
    ['hyperlinkStyle', `${before} → ${await font('A1')}`],
  ];
}

async function textsAndFormats(name: string): Promise<readonly Fact[]> {
  const facts: Fact[] = [];
  const told = (address: string): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      const range = sheet.getRange(address).load('text,formulas,values,numberFormat');
      await context.sync();
      const { text, formulas, values, numberFormat } = range;
      return JSON.stringify([text[0]?.[0], formulas[0]?.[0], values[0]?.[0], numberFormat[0]?.[0]]);
    });
  const written = [
    ['A1', 'General', "'=1+1"],
    ['A2', '@', "'=1+1"],
    ['A3', 'hh:mm', 44044.5],
    ['A4', 'yyyy/m/d', 44044],
    ['A5', 'm/d/yyyy', 44044],
  ] as const;
  for (const [address, format, input] of written) {
    const set = await ofSheet(name, async (sheet, context) => {
      const range = sheet.getRange(address);
      range.numberFormat = [[format]];
      range.formulas = [[input]];
      await context.sync();
      return 'done';
    });
    facts.push([`textAndFormat.${format}`, set === 'done' ? await told(address) : set]);
  }
  facts.push(['textAndFormat.untouched', await told('C1')]);
  for (const date of [
    [1904, 1, 1],
    [1900, 1, 1],
  ] as const) {
    const answer = await answerOf(async (context) => {
      const result = context.workbook.functions.date(date[0], date[1], date[2]).load('value,error');
      await context.sync();
      return [result.value, result.error];
    });
    facts.push([`date.${date[0]}`, answer]);
  }
  return facts;
}

async function writtenElsewhere(): Promise<readonly Fact[]> {
  let inserted = '';
  const answer = await answerOf(async (context) => {
    const sheets = context.workbook.insertWorksheetsFromBase64(bytesOfFormulas(), { positionType: 'End' });
    await context.sync();
    [inserted = ''] = sheets.value;
    const range = context.workbook.worksheets.getItem(inserted).getRange(`B1:B${FORMULAS.length}`).load('formulas');
    await context.sync();
    const found = range.formulas.map(([formula]) => String(formula));
    context.workbook.worksheets.getItem(inserted).delete();
    await context.sync();
    return found.join('  ');
  });
  return [['implicitIntersection', answer]];
}

async function longAddresses(name: string): Promise<readonly Fact[]> {
  const named = await ofSheet(name, async (sheet, context) => {
    sheet.name = LONG_NAME;
    await context.sync();
    return 'done';
  });
  const areasOf = (address: string): Promise<string> =>
    ofSheet(named === 'done' ? LONG_NAME : name, async (sheet, context) => {
      const areas = sheet.getRanges(address).load('areaCount');
      await context.sync();
      return `${areas.areaCount} areas of ${address.length} characters`;
    });
  let long = cells(300);
  for (let count = 301; long.length < LONG_ADDRESS; count += 1) long += `,${cell(count)}`;
  const facts: Fact[] = [
    ['addressLimit.named', named],
    ['addressLimit.300', await areasOf(cells(300))],
    [`addressLimit.${LONG_ADDRESS}`, await areasOf(long)],
  ];
  if (named === 'done') {
    await answerOf(async (context) => {
      context.workbook.worksheets.getItem(LONG_NAME).name = name;
      await context.sync();
    });
  }
  return facts;
}

async function suspended(name: string): Promise<readonly Fact[]> {
  await ofSheet(name, async (sheet, context) => {
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    context.application.suspendApiCalculationUntilNextSync();
    sheet.getRange('A2').formulas = [['=A1+1']];
    sheet.getRange('A1').values = [[5]];
    await context.sync();
  });
  const value = (): Promise<string> =>
    ofSheet(name, async (sheet, context) => {
      const range = sheet.getRange('A2').load('values');
      context.application.load('calculationMode');
      await context.sync();
      return `${String(range.values[0]?.[0])} (${context.application.calculationMode})`;
    });
  return [['valuesAfterSuspension', await value()]];
}

async function events(name: string): Promise<readonly Fact[]> {
  const wanted = 5;
  const seen: number[] = [];
  let start = 0;
  let all: () => void = () => {};
  const complete = new Promise<void>((resolve) => (all = resolve));
  let handler: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | undefined;
  const followed = await ofSheet(name, async (sheet, context) => {
    handler = sheet.onChanged.add(() => {
      seen.push(Math.round(performance.now() - start));
      if (seen.length === wanted) all();
      return Promise.resolve();
    });
    await context.sync();
    return 'done';
  });
  start = performance.now();
  for (let row = 1; row <= wanted; row += 1) {
    await ofSheet(name, async (sheet, context) => {
      sheet.getRange(`A${row}`).values = [[row]];
      await context.sync();
    });
  }
  const timer = setTimeout(all, EVENTS_WAIT);
  await complete;
  clearTimeout(timer);
  handler?.remove();
  await handler?.context.sync();
  return [
    ['events.followed', followed],
    ['events', `${seen.length} of ${wanted}, after ${seen.join()} ms`],
  ];
}

/** What Excel answers by itself, in the order of the page. */
export const QUESTIONS: readonly Question[] = [
  { number: '1', risks: 'R1 R2 R3', ask: mergedAreas },
  { number: '2', risks: 'R4', ask: longAnswers },
  { number: '3', risks: 'R5', ask: protectedSheet },
  { number: '4', risks: 'W2 W3 W4', ask: validation },
  { number: '5', risks: 'R6', ask: twinRules },
  { number: '6', risks: 'W13 W20', ask: async (name) => [...(await fonts(name)), ...(await pages(name))] },
  { number: '7', risks: 'W8 R9 R13 R14 R15', ask: textsAndFormats },
  { number: '8', risks: 'R18', ask: writtenElsewhere },
  { number: '9', risks: 'W25', ask: longAddresses },
  { number: '10', risks: 'W12 R16', ask: suspended },
  { number: '11', risks: 'E1 E2', ask: events },
];
