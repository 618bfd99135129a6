import path from 'node:path';
import { readAssignmentWords } from '../catalogue/assignment-words.ts';
import type { AssignmentWords } from '../catalogue/catalogue.ts';
import { type Assignment, loadFolder } from '../load/assignment/grading.ts';
import { type Language, titleIn } from '../load/assignment/manifest.ts';

/** What a submission is graded against: an assignment or a variant of one, and its words. */
export interface Subject {
  readonly assignment: Assignment;
  readonly words: AssignmentWords;
  readonly title: string;
}

/** Variants that are kept loaded: each student may have their own. */
const mostLoaded = 16;

/** Loads assignments and variants by their folders, each once as long as there is room. */
export function subjectsOf(
  root: string,
  language: Language,
): (slug: string, variant: string | null) => Promise<Subject> {
  const loaded = new Map<string, Promise<Subject>>();
  const load = async (folder: string): Promise<Subject> => {
    const assignment = await loadFolder(root, folder);
    return { assignment, words: readAssignmentWords(folder, language), title: titleIn(assignment.manifest, language) };
  };
  return (slug, variant) => {
    const folder = variant ?? path.join(root, 'assignments', slug);
    const known = loaded.get(folder) ?? load(folder);
    loaded.delete(folder);
    loaded.set(folder, known);
    const [oldest] = loaded.keys();
    if (loaded.size > mostLoaded && oldest !== undefined) loaded.delete(oldest);
    return known;
  };
}
