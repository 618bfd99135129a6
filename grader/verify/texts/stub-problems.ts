import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Assignment } from '../../load/assignment/grading.ts';
import type { TaskEntry } from '../../load/assignment/manifest.ts';
import { type Problem, problem } from '../verification.ts';
import { misnamed } from './misnamed.ts';
import { readText } from './read-text.ts';

/** src/ holds the files that the manifest names and no others, and in them a stub for each task. */
export function stubProblems({ folder, manifest, grading }: Assignment): readonly Problem[] {
  const { tasks, provided } = manifest;
  const src = path.join(folder, 'src');
  const expected = [...new Set([...tasks.map(({ file }) => file), ...provided])];
  const present = existsSync(src) ? readdirSync(src) : [];
  const { problems, missing, stray } = misnamed(
    'src/',
    expected.filter((file) => !present.includes(file)),
    present.filter((file) => !expected.includes(file)),
  );
  return [
    ...problems,
    ...missing.map((file) => problem('no-file', `src/${file}`)),
    ...stray.map((file) => problem('stray-file', `src/${file}`)),
    ...tasks
      .filter(({ file }) => present.includes(file))
      .flatMap((task) => stubProblem(task, readText(src, task.file) ?? '', grading.tasks[task.id]?.parameters)),
  ];
}

function stubProblem(
  { id, file }: TaskEntry,
  text: string,
  parameters: readonly string[] | undefined,
): readonly Problem[] {
  const where = `src/${file}`;
  const start = text.indexOf(`export function ${id}(`);
  const end = text.indexOf('\nexport ', start);
  const stub = start < 0 ? '' : text.slice(start, end < 0 ? undefined : end);
  if (!stub.includes(`throw new NotImplemented('${id}')`)) return [problem('no-stub', where, { task: id })];
  const found = parameterNames(stub.slice(stub.indexOf('('))).join(', ');
  const expected = parameters?.join(', ') ?? found;
  return found === expected ? [] : [problem('stub-parameters', where, { task: id, found, expected })];
}

/** The names in a list of typed parameters, from its opening bracket on. */
function parameterNames(text: string): readonly string[] {
  const own: string[] = [];
  let depth = 0;
  for (const char of text) {
    if ('({[<'.includes(char)) depth += 1;
    if (')}]>'.includes(char)) depth -= 1;
    if (depth === 0) break;
    // What is deeper than the list itself belongs to a parameter's type.
    if (depth === 1) own.push(char);
  }
  return own
    .join('')
    .slice(1)
    .split(',')
    .map((parameter) => /^\s*(\w+)/.exec(parameter)?.[1] ?? '')
    .filter((name) => name !== '');
}
