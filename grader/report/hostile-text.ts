/** Helpers through which all text of a student's reaches a report or a terminal. */

/**
 * What has no shape of its own: controls, what joins, tags or turns text around, and half a character. Tabs and line ends
 * stay.
 */
const shapeless = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** As the escape of each half: so it is the same in a text and in JSON. */
const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, half) => {
    const code = character.charCodeAt(half).toString(16);
    return `\\u${code.padStart(4, '0')}`;
  }).join('');

/** A JSON text says the same as before. */
export const visible = (text: string): string => text.replace(shapeless, escaped);

/**
 * GitHub's runner obeys `::` where a line begins and `##[` wherever it stands, Azure's `##vso[`; where a line begins is for
 * whoever prints the text to decide. So none is left anywhere: a backslash breaks them.
 */
export const withoutCommands = (text: string): string => text.replace(/:(?=:)|##(?=\w*\[)/g, '$&\\');

/** The same for every string in a value, and for the names in its records. */
export function withoutCommandsIn<T>(value: T): T {
  const mapped = (part: unknown): unknown => {
    if (typeof part === 'string') return withoutCommands(part);
    if (Array.isArray(part)) return part.map(mapped);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [withoutCommands(name), mapped(one)]));
  };
  return mapped(value) as T;
}

/** Text for the terminal: on one line or several, but nothing that steers it. */
export const forTerminal = (text: string): string => withoutCommands(visible(text));

/** Of backticks; there may be more of them than a call takes arguments. */
const longestRun = (text: string, least: number): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), least);

/** A fence longer than any run of backticks in what it holds. */
export function fence(text: string, language: string): string {
  const longest = longestRun(text, 2);
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${withoutCommands(visible(text)).replace(/\n$/, '')}\n${marks}`;
}

/** Inline code on one line, in as many backticks as it takes. `|` is escaped as a cell of a table needs it. */
export function inlineCode(text: string): string {
  const flat = withoutCommands(visible(text.replace(/\s+/g, ' ')));
  if (flat === '') return '` `';
  const longest = longestRun(flat, 0);
  const marks = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(flat) ? ' ' : '';
  return `${marks}${padding}${flat.replace(/\|/g, '\\|')}${padding}${marks}`;
}

/** Prose with a student's words in it: on one line, nothing of it Markdown or HTML. */
export const inlineText = (text: string): string =>
  withoutCommands(visible(text.replace(/\s+/g, ' '))).replace(/[\\`*_{}[\]<>#|~&@]/g, (char) => `\\${char}`);
