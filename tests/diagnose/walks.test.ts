import { describe, expect, test } from 'vitest';
import { domains as backpropagationDomains } from '../../assignments/01-backpropagation/domains.ts';
import { domains as gradientControlDomains } from '../../assignments/03-gradient-control/domains.ts';
import { walks as gradientControlWalks } from '../../assignments/03-gradient-control/feedback/walks.ts';
import { tasks as gradientControlTasks } from '../../assignments/03-gradient-control/reference.ts';
import { domains as deepNetworkDomains } from '../../assignments/05-deep-network/domains.ts';
import { walkThrough } from '../../grader/diagnose/locate.ts';
import { randomFrom, small } from '../../grader/kit/domain/kinds/random.ts';
import type { Calculation, Data, Task } from '../../grader/kit.ts';
import type { Formula } from '../../reference/activations/activation-choice.ts';
import { sigmoid } from '../../reference/activations/activations.ts';

import { all, fifth, first, third } from './walked.ts';

/** 0.6·z / √(1 + 2z²) */
const scaledRoot: Formula = {
  source: '0.6 * z / sqrt(1 + 2 * z^2)',
  expression: ['/', ['*', 0.6, 'z'], ['sqrt', ['+', 1, ['*', 2, ['^', 'z', 2]]]]],
  tex: '',
  derivativeTex: '',
  text: '',
  derivativeText: '',
  limit: 1e4,
  range: [-0.43, 0.43],
};

/** Does the sum that stands in the report, from its numbers in full. */
function evaluate(calculation: Calculation): number {
  const written = calculation.map((part) => (typeof part === 'number' ? `(${part})` : part)).join('');
  const expression = written
    .replaceAll('·', '*')
    .replaceAll('−', '-')
    .replaceAll('e^', 'Math.exp')
    .replaceAll('^', '**')
    .replaceAll('²', '**2')
    .replaceAll('√', 'Math.sqrt')
    .replaceAll('cos', 'Math.cos')
    .replaceAll('tanh', 'Math.tanh')
    .replaceAll('ln', 'Math.log');
  return new Function('σ', `return ${expression};`)(sigmoid) as number;
}

/** The unrolled net of other activations, each with a calculation of its own. */
const variants = (['sigmoid', 'relu', 'softsign', 'arctan', scaledRoot] as const).map((recurrentActivation) => {
  const table = gradientControlTasks({ recurrentActivation });
  return {
    task: table.unrolledGradients as unknown as Task,
    walks: gradientControlWalks(table, { recurrentActivation }),
  };
});

describe('the calculation beside a number', () => {
  const examples = [...all, ...variants].flatMap(({ task, walks }, variant) =>
    walks[0]!.examples.map(
      (args, i) => [`${task.id} ${variant + 1}, example ${i + 1}`, task, walks[0]!, args as never] as const,
    ),
  );
  test.each(examples)('gives that number: %s', (_, task, walk, args: never[]) => {
    const right = task.answer(...args);
    const steps = walk.steps(args as never, right as never);
    for (const { name, path, calculation } of steps) {
      const number = path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], right);
      expect([name, evaluate(calculation)]).toEqual([name, expect.closeTo(number as number, 12)]);
    }
    expect(new Set(steps.map(({ path }) => path.join())).size).toBe(steps.length);
  });
});

describe('a calculation can be done', () => {
  const places = [
    ...backpropagationDomains(first),
    ...gradientControlDomains(third),
    ...deepNetworkDomains(fifth),
  ].flatMap(({ task, domain, landmarks }) => {
    const [walk] = all.find((one) => one.task.id === task.id)?.walks ?? [];
    return walk ? [{ task: task as unknown as Task, domain, landmarks, walk }] : [];
  });
  test.each(places.map((one) => [one.task.id, one] as const))(
    'everywhere: %s',
    (_, { task, domain, landmarks, walk }) => {
      let reached = 0;
      for (const [seed, mark] of landmarks().entries()) {
        const random = randomFrom(seed, small);
        const placed = mark.place(domain.draw(random), random);
        const args = (domain.settled?.(placed) ?? placed) as never[];
        const right = task.answer(...args) as unknown as Data;
        if (!domain.contains(args)) continue;
        reached++;
        const steps = walkThrough(task, [walk], args, right, right);
        expect([mark.id, steps.some(({ differs }) => differs)]).toEqual([mark.id, false]);
        expect([mark.id, steps.length > 0]).toEqual([mark.id, JSON.stringify(right) !== '[]']);
      }
      expect(reached).toBeGreaterThan(landmarks().length / 2);
    },
  );
});
