import { createHash } from 'node:crypto';
import { createRng } from '../../reference/numerics/rng.ts';
import type { Draw } from '../kit.ts';

/** Draws out of an assignment and a student's id, and out of nothing else. */
export function drawFor(assignment: string, student: string, part: string): Draw {
  const digest = createHash('sha256').update(`${assignment}\n${student}\n${part}`).digest();
  const { uniform } = createRng(digest.readInt32LE(0));
  const below = (count: number): number => Math.floor(uniform() * count);
  const some = <T>(values: readonly T[], count: number): readonly T[] => {
    const left = [...values];
    return Array.from({ length: Math.min(count, values.length) }, () => left.splice(below(left.length), 1)[0]!);
  };
  return {
    one: (values) => values[below(values.length)]!,
    some,
    seed: () => below(2 ** 31),
  };
}
