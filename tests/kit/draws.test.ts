import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawInputs } from '../../grader/check/check-law.ts';
import { judgeInput } from '../../grader/check/judge-input.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import {
  areClose,
  bernoulli,
  type Distribution,
  definedBy,
  defineTask,
  type Law,
  normal,
  pure,
  type Rng,
  RngSeed,
  rng,
  sample,
  task,
  truncatedNormal,
  uniform,
  vector,
  whole,
  withDomainLaws,
} from '../../grader/kit.ts';
import { drawTruncated, truncatedStd } from '../../reference/weights/truncated-normal.ts';

type Draw = (rng: Rng) => number;

const two: Draw = ({ uniform: u }) => (u() < 0.3 ? 1 / 0.3 : 0);
const right: Readonly<Record<string, readonly [Distribution, Draw]>> = {
  'a normal': [normal(1, 2), ({ normal: z }) => 1 + 2 * z()],
  'a uniform': [uniform(-1, 3), ({ uniform: u }) => 4 * u() - 1],
  'a truncated normal': [truncatedNormal(0, 0.5), (own) => (0.5 * drawTruncated(own)) / truncatedStd],
  'one of two numbers': [bernoulli(0.3, 1 / 0.3), two],
  'one number alone': [bernoulli(1, 2), () => 2],
};

const domainsOf = (distribution: Distribution) =>
  definedBy([
    defineTask({
      id: 'draw',
      answer: (size: number, own: Rng) => Array.from({ length: size }, () => right['a uniform']![1](own)),
      takes: [
        ['size', whole(0, 40)],
        ['rng', rng],
      ],
      gives: vector,
      distribution: () => distribution,
      styles: {},
    }),
  ]).domains(undefined);

const lawsOf = (distribution: Distribution) =>
  withDomainLaws([], domainsOf(distribution)).filter(({ id }) => id.startsWith('draws-'));

/** The laws that stop an answer at a seed. */
function stopping(distribution: Distribution, answer: (size: number, own: Rng) => unknown, seed: number): string[] {
  return lawsOf(distribution).flatMap((law) => {
    const stops = drawInputs(law, seed).some(({ input, calls }) => {
      const outcomes = calls.map((args) => localAnswer(answer as never, args));
      return judgeInput(law, input, outcomes) !== undefined;
    });
    return stops ? [law.id] : [];
  });
}

const list = (draw: Draw) => (size: number, own: Rng) => Array.from({ length: size }, () => draw(own));

describe('numbers that are drawn from', () => {
  test.each(Object.entries(right))('%s as they should be are stopped by no law', (_, [distribution, draw]) => {
    for (let seed = 0; seed < 20; seed++) expect(stopping(distribution, list(draw), seed)).toEqual([]);
  });

  const [, ofUniform] = right['a uniform']!;
  const wrong: readonly (readonly [string, Distribution, (size: number, own: Rng) => unknown, string])[] = [
    ['of another mean', normal(1, 2), list(({ normal: z }) => 1.3 + 2 * z()), 'draws-mean'],
    ['of another variance', normal(1, 2), list(({ normal: z }) => 1 + 2.3 * z()), 'draws-variance'],
    [
      'of the right variance and another shape',
      normal(0, 1),
      list(({ uniform: u }) => Math.sqrt(12) * (u() - 0.5)),
      'draws-distribution',
    ],
    ['beyond an end', uniform(-1, 3), list(({ uniform: u }) => 4.2 * u() - 1.1), 'draws-within'],
    ['that cannot be drawn', bernoulli(0.3, 1 / 0.3), list(({ uniform: u }) => (u() < 0.3 ? 3 : 0)), 'draws-within'],
    ['that are too many', uniform(-1, 3), (size, own) => list(ofUniform)(size + 1, own), 'draws-shape'],
    ['one for all', uniform(-1, 3), (size, own) => new Array(size).fill(ofUniform(own)), 'draws-independent'],
    [
      'twice each',
      uniform(-1, 3),
      (size, own) => {
        const half = list(ofUniform)(Math.ceil(size / 2), own);
        return [...half, ...half].slice(0, size);
      },
      'draws-independent',
    ],
    [
      'without the generator',
      uniform(-1, 3),
      (size) => Array.from({ length: size }, (_, i) => (((i + 1) * 0.6180339887498949) % 1) * 4 - 1),
      'draws-independent',
    ],
  ];
  test.each(wrong)('%s are stopped at every seed', (_, distribution, answer, id) => {
    for (let seed = 0; seed < 10; seed++) expect(stopping(distribution, answer, seed)).toContain(id);
  });
});

test('mistakes that move the mean are told from one another, and from numbers that are drawn together', () => {
  const keep = 0.3;
  const answers: readonly Draw[] = [
    two,
    ({ uniform: u }) => (u() < keep ? 1 : 0),
    ({ uniform: u }) => (u() < keep ? 0 : 1 / keep),
    ({ uniform: u }) => (u() < keep ? keep : 0),
  ];
  const law = lawsOf(bernoulli(keep, 1 / keep)).find(({ fingerprint }) => fingerprint !== undefined)!;
  const { features, tolerance } = law.fingerprint!;
  for (let seed = 0; seed < 5; seed++) {
    const [drawn] = drawInputs(law, seed);
    const all = answers.map((draw) => {
      const values = drawn!.calls.map((args) => {
        const outcome = localAnswer(list(draw) as never, args);
        return outcome.kind === 'value' ? outcome.value : undefined;
      });
      return features(drawn!.input, { values, argumentsAfter: [] });
    });
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(0, i)) expect(areClose(one, other, tolerance)).toBe(false);
    }
  }
});

test('who draws is asked twice all over the domain, unless an author asks; a sample that brings arguments back does not', () => {
  const domains = domainsOf(uniform(-1, 3));
  const draw = task<[size: number, rng: RngSeed], readonly number[]>('draw', ['size', 'rng'], vector, () => []);
  const inputs = fc.constant<[number, RngSeed]>([3, new RngSeed(1)]);
  const calls = (args: [number, RngSeed]): [number, RngSeed][] => [args];
  const ofSample = sample(
    'draws',
    draw,
    { inputs, runs: 1, calls, echo: true, view: () => 0 },
    { any: { check: () => undefined } },
  );
  const isRepeated = (...own: readonly Law[]) => withDomainLaws(own, domains).some(({ goesOn }) => goesOn);
  expect([isRepeated(), isRepeated(...ofSample), isRepeated(pure(draw, inputs))]).toEqual([true, true, false]);
});
