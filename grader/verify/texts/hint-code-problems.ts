import { drawInputs } from '../../check/check-law.ts';
import { localAnswer } from '../../diagnose/local-answer.ts';
import { sectionsOf } from '../../hint/hints.ts';
import type { Law, Task } from '../../kit.ts';
import type { Assignment } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { formulasIn, plainFormula } from '../../plain-math/plain-math.ts';
import { scopeOf } from '../../worked/scope.ts';
import { tryAnswers } from '../try-answers.ts';
import { type Problem, problem } from '../verification.ts';
import { readText } from './read-text.ts';

const seeds = [1];

/**
 * No hint holds a solution: each piece of code, and each formula that can be read as code, is tried in the task's place.
 * What the statement itself has is not the hint's to hold back.
 */
export function hintCodeProblems(assignment: Assignment, language: Language): readonly Problem[] {
  const file = `hints.${language}.md`;
  const { grading, manifest, folder } = assignment;
  const told = new Set(piecesOf(readText(folder, `statement.${language}.md`) ?? ''));
  return sectionsOf(readText(folder, file) ?? '', '## ').flatMap(({ title, body }) => {
    const task = grading.tasks[title];
    if (task === undefined || !manifest.tasks.some(({ id }) => id === title)) return [];
    const solution = [...new Set(piecesOf(body))].find((code) => !told.has(code) && solves(assignment, task, code));
    return solution === undefined ? [] : [problem('hint-solves', file, { task: title, code: solution })];
  });
}

/** What stands in blocks of code, between backticks, and on the right of formulas. */
function piecesOf(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  const rest = text.replace(/^```\w*\n[\s\S]*?^```$/gm, '');
  const inline = [...rest.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  return [...blocks, ...inline, ...formulasIn(text).map(asCode)];
}

const asCode = (latex: string): string =>
  (plainFormula(latex).split('=').at(-1) ?? '')
    .replace(/\b(max|min|exp|tanh|abs)\b/g, 'Math.$1')
    .replace(/\bln\b/g, 'Math.log')
    .replaceAll('·', '*')
    .replaceAll('−', '-')
    .trim();

/** Whether code is the task's function, its body, or the expression that it returns, with everybody else's functions in reach. */
const solves = ({ manifest, grading }: Assignment, task: Task, code: string): boolean =>
  asFunctions(task, code, grading).some((answer) => {
    const candidate = { id: 'hint', task: task.id, role: 'right', answer } as const;
    return (
      looksRight(task, answer, grading.laws) &&
      tryAnswers(manifest.id, grading.laws, [candidate], { seeds })[0]!.stops[0]!.length === 0
    );
  });

/** Whether it returns something of the right kind to one call. Nearly no piece of a hint does, and laws take longer. */
function looksRight(task: Task, answer: Task['answer'], laws: readonly Law[]): boolean {
  const law = laws.find((one) => one.task === task.id);
  const args = law && drawInputs(law, 1, 1)[0]?.calls[0];
  if (args === undefined) return true;
  const [ours, theirs] = [task.answer, answer].map((one) => localAnswer(one, args));
  return ours?.kind === 'value' && theirs?.kind === 'value' && kindOf(ours.value) === kindOf(theirs.value);
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(kindOf).join()}]` : value === null ? 'null' : typeof value;

function asFunctions(
  { id, parameters }: Task,
  code: string,
  grading: Assignment['grading'],
): readonly Task['answer'][] {
  const { [id]: own, ...scope }: Readonly<Record<string, unknown>> = scopeOf(grading);
  const reachable = Object.keys(scope).filter((name) => !parameters.includes(name));
  const values = reachable.map((name) => scope[name]);
  return [`(${parameters}) => (${code}\n)`, `(${parameters}) => {${code}\n}`, `(${code}\n)`].flatMap((source) => {
    try {
      const made: unknown = new Function(...reachable, `'use strict'; return ${source};`)(...values);
      return typeof made === 'function' ? [made as Task['answer']] : [];
    } catch {
      return [];
    }
  });
}
