import { answerOf, type Fact } from './ask';
import { conditionalFormatsOf } from './questions';

/** After so many seconds Excel is asked, while the person does what the page says. */
export const SECONDS_TO_GO = 10;

/** What one step by hand asks, on a sheet of its own. */
export interface HandStep {
  readonly number: string;
  readonly risks: string;
  /** Whether Excel is asked at once, or when the person has had time to leave the pane. */
  readonly wait: boolean;
  readonly ask: (sheet: string) => Promise<readonly Fact[]>;
}

const ofWorksheets = (act: (sheets: Excel.WorksheetCollection) => void): Promise<string> =>
  answerOf(async (context) => {
    act(context.workbook.worksheets);
    await context.sync();
    return 'done';
  });

/** With another workbook in front: what is refused, each in a request of its own. */
async function focusElsewhere(sheet: string): Promise<readonly Fact[]> {
  const made = `${sheet}别处`;
  return [
    [
      'focusElsewhere.write',
      await ofWorksheets((sheets) => (sheets.getItem(sheet).getRange('A1').values = [['试验']])),
    ],
    ['focusElsewhere.add', await ofWorksheets((sheets) => sheets.add(made))],
    ['focusElsewhere.freezeRows', await ofWorksheets((sheets) => sheets.getItem(sheet).freezePanes.freezeRows(2))],
    ['focusElsewhere.activate', await ofWorksheets((sheets) => sheets.getItem(sheet).activate())],
    ['focusElsewhere.delete', await ofWorksheets((sheets) => sheets.getItemOrNullObject(made).delete())],
  ];
}

/** While a cell is being edited: how a read is refused, and how long a request waits that may wait. */
async function cellEdit(sheet: string): Promise<readonly Fact[]> {
  const read = await answerOf(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange('A1').load('values');
    await context.sync();
    return range.values;
  });
  const start = performance.now();
  const waited = await answerOf(
    async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange('C1').values = [['试验']];
      await context.sync();
      return 'done';
    },
    { delayForCellEdit: true },
  );
  return [
    ['cellEdit.read', read],
    ['cellEdit.delayed', `${waited} after ${Math.round((performance.now() - start) / 1000)} s`],
  ];
}

export const HAND_STEPS: readonly HandStep[] = [
  {
    number: '12',
    risks: 'R6',
    wait: false,
    ask: async (sheet) => [['twinRules.byHand', await conditionalFormatsOf(sheet, 'A1')]],
  },
  { number: '13', risks: 'W1', wait: true, ask: focusElsewhere },
  { number: '14', risks: 'E6 E8', wait: true, ask: cellEdit },
];
