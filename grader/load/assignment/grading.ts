import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../../errors.ts';
import type { Oral, Proof } from '../../kit.ts';
import { meantBy } from '../../nearest.ts';
import { type Assignment, assignmentOf, type BuiltModule, type Grading } from './assignment.ts';
import { importBuilt, projectFolder } from './built.ts';
import { codeFiles } from './code-files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { parametersOf } from './parameters-of.ts';

export type { Assignment, Grading } from './assignment.ts';

type Parameters = Readonly<Record<string, unknown>>;

interface ProofModule {
  readonly proof: (table: unknown, parameters: Parameters) => Proof;
}

/** The project's folder, in which `assignments/` lies. */
export const projectRoot = projectFolder;

/** The assignments of the project, by folder name, in order; a folder without any of their files is none. */
export function listAssignments(root: string): readonly string[] {
  const folder = path.join(root, 'assignments');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && marks.some((name) => existsSync(path.join(folder, entry.name, name))))
    .map((entry) => entry.name)
    .sort();
}

/** By one of these a folder is an assignment, broken or not. */
const marks = ['assignment.json', ...codeFiles, 'src'];

/** Loads an assignment by its folder name. Throws `bad-manifest` or `not-built`. */
export const loadAssignment = (root: string, slug: string): Promise<Assignment> =>
  loadFolder(root, path.join(root, 'assignments', slug));

/** Loads an assignment from wherever it lies: a variant has the code of the assignment whose id it has. */
export async function loadFolder(root: string, folder: string): Promise<Assignment> {
  const manifest = readManifest(folder);
  const assignment = assignmentOf(await builtModule(root, manifest.id), manifest, folder);
  checkTasks(manifest, assignment.grading, folder);
  return assignment;
}

/** What an assignment's code says under some parameters, which no manifest need have yet. */
export const gradingUnder = async (root: string, id: string, parameters: Parameters): Promise<Grading> =>
  (await builtModule(root, id)).grading(parameters);

async function builtModule(root: string, id: string): Promise<BuiltModule> {
  const module = (await importBuilt(root, 'assignments', id)) as BuiltModule | undefined;
  if (module !== undefined) return module;
  const hasCode = codeFiles.some((name) => existsSync(path.join(root, 'assignments', id, name)));
  if (!hasCode) throw new NablaError('bad-assignment', 'no-code', { name: `assignments/${id}` });
  throw new NablaError('not-built', 'not-built', { name: id });
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

interface OralModule {
  readonly oral: (table: unknown, parameters: Parameters) => Oral;
}

/** What may be asked about an assignment in an oral check. Throws `usage` where its author has written nothing for one. */
export async function loadOral(
  root: string,
  { manifest: { id, variant } }: Pick<Assignment, 'manifest'>,
): Promise<Oral> {
  const { table } = await builtModule(root, id);
  const module = (await importBuilt(root, 'orals', id)) as OralModule | undefined;
  if (module === undefined) throw new NablaError('usage', 'no-oral', { name: id });
  const parameters = parametersOf(variant);
  return module.oral(table(parameters), parameters);
}

/** Manifest and code speak of the same tasks, and every task has a law. */
function checkTasks({ tasks }: Manifest, grading: Grading, folder: string): void {
  const file = path.join(folder, 'assignment.json');
  for (const [index, { id }] of tasks.entries()) {
    const values = { file, pointer: `/tasks/${index}/id`, id };
    const meant = meantBy(id, Object.keys(grading.tasks));
    if (!Object.hasOwn(grading.tasks, id))
      throw new NablaError('bad-manifest', 'no-correct-function', { ...values, meant });
    if (!grading.laws.some((law) => law.task === id)) throw new NablaError('bad-manifest', 'no-law', values);
  }
}
