import type { EmbeddedHost } from '../../src/host/bridge';
import { decodeRequest, type Request } from '../../src/host/wire/protocol';

/** What goes wrong with the machine. */
export const MACHINE = [
  '出错（开头）',
  '出错（中间）',
  '出错（末尾）',
  '回答丢失',
  '单元格编辑',
  '连续两次出错',
  '一直出错',
  '转到别的工作簿',
] as const;
export type Machine = (typeof MACHINE)[number];

/** Does something before a request of the add-in is carried out; its clean-up is none. */
export function beforeRequests(host: EmbeddedHost, hook: (number: number, request: Request) => void): () => void {
  const send = host.sendMessageToHost.bind(host);
  let number = 0;
  host.sendMessageToHost = (text) => {
    const request = decodeRequest(text);
    if (!isCleanUp(request)) hook(++number, request);
    send(text);
  };
  return () => {
    host.sendMessageToHost = send;
  };
}

function isCleanUp({ actions }: Request): boolean {
  const calls = actions.filter(({ kind }) => kind !== 'instantiate');
  return calls.length > 0 && calls.every((action) => action.kind === 'method' && action.name === '_RemoveReference');
}

const sizeOf = ({ actions }: Request): number => actions.filter(({ kind }) => kind !== 'instantiate').length;

/** With the loads, assignments and calls of each request. */
export async function counted<T>(host: EmbeddedHost, run: () => Promise<T>): Promise<[T, number[]]> {
  const sizes: number[] = [];
  const end = beforeRequests(host, (_, request) => sizes.push(sizeOf(request)));
  const result = await run();
  end();
  return [result, sizes];
}

export function inject(host: EmbeddedHost, fault: Machine, size: number): void {
  const failing = (action: number, times = 1): void => host.faults.inject({ kind: 'failure', action }, times);
  if (fault === '出错（开头）') failing(0);
  if (fault === '出错（中间）') failing(Math.floor(size / 2));
  if (fault === '出错（末尾）') failing(Math.max(0, size - 1));
  if (fault === '回答丢失') host.faults.inject({ kind: 'lostAnswer' });
  if (fault === '连续两次出错') {
    failing(Math.floor(size / 2));
    failing(0, 1);
  }
  if (fault === '一直出错') {
    failing(Math.floor(size / 2));
    failing(1, Infinity);
  }
  // From then on another workbook has the focus, until the person comes back.
  if (fault === '转到别的工作簿') host.faults.inject({ kind: 'focusElsewhere' }, Infinity);
  if (fault === '单元格编辑') {
    host.faults.inject({ kind: 'cellEdit' }, Infinity);
    setTimeout(() => host.faults.clear('cellEdit'), 0);
  }
}

export type Ended<T> = { readonly answer: T } | { readonly error: unknown } | 'lost';

/** Waits for an end; for an answer that never comes, until Excel has nothing more to do. */
export async function ended<T>(host: EmbeddedHost, run: Promise<T>): Promise<Ended<T>> {
  let end: Ended<T> | undefined;
  void run.then(
    (answer) => (end = { answer }),
    (error: unknown) => (end = { error }),
  );
  for (let quiet = 0; end === undefined && quiet < 20; quiet++) {
    await host.settled();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return end ?? 'lost';
}
