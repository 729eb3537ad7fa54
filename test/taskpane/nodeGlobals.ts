/** A page that has Node's encoders too: the embedded host opens and saves files, jsdom knows only a page's part of it. */
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { CompressionStream, DecompressionStream, ReadableStream, WritableStream } from 'node:stream/web';

Object.assign(globalThis, {
  TextDecoder,
  TextEncoder,
  CompressionStream,
  DecompressionStream,
  ReadableStream,
  WritableStream,
});
Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle });
