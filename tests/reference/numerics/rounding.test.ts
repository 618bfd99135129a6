import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Activation,
  activationOf,
  smoothActivationNames,
} from '../../../reference/activations/activation-choice.ts';
import { type Chain, chainRuleOf } from '../../../reference/nets/chain.ts';
import { chainGradientError, factorErrors } from '../../../reference/nets/chain-rounding.ts';
import { lossOf } from '../../../reference/nets/losses.ts';
import { networkOf } from '../../../reference/nets/network.ts';
import { gradientErrors, lossError, passErrors } from '../../../reference/numerics/rounding.ts';
import type { Layer } from '../../../reference/numerics/types.ts';

const loss = lossOf('squared-error', 'mean');

/** A hundred roundings in φ and φ′, to either side, as 1e-14 allows for. */
const perturbed = ({ value, derivative }: Activation, sign: number) => ({
  value: (z: number) => value(z) * (1 + sign * 40 * Number.EPSILON),
  derivative: (z: number) => derivative(z) * (1 - sign * 40 * Number.EPSILON),
});

const weight = fc.integer({ min: -12, max: 12 }).map((k) => k / 8 || 0.5);
const example = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 }),
    pool: fc.array(weight, { minLength: 11, maxLength: 11 }),
  })
  .map(({ sizes, pool }) => {
    let at = 0;
    const next = (): number => pool[at++ % pool.length]!;
    const many = (length: number): number[] => Array.from({ length }, next);
    const layers = sizes.slice(1).map((fanOut, l): Layer => {
      const weights = Array.from({ length: fanOut }, () => many(sizes[l]!));
      return { weights, biases: many(fanOut) };
    });
    return { layers, input: many(sizes[0]!), targets: many(sizes.at(-1)!) };
  });

const numbersOf = (layers: readonly Layer[]): number[] =>
  layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);

function expectWithin(a: readonly number[], b: readonly number[], bounds: readonly number[]): void {
  expect(a.every((x, i) => Math.abs(x - b[i]!) <= bounds[i]!)).toBe(true);
}

describe.each(smoothActivationNames)('what rounding does to nets of %s', (name) => {
  const activation = activationOf(name);
  const net = networkOf(activation, loss, 'out-by-in');

  test('stays within its bounds, in forward passes, gradients and losses', () => {
    fc.assert(
      fc.property(example, fc.constantFrom(1, -1), ({ layers, input, targets }, sign) => {
        const other = networkOf(perturbed(activation, sign), loss, 'out-by-in');
        const [pass, otherPass] = [net.forward(layers, input), other.forward(layers, input)];
        const errors = passErrors(activation, layers, input);
        for (const part of ['preactivations', 'activations'] as const) {
          expectWithin(pass[part].flat(), otherPass[part].flat(), errors[part].flat());
        }
        expectWithin(
          numbersOf(net.backward(layers, pass, targets)),
          numbersOf(other.backward(layers, otherPass, targets)),
          numbersOf(gradientErrors(activation, loss, layers, input, targets)),
        );
        const exactly = loss.value(targets, pass.activations.at(-1)!);
        expect(lossError(activation, loss, { layers, input, targets })).toBeLessThan(1e-9 * (1 + exactly));
      }),
    );
  });

  test('stays within its bounds in chains, and leaves most of their digits', () => {
    const chain = fc.array(fc.tuple(weight, weight), { minLength: 2, maxLength: 30 });
    const relative: number[] = [];
    fc.assert(
      fc.property(chain, fc.constantFrom(1, -1), (neurons, sign) => {
        const drawn: Chain = { weights: neurons.map(([w]) => w), biases: neurons.map(([, b]) => b) };
        const [rule, other] = [chainRuleOf(activation, loss), chainRuleOf(perturbed(activation, sign), loss)];
        expectWithin(rule.factors(drawn, 1), other.factors(drawn, 1), factorErrors(activation, drawn, 1));
        const [exactly, bound] = [rule.gradient(drawn, 1, 0.3), chainGradientError(activation, loss, drawn, 1, 0.3)];
        expect(Math.abs(exactly - other.gradient(drawn, 1, 0.3))).toBeLessThanOrEqual(bound);
        relative.push(bound / Math.abs(exactly));
      }),
    );
    // A bound that is as large as what it bounds would let every answer pass.
    expect(relative.toSorted((a, b) => a - b)[Math.floor(relative.length / 2)]).toBeLessThan(1e-9);
  });
});
