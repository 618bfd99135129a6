import { type Saying, saying } from './errors.ts';

/** The name that was probably meant: the one with the fewest edits, if they are few for its length. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const [best] = ranked;
  return best !== undefined && best.edits <= Math.max(2, best.candidate.length / 3) ? best.candidate : undefined;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, substitution));
    }
    previous = row;
  }
  return previous[b.length]!;
}

/** For a name that is none of those known: the nearest of them; if none is near, that these are all, or what else is said. */
export function meantBy(
  name: string,
  known: readonly string[],
  otherwise: Saying = saying('there-are', { names: known }),
): Saying {
  const close = nearest(name, known);
  return close === undefined ? otherwise : saying('did-you-mean', { name: close });
}
