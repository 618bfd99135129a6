import type { Law } from '../../grader/kit.ts';
import { promised } from './distributions.ts';
import { depthLaw } from './laws-depth.ts';
import { exactLaws, rngLaws } from './laws-initializers.ts';
import { networkLaws } from './laws-network.ts';
import { outputLaws } from './laws-output.ts';
import { varianceLaws } from './laws-variance.ts';
import { statisticalLaws } from './laws-weights.ts';
import { type Parameters, setupOf } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';

/** What is true of the eleven functions, and of no others. */
export function laws(tasks: InitializationTasks, given?: Partial<Parameters>): readonly Law[] {
  const setup = setupOf(given);
  return [
    ...varianceLaws(tasks, setup.depth),
    ...promised(tasks, setup).flatMap((promise) => [
      ...exactLaws(promise),
      ...statisticalLaws(promise),
      ...rngLaws(promise),
      // Last: it takes as long as all others together.
      depthLaw(promise, setup.depth),
    ]),
    ...outputLaws(tasks),
    ...networkLaws(tasks, setup),
  ];
}
