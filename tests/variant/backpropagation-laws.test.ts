import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domains } from '../../assignments/01-backpropagation/domains.ts';
import { chainWith, exampleOf, neurons, nonzero } from '../../assignments/01-backpropagation/generators.ts';
import { laws } from '../../assignments/01-backpropagation/laws.ts';
import { farthest, isWithinUnit, modelOf } from '../../assignments/01-backpropagation/model.ts';
import type { Parameters } from '../../assignments/01-backpropagation/parameters.ts';
import { tasks } from '../../assignments/01-backpropagation/reference.ts';
import { variant } from '../../assignments/01-backpropagation/variant.ts';
import { withDomainLaws } from '../../grader/kit.ts';
import { importBuilt } from '../../grader/load/assignment/built.ts';
import { projectRoot } from '../../grader/load/assignment/grading.ts';
import { type BuiltSchema, parameterSchema } from '../../grader/variant/parameters.ts';
import { planVariant } from '../../grader/variant/plan.ts';
import {
  type ActivationChoice,
  activationOf,
  smoothActivationNames,
} from '../../reference/activations/activation-choice.ts';

const slug = '01-backpropagation';
const built = (await importBuilt(projectRoot(), 'variants', slug)) as BuiltSchema;
const schema = parameterSchema(built, 'variant.schema.json');
const plannable = { manifest: { id: slug, version: '1.0.0' }, schema, texts: variant as never };

/** As `nabla variant` reads it. */
function parametersWith(activation: string, loss = 'squared-error'): Partial<Parameters> {
  const { parameters, formulas } = planVariant(plannable, { activation, loss }, undefined, 'en');
  return { ...parameters, ...formulas };
}

const lawsOf = (activation: string): readonly string[] => {
  const parameters = parametersWith(activation);
  const table = tasks(parameters);
  return withDomainLaws(laws(table, parameters), domains(table, parameters))
    .map(({ id }) => id)
    .filter((id) => /^[a-z]+-(?:definition|symmetry|finite)$/.test(id) && !/^(?:forward|backward|error)/.test(id));
};

describe('the laws of an activation function follow from what it is:', () => {
  const expected: readonly [string, readonly string[]][] = [
    ['tanh', ['tanh-symmetry', 'tanh-finite', 'tanh-definition']],
    ['softplus', ['softplus-definition']],
    ['softsign', ['softsign-symmetry', 'softsign-finite', 'softsign-definition']],
    ['arctan', ['arctan-symmetry', 'arctan-finite', 'arctan-definition']],
    ['swish', ['swish-definition']],
    ['1 + atan(z)', ['phi-symmetry', 'phi-finite', 'phi-definition']],
    ['sqrt(1 + z^2)', ['phi-finite', 'phi-definition']],
  ];
  test.each(expected)('%s', (activation, ids) => {
    expect(lawsOf(activation)).toEqual(ids);
  });
});

describe.each([...smoothActivationNames, '2 * asinh(3 * z)', '0.9 * z + sin(2 * z)', '3 * tanh(2 * z)'])(
  'nets and chains of %s',
  (activation) => {
    const model = modelOf(parametersWith(activation));

    test('are drawn so that no unit is far out, and their numbers are finite', () => {
      const nets = exampleOf(model, 8, 4);
      fc.assert(
        fc.property(nets, ({ layers, input, targets }) => {
          const pass = model.net.forward(layers, input);
          expect(Math.max(...pass.preactivations.flat().map(Math.abs))).toBeLessThanOrEqual(farthest + 2);
          const gradients = model.net.backward(layers, pass, targets);
          expect(gradients.flatMap(({ biases }) => biases).every(Number.isFinite)).toBe(true);
        }),
      );
      fc.assert(
        fc.property(neurons(60, 10), nonzero(2), (drawn, input) => {
          const { preactivations } = model.chain.forward(chainWith(model)(drawn, input), input);
          expect(Math.max(...preactivations.map(Math.abs))).toBeLessThanOrEqual(farthest + 2);
        }),
      );
    });

    test('have no weight that is 0, which would hide what it multiplies', () => {
      fc.assert(
        fc.property(exampleOf(model, 5), ({ layers }) => layers.every(({ weights }) => !weights.flat().includes(0))),
      );
    });
  },
);

test('a seed draws parameters that go together', () => {
  const drawn = Array.from({ length: 200 }, (_, seed) => planVariant(plannable, {}, seed, 'en'));
  for (const { parameters, formulas } of drawn) {
    const all = { ...parameters, ...formulas } as unknown as Parameters;
    expect(variant.problem!(all, 'en')).toBeUndefined();
    if (all.loss === 'binary-cross-entropy') {
      expect(isWithinUnit(activationOf(all.activation as ActivationChoice))).toBe(true);
    }
  }
  // All losses are among them, and formulas as well as names.
  expect(new Set(drawn.map(({ parameters }) => parameters['loss'])).size).toBe(3);
  expect(drawn.filter(({ formulas }) => Object.keys(formulas).length > 0).length).toBeGreaterThan(40);
});
