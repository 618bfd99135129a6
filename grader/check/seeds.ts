import { createHash } from 'node:crypto';

/**
 * The seed of one law, out of the seed of the run: the same whether one task or all of them are checked, so that a
 * replay of one task meets the same inputs.
 */
export function lawSeed(seed: number, assignment: string, task: string, law: string): number {
  const digest = createHash('sha256').update(`${seed}/${assignment}/${task}/${law}`).digest();
  return digest.readInt32LE(0);
}
