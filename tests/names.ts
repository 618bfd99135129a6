import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../grader/grade/host.ts';
import { loadAssignment, projectRoot } from '../grader/load/grading.ts';
import { layOut, readCases, withShortLoops } from './cases.ts';
import { gradeFolder } from './grade/grade-folder.ts';

/** What is said of a failed task of a wrong submission: the law's sentence, and what is known of the mistake. */
export interface Said {
  readonly where: string;
  readonly status: string;
  readonly title: string;
  readonly isShape: boolean;
  readonly lines: readonly string[];
}

const asked = new Set(['failed', 'threw']);

/** Grades all wrong submissions under tests/submissions/SLUG at one seed. */
export async function saidOf(slug: string, seed = 7, host?: Host): Promise<readonly Said[]> {
  const loaded = await loadAssignment(projectRoot(), slug);
  const said: Said[] = [];
  for (const one of readCases(slug).filter(
    ({ tasks }) =>
      Object.values(tasks).every(({ status }) => !/timeout|crashed|invalid/.test(String(status))) &&
      Object.keys(tasks).length > 0,
  )) {
    const submission = layOut(one);
    try {
      const only = Object.keys(one.tasks).filter((id) => loaded.manifest.tasks.some((task) => task.id === id));
      const { tasks } = await gradeFolder(withShortLoops(loaded, one), submission, {
        only,
        seed,
        ...(host && { host }),
      });
      for (const { id, status, diagnosis = [], law } of tasks.filter((task) => asked.has(task.status))) {
        const lines = diagnosis.map((known) => {
          const kind =
            'misconception' in known
              ? `${known.misconception}, ${known.agrees}`
              : 'description' in known
                ? known.description
                : `variant ${known.variant}`;
          return `${kind}: ${known.title}`;
        });
        said.push({ where: `${one.name}/${id}`, status, title: one.title, isShape: law === 'pure', lines });
      }
    } finally {
      rmSync(submission, { recursive: true });
    }
  }
  return said;
}

export const slugs = readdirSync('tests/submissions').filter((name) =>
  existsSync(path.join(projectRoot(), 'assignments', name)),
);
