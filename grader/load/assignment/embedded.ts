import { existsSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../../errors.ts';
import type { BuiltKind } from './built.ts';

/** What the one-file grader carries, and where it lies; see `grader/handout/one-file.ts`. */
interface Embedded {
  readonly folder: string;
  readonly load: (slug: string) => unknown;
}

declare const embedded: Embedded;

/** The handout in which it lies, at whatever depth. */
export function projectFolder(): string {
  let { folder } = embedded;
  while (!existsSync(path.join(folder, 'assignments')) || !existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new NablaError('not-built', 'no-project');
    folder = parent;
  }
  return folder;
}

/** The grading of an assignment that this file carries; no handout has a proof or an oral check. */
export const importBuilt = async (_root: string, kind: BuiltKind, slug: string): Promise<unknown> =>
  kind === 'assignments' ? embedded.load(slug) : undefined;
