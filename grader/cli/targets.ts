import { NablaError } from '../errors.ts';
import { unknown } from '../load/nearest.ts';

/** One assignment that was asked for, and which of its tasks; none named means all. */
export interface Target {
  readonly slug: string;
  readonly tasks: readonly string[];
}

/** `SLUG` or `SLUG/TASK`, in the order in which the slugs first appear. No argument asks for every assignment. */
export function parseTargets(args: readonly string[], slugs: readonly string[]): readonly Target[] {
  if (args.length === 0) return slugs.map((slug) => ({ slug, tasks: [] }));
  const byslug = new Map<string, Set<string> | 'all'>();
  for (const arg of args) {
    const [slug = '', task, ...rest] = arg.replace(/\/$/, '').split('/');
    if (rest.length > 0) throw new NablaError('usage', `"${arg}" is neither SLUG nor SLUG/TASK`);
    if (!slugs.includes(slug)) throw unknown('unknown-assignment', 'assignment', slug, slugs);
    const tasks = byslug.get(slug) ?? new Set();
    if (task === undefined || tasks === 'all') byslug.set(slug, 'all');
    else byslug.set(slug, tasks.add(task));
  }
  return [...byslug].map(([slug, tasks]) => ({ slug, tasks: tasks === 'all' ? [] : [...tasks] }));
}

/** Throws `unknown-task` where a task that was asked for is none of the assignment's. */
export function checkTasksExist({ slug, tasks }: Target, known: readonly string[]): void {
  for (const task of tasks) if (!known.includes(task)) throw unknown('unknown-task', `task of ${slug}`, task, known);
}
