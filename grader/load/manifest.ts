import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Formula } from '../../reference/activation-choice.ts';
import { NablaError } from '../errors.ts';
import { createValidator } from '../schema/validator.ts';
import isValid from './manifest.schema.json?validator';

export type Language = 'en' | 'ru';
export const languages: readonly Language[] = ['en', 'ru'];

export interface Limits {
  /** One call, milliseconds. */
  readonly callMs: number;
  /** All calls of one task together, milliseconds. */
  readonly taskMs: number;
  /** The sandbox's heap, MiB. */
  readonly heapMb: number;
  /** What its process may hold besides the heap: Node itself, and typed arrays. MiB. */
  readonly outsideHeapMb: number;
  /** The answers to one frame of calls, MiB. */
  readonly frameMb: number;
  /** What is kept of what one frame of calls prints, KiB. */
  readonly printedKb: number;
}

export interface TaskEntry {
  readonly id: string;
  readonly file: string;
  readonly points: number;
  readonly dependsOn: readonly string[];
  readonly limits: Limits;
}

/** What makes a variant of an assignment; null in the manifest of the lecture's own. */
export interface Variant {
  readonly id: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What has been made of those parameters that are formulas, so that nobody has to read them again. */
  readonly formulas?: Readonly<Record<string, Formula>>;
  /** Misconceptions that are right under these parameters. */
  readonly leftOut?: readonly string[];
}

/** The parameters as the assignment's code takes them. */
export const parametersOf = (variant: Variant | null): Readonly<Record<string, unknown>> => ({
  ...variant?.parameters,
  ...variant?.formulas,
});

/** What one assignment consists of, from its `assignment.json`. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly title: Readonly<Partial<Record<Language, string>>>;
  readonly languages: readonly Language[];
  readonly variant: Variant | null;
  readonly provided: readonly string[];
  readonly tasks: readonly TaskEntry[];
}

interface RawManifest extends Omit<Manifest, 'tasks'> {
  readonly limits: Partial<Limits>;
  readonly tasks: readonly (Omit<TaskEntry, 'dependsOn' | 'limits'> & {
    readonly dependsOn?: readonly string[];
    readonly limits?: Partial<Limits>;
  })[];
}

const defaultLimits: Limits = {
  callMs: 500,
  taskMs: 10_000,
  heapMb: 64,
  outsideHeapMb: 384,
  frameMb: 16,
  printedKb: 16,
};

const validate = createValidator<RawManifest>(isValid, 'bad-manifest');

/** Reads, validates and completes `assignment.json`. Throws `bad-manifest` with file, JSON pointer and what was expected. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'assignment.json');
  if (!existsSync(file)) throw new NablaError('bad-manifest', `${file}: there is no such file`);
  const { limits, tasks, ...rest } = validate(readFileSync(file, 'utf8'), file);
  const complete = tasks.map((task) => ({
    ...task,
    dependsOn: task.dependsOn ?? [],
    limits: { ...defaultLimits, ...limits, ...task.limits },
  }));
  checkTasks(complete, file);
  return { ...rest, tasks: complete };
}

/** What a JSON schema cannot say: ids are unique, dependencies exist, points add up to 100. */
function checkTasks(tasks: readonly TaskEntry[], file: string): void {
  const refuse = (pointer: string, message: string): never => {
    throw new NablaError('bad-manifest', `${file}: ${pointer}: ${message}`);
  };
  const ids = tasks.map((task) => task.id);
  for (const [index, { id, dependsOn }] of tasks.entries()) {
    if (ids.indexOf(id) !== index) refuse(`/tasks/${index}/id`, `"${id}" is there twice, expected unique ids`);
    for (const [at, other] of dependsOn.entries()) {
      if (!ids.includes(other) || other === id) {
        refuse(`/tasks/${index}/dependsOn/${at}`, `"${other}" is not another task, expected one of ${ids.join(', ')}`);
      }
    }
  }
  const points = tasks.reduce((sum, task) => sum + task.points, 0);
  if (points !== 100) refuse('/tasks', `the points add up to ${points}, expected 100`);
}
