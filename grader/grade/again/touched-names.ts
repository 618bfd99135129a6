import { type Declarations, declarationsIn } from '../../compile/declarations.ts';
import type { Program } from '../../compile/program.ts';

/** Marker that stands for every name a file declares. */
export const everything = '*';
const all: ReadonlySet<string> = new Set([everything]);

/** For each file of a program the names in it that a change reaches, by what mentions what; `everything` in doubt. */
export function namesTouched(
  program: Program,
  changed: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): (file: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const namesIn = (file: string): ReadonlySet<string> => {
    const found = known.get(file);
    if (found !== undefined) return found;
    // Files that import each other in a circle: whatever one of them changes, all may change.
    known.set(file, all);
    const imported = Object.values(program.files.get(file)?.imports ?? {}).flatMap((next) => [...namesIn(next)]);
    const names =
      imported.length === 0 && !changed.has(file)
        ? new Set<string>()
        : reached(declarationsOf(now.get(file)), declarationsOf(before.get(file)), new Set(imported));
    known.set(file, names);
    return names;
  };
  return namesIn;
}

const declarationsOf = (text: string | undefined): Declarations | undefined =>
  text === undefined ? undefined : declarationsIn(text);

/** Statements that declare nothing by a plain name, imports left out. */
const nameless = (of: Declarations): string =>
  (of.get('') ?? '').replace(/^import\s[^;]*?from\s*(['"])[^'"\n]*\1;?[ \t]*$/gm, '');

/** A default, a namespace, or a name that is imported as another. */
const followsNoNames = (of: Declarations): boolean => /\bas\b|\bimport\s+(?!type\s*\{)[^{'"\s]/.test(of.get('') ?? '');

function reached(
  now: Declarations | undefined,
  before: Declarations | undefined,
  imported: ReadonlySet<string>,
): ReadonlySet<string> {
  if (now === undefined || before === undefined || imported.has(everything)) return all;
  if (imported.size > 0 && followsNoNames(now)) return all;
  const names = new Set(imported);
  for (const name of [...now.keys(), ...before.keys()]) if (now.get(name) !== before.get(name)) names.add(name);
  // What has no name may do anything, and another import may mean another function by the same name.
  if (names.has('')) return all;
  for (const name of names) {
    if (mentions(nameless(now), name)) return all;
    for (const [other, part] of now) if (other !== '' && mentions(part, name)) names.add(other);
  }
  return names;
}

const mentions = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{ID_Continue}$])${name.replaceAll('$', '\\$')}(?![\\p{ID_Continue}$])`, 'u').test(text);
