import { bytesOf } from '../../../grader/kit.ts';
import { permutation, type TrainingData } from '../../../reference/nets/training.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Parameters } from '../parameters.ts';
import file from './digits.json' with { type: 'json' };

/** Of the training images' gray values, in [0, 1]; the held-out images are shifted and scaled by the same numbers. */
const mean = 0.1285;
const std = 0.2269;

/** Three decimals are all that a byte has. */
const standardized = (byte: number): number => Math.round(((byte / 255 - mean) / std) * 1000) / 1000;

/**
 * Images of 7 × 7, one a row, shifted and scaled to mean 0 and variance 1 over all pixels together, as the theory of
 * initialization assumes of its inputs. digits.md says where they are from.
 */
function decode({ images, labels }: typeof file.training): TrainingData {
  const bytes = bytesOf(images);
  const pixels = file.size ** 2;
  const inputs = Array.from({ length: bytes.length / pixels }, (_, n) =>
    Array.from(bytes.subarray(n * pixels, (n + 1) * pixels), standardized),
  );
  return { inputs, labels: Array.from(labels, Number) };
}

export const { classes } = file;

/** 500 digits, 50 of each. */
export const training: TrainingData = decode(file.training);

/** 1,000 other digits, 100 of each, which never cross into the sandbox. */
export const heldOut: TrainingData = decode(file.heldOut);

/** What the nets of a variant learn from, and what they are asked about. */
export interface Digits {
  readonly training: TrainingData;
  readonly heldOut: TrainingData;
}

/**
 * The digits 0 … classes − 1, in the order in which they lie. With a shuffle the pixels of all images stand in one other
 * order, and the digits get other labels. Neither changes how well nets do, in distribution: weights that are drawn
 * alike for all inputs and for all outputs, and then trained, do not know which pixel or which label is which.
 */
export function digitsOf({ classes: count, shuffle }: Pick<Parameters, 'classes' | 'shuffle'>): Digits {
  const rng = createRng(shuffle);
  const pixels = shuffle === 0 ? undefined : permutation(file.size ** 2, rng);
  const labels = shuffle === 0 ? undefined : permutation(count, rng);
  const chosen = ({ inputs, labels: all }: TrainingData): TrainingData => {
    const kept = [...all.keys()].filter((n) => all[n]! < count);
    return {
      inputs: kept.map((n) => pixels?.map((i) => inputs[n]![i]!) ?? inputs[n]!),
      labels: kept.map((n) => labels?.[all[n]!] ?? all[n]!),
    };
  };
  return { training: chosen(training), heldOut: chosen(heldOut) };
}
