import { evenly } from '../../diagnose/names/evidence.ts';
import type { Oral, Probes } from '../../kit.ts';
import type { SubmittedFile } from '../../load/submission/submission.ts';
import type { Answered } from '../answered.ts';
import { askAll, patient, type Subject } from '../ask.ts';
import { type Effect, isSameData } from './effect.ts';
import { knownMistakes } from './known-mistakes.ts';
import { type ChangedLine, changedLines, isProgram } from './sites.ts';

/** A line of the student's, changed, and what that does to the calls of one function. */
export interface Change extends ChangedLine {
  readonly file: string;
  readonly probes: Probes;
  readonly effects: readonly Effect[];
  /** The misconception that answers as the changed function does, where there is exactly one. */
  readonly mistake: string | undefined;
}

/** As many changed programs are looked at; of more, evenly many from everywhere. */
const mostChanges = 90;

/** Calls of a changed line take no longer than this: it may never end. */
const impatient = { callMs: 500, cpuSeconds: 60, mostEndless: 1 };

/**
 * The changes of one line that break something of what the submission does now, for each function that they touch. It
 * depends on the submission alone, and not on who is asked.
 */
export async function survey(subject: Subject, oral: Oral): Promise<readonly Change[]> {
  const order = subject.assignment.manifest.tasks.map(({ id }) => id);
  const probes = oral.probes.toSorted((a, b) => order.indexOf(a.task) - order.indexOf(b.task));
  const [before = []] = await askAll(
    [subject],
    probes.map(({ asked }) => asked),
    patient,
  );
  const alive = probes.flatMap((one, index) =>
    before[index]?.some(({ kind }) => kind === 'value') ? [{ probes: one, before: before[index] }] : [],
  );
  const candidates = evenly(await candidatesIn(subject), mostChanges).filter(({ text }) => isProgram(text));
  const answers = await askAll(
    candidates.map(({ file, text }) => ({ ...subject, files: withText(subject.files, file, text) })),
    alive.map((one) => one.probes.asked),
    impatient,
  );
  const mistakesOf = knownMistakes(subject.assignment.grading);
  return candidates.flatMap((candidate, at) => {
    const touched = alive.flatMap((one, index) => {
      const after = answers[at]?.[index];
      const effects = after === undefined ? [] : one.before.map((answer, call) => effectOf(answer, after[call]!));
      return effects.every(({ isSame }) => isSame) ? [] : [{ probes: one.probes, effects }];
    });
    return touched
      .filter(({ effects }) => !effects.some(hasNoEnd))
      .map(({ probes: one, effects }): Change => {
        // Tasks stand after those that they need: a mistake is made in the first, and only passed on by the others.
        const mistake = one === touched[0]?.probes ? mistakesOf(one, effects) : undefined;
        return { ...candidate, probes: one, effects, mistake };
      });
  });
}

const effectOf = (before: Answered, after: Answered): Effect => ({ before, after, isSame: isSame(before, after) });

function isSame(a: Answered, b: Answered): boolean {
  if (a.kind !== 'value' || b.kind !== 'value') return a.kind === b.kind;
  return isSameData(a.data, b.data);
}

/** Nothing that could be found by thinking. */
const hasNoEnd = ({ after: { kind } }: Effect): boolean => ['endless', 'ended', 'not-tried'].includes(kind);

/** Of the files that are the student's own, and that a task needs. */
async function candidatesIn({ assignment, files, host }: Subject) {
  const { tasks, provided } = assignment.manifest;
  const program = await host.compile(files, tasks);
  return [...program.files.values()].flatMap(({ name, code, text }) =>
    code === undefined || text === undefined || provided.includes(name)
      ? []
      : changedLines(text).map((line) => ({ ...line, file: name })),
  );
}

const withText = (files: readonly SubmittedFile[], name: string, text: string): readonly SubmittedFile[] =>
  files.map((file) => (file.name === name ? { name, text, digest: 'changed' } : file));
