import { followRibbon, RIBBON_ACTIONS } from '../../src/commands/ribbon';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'Office');
});

test('the buttons are known before Excel has said anything, and what they asked for is handed over later', () => {
  const known = new Map<string, (event: { completed: () => void }) => void>();
  const office: Record<string, unknown> = {
    actions: { associate: (id: string, action: (event: { completed: () => void }) => void) => known.set(id, action) },
  };
  Object.assign(globalThis, { Office: office });
  const ribbon = followRibbon();
  expect([...known.keys()]).toEqual(Object.keys(RIBBON_ACTIONS));

  const shown = jest.fn(() => Promise.resolve());
  office['context'] = { requirements: { isSetSupported: () => true } };
  office['addin'] = { showAsTaskpane: shown };
  const completed = jest.fn();
  known.get('Appraisal.Check')?.({ completed });
  expect([shown, completed].map((each) => each.mock.calls.length)).toEqual([1, 1]);
  const asked: string[] = [];
  ribbon.listen((request) => asked.push(request));
  expect(asked).toEqual(['check']);
});

test('P3: where the pane may not be shown the button is done all the same, and the answer waits until it is opened', async () => {
  const known = new Map<string, (event: { completed: () => void }) => void>();
  const shown = jest.fn(() => Promise.reject(new Error('AccessDenied')));
  Object.assign(globalThis, {
    Office: {
      actions: { associate: (id: string, action: (event: { completed: () => void }) => void) => known.set(id, action) },
      context: { requirements: { isSetSupported: () => true } },
      addin: { showAsTaskpane: shown },
    },
  });
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  const ribbon = followRibbon();
  const completed = jest.fn();
  known.get('Appraisal.Notice')?.({ completed });
  await new Promise((resolve) => setTimeout(resolve, 0));
  process.off('unhandledRejection', unhandled);
  expect([shown, completed, unhandled].map((each) => each.mock.calls.length)).toEqual([1, 1, 0]);
  const asked: string[] = [];
  ribbon.listen((request) => asked.push(request));
  expect(asked).toEqual(['notice']);
});
