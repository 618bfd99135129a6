import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { contentsOf } from '../../grader/cli/commands/authors/variant.ts';
import { writeFolder } from '../../grader/handout/write-folder.ts';
import { loadFolder, projectRoot } from '../../grader/load/assignment/grading.ts';
import { originOf } from '../../grader/variant/origin.ts';
import { planVariant } from '../../grader/variant/plan.ts';
import { parseSettings } from '../../grader/variant/settings.ts';
import { nabla } from '../cli/run-nabla.ts';
import { gradeFolder } from '../grade/grade-folder.ts';

export const manifestOf = (at: string) => JSON.parse(readFileSync(path.join(at, 'assignment.json'), 'utf8'));

/** Grades a folder of files as a submission to the variant that lies in another. */
export async function graded(at: string, solution: string, only: readonly string[] = []) {
  const assignment = await loadFolder(projectRoot(), at);
  const result = await gradeFolder(assignment, solution, { only });
  return { result, status: Object.fromEntries(result.tasks.map((task) => [task.id, task.status])) };
}

/** Writes a variant as the command does, but unproved: a proof takes seconds, and proved.test.ts has them. */
async function write(folder: string, slug: string, settings: readonly string[], seed?: number): Promise<string> {
  const origin = await originOf(projectRoot(), slug);
  const plan = planVariant(origin, parseSettings(settings, origin.schema), seed, 'en');
  await writeFolder(folder, (await contentsOf(origin, plan)).files);
  return folder;
}

/** Makes variants of one assignment, and submissions to them, in a folder of its own. */
export function variantsOf(slug: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-variant-'));
  const place = (name: string): string => path.join(folder, name);
  return {
    folder,
    place,
    /** Where a variant under these settings lies, each `KEY=VALUE`. */
    made: (name: string, ...settings: readonly string[]): Promise<string> => write(place(name), slug, settings),
    /** Where the variant of a seed lies. */
    drawn: (name: string, seed: number): Promise<string> => write(place(name), slug, [], seed),
    /** Where the command has made one, which proves it, and what it printed. */
    proved(name: string, ...settings: readonly string[]): { readonly at: string; readonly printed: string } {
      const set = settings.flatMap((setting) => ['--set', setting]);
      const run = nabla(['variant', slug, '--out', folder, '--name', name, ...set]);
      expect([run.status, run.stderr]).toEqual([0, '']);
      return { at: place(name), printed: run.stdout };
    },
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
