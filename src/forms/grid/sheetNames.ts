/** Names for new sheets: as Excel allows them, and not those of other sheets. */
export class SheetNames {
  private readonly taken: Set<string>;

  constructor(existing: Iterable<string>) {
    this.taken = new Set([...existing].map((name) => name.toLowerCase()));
  }

  /** The wished name without what no sheet may be called by, at most 31 characters long, numbered where it is taken. */
  next(wished: string): string {
    // A name may neither begin nor end with an apostrophe.
    const allowed = wished
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? '' : `(${number})`;
      const name = `${shortened(allowed, LONGEST - suffix.length)}${suffix}`;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

const LONGEST = 31;

/** At most so many UTF-16 units, without cutting a rare character in two. */
function shortened(text: string, most: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short.trim();
}
