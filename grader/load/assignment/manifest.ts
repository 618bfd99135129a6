import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Formula } from '../../../reference/activations/activation-choice.ts';
import { type ErrorKey, NablaError, type Values } from '../../errors.ts';
import { plainSentence } from '../../plain-math/plain-math.ts';
import { createValidator } from '../../schema/validator.ts';
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

interface RawManifest extends Omit<Manifest, 'tasks' | 'variant' | 'provided'> {
  readonly variant?: Variant | null;
  readonly provided?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly tasks: readonly (Omit<TaskEntry, 'dependsOn' | 'limits'> & {
    readonly dependsOn?: readonly string[];
    readonly limits?: Partial<Limits>;
  })[];
}

/** What an assignment is called, in a language or in one that it has. */
export const titleIn = ({ id, title }: Pick<Manifest, 'id' | 'title'>, language: Language): string =>
  plainSentence(title[language] ?? Object.values(title)[0] ?? id);

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
  if (!existsSync(file)) throw new NablaError('bad-manifest', 'no-such-file', { file });
  const { limits, tasks, variant = null, provided = [], ...rest } = validate(readFileSync(file, 'utf8'), file);
  const complete = tasks.map((task) => ({
    ...task,
    dependsOn: task.dependsOn ?? [],
    limits: { ...defaultLimits, ...limits, ...task.limits },
  }));
  checkTasks(complete, file);
  return { ...rest, variant, provided, tasks: complete };
}

/** What a JSON schema cannot say: ids are unique, dependencies exist, points add up to 100. */
function checkTasks(tasks: readonly TaskEntry[], file: string): void {
  const refuse = (key: ErrorKey, values: Values): never => {
    throw new NablaError('bad-manifest', key, { file, ...values });
  };
  const ids = tasks.map((task) => task.id);
  for (const [index, { id, dependsOn }] of tasks.entries()) {
    if (ids.indexOf(id) !== index) refuse('task-twice', { pointer: `/tasks/${index}/id`, id });
    for (const [at, other] of dependsOn.entries()) {
      if (!ids.includes(other) || other === id) {
        refuse('not-another-task', { pointer: `/tasks/${index}/dependsOn/${at}`, id: other, ids });
      }
    }
  }
  const points = tasks.reduce((sum, task) => sum + task.points, 0);
  if (points !== 100) refuse('points-sum', { points });
}
