import type { Mirror } from './mirror.ts';

/** A commit, its parents, and when its author's machine says that it was made. */
export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  /** Committer date, milliseconds. */
  readonly date: number;
}

export type History = ReadonlyMap<string, Commit>;

/** Commits of a branch that are read: far more than a term has. */
const longest = 50_000;

/** Everything that some commits stand on, they themselves included, parents after their children. Those that we do not have are left out. */
export async function historyOf({ git }: Mirror, tips: readonly string[]): Promise<History> {
  const lines = await git.raw([
    'rev-list',
    '--topo-order',
    '--parents',
    '--timestamp',
    '--ignore-missing',
    `--max-count=${longest}`,
    ...tips,
    '--',
  ]);
  const commits = lines.split('\n').flatMap((line): Commit[] => {
    const [seconds = '', id, ...parents] = line.split(' ');
    return id === undefined ? [] : [{ id, parents, date: Number(seconds) * 1000 }];
  });
  return new Map(commits.map((commit) => [commit.id, commit]));
}

/** All that a commit stands on, itself included. */
export function ancestorsOf(history: History, tip: string): ReadonlySet<string> {
  const reached = new Set(history.has(tip) ? [tip] : []);
  for (const id of reached)
    for (const parent of history.get(id)?.parents ?? []) if (history.has(parent)) reached.add(parent);
  return reached;
}

/** What the branch itself consisted of, the latest first: the first parent of each. */
export function branchOf(history: History, tip: string): readonly Commit[] {
  const branch: Commit[] = [];
  for (let next = history.get(tip); next !== undefined; next = history.get(next.parents[0] ?? '')) branch.push(next);
  return branch;
}
