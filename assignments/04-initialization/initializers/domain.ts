import { domain, inputs, limited, rng, type TaskDomain, whole } from '../../../grader/kit.ts';
import type { InitializationTasks, InitializerArgs } from '../reference.ts';

export const mostFan = 1000;

/**
 * So many weights has a layer at most. The formulas are the same for more, but a check of five initializers that draws a
 * million weights of each takes four times as long.
 */
export const mostWeights = 36_000;

/** Fewer outputs or inputs, whichever are not an end of the domain; of a square fewer of both. */
function settled([fanIn, fanOut, state]: InitializerArgs): InitializerArgs {
  if (fanIn * fanOut <= mostWeights) return [fanIn, fanOut, state];
  if (fanIn === fanOut) return [Math.floor(Math.sqrt(mostWeights)), Math.floor(Math.sqrt(mostWeights)), state];
  return fanIn === mostFan
    ? [fanIn, Math.floor(mostWeights / fanIn), state]
    : [Math.floor(mostWeights / fanOut), fanOut, state];
}

export function initializerDomains(t: InitializationTasks): readonly TaskDomain[] {
  const fan = whole(1, mostFan);
  const layers = limited(inputs<InitializerArgs>(['fanIn', 'fanOut', 'rng'], [fan, fan, rng]), {
    settled,
    where: ([fanIn, fanOut]) => fanIn * fanOut <= mostWeights,
  });
  const asked = {
    ...layers,
    // A layer of a million weights is not asked for.
    get landmarks() {
      return layers.landmarks.filter(({ id }) => id !== 'fanIn is 1000, the largest, fanOut is 1000, the largest');
    },
  };
  return [t.standardUniform, t.xavierUniform, t.xavierNormal, t.heNormal, t.heUniform].map((task) =>
    domain(task, asked, { isRandom: true }),
  );
}
