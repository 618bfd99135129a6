import type { Law, Violation } from '../laws/law.ts';
import { sample } from '../laws/sample.ts';
import type { Task } from '../task.ts';
import { type Data, Interval } from '../values/data.ts';
import { type Drawn, drawnOf, isAllowed } from './drawn-numbers.ts';
import { callsOf, type Drawing, type Draws, drawsOf, ordinaryDraws } from './draws.ts';
import { correlations, unlessIndependent } from './independence.ts';
import { shapeDifference } from './shape-difference.ts';
import { meanOf, unlessDistributed, unlessOfMean, unlessOfVariance } from './statistics.ts';

/**
 * The chance that one of these laws stops a right answer. There are six for each task: an assignment of sixteen tasks that
 * draw stays below 1e-9.
 */
const alpha = 1e-11;

/** The laws of a task whose answers are drawn from a known distribution. The grader's catalogue has their words. */
export function drawLaws(task: Task<readonly Data[], unknown>, drawing: Drawing): readonly Law[] {
  const options = {
    inputs: drawsOf(drawing),
    runs: 1,
    calls: callsOf,
    view: (all: readonly Draws[], { values }: { readonly values: readonly unknown[] }): readonly Drawn[] =>
      all.map((draws) => drawnOf(draws, values as readonly Data[])),
  };
  /** Each of the draws has the same share of what may go wrong by chance. */
  const each = (check: (drawn: Drawn, alpha: number) => Violation | undefined) => ({
    alpha,
    check(_: readonly Draws[], all: readonly Drawn[]): Violation | undefined {
      for (const drawn of all) {
        const violation = check(drawn, alpha / all.length);
        if (violation) return { call: drawn.first, ...violation };
      }
      return undefined;
    },
  });
  return [
    ...sample('draws', task, options, {
      'draws-shape': each((drawn) => unlessShaped(drawn, drawing)),
      'draws-within': each(unlessAllowed),
      'draws-mean': each(unlessOfMean),
      'draws-variance': {
        ...each(unlessOfVariance),
        probes: true,
        fingerprint: {
          features: (all: readonly Draws[], { values }: { readonly values: readonly unknown[] }) =>
            all.slice(0, ordinaryDraws).flatMap((draws) => featuresOf(drawnOf(draws, values as readonly Data[]))),
          // Of 9,000 numbers each is known to 0.03 or better, and two estimates differ by thrice √2 of that at most.
          tolerance: { relative: 0, absolute: 0.13 },
        },
      },
      'draws-distribution': each(unlessDistributed),
      'draws-independent': each(unlessIndependent),
    }),
  ];
}

/** In each call as many numbers as the right answer has, in lists of the same lengths. */
function unlessShaped({ args, answers, first }: Drawn, { answer }: Drawing): Violation | undefined {
  const right = answer(args);
  for (const [call, received] of answers.entries()) {
    const difference = shapeDifference(right, received);
    if (difference) return { ...difference, call: first + call };
  }
  return undefined;
}

/** Every number is one that can be drawn. */
function unlessAllowed({ calls, first, distribution }: Drawn): Violation | undefined {
  const [from, to] = distribution.support;
  const range = Number.isFinite(to) ? new Interval((from + to) / 2, (to - from) / 2) : distribution.mean;
  const expected = distribution.values ?? range;
  for (const [call, numbers] of calls.entries()) {
    const received = numbers.find((x) => !isAllowed(x, distribution));
    if (received !== undefined) return { call: first + call, expected, received };
  }
  return undefined;
}

/** From here on numbers are drawn together, and no moment of so few says anything. */
const dependent = 0.5;

/**
 * What tells one way of drawing from another: whether numbers hang together, else their mean, mean distance and variance in
 * units of those that were asked for.
 */
function featuresOf(drawn: Drawn): readonly number[] {
  const { units } = drawn;
  const ties = correlations(drawn).map((tie) => (Math.abs(tie) > dependent ? 1 : 0));
  if (ties.includes(1)) return [...ties, 0, 0, 0];
  return [...ties, meanOf(units), meanOf(units, Math.abs), Math.log(meanOf(units, (y) => y * y))];
}
