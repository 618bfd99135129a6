import { branchOf, type Commit, type History } from './history.ts';
import type { KnownTimes, Sighting } from './known-times.ts';

/**
 * The last commit that was on a branch at a time; undefined where there was none. What the branch was then is told best
 * by the first sighting after it: what was rewritten later does not count. Sightings from the oldest to the newest.
 */
export function commitAt(
  history: History,
  { timeOf }: Pick<KnownTimes, 'timeOf'>,
  sightings: readonly Sighting[],
  time: number,
): Commit | undefined {
  const known = sightings.filter(({ tip }) => history.has(tip));
  const sighting = known.find(({ at }) => at >= time) ?? known.at(-1);
  return sighting && branchOf(history, sighting.tip).find(({ id }) => timeOf(id) <= time);
}
