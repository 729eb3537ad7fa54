/** Whether a text to look for has signs with a meaning of their own. */
export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text);
}

/** A pattern of Excel as an expression, case aside: `?` is any sign, `*` any signs, `~` takes the next sign as it is. */
export function wildcardPattern(text: string, whole: boolean): RegExp {
  const source = text.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}]/g, (sign, literal?: string, wild?: string) => {
    if (wild !== undefined) return wild === '?' ? '.' : '.*';
    return `\\${literal ?? sign}`;
  });
  return new RegExp(whole ? `^${source}$` : source, 'is');
}
