import words from './copy-words.json' with { type: 'json' };

/** What systems and browsers add to the name of a copy: ` (1)`, ` copy 2`, ` - Copy (2)`; words of other languages too. */
const copied = new RegExp(`(?:[\\s_\\p{Pd}]*(?:\\(\\d+\\)|(?:${words.join('|')})(?: \\d+)?))+$`, 'u');

/** A name without what systems, browsers and editors add to it: `Sigmoid (1).ts.txt` → `sigmoid`. */
const bare = (name: string): string => name.toLowerCase().replace(/\..*$/, '').replace(copied, '').trim();

/** Of the files in a folder the one that was probably meant to be called so: other case, another ending, a copy. */
export const misnamed = (name: string, listed: readonly string[]): string | undefined =>
  listed.find((other) => other !== name && bare(other) === bare(name));
