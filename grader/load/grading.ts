import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import type { Law, Measure, Misconception, Plot, Proof, TaskDomain, Tasks, Tool, Walk } from '../kit.ts';
import { type Alternative, alternativesTo, type ParameterValues } from './alternatives.ts';
import { builtFolder, importBuilt } from './built.ts';
import { type Manifest, parametersOf, readManifest } from './manifest.ts';

/** What an assignment's own code says, under the parameters of its variant. */
export interface Grading {
  readonly tasks: Tasks;
  /** The author's, and those that the grader makes out of domains. */
  readonly laws: readonly Law[];
  readonly domains: readonly TaskDomain[];
  readonly misconceptions: readonly Misconception[];
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

interface BuiltModule {
  /** The tasks by the names that the assignment's own code has for them, whatever students know them by. */
  readonly table: (parameters: Parameters) => Tasks;
  readonly grading: (parameters: Parameters) => Grading;
  /** Gives them for the parameters of a variant. */
  readonly reference: string;
  /** What may vary. */
  readonly alternatives: readonly ParameterValues[];
}

interface ProofModule {
  readonly proof: (table: unknown, parameters: Parameters) => Proof;
}

/** The project's folder: the one that holds `assignments/`, above wherever this code was built to. */
export function projectRoot(): string {
  let folder = builtFolder();
  while (!existsSync(path.join(folder, 'assignments')) || !existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new NablaError('not-built', 'the folder with the assignments was not found');
    folder = parent;
  }
  return folder;
}

/** The assignments of the project, by folder name, in order. */
export const listAssignments = (root: string): readonly string[] =>
  readdirSync(path.join(root, 'assignments'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** Loads an assignment by its folder name. Throws `bad-manifest` or `not-built`. */
export const loadAssignment = (root: string, slug: string): Promise<Assignment> =>
  loadFolder(root, path.join(root, 'assignments', slug));

/** Loads an assignment from wherever it lies: a variant has the code of the assignment whose id it has. */
export async function loadFolder(root: string, folder: string): Promise<Assignment> {
  const manifest = readManifest(folder);
  const parameters = parametersOf(manifest.variant);
  const leftOut = manifest.variant?.leftOut ?? [];
  const module = await builtModule(root, manifest.id);
  const all = module.grading(parameters);
  const grading = { ...all, misconceptions: all.misconceptions.filter(({ id }) => !leftOut.includes(id)) };
  checkTasks(manifest, grading, folder);
  return {
    folder,
    slug: path.basename(folder),
    manifest,
    grading,
    reference: `${module.reference}(${JSON.stringify(parameters)})`,
    alternatives: () =>
      alternativesTo(parameters, module.alternatives, module.table, (other) => module.grading(other).laws),
  };
}

/** What an assignment's code says under some parameters, which no manifest need have yet. */
export const gradingUnder = async (root: string, id: string, parameters: Parameters): Promise<Grading> =>
  (await builtModule(root, id)).grading(parameters);

async function builtModule(root: string, id: string): Promise<BuiltModule> {
  const module = (await importBuilt(root, 'assignments', id)) as BuiltModule | undefined;
  if (module === undefined) throw new NablaError('not-built', `${id} has not been built`, 'Run: npm run build');
  return module;
}

/** An assignment and what it is proved by; undefined where it has no `proof.ts`. */
export interface ProvableAssignment extends Assignment {
  readonly proof: Proof | undefined;
}

/** Loads an assignment together with its proof, which no student's check needs. */
export const loadProvable = (root: string, slug: string): Promise<ProvableAssignment> =>
  loadProvableFolder(root, path.join(root, 'assignments', slug));

export async function loadProvableFolder(root: string, folder: string): Promise<ProvableAssignment> {
  const assignment = await loadFolder(root, folder);
  const { id, variant } = assignment.manifest;
  const { table } = await builtModule(root, id);
  const module = (await importBuilt(root, 'proofs', id)) as ProofModule | undefined;
  const parameters = parametersOf(variant);
  return { ...assignment, proof: module?.proof(table(parameters), parameters) };
}

/** Manifest and code speak of the same tasks, and every task has a law. */
function checkTasks({ tasks }: Manifest, grading: Grading, folder: string): void {
  const file = path.join(folder, 'assignment.json');
  for (const [index, { id }] of tasks.entries()) {
    if (!Object.hasOwn(grading.tasks, id)) {
      throw new NablaError(
        'bad-manifest',
        `${file}: /tasks/${index}/id: "${id}" has no reference, expected one in reference.ts`,
      );
    }
    if (!grading.laws.some((law) => law.task === id)) {
      throw new NablaError('bad-manifest', `${file}: /tasks/${index}/id: "${id}" has no law, expected one in laws.ts`);
    }
  }
}
