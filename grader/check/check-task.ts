import type { Law } from '../kit.ts';
import type { Answerer } from './answerer.ts';
import { askOnce } from './ask-once.ts';
import { checkLaw } from './check-law.ts';
import type { Finding } from './failure.ts';
import { lawSeed } from './seeds.ts';

/**
 * Tries the laws of one task in their order, up to the first that is broken.
 *
 * @param isFinal as in `checkLaw`
 */
export async function checkTask(
  assignment: string,
  laws: readonly Law[],
  answer: Answerer,
  seed: number,
  isOutOfTime: () => boolean = () => false,
  isFinal: () => boolean = () => true,
): Promise<Finding> {
  const answererFor = askOnce(answer);
  for (const law of laws) {
    if (isOutOfTime()) return { kind: 'out-of-time', law: law.id };
    const finding = await checkLaw(law, answererFor(law), lawSeed(seed, assignment, law), isFinal);
    if (finding.kind !== 'passed') return finding;
  }
  return { kind: 'passed' };
}
