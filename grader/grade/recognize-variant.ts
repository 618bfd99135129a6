import { fill, type Messages } from '../catalogue/catalogue.ts';
import { exportsName } from '../compile/definition.ts';
import { type Diagnostics, diagnostics } from '../diagnose/diagnose.ts';
import type { Seen } from '../diagnose/names/names.ts';
import {
  type Asked,
  fittingByTheirNames,
  fittingVariations,
  isWrittenFor,
  simplest,
} from '../diagnose/names/other-variant.ts';
import type { Alternative, Change } from '../load/assignment/alternatives.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import { variantMark } from '../load/submission/variant-mark.ts';
import type { Diagnosis } from '../report/result.ts';
import type { ExaminedTask } from './examine.ts';
import type { TaskContext } from './task-context.ts';

/** More variants than these would say nothing. */
const maxVariants = 3;

/**
 * The variants that ask for what was answered. Beside a mistake that is known, one is given only where more than this one
 * task speaks for it.
 */
export async function variantsAnswered(
  { entry, answer, isMixed, finding }: ExaminedTask,
  { ofTask, seen, hasNames }: { readonly ofTask: Diagnostics; readonly seen: Seen; readonly hasNames: boolean },
  context: TaskContext,
): Promise<readonly Diagnosis[]> {
  const { assignment, examination, words } = context;
  const task = assignment.grading.tasks[entry.id];
  if (task === undefined || finding.kind !== 'failed') return [];
  // Whoever answers another variant does so with functions of that variant around it.
  const ownAnswerer = isMixed ? examination.answererOf(entry) : answer;
  const { answered } = isMixed ? await ofTask.ask(ownAnswerer, finding.failure) : seen;
  const alternatives = assignment.alternatives();
  const sameCalls = fittingVariations(task, ofTask, alternatives, answered);
  const fitting =
    sameCalls.length > 0 || hasNames
      ? sameCalls
      : await fittingByTheirNames({ task, diagnostics: ofTask, answer: ownAnswerer }, alternatives);
  const supported: Alternative[] = [];
  for (const one of fitting)
    if (!hasNames || (await isWrittenFor(one, othersThan(entry, context)))) supported.push(one);
  return supported.slice(0, maxVariants).map(({ changes }) => ({
    variant: changes.map(({ key, theirs }) => setting(key, theirs)).join(', '),
    title: answersTitle(changes, words.messages),
  }));
}

/** The variant that the files say they were handed out for, where it is not the one at hand. */
export function foreignMarkOf({ assignment: { manifest }, files, words }: TaskContext): readonly Diagnosis[] {
  const mark = variantMark(files.filter(({ name }) => !manifest.provided.includes(name)));
  return mark === undefined || mark === manifest.variant?.id
    ? []
    : [{ variant: mark, title: fill(words.messages.variant.handedOutFor, { id: mark }) }];
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

function othersThan(entry: TaskEntry, { assignment, examination }: TaskContext): readonly Asked[] {
  const { tasks, laws, domains } = assignment.grading;
  return assignment.manifest.tasks.flatMap((other) => {
    const task = tasks[other.id];
    if (task === undefined || other.id === entry.id) return [];
    const domain = domains.find((one) => one.task.id === other.id);
    return [{ task, diagnostics: diagnostics(task, laws, [], domain), answer: examination.answererOf(other) }];
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
