import { attempt, expressionFile, programFor } from '../attempt/expression.ts';
import { loadedFiles } from '../compile/loaded-files.ts';
import type { Host } from '../grade/host.ts';
import type { Asked, Data } from '../kit.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { SubmittedFile } from '../load/submission/submission.ts';
import type { Outcome, Reply } from '../sandbox/protocol/outcome.ts';
import type { LoadedFile } from '../sandbox/protocol/protocol.ts';
import { type Answered, answeredIn, tried } from './answered.ts';

/** A submission that is asked; a changed one is another. */
export interface Subject {
  readonly assignment: Assignment;
  readonly files: readonly SubmittedFile[];
  readonly host: Host;
}

/** Expressions that are asked together: one that does not load, or does not end, spoils the others of its group. */
export type Group = readonly Asked[];

export interface Limits {
  readonly callMs: number;
  readonly cpuSeconds: number;
  /** After so many groups that do not end, no other is tried: each takes its time several times over. */
  readonly mostEndless: number;
}

/** None of what is asked takes a second; a machine that is busy may need a few. */
export const patient: Limits = { callMs: 2000, cpuSeconds: 60, mostEndless: 1 };

type Answers = readonly (readonly Answered[])[];

/**
 * Several submissions, each with the same groups. Gives for each of them the answers by group. All groups are asked
 * together, in a tenth of the time; where nothing has answered, one may have spoiled the others, and each is asked alone.
 */
export async function askAll(
  subjects: readonly Subject[],
  groups: readonly Group[],
  limits: Limits,
): Promise<readonly Answers[]> {
  const together = (await askGroups(subjects, [groups.flat()], limits)).map(([all = []]) => all);
  const isSpoiled = (at: number): boolean => !together[at]?.some(({ kind }) => kind === 'value');
  const spoiled = [...subjects.keys()].filter(isSpoiled);
  const asked = spoiled.map((at) => subjects[at]!);
  const alone = groups.length > 1 ? await askGroups(asked, groups, limits) : [];
  const starts = groups.map((_, index) => groups.slice(0, index).flat().length);
  return together.map(
    (all, at): Answers =>
      alone[spoiled.indexOf(at)] ??
      groups.map(({ length }, index) => all.slice(starts[index], starts[index]! + length)),
  );
}

/** Each group by itself, all in one process. */
async function askGroups(
  subjects: readonly Subject[],
  groups: readonly Group[],
  { mostEndless, ...limits }: Limits,
): Promise<readonly Answers[]> {
  const [first] = subjects;
  if (first === undefined) return [];
  const programs = await Promise.all(subjects.map((subject) => programOf(subject, groups)));
  const task = first.assignment.manifest.tasks[0]!;
  const sandbox = first.host.sandbox.open({
    files: programs.flatMap((files, at) => files.map((file) => moved(file, at))),
    limits: { ...task.limits, ...limits },
  });
  try {
    const all: Answers[] = [];
    for (const at of subjects.keys()) {
      const answers: (readonly Answered[])[] = [];
      let endless = 0;
      for (const [index, group] of groups.entries()) {
        if (endless >= mostEndless) {
          answers.push(group.map(() => ({ kind: 'not-tried' })));
          continue;
        }
        const file = inFolder(at, fileOf(index));
        const reply = await sandbox.call({
          file,
          task: attempt,
          calls: [noArguments],
          callMs: limits.callMs,
          // One submission's state is no other's; a realm for each call would cost ten times as much.
          fresh: index === 0,
        });
        answers.push(answeredIn(group, outcomeOf(reply)));
        if (answers.at(-1)?.some(({ kind }) => kind === 'endless')) endless += 1;
      }
      all.push(answers);
    }
    return all;
  } finally {
    sandbox.close();
  }
}

/** The answers of one submission, each by itself. */
export async function ask(subject: Subject, expressions: Group): Promise<readonly Answered[]> {
  const [answers = []] = await askAll(
    [subject],
    expressions.map((one) => [one]),
    patient,
  );
  return answers.map(([answer]) => answer!);
}

const noArguments: readonly Data[] = [];
const fileOf = (index: number): string => expressionFile.replace(/\.ts$/, `.${index}.ts`);
const inFolder = (at: number, name: string): string => `${at}/${name}`;

async function programOf(
  { assignment, files, host }: Subject,
  groups: readonly Group[],
): Promise<readonly LoadedFile[]> {
  const { manifest, grading } = assignment;
  const limits = manifest.tasks[0]!.limits;
  const ours = groups.map((group, index) => {
    const expression = tried(group.map((one) => one.expression));
    return programFor(expression, manifest.tasks, grading.tools, [], fileOf(index)).files;
  });
  const entries = groups.map(
    (_, index): TaskEntry => ({ id: attempt, file: fileOf(index), points: 0, dependsOn: [], limits }),
  );
  const all = new Map([...files, ...ours.flat()].map((file) => [file.name, file]));
  const program = await host.compile([...all.values()], entries);
  return loadedFiles(program);
}

const moved = ({ name, code, imports }: LoadedFile, at: number): LoadedFile => ({
  name: inFolder(at, name),
  code,
  imports: Object.fromEntries(Object.entries(imports).map(([specifier, file]) => [specifier, inFolder(at, file)])),
});

const outcomeOf = (reply: Reply): Outcome | Exclude<Reply, { kind: 'answered' }> =>
  reply.kind === 'answered' ? (reply.outcomes[0] ?? { kind: 'skipped' }) : reply;
