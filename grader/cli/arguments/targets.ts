import { NablaError } from '../../errors.ts';
import { meantBy, nearest } from '../../nearest.ts';

/** One assignment that was asked for, and which of its tasks; none named means all. */
export interface Target {
  readonly slug: string;
  readonly tasks: readonly string[];
}

/** What may be asked for: an assignment, and its tasks with their files. */
export interface Known {
  readonly slug: string;
  readonly tasks: readonly { readonly id: string; readonly file: string }[];
}

/**
 * What was asked for, as people type it: `01`, `backpropagation`, `sigmoid`, `01/sigmoid`, a folder or a file by its path.
 * In the order in which the assignments first appear; no argument asks for every assignment.
 */
export function parseTargets(args: readonly string[], known: readonly Known[]): readonly Target[] {
  if (args.length === 0) return known.map(({ slug }) => ({ slug, tasks: [] }));
  const bySlug = new Map<string, Set<string> | 'all'>();
  for (const arg of args) {
    const { slug, tasks: asked } = parseTarget(arg, known);
    const tasks = bySlug.get(slug) ?? new Set();
    if (asked.length === 0 || tasks === 'all') bySlug.set(slug, 'all');
    else bySlug.set(slug, new Set([...tasks, ...asked]));
  }
  return [...bySlug].map(([slug, tasks]) => ({ slug, tasks: tasks === 'all' ? [] : [...tasks] }));
}

/** The assignments that are meant, each as a whole; all where none is named. Throws `usage` where a task is. */
export const wholeAssignments = (args: readonly string[], known: readonly Known[]): readonly string[] =>
  parseTargets(args, known).map(({ slug, tasks: [task] }) => {
    if (task !== undefined) throw new NablaError('usage', 'is-a-task', { name: `${slug}/${task}` });
    return slug;
  });

/** One of them. Throws `unknown-assignment`, `unknown-task` or `usage`, with the nearest names. */
export function parseTarget(arg: string, known: readonly Known[]): Target {
  const parts = arg
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1) ?? '';
  // The assignment is the last part of a path that names one; what comes after it is a task, `src` or a file.
  const at = parts.findLastIndex(
    (part, i) => assignmentsNamed(part, known).length === 1 && !isTask(part, parts[i - 1], known),
  );
  const named = at < 0 ? undefined : assignmentsNamed(parts[at]!, known)[0];
  if (/\.ts$/.test(last)) return ofFile(arg, last, named === undefined ? known : [named]);
  const rest = parts.slice(at + 1).filter((part) => part !== 'src');
  if (named !== undefined && rest.length === 0) return { slug: named.slug, tasks: [] };
  if (named !== undefined && rest.length === 1) return ofTask(rest[0]!, [named]);
  if (named === undefined && parts.length === 1) return ofTask(last, known);
  if (named === undefined && parts.length === 2) {
    throw noAssignment(parts[0]!, known);
  }
  throw new NablaError('usage', 'not-a-target', { name: arg });
}

/** Where an assignment's short name is that of a task as well, it is the task; behind an assignment it is a task in any case. */
function isTask(part: string, before: string | undefined, known: readonly Known[]): boolean {
  const [owner] = before === undefined ? [] : assignmentsNamed(before, known);
  const has = ({ tasks }: Known): boolean => tasks.some(({ id }) => id === part);
  if (owner !== undefined) return has(owner);
  return !known.some(({ slug }) => isSame(slug, part)) && !/^\d+$/.test(part) && known.some(has);
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** By its whole name, by its number, or by what comes after that. */
const assignmentsNamed = (name: string, known: readonly Known[]): readonly Known[] =>
  known.filter(({ slug }) => {
    const [, number = '', words = ''] = /^(\d+)-(.*)$/.exec(slug) ?? [];
    return isSame(name, slug) || isSame(name, words) || (/^\d+$/.test(name) && Number(name) === Number(number || -1));
  });

function ofTask(name: string, known: readonly Known[]): Target {
  const exact = known.flatMap(({ slug, tasks }) =>
    tasks.filter(({ id }) => id === name).map(({ id }) => ({ slug, tasks: [id] })),
  );
  const found =
    exact.length > 0
      ? exact
      : known.flatMap(({ slug, tasks }) =>
          tasks.filter(({ id }) => isSame(id, name)).map(({ id }) => ({ slug, tasks: [id] })),
        );
  const [first, second] = found;
  if (first === undefined) throw noTask(name, known);
  if (second === undefined) return first;
  const names = found.map(({ slug, tasks }) => `${slug}/${tasks[0]}`);
  throw new NablaError('usage', 'task-of-several', { name, names });
}

function noAssignment(name: string, known: readonly Known[]): NablaError {
  const slugs = known.map(({ slug }) => slug);
  return new NablaError('unknown-assignment', 'unknown-assignment', { name, meant: meantBy(name, slugs) });
}

function noTask(name: string, known: readonly Known[]): NablaError {
  const [only, other] = known;
  const ids = known.flatMap(({ tasks }) => tasks.map(({ id }) => id));
  const meant = meantBy(name, ids);
  if (only !== undefined && other === undefined) {
    return new NablaError('unknown-task', 'unknown-task-of', { slug: only.slug, name, meant });
  }
  const slugs = known.map(({ slug }) => slug);
  return nearest(name, ids) === undefined || nearest(name, slugs) !== undefined
    ? noAssignment(name, known)
    : new NablaError('unknown-task', 'unknown-task', { name, meant });
}

/** All the tasks that students write in that file. */
function ofFile(arg: string, name: string, known: readonly Known[]): Target {
  const found = known.flatMap(({ slug, tasks }) => {
    const ids = tasks.filter(({ file }) => isSame(file, name)).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ slug, tasks: ids }];
  });
  const [first, second] = found;
  if (first === undefined) {
    const files = [...new Set(known.flatMap(({ tasks }) => tasks.map(({ file }) => file)))];
    throw new NablaError('usage', 'no-file-of-a-task', { name: arg, meant: meantBy(name, files) });
  }
  if (second === undefined) return first;
  const names = found.map(({ slug }) => `${slug}/src/${name}`);
  throw new NablaError('usage', 'file-of-several', { name: arg, names });
}
