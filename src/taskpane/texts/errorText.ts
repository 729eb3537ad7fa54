import type { Texts } from '.';

/** Office.js errors by their code; anything else is a fault of the program, and its own message is kept for a report. */
export function errorText(error: unknown, texts: Texts): string {
  if (!(error instanceof Error)) return texts.unknownError(String(error));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return texts.errors[code] ?? texts.unknownError(code === 'Error' || code === 'TypeError' ? error.message : code);
}
