import type { TaskDomain } from '../../grader/kit.ts';
import { initializerDomains } from './initializers/domain.ts';
import { networkDomain } from './network/domain.ts';
import { outputDomains } from './output-layer/domain.ts';
import { type Parameters, setupOf } from './parameters.ts';
import type { InitializationTasks } from './reference.ts';
import { varianceDomains } from './variance/domain.ts';

/** Where an answer is demanded of each task. */
export const domains = (t: InitializationTasks, given?: Partial<Parameters>): readonly TaskDomain[] => [
  ...varianceDomains(t),
  ...initializerDomains(t),
  ...outputDomains(t),
  networkDomain(t, setupOf(given)),
];
