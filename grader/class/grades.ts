import { countedAttempts } from '../gradebook/attempts.ts';
import type { Queries } from '../gradebook/database.ts';
import { entriesOf, listRuns } from '../gradebook/runs.ts';
import type { ClassOptions, Entry, Keep } from './handed-in/entry.ts';
import type { AttemptDetails, StoredClassAttempt } from './handed-in/outcome.ts';

/** A student in one assignment: who they are, and the attempt that counts; none where nothing has been tried. */
export interface Grade {
  readonly entry: Entry;
  readonly attempt: StoredClassAttempt | undefined;
}

/** A student with a grade for each assignment they are in. */
export interface StudentGrades {
  readonly student: string;
  readonly name: string;
  readonly email: string;
  readonly grades: readonly Grade[];
}

/** The class as the gradebook has it now, in the roster's order. With a run, those who are in it; else everybody. */
export async function gradesOf(queries: Queries, keep: Keep, run?: number): Promise<readonly StudentGrades[]> {
  const entries = new Map<string, Entry>();
  const runs = await listRuns<ClassOptions>(queries);
  for (const { id, undoneAt } of runs) {
    if (undoneAt !== null || (run !== undefined && id !== run)) continue;
    for (const { student, assignment, details } of await entriesOf<Entry>(queries, id)) {
      entries.set(keyOf(student, assignment), details);
    }
  }
  const counted = new Map<string, StoredClassAttempt>();
  for (const attempt of await countedAttempts<AttemptDetails>(queries)) {
    const key = keyOf(attempt.student, attempt.assignment);
    const before = counted.get(key);
    counted.set(key, before === undefined ? attempt : better(before, attempt, keep));
  }
  const students = new Map<string, Grade[]>();
  for (const entry of [...entries.values()].sort(byPlace)) {
    const grades = students.get(entry.student) ?? [];
    students.set(entry.student, grades);
    grades.push({ entry, attempt: counted.get(keyOf(entry.student, entry.assignment)) });
  }
  return [...students].map(([student, grades]) => ({
    student,
    name: grades[0]!.entry.name,
    email: grades[0]!.entry.email,
    grades,
  }));
}

const keyOf = (student: string, assignment: string): string => JSON.stringify([student, assignment]);

const byPlace = (a: Entry, b: Entry): number =>
  a.position - b.position || (a.student < b.student ? -1 : a.student > b.student ? 1 : 0);

/** What has a verdict is better than what has none. The later one of equals. */
function better(before: StoredClassAttempt, after: StoredClassAttempt, keep: Keep): StoredClassAttempt {
  if (keep === 'last') return after;
  const worth = ({ status, points }: StoredClassAttempt): number =>
    status === 'graded' ? points + 1 : status === 'not-handed-in' ? 0 : -1;
  return worth(after) >= worth(before) ? after : before;
}

/** What a student stands in every export with. */
export interface Total {
  readonly status: 'graded' | 'not-handed-in' | 'not-graded';
  /** Undefined where there is no verdict: that is not 0. */
  readonly points: number | undefined;
  readonly maxPoints: number;
  readonly late: number;
}

/** All assignments of a student together. A verdict that is missing leaves the sum without one. */
export function totalOf({ grades }: StudentGrades, maxPointsOf: (assignment: string) => number): Total {
  const statuses = grades.map(({ attempt }) => attempt?.status ?? 'not-graded');
  const status = statuses.includes('not-graded')
    ? 'not-graded'
    : statuses.includes('graded')
      ? 'graded'
      : 'not-handed-in';
  const points = grades.reduce((sum, { attempt }) => sum + (attempt?.points ?? 0), 0);
  return {
    status,
    points: status === 'not-graded' ? undefined : Math.round(points * 100) / 100,
    maxPoints: grades.reduce((sum, { entry }) => sum + maxPointsOf(entry.assignment), 0),
    late: Math.max(0, ...grades.map(({ attempt }) => attempt?.late ?? 0)),
  };
}
