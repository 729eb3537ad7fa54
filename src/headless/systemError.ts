/** Code and text of an error that Node reports; codes tell such errors apart, classes do not cross realms. */
export function systemError(error: unknown): { readonly code: string; readonly message: string } {
  const { code = '', message = error }: { code?: unknown; message?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  return { code: String(code), message: String(message) };
}
