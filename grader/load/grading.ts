import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Law, Misconception, Plot, Proof, Tasks, Walk } from '../contract.ts';
import { NablaError } from '../errors.ts';
import { builtFolder, importBuilt } from './built.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** What an assignment's own code says: reference, laws, misconceptions, plots and walks, under the parameters of its variant. */
export interface Grading {
  readonly tasks: Tasks;
  readonly laws: readonly Law[];
  readonly misconceptions: readonly Misconception[];
  readonly plots: readonly Plot[];
  readonly walks: readonly Walk[];
}

/** One assignment, whole. */
export interface Assignment {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly grading: Grading;
  /** The right functions as a script, for the sandbox to put in the place of broken ones. */
  readonly reference: string;
}

interface BuiltModule {
  readonly grading: (parameters: Readonly<Record<string, unknown>>) => Grading;
  readonly reference: string;
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
export async function loadAssignment(root: string, slug: string): Promise<Assignment> {
  const folder = path.join(root, 'assignments', slug);
  const manifest = readManifest(folder);
  const module = (await importBuilt(root, 'assignments', slug)) as BuiltModule | undefined;
  if (module === undefined) throw new NablaError('not-built', `${slug} has not been built`, 'Run: npm run build');
  const grading = module.grading(manifest.variant?.parameters ?? {});
  checkTasks(manifest, grading, folder);
  return { folder, manifest, grading, reference: module.reference };
}

/** An assignment and what it is proved by; undefined where it has no `proof.ts`. */
export interface ProvableAssignment extends Assignment {
  readonly proof: Proof | undefined;
}

/** Loads an assignment together with its proof, which no student's check needs. */
export async function loadProvable(root: string, slug: string): Promise<ProvableAssignment> {
  const assignment = await loadAssignment(root, slug);
  const module = (await importBuilt(root, 'proofs', slug)) as { readonly proof: (tasks: Tasks) => Proof } | undefined;
  return { ...assignment, proof: module?.proof(assignment.grading.tasks) };
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
