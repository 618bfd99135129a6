import { once } from '../../kit/once.ts';
import type { Figure, Law, Look, Measure, Misconception, Plot, TaskDomain, Tasks, Tool, Walk } from '../../kit.ts';
import { type Alternative, alternativesTo, type ParameterValues } from './alternatives.ts';
import type { Manifest } from './manifest.ts';
import { parametersOf } from './parameters-of.ts';

/** What an assignment's own code says, under the parameters of its variant. */
export interface Grading {
  readonly tasks: Tasks;
  /** The author's, and those that the grader makes out of domains. */
  readonly laws: readonly Law[];
  readonly domains: readonly TaskDomain[];
  readonly misconceptions: readonly Misconception[];
  /** Pictures for who has passed; made when they are asked for. */
  readonly looks: () => readonly Look[];
  /** What a page lets one play with. */
  readonly figures: () => readonly Figure[];
  readonly measures: readonly Measure[];
  readonly plots: readonly Plot[];
  readonly walks: readonly Walk[];
  /** What `nabla try` offers besides the student's functions. */
  readonly tools: readonly Tool[];
}

/** One assignment, whole. */
export interface Assignment {
  readonly folder: string;
  /** The folder's name, by which the commands know it: a variant beside its assignment has the same id. */
  readonly slug: string;
  readonly manifest: Manifest;
  readonly grading: Grading;
  /** The right functions as a script, for the sandbox to put in the place of broken ones. */
  readonly reference: string;
  /** The variants that a submission may have been written for by mistake; computed when somebody asks. */
  readonly alternatives: () => readonly Alternative[];
}

type Parameters = Readonly<Record<string, unknown>>;

/** What the build made of an assignment's code. */
export interface BuiltModule {
  /** The tasks by the names that the assignment's own code has for them, whatever students know them by. */
  readonly table: (parameters: Parameters) => Tasks;
  readonly grading: (parameters: Parameters) => Grading;
  /** Gives them for the parameters of a variant. */
  readonly reference: string;
  /** What may vary. */
  readonly alternatives: readonly ParameterValues[];
}

/** An assignment out of its parts, wherever they were read. */
export function assignmentOf(module: BuiltModule, manifest: Manifest, folder: string): Assignment {
  const parameters = parametersOf(manifest.variant);
  const leftOut = manifest.variant?.leftOut ?? [];
  const all = module.grading(parameters);
  return {
    folder,
    slug: folder.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, ''),
    manifest,
    grading: { ...all, misconceptions: all.misconceptions.filter(({ id }) => !leftOut.includes(id)) },
    reference: `${module.reference}(${JSON.stringify(parameters)})`,
    alternatives: once(() =>
      alternativesTo(parameters, module.alternatives, module.table, (other) => module.grading(other).laws),
    ),
  };
}
