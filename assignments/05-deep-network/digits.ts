import type { TrainingData } from '../../reference/training.ts';
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
  const bytes = Buffer.from(images, 'base64');
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
