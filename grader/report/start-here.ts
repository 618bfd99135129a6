import { fill, type Messages } from '../catalogue/catalogue.ts';
import type { Result, TaskResult } from './result.ts';

/** The task to begin with, and the tasks that call it. */
export interface Start {
  readonly task: string;
  readonly dependents: readonly string[];
}

/**
 * Where to begin among several tasks without their points: with what most others call, then with what was tried, then
 * with what the statement has first. Undefined where there is no choice.
 */
export function startHere({ tasks }: Result): Start | undefined {
  const open = tasks.filter(({ status }) => status !== 'passed' && status !== 'not-run');
  const [first] = open
    .map((task) => ({ task, dependents: dependentsOf(task, tasks) }))
    .toSorted(
      (a, b) => b.dependents.length - a.dependents.length || Number(isUntouched(a.task)) - Number(isUntouched(b.task)),
    );
  return first && open.length > 1 ? { task: first.task.id, dependents: first.dependents } : undefined;
}

/** As a sentence of Markdown; empty where there is no choice. */
export function startLine(result: Result, { report }: Messages): string {
  const start = startHere(result);
  if (start === undefined) return '';
  const { task, dependents } = start;
  return dependents.length === 0
    ? fill(report.startHere, { task: `\`${task}\`` })
    : fill(report.startHereFor, { task: `\`${task}\``, tasks: dependents.map((id) => `\`${id}\``).join(', ') });
}

const isUntouched = ({ status }: TaskResult): boolean => status === 'not-started';

/** The tasks that were graded with a right one in this one's place. */
const dependentsOf = ({ id }: TaskResult, tasks: readonly TaskResult[]): readonly string[] =>
  tasks.filter(({ replaced = [] }) => replaced.includes(id)).map((task) => task.id);
