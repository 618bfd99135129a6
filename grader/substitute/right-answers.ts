import * as fc from 'fast-check';
import { createRng } from '../../reference/numerics/rng.ts';
import { type Data, isList, isRngSeed, type Law, type Task } from '../kit.ts';
import type { RightAnswer, StandIn } from '../sandbox/stand-in.ts';
import { type Domain, domainOf, within } from './domain.ts';

/** So many inputs of each law show what a function is asked for. */
const samples = 25;
const sampleSeed = 1;
const refused: RightAnswer = { refused: true };

/**
 * Right answers to what a student's code asks in the place of a function of its own that is broken, computed here. The
 * arguments come from code that may be hostile, and are held against those that the task's own laws ask for.
 */
export function rightAnswers(
  task: Task,
  laws: readonly Law[],
): Pick<StandIn, 'parameters' | 'generators'> & Required<Pick<StandIn, 'answers'>> {
  const parameters = parametersOf(task, laws);
  const answer = task.answer as (...args: readonly unknown[]) => unknown;

  const answers = (args: Data): RightAnswer => {
    if (!isList(args) || args.length !== parameters.length) return refused;
    const live: unknown[] = [];
    for (const [index, { domain, beside }] of parameters.entries()) {
      const arg = within(domain, args[index], beside === undefined ? 0 : lengthOf(args[beside]));
      if (arg === undefined) return refused;
      live.push(isRngSeed(arg.value) ? createRng(arg.value.seed) : arg.value);
    }
    try {
      return { value: answer(...live) as Data };
    } catch {
      // It says itself that there is no answer for these.
      return refused;
    }
  };
  const generators = parameters.flatMap(({ domain }, index) => (domain.isGenerator ? [index] : []));
  return { parameters: parameters.length, generators, answers };
}

/** What a parameter is in the calls of its task's laws. */
interface Parameter {
  readonly domain: Domain;
  /** Another parameter, which in all these calls was a list of as many entries: to each example belongs a label. */
  readonly beside: number | undefined;
}

const lengthOf = (value: Data | undefined): number => (value !== undefined && isList(value) ? value.length : -1);

const known = new WeakMap<Task, readonly Parameter[]>();

function parametersOf(task: Task, laws: readonly Law[]): readonly Parameter[] {
  const found = known.get(task);
  if (found) return found;
  const calls = laws
    .filter((law) => law.task === task.id)
    .flatMap((law) => {
      const inputs = fc.sample(law.inputs, { seed: sampleSeed, numRuns: Math.min(law.runs, samples) });
      return inputs.flatMap((input) => law.calls(input));
    });
  const domains = task.parameters.map((_, index) => domainOf(calls.map((args) => args[index])));
  const isBeside = (one: number, other: number): boolean =>
    calls.every((args) => lengthOf(args[one]) >= 0 && lengthOf(args[one]) === lengthOf(args[other]));
  // By a list of counts no other is measured: it is the one that must not be long.
  const measures = domains.flatMap(({ entry }, index) => (entry && !entry.number?.isWhole ? [index] : []));
  const parameters = domains.map((domain, one) => ({ domain, beside: measures.find((other) => isBeside(one, other)) }));
  known.set(task, parameters);
  return parameters;
}
