import { createHash } from 'node:crypto';
import type { Queries } from '../../gradebook/database.ts';
import type { StudentGrades } from '../grades.ts';

/** Students whose programs are the same but for comments and layout, by student and assignment: who the others are. */
export type Alike = ReadonlyMap<string, readonly string[]>;

export const alikeKey = (student: string, assignment: string): string => JSON.stringify([student, assignment]);

/**
 * Finds programs that are the same to the letter, comments and layout aside. It says nothing of who wrote them, and
 * finds no copy that was changed: for that the class is exported to a tool made for it (`gradebook export dolos`).
 */
export async function alikeIn(queries: Queries, students: readonly StudentGrades[]): Promise<Alike> {
  const attempts = students
    .flatMap(({ grades }) => grades)
    .flatMap(({ attempt }) =>
      attempt?.status === 'graded' && !attempt.details.flags.some(({ kind }) => kind === 'untouched') ? [attempt] : [],
    );
  const rows = await queries.query<{ attempt: number; name: string; content: Uint8Array }>(
    `select a.attempt::int as attempt, a.name, f.content from attempt_file a join file f on f.digest = a.digest
     where a.attempt = any($1) and a.name like '%.ts' order by a.attempt, a.name collate "C"`,
    [attempts.map(({ id }) => id)],
  );
  const programs = new Map<number, string[]>();
  for (const { attempt, name, content } of rows) {
    const program = programs.get(attempt) ?? [];
    programs.set(attempt, program);
    program.push(`${name}:${bare(Buffer.from(content).toString('utf8'))}`);
  }
  const groups = new Map<string, typeof attempts>();
  for (const attempt of attempts) {
    const program = programs.get(attempt.id)?.join('\n') ?? '';
    const key = createHash('sha256').update(`${attempt.assignment}\n${program}`).digest('hex');
    groups.set(key, [...(groups.get(key) ?? []), attempt]);
  }
  return new Map(
    [...groups.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) =>
        group.map(({ student, assignment }): [string, readonly string[]] => [
          alikeKey(student, assignment),
          group.map((other) => other.student).filter((other) => other !== student),
        ]),
      ),
  );
}

const bare = (program: string): string => program.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').replace(/\s+/g, '');
