import lookAlikes from './look-alikes.json' with { type: 'json' };

/** What text processors, slides and web pages put in the place of the characters of a program, and what was meant. */
const meant: Readonly<Record<string, string>> = {
  '\u2212': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u00b4': "'",
  '\u00d7': '*',
  '\u00b7': '*',
  '\u22c5': '*',
  '\u2217': '*',
  '\u00f7': '/',
  '\u2215': '/',
  '\u2044': '/',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2260': '!==',
  '\u2261': '===',
  '\u2192': '=>',
  '\u21d2': '=>',
  '\u2026': '...',
  '\u00b2': '** 2',
  '\u00b3': '** 3',
  '\u221e': 'Infinity',
  '\u221a': 'Math.sqrt',
};

/** Characters that take no room. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

/** Letters of other alphabets that look like Latin ones. */
const twins = new Map(
  Object.entries(lookAlikes).flatMap(([alphabet, [theirs = '', latin = '']]) =>
    [...theirs].map((letter, at) => [letter, { alphabet, latin: latin[at]! }] as const),
  ),
);

/** A character that does not belong where it stands. */
export interface Stray {
  readonly kind: 'replace' | 'invisible' | 'other';
  readonly character: string;
  /** `U+2212`. */
  readonly code: string;
  readonly instead: string;
}

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with the character at this place; undefined of one that may stand in a program. */
export function strayAt(text: string, offset: number): Stray | undefined {
  const code = text.codePointAt(offset);
  if (code === undefined || code < 0x80) return undefined;
  const character = String.fromCodePoint(code);
  const base = { character, code: codeOf(character) };
  const wide = code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : undefined;
  const instead = meant[character] ?? wide;
  if (instead !== undefined) return { ...base, kind: 'replace', instead };
  if (invisible.test(character)) return { ...base, kind: 'invisible', instead: '' };
  return /\p{L}|\s/u.test(character) ? undefined : { ...base, kind: 'other', instead: '' };
}

/** A letter that is not the one that it looks like. */
export interface Twin {
  readonly name: string;
  readonly letter: string;
  readonly code: string;
  readonly alphabet: string;
  readonly latin: string;
  /** The name with Latin letters alone. */
  readonly meant: string;
}

/** The first name in a text that mixes Latin letters with ones of another alphabet that look like them. */
export function twinIn(text: string): Twin | undefined {
  for (const { 0: name, index } of text.matchAll(/[\p{L}$_][\p{L}\p{N}$_]*/gu)) {
    const letter = [...name].find((one) => twins.has(one));
    const latinName = [...name].map((one) => twins.get(one)?.latin ?? one).join('');
    if (letter === undefined || !/^[A-Za-z0-9$_]+$/.test(latinName)) continue;
    // A word of another language is no mistake, but what is taken out of an object is called as that object calls it.
    if (!/[A-Za-z]/.test(name) && name.length > 1 && text[index - 1] !== '.') continue;
    return { name, letter, code: codeOf(letter), ...twins.get(letter)!, meant: latinName };
  }
  return undefined;
}
