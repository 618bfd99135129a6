import path from 'node:path';
import { fill } from '../catalogue/catalogue.ts';
import type { ClassMessages } from '../class/catalogue.ts';
import { type ClassData, type ClassMember, tasksOf } from '../class/class-data.ts';
import type { Grade } from '../class/grades.ts';
import { type Alike, alikeKey } from '../class/handed-in/alike.ts';
import type { ClassOptions } from '../class/handed-in/entry.ts';
import { graderNote, type Look, looksAt } from '../class/words.ts';
import type { Counterexample } from '../report/result.ts';
import { folderOf } from '../roster/student.ts';

/** A mistake that several made, and what one of them answered; nobody's name is in it. */
export interface CommonMistake {
  readonly title: string;
  readonly students: number;
  readonly example: Counterexample | null;
}

export interface PageTask {
  readonly id: string;
  readonly maxPoints: number;
  readonly passed: number;
  readonly graded: number;
  readonly mistakes: readonly CommonMistake[];
}

export interface PageGrade {
  readonly assignment: string;
  readonly note: readonly string[];
  /** Where the report lies, from the page; null where there is none. */
  readonly report: string | null;
  readonly tasks: readonly {
    readonly id: string;
    readonly status: string;
    readonly points: number;
    readonly maxPoints: number;
    readonly message: string;
    readonly example: Counterexample | null;
    readonly mistakes: readonly string[];
  }[];
}

export interface PageStudent {
  readonly id: string;
  readonly name: string;
  readonly status: 'graded' | 'not-handed-in' | 'not-graded';
  readonly points: number | null;
  readonly maxPoints: number;
  readonly late: number;
  readonly looks: readonly Look[];
  readonly grades: readonly PageGrade[];
}

/** All that the class page shows: what it does not hold, it cannot tell. */
export interface PageData {
  readonly title: string;
  readonly maxPoints: number;
  readonly assignments: readonly {
    readonly slug: string;
    readonly title: string;
    readonly tasks: readonly PageTask[];
  }[];
  readonly students: readonly PageStudent[];
}

const mostOthers = 3;

export function pageData(
  data: ClassData,
  { late }: Pick<ClassOptions, 'late'>,
  alike: Alike,
  messages: ClassMessages,
): PageData {
  const { assignments, members } = data;
  return {
    title: assignments.map(({ title }) => title).join(' · '),
    maxPoints: assignments.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
    assignments: assignments.map(({ slug, title, tasks }) => ({
      slug,
      title,
      tasks: tasks.map((task, at) => pageTask(task, at, slug, members)),
    })),
    students: members.map(({ student: id, name, total, grades }) => ({
      ...{ id, name, status: total.status, points: total.points ?? null, maxPoints: total.maxPoints, late: total.late },
      looks: grades.flatMap((grade) => [...looksAt(grade, messages), ...looksAlike(grade, alike, messages)]),
      grades: grades.map((grade) => pageGrade(grade, late, messages)),
    })),
  };
}

function looksAlike({ entry }: Grade, alike: Alike, { class: { flag, todo } }: ClassMessages): readonly Look[] {
  const others = alike.get(alikeKey(entry.student, entry.assignment)) ?? [];
  if (others.length === 0) return [];
  const named = [...others.slice(0, mostOthers), ...(others.length > mostOthers ? ['…'] : [])].join(', ');
  return [{ kind: 'alike', reason: fill(flag.alike, { others: named }), todo: todo.alike }];
}

function pageTask(
  { id, maxPoints }: { readonly id: string; readonly maxPoints: number },
  at: number,
  slug: string,
  members: readonly ClassMember[],
): PageTask {
  const results = members
    .flatMap(({ grades }) => grades)
    .flatMap((grade) => (grade.entry.assignment === slug ? (tasksOf(grade)[at] ?? []) : []));
  const mistakes = new Map<string, { students: number; example: Counterexample | null }>();
  for (const { diagnosis = [], counterexample } of results) {
    // The likeliest one is counted; the others are guesses beside it.
    const [first] = diagnosis;
    if (first === undefined) continue;
    const known = mistakes.get(first.title) ?? { students: 0, example: null };
    mistakes.set(first.title, { students: known.students + 1, example: known.example ?? counterexample ?? null });
  }
  return {
    id,
    maxPoints,
    passed: results.filter(({ status }) => status === 'passed').length,
    graded: results.length,
    mistakes: [...mistakes]
      .map(([title, rest]) => ({ title, ...rest }))
      .sort((a, b) => b.students - a.students || (a.title < b.title ? -1 : 1)),
  };
}

const pageGrade = (grade: Grade, late: ClassOptions['late'], messages: ClassMessages): PageGrade => ({
  assignment: grade.entry.assignment,
  note: graderNote(grade, late, messages),
  report:
    grade.attempt === undefined
      ? null
      : path.posix.join(
          'students',
          encodeURIComponent(folderOf(grade.entry.student)),
          grade.entry.assignment,
          'report.md',
        ),
  tasks: tasksOf(grade).map(({ id, status, points, maxPoints, message = '', counterexample, diagnosis = [] }) => ({
    ...{ id, status: messages.status[status], points, maxPoints, message, example: counterexample ?? null },
    mistakes: diagnosis.map(({ title }) => title),
  })),
});
