/** A name without what systems, browsers and editors add to it: `Sigmoid (1).ts.txt` → `sigmoid`. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\..*$/, '')
    .replace(/(?:[\s_-]*(?:\(\d+\)|copy(?: \d+)?|копия(?: \d+)?))+$/, '')
    .trim();

/** Of the files in a folder the one that was probably meant to be called so: other case, another ending, a copy. */
export const misnamed = (name: string, listed: readonly string[]): string | undefined =>
  listed.find((other) => other !== name && bare(other) === bare(name));
