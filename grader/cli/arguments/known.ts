import path from 'node:path';
import { listAssignments } from '../../load/assignment/grading.ts';
import { readManifest } from '../../load/assignment/manifest.ts';
import type { Known } from './targets.ts';

/** What may be asked for in a project; an assignment's tasks are read when somebody looks for them. */
export const knownIn = (root: string): readonly Known[] =>
  listAssignments(root).map((slug) => ({
    slug,
    get tasks() {
      return readManifest(path.join(root, 'assignments', slug)).tasks;
    },
  }));
