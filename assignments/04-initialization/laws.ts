import type { Law } from '../../grader/kit.ts';
import { depthLaw } from './initializers/laws/depth.ts';
import { exactLaws, rngLaws } from './initializers/laws/exact.ts';
import { statisticalLaws } from './initializers/laws/sample.ts';
import { promised } from './initializers/promises.ts';
import { networkLaws } from './network/laws.ts';
import { outputLaws } from './output-layer/laws.ts';
import { type Parameters, setupOf } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';
import { varianceLaws } from './variance/laws.ts';

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
