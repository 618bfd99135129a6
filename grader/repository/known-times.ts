import { ancestorsOf, type History } from './history.ts';

/** What a branch was when somebody looked: at our fetches, or as a platform says. */
export interface Sighting {
  /** Milliseconds. */
  readonly at: number;
  readonly tip: string;
}

/** Evidence about when each commit came to the branch. */
export interface KnownTimes {
  /** When a commit was on the branch at the earliest, by all that is known. Milliseconds. */
  readonly timeOf: (commit: string) => number;
  /** Commits that say they are older than a sighting of the branch that did not have them. */
  readonly backdated: ReadonlySet<string>;
  /** Commits that say they were made after they were seen. */
  readonly postdated: ReadonlySet<string>;
  /** The first sighting that no longer had what was there before; undefined where nothing was rewritten. */
  readonly rewritten: Sighting | undefined;
}

/**
 * Committer dates are whatever the student's machine says. A commit is not older than its parents, nor than a sighting
 * of the branch without it, and not younger than the first sighting with it. Sightings from the oldest to the newest.
 */
export function knownTimes(history: History, sightings: readonly Sighting[]): KnownTimes {
  const seen = sightings.map(({ at, tip }) => ({ at, tip, had: ancestorsOf(history, tip) }));
  const times = new Map<string, number>();
  const backdated = new Set<string>();
  const postdated = new Set<string>();
  // Parents first.
  for (const { id, parents, date } of [...history.values()].reverse()) {
    const first = seen.findIndex(({ had }) => had.has(id));
    const before = first > 0 ? seen[first - 1]!.at : first === -1 ? seen.at(-1)?.at : undefined;
    const until = seen[first]?.at ?? Number.POSITIVE_INFINITY;
    if (before !== undefined && date < before) backdated.add(id);
    if (date > until) postdated.add(id);
    const earliest = Math.max(date, before ?? date, ...parents.map((parent) => times.get(parent) ?? date));
    times.set(id, Math.min(earliest, until));
  }
  // A tip that we do not have any more is no ancestor of what came after it either.
  const rewritten = seen.find(({ had }, at) => at > 0 && !had.has(seen[at - 1]!.tip));
  return {
    timeOf: (commit) => times.get(commit) ?? Number.POSITIVE_INFINITY,
    backdated,
    postdated,
    rewritten: rewritten && { at: rewritten.at, tip: rewritten.tip },
  };
}
