import { fill, type Messages } from '../catalogue/catalogue.ts';
import { hasAnswered } from '../check/failure.ts';
import { exportsName } from '../compile/definition.ts';
import { diagnostics } from '../diagnose/diagnose.ts';
import {
  type Asked,
  fittingByTheirNames,
  fittingVariations,
  isWrittenFor,
  simplest,
} from '../diagnose/other-variant.ts';
import type { Alternative, Change } from '../load/alternatives.ts';
import type { TaskEntry } from '../load/manifest.ts';
import { variantMark } from '../load/variant-mark.ts';
import { otherVariant } from '../report/recognized.ts';
import type { TaskResult } from '../report/result.ts';
import type { ExaminedTask } from './examine.ts';
import type { TaskContext } from './task-result.ts';

type Diagnosis = NonNullable<TaskResult['diagnosis']>;

/** More variants than these would say nothing. */
const maxVariants = 3;

/**
 * What a failure looks like: the known mistakes that answer as the student does, and the other variants that ask for
 * what was answered. A variant is named beside a mistake only where more than this one task speaks for it.
 */
export async function recognize(
  { entry, finding, answer, isMixed }: ExaminedTask,
  context: TaskContext,
): Promise<Diagnosis> {
  const { assignment, words } = context;
  const { messages } = words;
  const { tasks, laws, misconceptions } = assignment.grading;
  const task = tasks[entry.id];
  const foreign = foreignMark(context);
  const marked = foreign === undefined ? [] : [named(fill(messages.variant.handedOutFor, { id: foreign }))];
  // Only an answer can be compared with an answer; a loop would cost its limit once more.
  if (task === undefined || finding.kind !== 'failed' || !hasAnswered(finding.failure)) return marked;
  const ofTask = diagnostics(task, laws, misconceptions);
  const answered = await ofTask.answersOf(answer, finding.failure);
  const mistakes = ofTask.namesOf(answered).map((misconception) => ({
    misconception,
    title: words.assignment.misconceptions[misconception]?.title ?? misconception,
  }));
  // Whoever answers another variant does so with functions of that variant around it.
  const ownAnswerer = isMixed ? context.examination.answererOf(entry) : answer;
  const alone = isMixed ? await ofTask.answersOf(ownAnswerer, finding.failure) : answered;
  const alternatives = assignment.alternatives();
  const sameCalls = fittingVariations(task, ofTask, alternatives, alone);
  const fitting =
    sameCalls.length > 0 || mistakes.length > 0
      ? sameCalls
      : await fittingByTheirNames({ task, diagnostics: ofTask, answer: ownAnswerer }, alternatives);
  const titles = (found: readonly Alternative[]): Diagnosis =>
    found.slice(0, maxVariants).map(({ changes }) => named(answersTitle(changes, messages)));
  if (foreign !== undefined) return [...(fitting.length > 0 ? titles(fitting) : marked), ...mistakes];
  if (mistakes.length === 0) return titles(fitting);
  const supported: Alternative[] = [];
  for (const one of fitting) if (await isWrittenFor(one, othersThan(entry, context))) supported.push(one);
  return [...mistakes, ...titles(supported)];
}

/** For a task that is missing: where the submission has a function that another variant calls so. Empty elsewhere. */
export function foreignName({ id }: TaskEntry, { assignment, files, words: { messages } }: TaskContext): string {
  const names = new Map<string, Alternative[]>();
  for (const alternative of assignment.alternatives()) {
    const name = alternative.tasks[id]?.id ?? id;
    if (name !== id) names.set(name, [...(names.get(name) ?? []), alternative]);
  }
  for (const [name, alternatives] of names) {
    const file = files.find((one) => 'text' in one && exportsName(one.text, name));
    if (file === undefined) continue;
    const values = { file: file.name, name, values: theirsOf(simplest(alternatives)) };
    return fill(messages.variant.foreignName, values);
  }
  return '';
}

const named = (title: string) => ({ misconception: otherVariant, title });

/** The variant that the files say they were handed out for, where it is not the one at hand. */
function foreignMark({ assignment: { manifest }, files }: TaskContext): string | undefined {
  const mark = variantMark(files.filter(({ name }) => !manifest.provided.includes(name)));
  return mark === manifest.variant?.id ? undefined : mark;
}

function othersThan(entry: TaskEntry, { assignment, examination }: TaskContext): readonly Asked[] {
  const { tasks, laws } = assignment.grading;
  return assignment.manifest.tasks.flatMap((other) => {
    const task = tasks[other.id];
    return task === undefined || other.id === entry.id
      ? []
      : [{ task, diagnostics: diagnostics(task, laws, []), answer: examination.answererOf(other) }];
  });
}

const answersTitle = (changes: readonly Change[], { variant }: Messages): string =>
  fill(variant.answersAnother, {
    theirs: changes.map(({ key, theirs }) => setting(key, theirs)).join(', '),
    ours: changes.map(({ key, ours }) => setting(key, ours)).join(', '),
  });

/** `leak = 0.2` where all agree on it; else which parameters it depends on. */
function theirsOf(alternatives: readonly Alternative[]): string {
  const [first, ...rest] = alternatives;
  if (first !== undefined && rest.length === 0)
    return first.changes.map(({ key, theirs }) => setting(key, theirs)).join(', ');
  return [...new Set(alternatives.flatMap(({ changes }) => changes.map(({ key }) => key)))].join(', ');
}

/** A formula as its instructor wrote it. */
function setting(key: string, value: unknown): string {
  const isFormula = typeof value === 'object' && value !== null && 'source' in value;
  return `${key} = ${isFormula ? String(value.source) : String(value)}`;
}
