import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Data,
  domain,
  type Law,
  law,
  layers,
  layersLike,
  matrix,
  number,
  oneOf,
  optional,
  pureLaw,
  real,
  record,
  type TaskDomain,
  type Tasks,
  task,
  vector,
  whole,
  withDomainLaws,
} from '../../grader/kit.ts';
import type { Grading } from '../../grader/load/assignment/grading.ts';
import type { Manifest } from '../../grader/load/assignment/manifest.ts';
import { regionsPoint } from '../../grader/verify/regions/point-regions.ts';
import type { Point } from '../../grader/verify/verification.ts';

const sum = (data: unknown): number => {
  if (typeof data === 'number') return data;
  return typeof data === 'object' && data !== null
    ? Object.values(data).reduce((total: number, field, i) => total + (i + 1) * sum(field), 0.5)
    : 0;
};
const total = (...args: readonly unknown[]): number => sum(args);
const numbers = real({ from: -10, to: 10 });
const close = { tolerance: { relative: 1e-9, absolute: 1e-9 } };

type Net = { weights: number[][]; biases: number[] }[];
const net = layers({ depth: [1, 4], width: [1, 5], weights: numbers, biases: numbers });

const numberTask = task<[x: number], number>('ofNumber', ['x'], number, (x) => 2 + x / 7);
const ofNumber = domain(numberTask, [real({ from: -1e4, to: 1e4, usual: [-10, 10], thresholds: [0.3] })]);
const ofTwo = domain(
  task<[x: number, y: number], number>('ofTwo', ['x', 'y'], number, (x, y) => 2 + x / 7 - y),
  [numbers, numbers],
  close,
);
const ofSize = domain(
  task<[n: number], number>('ofSize', ['n'], number, (n) => 1 / (1 + n)),
  [whole(0, 1000)],
);
const ofList = domain(
  task<[list: number[], weights: number[]], number>('ofList', ['list', 'weights'], number, total),
  [vector({ length: [0, 40], entries: numbers }), ([list]) => vector({ length: list.length, entries: numbers })],
  close,
);
const ofMatrix = domain(
  task<[m: number[][]], number>('ofMatrix', ['m'], number, total),
  [matrix({ rows: [1, 6], columns: [1, 6], entries: numbers })],
  close,
);
const ofNet = domain(
  task<[net: Net, gradients: Net], number>('ofNet', ['net', 'gradients'], number, total),
  [net, ([given]) => layersLike(given, { weights: numbers, biases: numbers })],
  close,
);
const ofOptions = domain(
  task<[kind: string, options: { rate: number; limit?: number | undefined }], number>(
    'ofOptions',
    ['kind', 'options'],
    number,
    (kind, { rate, limit = 7 }) => (kind === 'a' ? 1 : 2) + rate / 3 + limit,
  ),
  [
    oneOf<string>('a', 'b'),
    record<{ rate: number; limit?: number | undefined }>({ rate: numbers, limit: optional(real({ from: 1, to: 5 })) }),
  ],
  close,
);

const all: readonly TaskDomain[] = [ofNumber, ofTwo, ofSize, ofList, ofMatrix, ofNet, ofOptions];

function pointOf(of: TaskDomain, change: (laws: readonly Law[]) => readonly Law[] = (laws) => laws, runs = 3): Point {
  const grading: Grading = {
    tasks: { [of.task.id]: of.task } as Tasks,
    laws: change(withDomainLaws([], [of])),
    domains: [of],
    ...{ misconceptions: [], looks: () => [], figures: () => [], measures: [], plots: [], tools: [], walks: [] },
  };
  return regionsPoint(
    { manifest: { id: 'regions' } as Manifest, grading },
    Array.from({ length: runs }, (_, seed) => seed),
  );
}

/** Laws that never ask where something holds of the arguments. */
const leavingOut =
  (isLeftOut: (args: readonly Data[]) => boolean) =>
  (laws: readonly Law[]): readonly Law[] =>
    laws.map((law) => ({
      ...law,
      cases: (seed) => (law.cases?.(seed) ?? []).filter((input) => !law.calls(input).some(isLeftOut)),
    }));

describe('the ninth point', () => {
  test.each(all.map((of) => [of.task.id, of] as const))('holds for %s, at every seed', (_, of) => {
    const { figures, problems } = pointOf(of, undefined, 12);
    expect(problems).toEqual([]);
    expect(figures['stopped']).toBe(figures['answers']);
  });

  const leftOut: readonly (readonly [of: TaskDomain, id: string])[] = [
    [ofNumber, 'x is 0'],
    [ofNumber, 'x is −0'],
    [ofNumber, 'x is −1'],
    [ofNumber, 'x is 10000, the largest'],
    [ofNumber, 'x is just below 0.3'],
    [ofNumber, 'x is very small, negative'],
    [ofNumber, 'x is beyond 1,000, positive'],
    [ofNumber, 'x is a whole number'],
    [ofTwo, 'x and y are equal'],
    [ofTwo, 'x is 0, y is 0'],
    [ofSize, 'n is 0'],
    [ofSize, 'n is 64 to 127'],
    [ofSize, 'n is odd'],
    [ofList, 'list length is 0'],
    [ofList, 'list length is 1'],
    [ofList, 'list length is 40, the largest'],
    [ofList, 'list one entry is −0'],
    [ofList, 'list every entry is 0'],
    [ofList, 'weights several entries are all equal'],
    [ofList, 'list all of several entries but one are 0'],
    [ofList, 'weights the last of several entries is 1, the others are 0'],
    [ofList, 'weights the last of several entries is 0'],
    [ofMatrix, 'm it is square'],
    [ofMatrix, 'm it is tall'],
    [ofMatrix, 'm rows is 6, the largest'],
    [ofNet, 'net sizes: the depth is 1'],
    [ofNet, 'net sizes: the depth is 4, the largest'],
    [ofNet, 'net sizes: every width is 1'],
    [ofNet, 'net sizes: a width inside is 5, the largest'],
    [ofNet, 'net sizes: a layer is square'],
    [ofNet, 'net biases: every entry is 0'],
    [ofNet, 'gradients weights: one entry is 0'],
    [ofOptions, 'kind is b'],
    [ofOptions, 'options limit is absent'],
    [ofOptions, 'options rate is 0'],
  ];
  test.each(leftOut.map(([of, id]) => [of.task.id, id, of] as const))(
    'does not hold for %s if its laws leave a landmark out: %s',
    (_, id, of) => {
      const { isAt = () => false } = of.landmarks().find((mark) => mark.id === id) ?? {};
      expect(pointOf(of, leavingOut(isAt), 1).problems.map(({ where }) => where)).toContain(`${of.task.id}: ${id}`);
    },
  );

  test('does not hold if it is not seen at a landmark that arguments are changed', () => {
    const isLongest = ([list]: readonly Data[]): boolean => (list as readonly Data[]).length === 40;
    const blind = (laws: readonly Law[]): readonly Law[] =>
      laws.map((law) => ({
        ...law,
        check: (input, answers) =>
          law.id === pureLaw && law.calls(input).some(isLongest) ? undefined : law.check(input, answers),
      }));
    expect(pointOf(ofList, blind, 1).problems).toContainEqual({
      code: 'region-survives',
      where: 'ofList: list length is 40, the largest',
      values: expect.objectContaining({
        way: 'changes the first number of arguments, changes the last number of arguments, takes an entry away from arguments',
      }),
    });
  });

  test('judges each answer by itself, though they answer the first call of an input alike', () => {
    const atZero = law('at-zero', numberTask, {
      inputs: fc.constant(0),
      runs: 1,
      calls: () => [[5], [0], [-1]],
      check: (_, { values: [, received = 0] }) => (received === 2 ? undefined : { expected: 2, received }),
    });
    const places = pointOf(ofNumber, () => [atZero], 1).problems.map(({ where }) => where);
    expect(places).toContain('ofNumber: x is −1');
    expect(places).not.toContain('ofNumber: x is 0');
  });

  test('does not hold if a tolerance is so wide that it accepts what is off by a thousandth', () => {
    const loose = domain(ofSize.task as never, [whole(0, 1000)], { tolerance: { relative: 0.01, absolute: 0 } });
    expect(pointOf(loose, undefined, 1).problems).toContainEqual(expect.objectContaining({ code: 'tolerance-wide' }));
  });

  test('does not hold if the domain says that a landmark is in it to which nothing can be brought', () => {
    const never = { id: 'never', place: (args: readonly [number]) => args, isAt: () => false };
    const of = domain(ofSize.task as never, [whole(0, 1000)] as never, { landmarks: [never as never] });
    const { problems } = pointOf(of, undefined, 1);
    expect(problems).toEqual([expect.objectContaining({ code: 'landmark-unreachable', where: 'ofSize: never' })]);
  });
});
