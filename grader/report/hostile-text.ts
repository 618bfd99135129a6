/** Helpers through which all text of a student's reaches a report or a terminal. */

/** Control characters, the ones that turn text around among them, made visible; tabs and line ends stay. */
export const visible = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * GitHub's runner obeys `::` where a line begins and `##[` wherever it stands; where a line begins is for whoever prints
 * the text to decide. So neither is left anywhere: a backslash breaks them.
 */
export const withoutCommands = (text: string): string => text.replace(/:(?=:)|##(?=\[)/g, '$&\\');

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

/** A fence longer than any run of backticks in what it holds. */
export function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${withoutCommands(visible(text)).replace(/\n$/, '')}\n${marks}`;
}

/** Inline code on one line, in as many backticks as it takes. `|` is escaped as a cell of a table needs it. */
export function inlineCode(text: string): string {
  const flat = withoutCommands(visible(text.replace(/\s+/g, ' ')));
  if (flat.trim() === '') return '` `';
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(flat) ? ' ' : '';
  return `${marks}${padding}${flat.replace(/\|/g, '\\|')}${padding}${marks}`;
}

/** Prose with a student's words in it: on one line, nothing of it Markdown or HTML. */
export const inlineText = (text: string): string =>
  withoutCommands(visible(text.replace(/\s+/g, ' '))).replace(/[\\`*_{}[\]<>#|~&@]/g, (char) => `\\${char}`);
