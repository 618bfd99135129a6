import { meanSquare } from '../../../../reference/gains/gain.ts';
import { fanOf, kebab, type Scheme, type Setup, varianceOf } from '../../parameters.ts';
import {
  addedTo,
  fromBothSides,
  fromOneSide,
  normalOf,
  type OfFans,
  scaledBy,
  uniformWithin,
  type Wrongs,
} from './wrong-weights.ts';

const limitOf =
  (scheme: Scheme): OfFans =>
  (...fans) =>
    Math.sqrt(3 * varianceOf(scheme, ...fans));

/** U[−c/√fanIn, c/√fanIn] and what is taken for it. */
export const wrongStandard = ({ standardLimit: c }: Setup): Wrongs => ({
  ...(c !== 1 && { 'is-standard': uniformWithin((fanIn) => 1 / Math.sqrt(fanIn)) }),
  'without-root': uniformWithin((fanIn) => c / fanIn),
  'fan-out': uniformWithin((_, fanOut) => c / Math.sqrt(fanOut)),
  'both-fans': uniformWithin((fanIn, fanOut) => c / Math.sqrt(fanIn + fanOut)),
  'keeps-variance': uniformWithin((fanIn) => Math.sqrt(3 / fanIn)),
  'one-sided': scaledBy((fanIn) => c / Math.sqrt(fanIn), fromOneSide),
  'half-as-wide': uniformWithin((fanIn) => (0.5 * c) / Math.sqrt(fanIn)),
  'is-normal': normalOf((fanIn) => c / Math.sqrt(fanIn)),
});

/** U[±√6/√(fanIn + fanOut)]: Xavier. */
const wrongMean = (gained: Scheme): Wrongs => ({
  'variance-as-limit': uniformWithin((fanIn, fanOut) => 2 / (fanIn + fanOut)),
  'std-as-limit': uniformWithin((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut))),
  'half-as-wide': uniformWithin((fanIn, fanOut) => 0.5 * Math.sqrt(6 / (fanIn + fanOut))),
  'one-sided': scaledBy((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut)), fromOneSide),
  precedence: uniformWithin((fanIn, fanOut) => Math.sqrt(6 / fanIn + fanOut)),
  'root-missing': uniformWithin((fanIn, fanOut) => Math.sqrt(6) / (fanIn + fanOut)),
  'sum-of-roots': uniformWithin((fanIn, fanOut) => Math.sqrt(6) / (Math.sqrt(fanIn) + Math.sqrt(fanOut))),
  'product-of-fans': uniformWithin((fanIn, fanOut) => Math.sqrt(6 / (fanIn * fanOut))),
  'fan-in': uniformWithin((fanIn) => Math.sqrt(3 / fanIn)),
  'fan-out': uniformWithin((_, fanOut) => Math.sqrt(3 / fanOut)),
  [`is-${kebab(gained.id)}`]: uniformWithin(limitOf(gained)),
  three: uniformWithin((fanIn, fanOut) => Math.sqrt(3 / (fanIn + fanOut))),
  one: uniformWithin((fanIn, fanOut) => Math.sqrt(1 / (fanIn + fanOut))),
  'is-normal': normalOf((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut))),
  'limit-as-std': normalOf((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut))),
  'limit-added': addedTo((fanIn, fanOut) => Math.sqrt(6 / (fanIn + fanOut)), fromBothSides),
});

/** U[±√(3s/n)] where n is one of the fans: LeCun, He, and those for another activation. */
function wrongSingle(scheme: Scheme, other: Scheme): Wrongs {
  const { scale: s, mode, id } = scheme;
  const n: OfFans = (...fans) => fanOf(mode, ...fans);
  const otherFan: OfFans = (...fans) => fanOf(mode === 'fanIn' ? 'fanOut' : 'fanIn', ...fans);
  const limit = limitOf(scheme);
  const bySlope = 1 / slopeSquare(scheme);
  return {
    'std-as-limit': uniformWithin((...fans) => Math.sqrt(s / n(...fans))),
    'variance-as-limit': uniformWithin((...fans) => s / n(...fans)),
    'one-over-n': uniformWithin((...fans) => Math.sqrt(3 / n(...fans))),
    [mode === 'fanIn' ? 'fan-out' : 'fan-in']: uniformWithin((...fans) => Math.sqrt((3 * s) / otherFan(...fans))),
    [`is-${kebab(other.id)}`]: uniformWithin(limitOf(other)),
    'is-xavier': uniformWithin((fanIn, fanOut) => Math.sqrt(6) / Math.sqrt(fanIn + fanOut)),
    ...(isOfAnActivation(scheme) && {
      'is-he': uniformWithin((...fans) => Math.sqrt(6 / n(...fans))),
      'by-the-slope': uniformWithin((...fans) => Math.sqrt((3 * bySlope) / n(...fans))),
    }),
    'root-missing': uniformWithin((...fans) => (3 * s) / n(...fans)),
    [id === 'he' ? 'root-of-six' : 'root-above-only']: uniformWithin((...fans) => Math.sqrt(3 * s) / n(...fans)),
    'half-as-wide': uniformWithin((...fans) => 0.5 * limit(...fans)),
    'one-sided': scaledBy(limit, fromOneSide),
    'is-normal': normalOf((...fans) => Math.sqrt(s / n(...fans))),
    'limit-as-std': normalOf(limit),
  };
}

/** Neither Xavier's kind nor He's. */
export const isOfAnActivation = ({ behind, id }: Scheme): boolean => behind !== undefined && id !== 'he';

/** E φ′(Z)², by which the gradient is multiplied, and not the signal. */
export const slopeSquare = ({ behind }: Scheme): number => (behind ? meanSquare(behind.derivative) : 1);

export const wrongUniform = (scheme: Scheme, other: Scheme): Wrongs =>
  scheme.mode === 'fanAvg' ? wrongMean(other) : wrongSingle(scheme, other);
