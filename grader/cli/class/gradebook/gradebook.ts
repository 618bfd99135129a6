import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fill } from '../../../catalogue/catalogue.ts';
import { type ClassMessages, classMessagesIn } from '../../../class/catalogue.ts';
import { gradesOf } from '../../../class/grades.ts';
import type { ClassOptions } from '../../../class/handed-in/entry.ts';
import type { AttemptDetails } from '../../../class/handed-in/outcome.ts';
import { momentText } from '../../../class/moment.ts';
import { graderNote, looksAt } from '../../../class/words.ts';
import { NablaError } from '../../../errors.ts';
import { attemptsOf } from '../../../gradebook/attempts.ts';
import type { Database } from '../../../gradebook/database.ts';
import { eventsOf, writeEvent } from '../../../gradebook/events.ts';
import { entriesOf, listRuns, undoRun } from '../../../gradebook/runs.ts';
import { forTerminal } from '../../../report/hostile-text.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { aligned } from '../regrade.ts';
import type { GradebookCommand } from './command.ts';
import { exportFormat } from './export-format.ts';
import { gradebookOf } from './open-gradebook.ts';

/** `nabla gradebook`: what it knows, as the class stands now. */
export async function gradebook(command: GradebookCommand, terminal: Terminal): Promise<0> {
  const messages = classMessagesIn(command.language);
  const { action, subject = '' } = command;
  if (action !== 'list' && subject === '') {
    throw new NablaError('usage', 'action-needs-name', { action });
  }
  const opened = await gradebookOf(terminal, command.gradebook, true);
  const { database } = opened;
  try {
    switch (action) {
      case 'list':
        terminal.out(`${await runsText(database, messages)}\n`);
        return 0;
      case 'show':
        terminal.out(`${forTerminal(await studentText(database, subject, messages))}\n`);
        return 0;
      case 'history':
        terminal.out(`${forTerminal(await historyText(database, subject, messages))}\n`);
        return 0;
      case 'undo': {
        const run = /^\d{1,9}$/.test(subject) ? Number(subject) : 0;
        await database.transaction(async (queries) => {
          await undoRun(queries, run);
          await writeEvent(queries, { run, student: null, assignment: null, kind: 'undone', details: {} });
        });
        terminal.out(`${fill(messages.class.undone, { run })}\n`);
        return 0;
      }
      case 'export': {
        const { text, written } = await exportFormat(database, subject, command, terminal, messages);
        if (text !== undefined && command.out === undefined) terminal.out(text);
        else if (text !== undefined) writeFileSync(path.resolve(terminal.folder, command.out!), text);
        const file = written ?? command.out;
        if (file !== undefined) terminal.out(`${fill(messages.class.exported, { file })}\n`);
        return 0;
      }
    }
  } finally {
    await opened.close();
  }
}

async function runsText(database: Database, { class: words }: ClassMessages): Promise<string> {
  const runs = await listRuns<ClassOptions>(database);
  const rows = await Promise.all(
    runs.map(async ({ id, kind, startedAt, finishedAt, undoneAt }) => [
      String(id),
      words.kinds[kind],
      momentText(startedAt.getTime()).slice(0, 19),
      String((await entriesOf(database, id)).length),
      undoneAt !== null ? words.runs.undone : finishedAt === null ? words.runs.running : words.runs.finished,
    ]),
  );
  return aligned([words.runs.head.split(/ {2,}/), ...rows]);
}

async function keepOf(database: Database): Promise<ClassOptions | undefined> {
  return (await listRuns<ClassOptions>(database)).findLast(({ undoneAt }) => undoneAt === null)?.options;
}

async function studentText(database: Database, student: string, messages: ClassMessages): Promise<string> {
  const options = await keepOf(database);
  const one = (await gradesOf(database, options?.keep ?? 'last')).find((member) => member.student === student);
  if (one === undefined) throw unknownStudent(student);
  return one.grades
    .flatMap((grade) => {
      const { attempt, entry } = grade;
      const status = messages.class.status[attempt?.status ?? 'not-graded'];
      const points = attempt?.status === 'graded' ? `${attempt.points}/${attempt.maxPoints}` : '';
      const looks = looksAt(grade, messages).map(({ reason, todo }) => `  ! ${reason}. ${todo}`);
      const note = graderNote(grade, options?.late ?? null, messages).map((line) => `  ${line}`);
      return [`${entry.assignment}: ${[status, points].filter((text) => text !== '').join(', ')}`, ...note, ...looks];
    })
    .join('\n');
}

async function historyText(database: Database, student: string, messages: ClassMessages): Promise<string> {
  const attempts = await attemptsOf<AttemptDetails>(database, student);
  const events = await eventsOf(database, student);
  const runs = new Map((await listRuns<ClassOptions>(database)).map((run) => [run.id, run]));
  if (attempts.length + events.length === 0) throw unknownStudent(student);
  const { class: words } = messages;
  const lines = [
    ...attempts.map(({ madeAt, run, assignment, status, points, maxPoints, commit, seed, grader }) => {
      const undone = runs.get(run)?.undoneAt ? ` (${words.runs.undone})` : '';
      const what = status === 'graded' ? `${points}/${maxPoints}` : words.status[status];
      const rest = [commit?.slice(0, 12), `seed ${seed}`, grader].filter((text) => text !== undefined).join(', ');
      return { at: madeAt, text: `${run}${undone}  ${assignment}  ${what}  ${rest}` };
    }),
    ...events.map(({ at, run, assignment, kind, details }) => {
      const reason = typeof details['reason'] === 'string' ? `  ${details['reason']}` : '';
      return { at, text: `${run ?? ''}  ${assignment ?? ''}  ${kind}${reason}` };
    }),
  ];
  return lines
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, text }) => `${momentText(at.getTime()).slice(0, 19)}  ${text}`)
    .join('\n');
}

const unknownStudent = (student: string): NablaError => new NablaError('usage', 'student-ungraded', { student });
