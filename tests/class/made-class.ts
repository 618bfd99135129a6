import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openGradebook } from '../../grader/gradebook/gradebook.ts';
import { commitTo, git, type MadeCommit } from '../repository/made.ts';

export const slug = '02-saturation';
const right = path.resolve('tests/submissions', slug, 'right-textbook');
const wrong = path.resolve('tests/submissions', slug, 'tanh-is-a-line');
const stubs = path.resolve('assignments', slug, 'src');

export const due = '2026-11-20T12:00:00Z';
const early = '2026-11-18T12:00:00Z';
/** A day and a half after the deadline. */
const late = '2026-11-22T00:00:00Z';

type Files = Record<string, string | Buffer | { readonly link: string }>;

function filesOf(folder: string): Files {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return Object.fromEntries(
    names.map((name) => [`assignments/${slug}/src/${name}`, readFileSync(path.join(folder, name))]),
  );
}

const handedOut: MadeCommit = { date: '2026-11-01T12:00:00Z', files: filesOf(stubs) };
const src = (name: string): string => `assignments/${slug}/src/${name}`;

/** What a student of each kind did, and what they are to get under `--late 10%/day`. */
export const kinds = {
  right: { points: 100, status: 'graded', late: 0, commits: [handedOut, { date: early, files: filesOf(right) }] },
  wrong: {
    points: 90,
    status: 'graded',
    late: 0,
    commits: [handedOut, { date: early, files: { ...filesOf(right), ...filesOf(wrong) } }],
  },
  stubs: { points: 0, status: 'graded', late: 0, commits: [handedOut] },
  late: { points: 80, status: 'graded', late: 2, commits: [handedOut, { date: late, files: filesOf(right) }] },
  'much-too-late': {
    points: 100,
    status: 'graded',
    late: 0,
    commits: [
      handedOut,
      { date: early, files: filesOf(right) },
      { date: '2026-12-30T00:00:00Z', files: { [src('tanh.ts')]: 'broken(' } },
    ],
  },
  extended: { points: 100, status: 'graded', late: 0, commits: [handedOut, { date: late, files: filesOf(right) }] },
  tampered: {
    points: 100,
    status: 'graded',
    late: 0,
    commits: [handedOut, { date: early, files: { ...filesOf(right), [src('types.ts')]: 'export type Cheat = 1;\n' } }],
  },
  link: {
    points: 45,
    status: 'graded',
    late: 0,
    commits: [
      handedOut,
      { date: early, files: { ...filesOf(right), [src('saturation.ts')]: { link: '/etc/passwd' } } },
    ],
  },
  future: { points: 0, status: 'graded', late: 0, commits: [handedOut, { date: early, files: filesOf(right) }] },
  empty: { points: 0, status: 'not-handed-in', late: 0, commits: [] },
  other: { points: 0, status: 'not-handed-in', late: 0, commits: [{ date: early, files: { 'README.md': 'later' } }] },
  tag: { points: 0, status: 'not-handed-in', late: 0, commits: [handedOut] },
  absent: { points: 0, status: 'not-handed-in', late: 0, commits: undefined },
  branch: {
    points: 100,
    status: 'graded',
    late: 0,
    commits: [
      { ...handedOut, branch: '--upload-pack=x' },
      { date: early, files: filesOf(right), branch: '--upload-pack=x' },
    ],
  },
  'after-all': {
    points: 0,
    status: 'not-handed-in',
    late: 0,
    commits: [{ date: '2026-12-30T00:00:00Z', files: filesOf(right) }],
  },
  variant: { points: 100, status: 'graded', late: 0, commits: [] },
} as const satisfies Record<
  string,
  { readonly commits: readonly MadeCommit[] | undefined; readonly [key: string]: unknown }
>;
export type Kind = keyof typeof kinds;

export interface MadeClass {
  readonly folder: string;
  /** The call that grades it, without `--out`. */
  readonly args: readonly string[];
  readonly students: readonly { readonly id: string; readonly kind: Kind }[];
}

/** A class of repositories: of each kind as many as asked for, the first of them made by git itself, the others as it. */
export function makeClass(
  wanted: Readonly<Partial<Record<Kind, number>>>,
  variant?: { readonly folder: string; readonly files: Files },
): MadeClass {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-class-'));
  const all = (Object.keys(wanted) as Kind[]).flatMap((kind) =>
    Array.from({ length: wanted[kind] ?? 0 }, (_, n) => ({ kind, n })),
  );
  // Neighbors differ, as in a class.
  const students = all
    .sort((a, b) => a.n - b.n)
    .map(({ kind }, at) => ({ id: `s${String(at + 1).padStart(3, '0')}`, kind }));
  const firsts = new Map<Kind, string>();
  const rows = students.map(({ id, kind }) => {
    const repository = path.join(folder, 'repositories', `${id}.git`);
    const commits = kind === 'variant' ? [{ date: early, files: variant?.files ?? {} }] : kinds[kind].commits;
    const first = firsts.get(kind);
    if (first !== undefined) cpSync(first, repository, { recursive: true });
    else if (commits !== undefined) {
      makeRepository(repository, kind, commits);
      firsts.set(kind, repository);
    }
    const branch = kind === 'branch' ? '--upload-pack=x' : '';
    return [id, kind === 'absent' ? '' : `repositories/${id}.git`, branch, kind === 'right' ? '=cmd()' : `Имя ${id}`];
  });
  const table = (name: string, lines: readonly (readonly string[])[]): void =>
    writeFileSync(path.join(folder, name), `${lines.map((cells) => cells.join(',')).join('\n')}\n`);
  table('roster.csv', [['student', 'repository', 'branch', 'name'], ...rows]);
  const of = (kind: Kind): readonly string[] => students.filter((one) => one.kind === kind).map(({ id }) => id);
  table('extensions.csv', [['student', 'due'], ...of('extended').map((id) => [id, '2026-11-25T12:00:00Z'])]);
  table('variants.csv', [
    ['student', 'variant', 'folder', 'seed', 'parameters'],
    ...of('variant').map((id) => [id, 'v', variant?.folder ?? '', '1', '{}']),
  ]);
  const options = ['--assignment', slug, '--due', due, '--late', '10%/day', '--seed', '7', '--sandbox', 'auto'];
  const tables = [
    ...(of('extended').length > 0 ? ['--extensions', 'extensions.csv'] : []),
    ...(of('variant').length > 0 ? ['--variants', 'variants.csv'] : []),
  ];
  return { folder, args: ['grade', 'roster.csv', ...options, ...tables], students };
}

function makeRepository(repository: string, kind: Kind, commits: readonly MadeCommit[]): void {
  const dated =
    kind === 'future'
      ? commits.map((commit, at) => (at === 0 ? commit : { ...commit, date: '2031-01-01T00:00:00Z' }))
      : commits;
  commitTo(repository, dated);
  if (kind === 'tag') {
    git(repository, 'tag', 'v1', 'main');
    git(repository, 'update-ref', '-d', 'refs/heads/main');
  }
}

let prepared: Promise<string> | undefined;

/** An embedded gradebook takes seconds to make: each test gets a copy of one. */
export async function withGradebook(folder: string): Promise<void> {
  prepared ??= (async () => {
    const made = mkdtempSync(path.join(tmpdir(), 'nabla-empty-gradebook-'));
    await (await openGradebook(made, undefined)).close();
    return made;
  })();
  const target = path.join(folder, '.nabla', 'gradebook');
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(await prepared, target, { recursive: true });
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built binary in a folder. */
export function start(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  binary = path.resolve('dist/nabla.js'),
) {
  const child: ChildProcess = spawn(process.execPath, [binary, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { child, ended };
}

export const run = (
  folder: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
  binary?: string,
): Promise<Ran> => start(folder, args, env, binary).ended;

/** All that came out, in which two runs must not differ: the times in `result.json` are left out. */
export function exported(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^shard-/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return Object.fromEntries(
    names.sort().map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return [name, name.endsWith('result.json') ? text.replace(/"durationMs": \d+/g, '"durationMs": 0') : text];
    }),
  );
}
