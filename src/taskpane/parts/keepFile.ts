/** A browser lets a file go some time after it was asked to keep it. */
const KEPT = 60_000;

/**
 * Asks the browser to keep a file. Whether it does, a page is not told: Excel's pane on Mac may not, so that whoever asks
 * says what else can be done.
 */
export function keepFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
