import path from 'node:path';
import { readManifest, titleIn } from '../load/assignment/manifest.ts';
import type { TaskResult } from '../report/result.ts';
import { type Grade, type StudentGrades, type Total, totalOf } from './grades.ts';
import { resultOf } from './handed-in/outcome.ts';

/** An assignment as the columns of a table have it. */
export interface GradedAssignment {
  readonly slug: string;
  readonly title: string;
  readonly maxPoints: number;
  readonly tasks: readonly { readonly id: string; readonly maxPoints: number }[];
}

/** A student, what they get in all, and the result of each assignment. */
export interface ClassMember extends StudentGrades {
  readonly total: Total;
}

/** What every export is a view of. */
export interface ClassData {
  readonly assignments: readonly GradedAssignment[];
  readonly members: readonly ClassMember[];
}

export function classData(
  root: string,
  language: 'en' | 'ru',
  slugs: readonly string[],
  students: readonly StudentGrades[],
): ClassData {
  const assignments = slugs.map((slug): GradedAssignment => {
    const manifest = readManifest(path.join(root, 'assignments', slug));
    return {
      slug,
      title: titleIn(manifest, language),
      maxPoints: manifest.tasks.reduce((sum, { points }) => sum + points, 0),
      tasks: manifest.tasks.map((task) => ({ id: task.id, maxPoints: task.points })),
    };
  });
  const maxPointsOf = (slug: string): number => assignments.find((one) => one.slug === slug)?.maxPoints ?? 0;
  return { assignments, members: students.map((one) => ({ ...one, total: totalOf(one, maxPointsOf) })) };
}

/** The tasks of a grade by their places in the manifest: a variant may call them by other names. */
export const tasksOf = ({ attempt }: Grade): readonly TaskResult[] =>
  attempt === undefined ? [] : (resultOf(attempt)?.tasks ?? []);
