import { type Proof, rightAnswers } from '../../grader/kit.ts';
import type { Squashing } from '../../reference/squashing.ts';
import { alikeAnswers } from './alike.ts';
import { type Compared, comparedAs, type Pair } from './compared.ts';
import { type RightWays, waysOf } from './families/rights.ts';
import { laws } from './laws.ts';
import { misconceptions } from './misconceptions.ts';
import { type Parameters, pairOf, parametersOf } from './parameters.ts';
import { wrongs } from './proof-wrongs.ts';
import type { SaturationTasks } from './reference.ts';

/** Where a function that falls passes a level. */
function fallsTo(level: number, falling: (z: number) => number, limit: number): number {
  let [low, high] = [0, 1];
  while (falling(high) > level && high < limit) high *= 2;
  for (let i = 0; i < 70; i++) {
    const middle = (low + high) / 2;
    if (falling(middle) > level) low = middle;
    else high = middle;
  }
  return low;
}

/** The z of an activation, to where its digits end. */
const searched = ({ activate }: Squashing, a: number, limit: number): number =>
  activate(0) === a
    ? 0
    : Math.sign(a - activate(0)) *
      fallsTo(-Math.abs(a - activate(0)), (z) => -Math.abs(activate(z) - activate(0)), limit);

/** Ways that any activation can be written in which saturates on both sides alike. */
function waysBySymmetry({ shape, limit }: Compared): RightWays {
  const { activate, derivative, inverse, pointOfShare, bounds } = shape;
  const middle = activate(0);
  return {
    value: {
      'from-the-right': (z) => (z >= 0 ? activate(z) : 2 * middle - activate(-z)),
      'from-both-sides': (z) => middle + (activate(z) - activate(-z)) / 2,
    },
    slope: {
      'from-the-right': (z) => derivative(Math.abs(z)),
      'from-both-sides': (z) => (derivative(z) + derivative(-z)) / 2,
    },
    output: {
      bisection: (a) => derivative(searched(shape, a, limit)),
      'from-the-right': (a) => derivative(inverse(middle + Math.abs(a - middle))),
    },
    activationAt: (share) => Math.min(activate(pointOfShare(share)), bounds[1]),
    pointAt: pointOfShare,
  };
}

const waysIn = (one: Compared): RightWays => (one.member ? waysOf(one.member) : waysBySymmetry(one));

function rights(t: SaturationTasks, pair: Pair): Proof['rightAnswers'] {
  const [first, second] = [waysIn(pair.first), waysIn(pair.second)];
  const shapeOf = (code: string): Squashing => comparedAs(pair, code).shape;
  const waysAs = (code: string): RightWays => (code === pair.first.code ? first : second);
  return [
    ...rightAnswers(t.value, second.value),
    ...rightAnswers(t.slope, second.slope),
    ...rightAnswers(t.firstFromOutput, first.output),
    ...rightAnswers(t.secondFromOutput, second.output),
    ...rightAnswers(t.saturatedFraction, {
      loop: (code, units, threshold) => {
        const { activate, derivativeFromOutput } = shapeOf(code);
        let count = 0;
        for (const z of units) if (derivativeFromOutput(activate(z)) < threshold) count += 1;
        return units.length > 0 ? count / units.length : 0;
      },
      'mean-of-flags': (code, units, threshold) =>
        units.reduce((sum, z) => sum + Number(shapeOf(code).derivative(z) < threshold) / units.length, 0),
    }),
    ...rightAnswers(t.gradientBound, {
      loop: (code, depth) => {
        let product = 1;
        for (let layer = 0; layer < depth; layer++) product *= shapeOf(code).derivative(0);
        return product;
      },
      'by-logarithms': (code, depth) => Math.exp(depth * Math.log(shapeOf(code).steepest)),
    }),
    ...rightAnswers(t.saturationPoint, {
      'of-the-textbook': (code, threshold) =>
        shapeOf(code).inverse(waysAs(code).activationAt(threshold / shapeOf(code).steepest)),
      bisection: (code, threshold) => fallsTo(threshold, shapeOf(code).derivative, comparedAs(pair, code).limit),
      'without-the-activation': (code, threshold) => waysAs(code).pointAt(threshold / shapeOf(code).steepest),
    }),
  ];
}

/** What shows that right answers pass in other styles too, and what each law is for. */
export const proof = (t: SaturationTasks, given?: Partial<Parameters>): Proof => {
  const pair = pairOf(parametersOf(given));
  return {
    rightAnswers: rights(t, pair),
    mutants: wrongs(t, pair),
    alike: alikeAnswers(t, laws(t, given), misconceptions(t, given)),
  };
};
