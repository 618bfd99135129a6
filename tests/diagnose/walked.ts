import { walks as backpropagationWalks } from '../../assignments/01-backpropagation/feedback/walks.ts';
import * as backpropagation from '../../assignments/01-backpropagation/misconceptions.ts';
import { tasks as backpropagationTasks } from '../../assignments/01-backpropagation/reference.ts';
import { walks as gradientControlWalks } from '../../assignments/03-gradient-control/feedback/walks.ts';
import * as gradientControl from '../../assignments/03-gradient-control/misconceptions.ts';
import { tasks as gradientControlTasks } from '../../assignments/03-gradient-control/reference.ts';
import { walks as deepNetworkWalks } from '../../assignments/05-deep-network/feedback/walks.ts';
import * as deepNetwork from '../../assignments/05-deep-network/misconceptions.ts';
import { tasks as deepNetworkTasks } from '../../assignments/05-deep-network/reference.ts';
import type { Misconception, Task, Walk } from '../../grader/kit.ts';

/** A task, how its answer is computed by hand, and its known mistakes. */
export interface Walked {
  readonly task: Task;
  readonly walks: readonly Walk[];
  readonly misconceptions: readonly Misconception[];
}

const walked = <T>(
  table: T,
  task: unknown,
  walks: (table: T) => readonly Walk[],
  misconceptions: (table: T) => readonly Misconception[],
): Walked => ({
  task: task as Task,
  walks: walks(table).filter((one) => one.task === (task as Task).id),
  misconceptions: misconceptions(table).filter((one) => one.task === (task as Task).id),
});

export const [first, third, fifth] = [backpropagationTasks(), gradientControlTasks(), deepNetworkTasks()];
export const unrolled = walked(third, third.unrolledGradients, gradientControlWalks, gradientControl.misconceptions);
export const ofNetworks = ([first.forward, first.backward, first.chainFactors, first.chainGradient] as const).map(
  (task) => walked(first, task, backpropagationWalks, backpropagation.misconceptions),
);
export const ofDeepNetworks = [fifth.layerStatistics, fifth.lossAndGradients, fifth.trainStep].map((task) =>
  walked(fifth, task, deepNetworkWalks, deepNetwork.misconceptions),
);
export const all = [...ofNetworks, unrolled, ...ofDeepNetworks];
