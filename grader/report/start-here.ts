import { fill, type Messages } from '../catalogue/catalogue.ts';
import { inlineCode } from './hostile-text.ts';
import type { Result, TaskResult } from './result.ts';

/** The task to begin with, and the tasks that were graded with a right one in its place. */
export interface Start {
  readonly task: string;
  readonly dependents: readonly string[];
  /** Its file, where that could not be run at all: what the others need of it may be another function. */
  readonly file?: string;
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
  if (first === undefined || open.length < 2) return undefined;
  const { id: task, status, file } = first.task;
  return { task, dependents: first.dependents, ...(status === 'invalid' && { file }) };
}

/** As a sentence of Markdown; empty where there is no choice. */
export function startLine(result: Result, { report }: Messages): string {
  const start = startHere(result);
  if (start === undefined) return '';
  const { task, dependents, file } = start;
  const tasks = dependents.map(inlineCode).join(', ');
  if (tasks === '') return fill(report.startHere, { task: inlineCode(task) });
  return file === undefined
    ? fill(report.startHereFor, { task: inlineCode(task), tasks })
    : fill(report.startHereFile, { file: inlineCode(file), tasks });
}

const isUntouched = ({ status }: TaskResult): boolean => status === 'not-started';

/** The tasks that were graded with a right one in this one's place. */
const dependentsOf = ({ id }: TaskResult, tasks: readonly TaskResult[]): readonly string[] =>
  tasks.filter(({ replaced = [] }) => replaced.includes(id)).map((task) => task.id);
