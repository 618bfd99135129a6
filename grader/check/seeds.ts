import { createHash } from 'node:crypto';
import type { Law } from '../kit.ts';

/**
 * The seed of one law, out of the seed of the run: the same whether one task or all of them are checked, so that a
 * replay of one task meets the same inputs. Laws that are judged on the same answers have one seed.
 */
export function lawSeed(seed: number, assignment: string, { task, evidence }: Pick<Law, 'task' | 'evidence'>): number {
  const digest = createHash('sha256').update(`${seed}/${assignment}/${task}/${evidence}`).digest();
  return digest.readInt32LE(0);
}
