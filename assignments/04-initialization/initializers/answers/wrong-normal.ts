import { cut, drawTruncated, truncatedStd } from '../../../../reference/weights/truncated-normal.ts';
import { fanOf, kebab, type Scheme, type Setup, varianceOf } from '../../parameters.ts';
import { isOfAnActivation, slopeSquare } from './wrong-uniform.ts';
import {
  addedTo,
  boxMullerAtZero,
  type Draw,
  fromOneSide,
  normalOf,
  type OfFans,
  scaledBy,
  truncatedOf,
  twelveUniforms,
  uniformWithin,
  type Wrong,
  type Wrongs,
} from './wrong-weights.ts';

/** How right weights are drawn, in units of their standard deviation, and wrong ones that are wrong in their std alone. */
interface Rightly {
  readonly of: (std: OfFans) => Wrong;
  readonly draw: (rng: Draw) => number;
}

const rightlyIn = ({ isTruncated }: Setup): Rightly =>
  isTruncated
    ? { of: truncatedOf, draw: (rng) => drawTruncated(rng) / truncatedStd }
    : { of: normalOf, draw: (rng) => rng.normal() };

const stdOf =
  (scheme: Scheme): OfFans =>
  (...fans) =>
    Math.sqrt(varianceOf(scheme, ...fans));

/** std² = 2/(fanIn + fanOut): Xavier. */
const wrongMean = (gained: Scheme, { of }: Rightly): Wrongs => ({
  'variance-as-std': of((fanIn, fanOut) => 2 / (fanIn + fanOut)),
  one: of((fanIn, fanOut) => Math.sqrt(1 / (fanIn + fanOut))),
  three: of((fanIn, fanOut) => Math.sqrt(3 / (fanIn + fanOut))),
  six: of((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut))),
  'root-of-two': of((fanIn, fanOut) => Math.SQRT2 / (fanIn + fanOut)),
  precedence: of((fanIn, fanOut) => Math.sqrt(2 / fanIn + fanOut)),
  'product-of-fans': of((fanIn, fanOut) => Math.sqrt(2 / (fanIn * fanOut))),
  'fan-in': of((fanIn) => Math.sqrt(1 / fanIn)),
  [`is-${kebab(gained.id)}`]: of(stdOf(gained)),
});

/** std² = s/n where n is one of the fans: LeCun, He, and those for another activation. */
function wrongSingle(scheme: Scheme, other: Scheme, { of }: Rightly): Wrongs {
  const { scale: s, mode, id } = scheme;
  const n: OfFans = (...fans) => fanOf(mode, ...fans);
  const otherFan: OfFans = (...fans) => fanOf(mode === 'fanIn' ? 'fanOut' : 'fanIn', ...fans);
  const isHe = id === 'he';
  const bySlope = 1 / slopeSquare(scheme);
  return {
    'one-over-n': of((...fans) => Math.sqrt(1 / n(...fans))),
    [mode === 'fanIn' ? 'fan-out' : 'fan-in']: of((...fans) => Math.sqrt(s / otherFan(...fans))),
    [`is-${kebab(other.id)}`]: of(stdOf(other)),
    'is-xavier': of((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut))),
    ...(isOfAnActivation(scheme) && {
      'is-he': of((...fans) => Math.sqrt(2 / n(...fans))),
      'by-the-slope': of((...fans) => Math.sqrt(bySlope / n(...fans))),
    }),
    'variance-as-std': of((...fans) => s / n(...fans)),
    [isHe ? 'two-over-root' : 'root-below-only']: of((...fans) => s / Math.sqrt(n(...fans))),
    [isHe ? 'root-of-two' : 'root-above-only']: of((...fans) => Math.sqrt(s) / n(...fans)),
    [isHe ? 'six' : 'limit-of-the-uniform']: of((...fans) => Math.sqrt((3 * s) / n(...fans))),
  };
}

/** What goes wrong with the distribution while the standard deviation is the right one. */
function wrongShape(std: OfFans, { draw }: Rightly, isTruncated: boolean): Wrongs {
  const by = (x: (rng: Draw) => number): Wrong => scaledBy(std, x);
  const common: Wrongs = {
    'is-uniform': uniformWithin((...fans) => Math.sqrt(3) * std(...fans)),
    'std-as-limit': uniformWithin(std),
    'by-uniform': by(fromOneSide),
    'one-sided': by((rng) => Math.abs(draw(rng))),
    'std-added': addedTo(std, draw),
  };
  if (isTruncated) {
    return {
      ...common,
      'not-corrected': truncatedOf((...fans) => truncatedStd * std(...fans)),
      'not-cut-off': normalOf(std),
      'not-cut-off-but-stretched': normalOf((...fans) => std(...fans) / truncatedStd),
      clipped: by((rng) => Math.max(-cut, Math.min(cut, rng.normal())) / truncatedStd),
    };
  }
  return {
    ...common,
    truncated: truncatedOf((...fans) => truncatedStd * std(...fans)),
    'truncated-rescaled': truncatedOf(std),
    'sum-of-uniforms': by(twelveUniforms),
    infinite: by(boxMullerAtZero),
  };
}

export function wrongNormal(scheme: Scheme, other: Scheme, setup: Setup): Wrongs {
  const rightly = rightlyIn(setup);
  return {
    ...(scheme.mode === 'fanAvg' ? wrongMean(other, rightly) : wrongSingle(scheme, other, rightly)),
    ...wrongShape(stdOf(scheme), rightly, setup.isTruncated),
  };
}
