import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Law } from '../kit.ts';

/**
 * The seed of one law, out of the seed of the run: the same whether one task or all of them are checked, so that a
 * replay of one task meets the same inputs. Laws that are judged on the same answers have one seed.
 */
export function lawSeed(seed: number, assignment: string, { task, evidence }: Pick<Law, 'task' | 'evidence'>): number {
  const digest = sha256(utf8ToBytes(`${seed}/${assignment}/${task}/${evidence}`));
  return new DataView(digest.buffer).getInt32(0, true);
}
