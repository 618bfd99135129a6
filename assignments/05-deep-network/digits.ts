import type { TrainingData } from '../../reference/training.ts';
import file from './digits.json' with { type: 'json' };

/** Images of 7 × 7 gray values in [0, 1], one a row; image i shows the digit i mod 10. NOTICE.md says where they are from. */
function decode(base64: string): TrainingData {
  const bytes = Buffer.from(base64, 'base64');
  const pixels = file.size ** 2;
  const inputs = Array.from({ length: bytes.length / pixels }, (_, n) =>
    Array.from(bytes.subarray(n * pixels, (n + 1) * pixels), (byte) => byte / 255),
  );
  return { inputs, labels: inputs.map((_, n) => n % file.classes) };
}

export const { classes } = file;

/** 1,000 digits, 100 of each. */
export const training: TrainingData = decode(file.training);

/** 500 other digits, 50 of each, which never cross into the sandbox. */
export const heldOut: TrainingData = decode(file.heldOut);
