import { Writable } from 'node:stream';
import { main } from '../../src/headless/main';

/** Types a command and reads what it prints. */
export async function kaohe(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const text = { out: '', err: '' };
  const into = (stream: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        text[stream] += String(chunk);
        done();
      },
    });
  return { code: await main(args, into('out'), into('err'), {}), ...text };
}
