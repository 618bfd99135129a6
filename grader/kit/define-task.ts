import type { Arbitrary } from 'fast-check';
import { arbitrary } from './domain/arbitrary.ts';
import { inputs, type Parts } from './domain/inputs.ts';
import { type DomainOptions, domain, type TaskDomain } from './domain/task-domain.ts';
import type { Plot } from './feedback/plot.ts';
import type { Walk } from './feedback/walk.ts';
import type { Law } from './laws/law.ts';
import {
  type Departure,
  type Misconception,
  misconceptions,
  mutants,
  type Proof,
  rightAnswers,
} from './named-answer.ts';
import { type Live, type Rng, type Task, task } from './task.ts';
import type { RngSeed } from './values/data.ts';
import type { Shape } from './values/shape.ts';

/** The types of arguments as they cross into the sandbox: of a generator its state. */
export type Sent<Args extends readonly unknown[]> = { [K in keyof Args]: Args[K] extends Rng ? RngSeed : Args[K] };

/** For each argument its name and its domain, or a function that makes the domain out of the arguments before it. */
export type Takes<Args extends readonly unknown[]> = {
  readonly [K in keyof Args]: readonly [name: string, of: Parts<Sent<Args>>[K]];
};

/** What an author says of a task; see {@link defineTask}. */
export interface TaskOptions<Args extends readonly unknown[], Answer>
  extends Pick<
    DomainOptions<Sent<Args>, Answer>,
    'tolerance' | 'rounding' | 'compare' | 'distribution' | 'draws' | 'landmarks'
  > {
  /** The function's name. */
  readonly id: string;
  /** The right function: one that students could read. Its parameters have types; all others follow from them. */
  readonly answer: (...args: Args) => Answer;
  /** For each argument its name and its domain, which says where an answer is demanded. */
  readonly takes: Takes<Args>;
  /** The shape of the answer, by which it is read. */
  readonly gives: Shape<Answer>;
  /** What is worth a sentence of its own, beside that the answer is right everywhere. `ordinary`: drawn from the domain. */
  readonly laws?: (self: Task<Sent<Args>, Answer>, ordinary: Arbitrary<Sent<Args>>) => readonly Law[];
  /** The mistakes that are known, each a function that makes it. The catalogue has their words. */
  readonly misconceptions?: Readonly<Record<string, (...args: Args) => Answer>>;
  /** Right answers in other styles, two or more: no law may stop them. */
  readonly styles: Readonly<Record<string, (...args: Args) => Answer>>;
  /** Mistakes, by id, whose answers nothing can tell apart: they are named together. */
  readonly alike?: readonly (readonly string[])[];
  /** Pictures for who fails it. */
  readonly plots?: (self: Task<Sent<Args>, Answer>) => readonly Plot[];
  /** Its calculation step by step, for who fails it. */
  readonly walks?: (self: Task<Sent<Args>, Answer>) => readonly Walk[];
  /** Wrong answers that no student gives, where a law needs one. */
  readonly mutants?: Readonly<Record<string, ((...args: Args) => Answer) | Departure<Sent<Args>, Answer>>>;
}

/** All that belongs to one task, as the grader takes it; {@link defineTask} makes it. */
export interface DefinedTask<Args extends readonly unknown[] = readonly never[], Answer = unknown> {
  readonly task: Task<Args, Answer>;
  readonly domain: TaskDomain;
  readonly laws: readonly Law[];
  readonly misconceptions: readonly Misconception[];
  readonly plots: readonly Plot[];
  readonly walks: readonly Walk[];
  readonly proof: Proof;
}

/**
 * Defines one task, whole, from top to bottom: its arguments and where an answer is demanded, the right function, laws,
 * mistakes and other right styles. `tasks.ts` of an assignment exports a list of these.
 */
export function defineTask<Args extends readonly unknown[], Answer>(
  options: TaskOptions<Args, Answer>,
): DefinedTask<Sent<Args>, Answer> {
  const { id, answer, takes, gives, laws, styles, tolerance, rounding, compare, distribution, draws, landmarks } =
    options;
  // What is `Sent` is `Live` again where it arrives: the two undo each other, which no type checker sees.
  type Received = (...args: Live<Sent<Args>>) => Answer;
  type All = { readonly [id: string]: Received };
  const names = takes.map(([name]) => name) as unknown as { readonly [K in keyof Sent<Args>]: string };
  const parts = takes.map(([, of]) => of) as unknown as Parts<Sent<Args>>;
  const self = task<Sent<Args>, Answer>(id, names, gives, answer as unknown as Received);
  const within = inputs<Sent<Args>>(names, parts);
  const given = { tolerance, rounding, compare, distribution, draws, landmarks };
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    task: self,
    domain: domain(self, within, Object.fromEntries(set) as DomainOptions<Sent<Args>, Answer>),
    laws: laws?.(self, arbitrary(within)) ?? [],
    misconceptions: misconceptions(self, (options.misconceptions ?? {}) as unknown as All),
    plots: options.plots?.(self) ?? [],
    walks: options.walks?.(self) ?? [],
    proof: {
      rightAnswers: rightAnswers(self, styles as unknown as All),
      mutants: mutants(self, (options.mutants ?? {}) as unknown as All),
      alike: options.alike ?? [],
    },
  };
}

/**
 * What `tasks.ts` of an assignment exports as `tasks`: a list, or, with parameters for variants, a function of these.
 */
export type DefinedTasks<Parameters = unknown> =
  | readonly DefinedTask[]
  | ((parameters: Parameters) => readonly DefinedTask[]);

/**
 * What the grader asks of an assignment, out of its tasks: what else stands in files of their own.
 *
 * @internal
 */
export function definedBy(all: DefinedTasks) {
  const at = (parameters: unknown): readonly DefinedTask[] => (typeof all === 'function' ? all(parameters) : all);
  return {
    tasks: (parameters?: unknown) => Object.fromEntries(at(parameters).map(({ task: one }) => [one.id, one])),
    domains: (_: unknown, parameters?: unknown) => at(parameters).map((one) => one.domain),
    laws: (_: unknown, parameters?: unknown) => at(parameters).flatMap((one) => one.laws),
    misconceptions: (_: unknown, parameters?: unknown) => at(parameters).flatMap((one) => one.misconceptions),
    plots: (_: unknown, parameters?: unknown) => at(parameters).flatMap((one) => one.plots),
    walks: (_: unknown, parameters?: unknown) => at(parameters).flatMap((one) => one.walks),
    proof: (_: unknown, parameters?: unknown): Proof => ({
      rightAnswers: at(parameters).flatMap(({ proof }) => proof.rightAnswers),
      mutants: at(parameters).flatMap(({ proof }) => proof.mutants),
      alike: at(parameters).flatMap(({ proof }) => proof.alike ?? []),
    }),
  };
}
