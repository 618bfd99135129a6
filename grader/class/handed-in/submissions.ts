import { existsSync } from 'node:fs';
import type { Statements } from '../../gradebook/database.ts';
import { sightingsOf, writeSighting } from '../../gradebook/sightings.ts';
import { withoutSecrets } from '../../repository/address.ts';
import { commitAt } from '../../repository/commit-at.ts';
import { filesOf } from '../../repository/folder.ts';
import { ancestorsOf, branchOf, type Commit, historyOf } from '../../repository/history.ts';
import { knownTimes, type Sighting } from '../../repository/known-times.ts';
import { fetchBranch, openMirror } from '../../repository/mirror.ts';
import { type Source, treeOf } from '../../repository/tree.ts';
import { deadlines, type LateRule, lateSteps } from '../late-rule.ts';
import type { Entry, Keep } from './entry.ts';
import type { Flag, FoundInstead } from './outcome.ts';

/** Files that may be a student's grade, and what is known of when they were handed in. */
export interface Submission {
  readonly source: Source;
  readonly commit: string | null;
  readonly branch?: string;
  /** When it was made, as the commit itself says. Milliseconds. */
  readonly time?: number;
  readonly late: number;
  readonly flags: readonly Flag[];
}

export interface SubmissionContext {
  readonly queries: Statements;
  /** Where copies of repositories are kept. */
  readonly cache: string;
  /** The address of a repository with whatever it takes to get in. */
  readonly withSecrets: (address: string) => string;
  readonly rule: LateRule | null;
  readonly keep: Keep;
  readonly now: () => number;
}

/**
 * What a student has handed in by their deadline: the last state of it, or, where the best one counts, one for each
 * step of the rule for late submissions. Throws `Unreachable`.
 */
export async function submissionsOf(
  entry: Entry,
  context: SubmissionContext,
): Promise<readonly Submission[] | FoundInstead> {
  const { source } = entry;
  switch (source.kind) {
    case 'none':
      return { kind: 'no-source' };
    case 'folder': {
      if (!existsSync(source.folder)) return { kind: 'no-folder', folder: source.folder };
      const files = filesOf(source.folder);
      if (files.entries.length === 0) return { kind: 'empty' };
      return [{ source: files, commit: null, late: 0, flags: [] }];
    }
    case 'repository':
      return commitsOf(entry, source.address, source.branch, context);
  }
}

async function commitsOf(
  { due, pushed }: Entry,
  address: string,
  wanted: string,
  { queries, cache, withSecrets, rule, keep, now }: SubmissionContext,
): Promise<readonly Submission[] | FoundInstead> {
  const mirror = await openMirror(cache, withSecrets(address));
  const fetched = await fetchBranch(mirror, wanted);
  if (fetched.kind !== 'found') return fetched;
  const { branch, tip } = fetched;
  const repository = withoutSecrets(address);
  const earlier = await sightingsOf(queries, repository, branch);
  const seen: Sighting = { at: now(), tip };
  await writeSighting(queries, repository, branch, seen);
  const sightings = [...earlier, seen];
  const history = await historyOf(mirror, [...new Set(sightings.map((one) => one.tip))]);
  const times = knownTimes(history, sightings);
  // What the platform says of the last push is true of the last commit at least.
  const timeOf = (id: string): number =>
    id === tip && pushed !== null ? Math.min(Math.max(times.timeOf(id), pushed), seen.at) : times.timeOf(id);
  const limits = due === null ? [Number.POSITIVE_INFINITY] : deadlines(due, rule);
  const asked = keep === 'best' ? limits : limits.slice(-1);
  const commits = asked.flatMap((limit) => commitAt(history, { timeOf }, sightings, limit) ?? []);
  const chosen = [...new Map(commits.map((commit) => [commit.id, commit])).values()];
  if (chosen.length === 0) {
    const first = branchOf(history, tip).at(-1);
    return first === undefined ? { kind: 'empty' } : { kind: 'too-late', time: first.date };
  }
  const flagsOf = ({ id }: Commit): readonly Flag[] => {
    const stands = ancestorsOf(history, id);
    const has = (ids: ReadonlySet<string>): boolean => [...ids].some((one) => stands.has(one));
    return [
      ...(times.rewritten ? [{ kind: 'rewritten' as const }] : []),
      ...(has(times.backdated) || times.backdated.has(tip) ? [{ kind: 'backdated' as const }] : []),
      ...(has(times.postdated) || times.postdated.has(tip) ? [{ kind: 'postdated' as const }] : []),
    ];
  };
  return Promise.all(
    chosen.map(async (commit) => ({
      source: await treeOf(mirror, commit.id),
      commit: commit.id,
      branch,
      time: commit.date,
      late: lateSteps(timeOf(commit.id), due, rule),
      flags: flagsOf(commit),
    })),
  );
}
