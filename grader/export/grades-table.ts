import { type ClassData, type ClassMember, tasksOf } from '../class/class-data.ts';
import type { Cell } from './cells.ts';

/** `grades.csv`: a row for everybody on the roster, a column for each task. No verdict is an empty cell, never 0. */
export function gradesTable({ assignments, members }: ClassData): readonly (readonly Cell[])[] {
  const tasks = assignments.flatMap(({ slug, tasks }) =>
    tasks.map(({ id }) => (assignments.length === 1 ? id : `${slug}/${id}`)),
  );
  const head = ['student', 'name', 'points', 'max_points', 'status', 'late', 'commit', 'seed', 'variant', ...tasks];
  const rows = members.map((member): readonly Cell[] => {
    const { student, name, total } = member;
    const attempts = member.grades.flatMap(({ attempt }) => attempt ?? []);
    const each = (of: (attempt: (typeof attempts)[number]) => string | null): string =>
      [...new Set(attempts.map(of))].filter((text) => text !== null).join(' ');
    return [
      student,
      name,
      total.points ?? '',
      total.maxPoints,
      total.status,
      total.late,
      each(({ commit }) => commit),
      each(({ seed }) => String(seed)),
      each(({ variant }) => variant),
      ...taskCells(member, assignments),
    ];
  });
  return [head, ...rows];
}

/** Points of each task, before any penalty. Whoever handed in nothing has 0 in each. */
const taskCells = ({ grades }: ClassMember, assignments: ClassData['assignments']): readonly Cell[] =>
  assignments.flatMap(({ slug, tasks }) => {
    const grade = grades.find(({ entry }) => entry.assignment === slug);
    const status = grade?.attempt?.status;
    const results = grade === undefined ? [] : tasksOf(grade);
    return tasks.map(
      (_, at): Cell => (status === 'graded' ? (results[at]?.points ?? 0) : status === 'not-handed-in' ? 0 : ''),
    );
  });
