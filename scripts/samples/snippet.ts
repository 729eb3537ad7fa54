/** Microsoft's samples as files hold them: a script that binds functions to the buttons of a page. */
import { readFileSync } from 'node:fs';
import { transformSync } from '@swc/core';
import { parse } from 'yaml';

/** One sample; `script` is JavaScript, `page` the HTML that its buttons and fields stand in. */
export interface Snippet {
  readonly name: string;
  readonly script: string;
  readonly page: string;
}

/** Reads a sample; undefined for a file that is none, or that is not for Excel's own API. */
export function readSnippet(name: string, path: string): Snippet | undefined {
  const document: unknown = parse(readFileSync(path, 'utf8'));
  const source = textAt(document, 'script', 'content');
  if (source === undefined) return undefined;
  const { code } = transformSync(source, {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  return { name, script: code, page: textAt(document, 'template', 'content') ?? '' };
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.entries(at).find(([key]) => key === name)?.[1];
  }
  return typeof at === 'string' ? at : undefined;
}
