import { NablaError, type Values } from '../errors.ts';
import type { AssignmentWords } from './catalogue.ts';

/**
 * The words of an assignment as an author writes them, in `messages.LANGUAGE.md`: below ## Laws a line for each law,
 * - `id`: sentence; below ## Misconceptions and ## Plots - `id`: **title** explanation. An entry may go on in indented lines.
 * Throws `bad-catalogue` with the line.
 */
export function wordsIn(text: string, file: string): AssignmentWords {
  const words = { laws: {}, misconceptions: {}, plots: {} } as Record<Kind, Record<string, unknown>>;
  for (const { kind, lines, at } of itemsIn(text)) {
    const refuse = (key: 'words-form' | 'words-titled' | 'words-twice', values: Values = {}): never => {
      throw new NablaError('bad-catalogue', key, { file, line: at, ...values });
    };
    const whole = lines.map((line) => line.trim()).join(' ');
    if (headingOf(whole) !== undefined) continue;
    const [, id, said] = entry.exec(whole) ?? [];
    if (kind === undefined || id === undefined || said === undefined) return refuse('words-form');
    if (Object.hasOwn(words[kind], id)) refuse('words-twice', { id });
    words[kind][id] = kind === 'laws' ? said : (titledAs(kind, said) ?? refuse('words-titled'));
  }
  return words as unknown as AssignmentWords;
}

/** The same text without the entries that are not kept. */
export const keptWords = (text: string, isKept: (kind: Kind, id: string) => boolean): string => {
  const left = new Set(
    itemsIn(text).flatMap(({ kind, lines, at }) => {
      const [, id] = entry.exec(lines.join(' ')) ?? [];
      return kind === undefined || id === undefined || isKept(kind, id) ? [] : lines.map((_, i) => at + i);
    }),
  );
  return text
    .split('\n')
    .filter((_, index) => !left.has(index + 1))
    .join('\n');
};

const kinds = ['laws', 'misconceptions', 'plots'] as const;
type Kind = (typeof kinds)[number];

const entry = /^- `([\w-]+)`: +(.+)$/;
const headingOf = (line: string): Kind | undefined => {
  const name = /^## +(\w+)$/.exec(line)?.[1]?.toLowerCase();
  return kinds.find((kind) => kind === name);
};

function titledAs(kind: Kind, said: string): object | undefined {
  const [, title, more] = /^\*\*([^*]+?)[.:]?\*\* +(.+)$/.exec(said) ?? [];
  if (title === undefined || more === undefined) return undefined;
  return { title, [kind === 'plots' ? 'description' : 'explanation']: more };
}

/** A heading or an entry: its lines from the `at`-th on, and below which heading it stands. */
interface Item {
  readonly kind: Kind | undefined;
  readonly at: number;
  readonly lines: string[];
}

/** What stands in a text besides blank lines and its first heading, which says nothing. */
function itemsIn(text: string): readonly Item[] {
  const items: Item[] = [];
  let kind: Kind | undefined;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trimEnd();
    if (line === '' || line.startsWith('# ')) continue;
    kind = headingOf(line) ?? kind;
    const last = items.at(-1);
    if (/^\s/.test(line) && last !== undefined) last.lines.push(line);
    else items.push({ kind, at: index + 1, lines: [line] });
  }
  return items;
}
