import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder that this code was built to: somewhere below the project's. */
export const builtFolder = (): string => path.dirname(fileURLToPath(import.meta.url));

/**
 * A module that the build made of an assignment: its grading, or its proof. Undefined where there is none.
 *
 * In the one-file grader of a handout `embedded.ts` stands in the place of this file.
 */
export async function importBuilt(
  root: string,
  kind: 'assignments' | 'proofs' | 'variants',
  slug: string,
): Promise<unknown> {
  const file = path.join(root, 'dist', kind, `${slug}.js`);
  return existsSync(file) ? import(pathToFileURL(file).href) : undefined;
}
