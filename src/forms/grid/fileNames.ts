/** Windows, and what a list of files still shows; file systems hold 255 bytes, three a character. */
const LONGEST = 60;

/** A file's name, without its ending, out of what it is about: characters that file systems refuse become －. */
export function fileName(...parts: readonly string[]): string {
  const text = parts
    .map((part) => part.replace(/[\p{Cc}\\/:*?"<>|]+/gu, '－').trim())
    .filter((part) => part !== '')
    .join(' ');
  // Windows knows no name that ends with a full stop.
  return [...text]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
}

/** Names that would be the same get a number each; letter case and forms of characters do not tell files apart. */
export function ownNames(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const key = name.normalize('NFKC').toLowerCase();
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? name : `${name}（${count}）`;
  });
}
