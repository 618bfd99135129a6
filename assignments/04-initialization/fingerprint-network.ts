import type { Fingerprint } from '../../grader/contract.ts';
import type { Layer } from '../../reference/types.ts';
import { varianceOf } from './distributions.ts';
import { areAlike, hasInfinite, isCutOff, matrixFeatures } from './fingerprint.ts';
import type { WideAndTall } from './generators.ts';
import { activations, matricesOf, schemes, unequal } from './nets.ts';

/** 0 or 1 where all biases are this; 2 where they are something else. */
const biasesOf = (layers: readonly Layer[]): number => {
  const biases = layers.flatMap((layer) => layer.biases);
  const [first] = biases;
  return (first === 0 || first === 1) && biases.every((b) => b === first) ? first : 2;
};

/** Whether the weights are uniform or normal is left out: both are right, and a mistake may come with either. */
export const networkFingerprint: Fingerprint<WideAndTall, Layer[]> = {
  features({ base }, { values }) {
    const sizes = unequal(base);
    const atZero = values.slice(activations.length).map((layers) => hasInfinite(matricesOf(layers).flat()));
    const large = activations.flatMap((activation, call) => {
      const layers = values[call] ?? [];
      const matrices = [0, 1].flatMap((l) => {
        const [fanIn = 0, fanOut = 0] = sizes.slice(l);
        const variance = varianceOf(schemes[activation], fanIn, fanOut);
        const weights = layers[l]?.weights ?? [];
        return [...matrixFeatures(weights, fanIn, fanOut, variance).slice(0, -1), isCutOff(weights)];
      });
      const [first = [], second = []] = matricesOf(layers);
      return [
        layers.length,
        biasesOf(layers),
        (layers[0]?.biases.length ?? 0) / base,
        areAlike(first, second),
        ...matrices,
      ];
    });
    const [tanh = [], relu = []] = values.map((layers) => matricesOf(layers)[0] ?? []);
    return [areAlike(tanh, relu), ...large, ...atZero];
  },
  // 12,000 weights give a variance to 1.3 %, and mistakes are further apart than this.
  tolerance: { relative: 0, absolute: 0.1 },
};
