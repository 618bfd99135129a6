import * as fc from 'fast-check';
import { type Answers, Interval, type Law, law, pure, RngSeed, sample } from '../../../../grader/kit.ts';
import type { Matrix } from '../../../../reference/numerics/types.ts';
import { varianceOf } from '../../parameters.ts';
import type { InitializerArgs } from '../../reference.ts';
import { smallLayer, statesWithZero } from '../generators.ts';
import type { Promised } from '../promises.ts';
import { limitOf, unlessFanOutByFanIn, unlessWithinLimit } from '../shape.ts';
import { firstOf } from '../weights.ts';

/** What the weights of every initializer are, whatever was drawn. */
export function exactLaws(promise: Promised): Law[] {
  const { task, family } = promise;
  const isCutOff = Number.isFinite(family.limit);
  const small = {
    inputs: smallLayer,
    runs: 40,
    calls: (args: InitializerArgs) => [args],
    view: (_: InitializerArgs, { values: [rows = []] }: Answers<Matrix>) => rows,
  };
  const ofSmallLayers = sample('small-layers', task, small, {
    'weights-shape': {
      check: ([fanIn, fanOut], rows) => unlessFanOutByFanIn(rows, fanIn, fanOut),
    },
    // With small layers it can be shrunk to a single one.
    ...(isCutOff && {
      'weights-within-limit': {
        check: ([fanIn, fanOut]: InitializerArgs, rows: Matrix) =>
          unlessWithinLimit(rows, limitOf(promise, fanIn, fanOut), promise.slack),
      },
    }),
  });
  return isCutOff ? ofSmallLayers : [...ofSmallLayers, finiteAtZero(promise)];
}

/** At every state that meets a zero: where a logarithm is taken of every other number, one of them alone shows it. */
const finiteAtZero = (promise: Promised): Law =>
  law('weights-finite', promise.task, {
    inputs: fc.tuple(fc.integer({ min: 4, max: 6 }), fc.integer({ min: 4, max: 6 })),
    runs: 4,
    calls: ([fanIn, fanOut]) => statesWithZero.map((state): InitializerArgs => [fanIn, fanOut, new RngSeed(state)]),
    check([fanIn, fanOut], { values }) {
      // What a normal may well be: beyond seven standard deviations it is once in 4e11 draws.
      const expected = new Interval(0, 7 * Math.sqrt(varianceOf(promise, fanIn, fanOut)));
      return firstOf(values, (rows, call) =>
        firstOf(rows, (row, j) =>
          firstOf(row, (w, i) =>
            Number.isFinite(w) ? undefined : { call, path: `[${j}][${i}]`, expected, received: w },
          ),
        ),
      );
    },
  });

/** What every initializer does with its generator. */
export const rngLaws = ({ task }: Promised): Law[] => [pure(task, smallLayer, 12)];
