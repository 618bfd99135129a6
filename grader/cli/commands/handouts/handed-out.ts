import path from 'node:path';
import { NablaError } from '../../../errors.ts';
import type { HandedOut } from '../../../handout/handed-out.ts';
import { readManifest } from '../../../load/assignment/manifest.ts';
import { knownIn } from '../../arguments/known.ts';
import { wholeAssignments } from '../../arguments/targets.ts';

/** The assignments that were asked for, each with its manifest; a variant stands in for the one whose id it has. */
export function handedOut(root: string, slugs: readonly string[], variant?: string): readonly HandedOut[] {
  if (slugs.length === 0) throw new NablaError('usage', 'no-assignment');
  const other = variant === undefined ? undefined : { folder: variant, manifest: readManifest(variant) };
  const handed = wholeAssignments(slugs, knownIn(root)).map((slug) => {
    const folder = path.join(root, 'assignments', slug);
    return other?.manifest.id === slug ? other : { folder, manifest: readManifest(folder) };
  });
  if (other && !handed.includes(other)) {
    throw new NablaError('usage', 'variant-of-another', { folder: other.folder, name: other.manifest.id });
  }
  return handed;
}
