import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { loadFolder, projectRoot } from '../../grader/load/assignment/grading.ts';
import { nabla } from '../cli/run-nabla.ts';
import { gradeFolder } from '../grade/grade-folder.ts';

export const manifestOf = (at: string) => JSON.parse(readFileSync(path.join(at, 'assignment.json'), 'utf8'));

/** Grades a folder of files as a submission to the variant that lies in another. */
export async function graded(at: string, solution: string, only: readonly string[] = []) {
  const assignment = await loadFolder(projectRoot(), at);
  const result = await gradeFolder(assignment, solution, { only });
  return { result, status: Object.fromEntries(result.tasks.map((task) => [task.id, task.status])) };
}

interface Made {
  readonly at: string;
  /** What was printed when it was made. */
  readonly printed: string;
}

/** What has been made, by assignment and settings: a proof takes seconds, and no two files need the same one. */
const known = new Map<string, Made>();

/** Makes variants of one assignment, and submissions to them, in a folder of its own. */
export function variantsOf(slug: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-variant-'));
  const place = (name: string): string => path.join(folder, name);
  function making(name: string, args: readonly string[]): Made {
    const key = [slug, ...args].join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const run = nabla(['variant', slug, '--out', folder, '--name', name, ...args]);
    expect([run.status, run.stderr]).toEqual([0, '']);
    const made = { at: place(name), printed: run.stdout };
    known.set(key, made);
    return made;
  }
  return {
    folder,
    place,
    /** Where a variant under these settings lies: where the first with the same settings was made. */
    made: (name: string, ...args: readonly string[]): string => making(name, args).at,
    /** What is printed when it is made. */
    printed: (name: string, ...args: readonly string[]): string => making(name, args).printed,
    /** The complaint about settings that are refused, in a language. */
    refusal(settings: readonly string[], language: 'en' | 'ru'): string {
      const run = nabla(['variant', slug, '--out', folder, '--name', 'refused', '--lang', language, ...settings]);
      expect(run.status).toBe(2);
      return run.stderr;
    },
    /** The lecture's right submission, with other files beside some or in their place. */
    submission(name: string, files: Readonly<Record<string, string>>): string {
      const target = place(name);
      cpSync(path.resolve('tests/submissions', slug, 'right-textbook'), target, { recursive: true });
      for (const [file, text] of Object.entries(files)) writeFileSync(path.join(target, file), text);
      return target;
    },
  };
}
