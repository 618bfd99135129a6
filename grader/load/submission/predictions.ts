import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import isValid from './predictions.schema.json?validator';

/** Beside the student's files: what they expect, a line for each task. Nobody has to write any, and none is graded. */
export const predictionsFile = 'predictions.json';

/** What the file asks, under a key that is no task's. */
export const questionKey = 'question';

const maxBytes = 64 * 1024;

/** Keys of the message catalogue. */
export type PredictionsProblem =
  | { readonly kind: 'unreadable' | 'notJson' | 'notLines' }
  | { readonly kind: 'notText' | 'unknownTask'; readonly key: string };

/** The lines that have been written, and what is wrong with the file if anything is. */
export interface Predictions {
  readonly lines: Readonly<Record<string, string>>;
  readonly problem?: PredictionsProblem;
}

/** Reads the predictions in a folder; undefined where there is no such file. Never throws: it costs no points. */
export function readPredictions(folder: string, tasks: readonly string[]): Predictions | undefined {
  try {
    const file = path.join(folder, predictionsFile);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    if (!stats.isFile() || stats.size > maxBytes) return { lines: {}, problem: { kind: 'unreadable' } };
    return parsePredictions(readFileSync(file), tasks);
  } catch {
    return { lines: {}, problem: { kind: 'unreadable' } };
  }
}

/** Predictions as a file has them. What is wrong with one line leaves the others. */
export function parsePredictions(bytes: Uint8Array, tasks: readonly string[]): Predictions {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { lines: {}, problem: { kind: 'notJson' } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { lines: {}, problem: { kind: 'notLines' } };
  }
  const entries = Object.entries(value);
  const lines = Object.fromEntries(
    entries.flatMap(([key, line]) =>
      tasks.includes(key) && typeof line === 'string' && line.trim() !== '' && isValid({ [key]: line })
        ? [[key, line.trim()]]
        : [],
    ),
  );
  const problem = problemIn(entries, value, tasks);
  return problem === undefined ? { lines } : { lines, problem };
}

function problemIn(
  entries: readonly (readonly [key: string, line: unknown])[],
  value: object,
  tasks: readonly string[],
): PredictionsProblem | undefined {
  if (!isValid(value)) {
    const [key = ''] = entries.find(([name, line]) => !isValid({ [name]: line })) ?? [];
    return { kind: 'notText', key };
  }
  const [key] = entries.find(([name]) => name !== questionKey && !tasks.includes(name)) ?? [];
  return key === undefined ? undefined : { kind: 'unknownTask', key };
}
