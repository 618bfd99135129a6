import type { Answerer } from '../check/answerer.ts';
import type { Data, Task, Walk } from '../kit.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';
import { type LocatedStep, walkThrough } from './locate.ts';

/** A failing call by itself, in a realm in which nothing was called before: what a debugger would show. */
export interface AskedAlone {
  readonly args: readonly Data[];
  /** Undefined where many answers are right. */
  readonly right: Data | undefined;
  readonly outcome: Outcome | undefined;
  /** At this call, and while the file was loaded for it. */
  readonly printed: string;
  /** How the answer is computed, number by number, where the task has such a calculation. */
  readonly steps: readonly LocatedStep[];
}

/** Asks for one call once more. */
export async function askAlone(
  task: Task,
  walks: readonly Walk[],
  answer: Answerer,
  args: readonly Data[],
  right: Data | undefined,
): Promise<AskedAlone> {
  const reply = await answer([args], { fresh: true, echo: false });
  const [outcome] = reply.kind === 'answered' ? reply.outcomes : [];
  const printed = reply.kind === 'answered' ? reply.printed : '';
  const isComparable = right !== undefined && outcome?.kind === 'value';
  const steps = isComparable ? walkThrough(task, walks, args, right, outcome.value) : [];
  return { args, right, outcome, printed, steps };
}
