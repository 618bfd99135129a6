import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../../../report/write-file.ts';

/** So that an editor, and `nabla author`, can check types. */
const tsconfig = { extends: 'nabla-grader/tsconfig.json', include: ['assignments'], exclude: [] };

/** What statements, reports and help tell one to type, by its verb. */
const verbs =
  'author bundle check doctor grade gradebook handout hint merge new oral page regrade try variant verify worker';
const scripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(verbs.split(' ').map((verb) => [verb, `nabla ${verb}`])),
  watch: 'nabla check --watch',
};

/**
 * Gives a repository that has the grader as a package what an author needs: types for the editor, and scripts under the
 * names that statements and reports have for them. What is there stays as it is.
 *
 * @returns the names of the scripts that were added to package.json
 */
export function makeProject(root: string): readonly string[] {
  const types = path.join(root, 'tsconfig.json');
  if (!existsSync(types)) writeWhole(types, `${JSON.stringify(tsconfig, null, 2)}\n`);
  const file = path.join(root, 'package.json');
  const text = readFileSync(file, 'utf8');
  const manifest = JSON.parse(text) as { readonly scripts?: Readonly<Record<string, string>> };
  const added = Object.keys(scripts).filter((name) => !Object.hasOwn(manifest.scripts ?? {}, name));
  if (added.length === 0) return [];
  const all = { ...manifest.scripts, ...Object.fromEntries(added.map((name) => [name, scripts[name]])) };
  const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? '  ';
  writeWhole(file, `${JSON.stringify({ ...manifest, scripts: all }, null, indent)}\n`);
  return added;
}
