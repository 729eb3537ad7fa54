/**
 * Excel on the web as the add-in sees it: a page of Microsoft's that holds the add-in in a frame and answers the messages
 * of office.js, here on a workbook in the embedded host. The page is made up in the browser; nothing is asked of outside.
 *
 * The messages are those of `excel-web-16.00.debug.js` (`XdmCommunicationManager`, `OSF.DDA.WAC.Delegate`): office.js talks
 * only to pages of Excel on the web, at their addresses.
 */
import type { Frame, Page } from 'playwright-core';
import { EmbeddedHost } from '../../src/host/bridge';
import { isJsonList, isJsonObject, parseJson, type Json, type JsonObject } from '../../src/host/wire/protocol';
import type { WorkbookModel } from '../../src/host/workbook/model/workbook';
import type { Browser } from './browser';
import type { Site } from './site';

const EXCEL = 'https://excel.officeapps.live.com';
const CONVERSATION = 'conversation';
const ADDIN = 'add-in';
/** `OSF.AppName.ExcelWebApp`. */
const EXCEL_ON_THE_WEB = 16;
/** Excel on the web gives its add-ins a token; office.js reads ids of usage data from it. */
const TOKEN = encodeURIComponent('<r><t aid="" cid="" oid=""/></r>');

export interface ExcelOnWeb {
  readonly page: Page;
  /** The frame of the add-in. */
  readonly frame: Frame;
  readonly faults: () => string[];
  /** Paths that the add-in's frame has asked for at its site. */
  readonly requested: () => string[];
  /** What a click on a button of the ribbon makes Excel do: runs the action with this id in the add-in's runtime. */
  readonly runCommand: (action: string) => Promise<void>;
  /** Ids of the actions that have said that they are done. */
  readonly completed: readonly string[];
  /** What it has asked of its runtime, name and arguments. */
  readonly asked: readonly Json[];
}

export interface ExcelOptions {
  /** Requirement sets with their highest version, as Excel says them. */
  readonly requirements?: Readonly<Record<string, string>>;
  /** Language of Excel's interface. */
  readonly language?: string;
  /** Buttons of the ribbon of which the first is what starts the add-in: their actions run as soon as office.js takes actions. */
  readonly pressed?: string | readonly string[];
  /** P1: what becomes of that click: some Excels start the add-in and run no action. */
  readonly firstClick?: 'taken' | 'lost';
  /** The add-in's page. */
  readonly page?: string;
}

/** Opens a workbook in the made-up Excel on the web, with the add-in's pane beside it. */
export async function openExcelOnWeb(
  browser: Browser,
  { address }: Site,
  workbook: WorkbookModel,
  {
    requirements = { ExcelApi: '1.13', SharedRuntime: '1.1' },
    language = 'zh-CN',
    pressed = [],
    firstClick = 'taken',
    page: path = 'taskpane.html',
  }: ExcelOptions = {},
): Promise<ExcelOnWeb> {
  const { page, faults } = await browser.openPage('about:blank', [new URL(address).host, new URL(EXCEL).host]);
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(address)) requested.push(new URL(request.url()).pathname);
  });
  const host = new Answers(workbook, requirements, language, [pressed].flat().slice(firstClick === 'lost' ? 1 : 0));
  await page.exposeFunction('answer', (message: string) => host.answer(message));
  const info = `_host_Info=${encodeURIComponent(`Excel$Web$16.01$${language}$$$$0`)}`;
  const partner = encodeURIComponent(`${CONVERSATION}|${ADDIN}|${EXCEL}/`);
  const source = `${address}/${path}?${info}#&_xdm_Info=${partner}`;
  await page.route(`${EXCEL}/**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: excelPage(source, address) }),
  );
  await page.goto(`${EXCEL}/`);
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (frame === undefined) throw new Error('Excel shows no add-in');
  return {
    page,
    frame,
    faults,
    requested: () => [...new Set(requested)].sort(),
    completed: host.completed,
    asked: host.asked,
    runCommand: async (action) => {
      await page.evaluate((text) => {
        document.querySelector('iframe')?.contentWindow?.postMessage(text, '*');
      }, invocation(action));
    },
  };
}

function excelPage(source: string, address: string): string {
  return `<!doctype html><iframe id="pane" width="400" height="800"></iframe><script>
    const frame = document.querySelector('iframe');
    addEventListener('message', async ({ data, source, origin }) => {
      if (source !== frame.contentWindow) return;
      for (const message of await answer(data)) source.postMessage(message, ${JSON.stringify(address)});
    });
    frame.src = ${JSON.stringify(source)};
  </script>`;
}

const CALL = 0;
const EVENT = 1;

function response(action: string, correlation: Json, data: Json, type: number): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: action,
    _conversationId: CONVERSATION,
    _correlationId: correlation,
    _origin: EXCEL,
    _responseType: type,
    _errorCode: 0,
    _data: data,
    _serializerVersion: 1,
  });
}

/** Runs an action in the add-in. */
function invocation(action: string): string {
  return response('appCommandInvoked', 0, [action, action, '{}'], EVENT);
}

class Answers {
  readonly completed: string[] = [];
  readonly asked: Json[] = [];
  private readonly host: EmbeddedHost;
  private readonly waiting = new Map<Json, (body: JsonObject) => void>();
  private requests = 0;

  constructor(
    workbook: WorkbookModel,
    private readonly requirements: Readonly<Record<string, string>>,
    private readonly language: string,
    private readonly pressed: readonly string[],
  ) {
    this.host = new EmbeddedHost(workbook);
    this.host.onMessageFromHost = (text) => {
      const { id = null, message } = objectOf(parseJson(text));
      if (isJsonObject(message)) this.waiting.get(id)?.(message);
    };
  }

  /** What Excel says to a message of office.js: none, or one message. */
  async answer(message: string): Promise<string[]> {
    const {
      _actionName: action,
      _correlationId: correlation = null,
      _data: data = null,
    } = objectOf(parseJson(message));
    if (typeof action !== 'string') return [];
    if (action === 'ContextActivationManager_getAppContextAsync') {
      return [response(action, correlation, this.context(), CALL)];
    }
    if (action !== 'executeMethod') return [response(action, correlation, { Error: 0 }, CALL)];
    const { ArrayData: request = null, 0: done = null, 1: refusal = null } = objectOf(data);
    if (!isJsonList(request)) {
      if (typeof done === 'string' && refusal === 0) this.completed.push(done);
      return [response(action, correlation, { Error: 0, Version: 1 }, CALL)];
    }
    const { statusCode = 0, body = null } = await this.execute(request);
    return [
      response(action, correlation, { Error: 0, Version: 1, Data: [statusCode, null, JSON.stringify(body)] }, CALL),
      ...this.presses(request),
    ];
  }

  /** `[kind, method, url, headers, body, flags …]` of a request, as the embedded host takes it. */
  private execute([, method = null, url = null, , body = null, flags = null]: readonly Json[]): Promise<JsonObject> {
    const asked = objectOf(typeof body === 'string' ? parseJson(body) : null);
    if (JSON.stringify(asked).includes('"Name":"Microsoft.')) return Promise.resolve(this.ofRuntime(asked));
    const id = ++this.requests;
    const answered = new Promise<JsonObject>((resolve) => this.waiting.set(id, resolve));
    const message = { url, method, headers: {}, body: asked };
    this.host.sendMessageToHost(JSON.stringify({ id, type: 1, flags, message }));
    return answered;
  }

  /** The clicks before the add-in stood, once office.js has said that it takes actions. */
  private presses(request: readonly Json[]): string[] {
    return JSON.stringify(request).includes('NotifyActionHandlerReady') ? this.pressed.map(invocation) : [];
  }

  /** What concerns not the workbook but the add-in's runtime: that its actions are ready, that its pane be shown. */
  private ofRuntime({ Actions: actions = null }: JsonObject): JsonObject {
    for (const action of isJsonList(actions) ? actions : []) {
      const { Name: name = null, ArgumentInfo: given = null } = objectOf(action);
      if (name !== '') this.asked.push([name, objectOf(given)['Arguments'] ?? null]);
    }
    return { statusCode: 200, body: { Results: [] } };
  }

  private context(): JsonObject {
    return {
      _id: ADDIN,
      _appName: EXCEL_ON_THE_WEB,
      _appVersion: '16.0',
      _appUILocale: this.language,
      _dataLocale: this.language,
      _docUrl: 'https://example.cn/2020Q3.xlsx',
      _clientMode: 0,
      _settings: [],
      _reason: 0,
      _osfControlType: 1,
      _eToken: TOKEN,
      _correlationId: ADDIN,
      _appInstanceId: ADDIN,
      _requirementMatrix: JSON.stringify(this.requirements),
      _hostFullVersion: '16.0.0.0',
    };
  }
}

function objectOf(json: Json): JsonObject {
  return isJsonObject(json) ? json : {};
}
