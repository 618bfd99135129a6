import * as fc from 'fast-check';
import { type Answers, type Law, sample, type Violation } from '../../../../../grader/kit.ts';
import type { Layer } from '../../../../../reference/numerics/types.ts';
import type { DeepNetworkTasks } from '../../../reference.ts';
import type { Rules } from '../../../rules.ts';
import {
  both,
  examplesInSteps,
  fewExamples,
  largeBatches,
  manyExamples,
  marks,
  timesOf,
  type Uses,
  usesArgs,
  usesOf,
} from './uses.ts';

export function exampleLaws({ train: task }: DeepNetworkTasks, rules: Rules): Law[] {
  const drawn = {
    inputs: fc.tuple(
      fewExamples(rules),
      fewExamples(rules),
      examplesInSteps(rules, 1),
      examplesInSteps(rules, 2),
      manyExamples(rules),
      largeBatches(rules),
    ),
    runs: 5,
    echo: true,
    calls: (all: readonly Uses[]) => all.flatMap((uses) => both(usesArgs(uses))),
    view: (all: readonly Uses[], { values }: Answers<Layer[]>) =>
      all.map((uses, i) => ({ uses, call: 2 * i + 1, found: marks(rules, uses, values.slice(2 * i)) })),
  };
  type Seen = ReturnType<(typeof drawn)['view']>[number];
  const first = (views: readonly Seen[], check: (seen: Seen) => Violation | undefined): Violation | undefined => {
    for (const seen of views) {
      const violation = check(seen);
      if (violation) return { call: seen.call, ...violation };
    }
    return undefined;
  };
  return sample('uses', task, drawn, {
    'labels-stay-with-inputs': {
      check: (_, views) =>
        first(views, ({ uses: { marked }, found = [] }) => {
          const { labels } = marked;
          const received = labels.map((label, i) => found[i]?.label ?? label);
          return received.every((label, i) => label === labels[i]) ? undefined : { expected: labels, received };
        }),
    },
    'every-example-once-an-epoch': {
      check: (_, views) =>
        first(views, ({ uses, found = [] }) => {
          const { copies, labels } = uses.marked;
          const received = found.map((mark) => (mark ? timesOf(uses, mark) : copies));
          // A weight that is no sum of such shares has other reasons than how often an example was used.
          if (received.some(Number.isNaN) || received.every((times) => Math.abs(times - copies) < 0.5))
            return undefined;
          return { expected: labels.map(() => copies), received };
        }),
    },
    'last-batch-by-its-own-size': {
      check: (_, views) =>
        first(views, ({ uses, found }) => {
          if (uses.last === 0 || found === undefined || !found.every((mark) => mark !== undefined)) return undefined;
          const seen = found.map(({ weight }) => usesOf(weight, uses));
          if (seen.some(({ used }) => used !== 1)) return undefined;
          const received = seen.filter(({ inLast }) => inLast === 1).length;
          return received === uses.last ? undefined : { expected: uses.last, received };
        }),
    },
  });
}
