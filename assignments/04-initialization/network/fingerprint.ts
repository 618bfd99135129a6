import type { Fingerprint, Tolerance } from '../../../grader/kit.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { areAlike, hasInfinite, hasTails, isCutOff, matrixFeatures, weightsOf } from '../initializers/fingerprint.ts';
import type { WideAndTall } from '../initializers/generators.ts';
import { varianceOf } from '../parameters.ts';
import { matricesOf, type NetKind, unequal } from './nets.ts';

/** 0 or 1 where all biases are this; 2 where they are another number, all of them; 3 where they differ. */
const biasesOf = (layers: readonly Layer[]): number => {
  const biases = layers.flatMap((layer) => layer.biases);
  const [first] = biases;
  if (!biases.every((b) => b === first)) return 3;
  return first === 0 || first === 1 ? first : 2;
};

/** A layer that is missing. */
const none = weightsOf();

/** 4,500 weights give a variance to 2.1 %, two of them differ by 3 %, and mistakes are further apart than this. */
export const estimatedOfNets: Tolerance = { relative: 0, absolute: 0.14 };

/**
 * Whether the weights are uniform or normal is left out: both are right, and a mistake may come with either. What is wrong
 * is a normal that was cut off, or where that is asked for, one that was not.
 */
export const networkFingerprint = (
  kinds: readonly NetKind[],
  isTruncated: boolean,
  zeros: number,
): Fingerprint<WideAndTall, Layer[]> => ({
  features({ base }, { values }) {
    const sizes = unequal(base);
    const atZero = values.slice(-zeros).map((layers) => hasInfinite(matricesOf(layers).flat()));
    const nets = kinds.map((_, call) => (values[call] ?? []).map(({ weights }) => weightsOf(weights)));
    const large = kinds.flatMap(({ scheme }, call) => {
      const layers = values[call] ?? [];
      const matrices = sizes.slice(1).flatMap((fanOut, l) => {
        const fanIn = sizes[l]!;
        const weights = nets[call]![l] ?? none;
        const tails = isTruncated ? hasTails(weights) : isCutOff(weights);
        return [...matrixFeatures(weights, fanIn, fanOut, varianceOf(scheme, fanIn, fanOut)).slice(0, -1), tails];
      });
      const [first = none, second = none] = nets[call]!;
      return [
        layers.length,
        biasesOf(layers),
        (layers[0]?.biases.length ?? 0) / base,
        areAlike(first, second),
        ...matrices,
      ];
    });
    const [one = none, other = none] = nets.map(([first]) => first);
    return [areAlike(one, other), ...large, ...atZero];
  },
  tolerance: estimatedOfNets,
});
