import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NablaError } from '../../errors.ts';
import { builderIn, builtAnew, builtBefore } from './built-anew.ts';
import { codeFiles } from './code-files.ts';
import { isUnchanged } from './stamps.ts';

export type BuiltKind = 'assignments' | 'orals' | 'proofs' | 'variants';

const isPackage = (folder: string): boolean => existsSync(path.join(folder, 'package.json'));

/** The folder of the grader's own package: somewhere above where this code was built to. */
export function packageRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!isPackage(folder) && folder !== path.dirname(folder)) folder = path.dirname(folder);
  return folder;
}

/**
 * Where the assignments are looked for: the project that stands where the command was called, if the grader is a package
 * of its, else the grader's own.
 */
export const projectFolder = (): string => callersProject(process.cwd()) ?? packageRoot();

/** The nearest folder, from here upwards, whose package.json names the grader among what it needs. */
function callersProject(folder: string): string | undefined {
  if (needsGrader(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : callersProject(parent);
}

function needsGrader(file: string): boolean {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
    return ['dependencies', 'devDependencies'].some((kind) =>
      Object.hasOwn({ ...(manifest[kind] as object) }, 'nabla-grader'),
    );
  } catch {
    return false;
  }
}

/**
 * A module that the build made of an assignment: its grading, its proof, its words for variants, or its oral check.
 * Undefined where there is none. What was built from other sources than those that lie there is built again.
 *
 * In the one-file grader of a handout `embedded.ts` stands in the place of this file.
 */
export async function importBuilt(root: string, kind: BuiltKind, slug: string): Promise<unknown> {
  const folder = await builtFolder(root, slug);
  const file = folder && path.join(folder, kind, `${slug}.js`);
  return file && existsSync(file) ? import(pathToFileURL(file).href) : undefined;
}

/**
 * A text that the build made of an assignment, as it was built last: the part of a handout's grader, the engine of a page.
 * Throws `not-built` where its sources are others.
 */
export function builtText(root: string, slug: string, name: string): string {
  const folder = knownFolder(root, slug);
  if (folder === undefined) throw new NablaError('not-built', 'not-built', { name: slug });
  return textIn(path.join(folder, name), slug);
}

/** A text that the build made of the grader itself. Throws `not-built`. */
export const graderText = (name: string): string => textIn(path.join(packageRoot(), 'dist', name), name);

function textIn(file: string, name: string): string {
  if (!existsSync(file)) throw new NablaError('not-built', 'not-built', { name });
  return readFileSync(file, 'utf8');
}

const placeIn = (root: string): string => path.join(root, '.nabla', 'built');

/** Where what was built of an assignment lies, if its sources are those from which it was built. */
function knownFolder(root: string, slug: string): string | undefined {
  const own = packageRoot();
  const dist = path.join(own, 'dist');
  if (path.resolve(root) === own) {
    // An installed package is as it was packed, and where there are no sources nothing can have changed.
    const isInstalled = own.includes(`${path.sep}node_modules${path.sep}`) || !existsSync(builderIn(own));
    if (isInstalled || isUnchanged(path.join(dist, 'assignments', `${slug}.json`), own)) return dist;
  }
  return builtBefore(slug, placeIn(root));
}

/** The same, built again where they are not. */
async function builtFolder(root: string, slug: string): Promise<string | undefined> {
  const known = knownFolder(root, slug);
  if (known !== undefined) return known;
  const source = path.join(root, 'assignments', slug);
  return codeFiles.some((name) => existsSync(path.join(source, name)))
    ? builtAnew(packageRoot(), slug, source, placeIn(root))
    : undefined;
}
