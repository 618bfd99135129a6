/** Stands for Math.random and Date where a package uses them: the one draws from a task's generator, the other stands still. */
interface Generator {
  uniform(): number;
}

/** For weights that an adapter replaces at once: any numbers will do. */
let state = 1;
let source: Generator = {
  uniform() {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  },
};

/** What packages call in the place of `Math.random`. */
export const nextUniform = (): number => source.uniform();

/** Lets packages draw from a generator for as long as a call lasts. */
export function drawingFrom<Drawn>(rng: Generator, draw: () => Drawn): Drawn {
  const before = source;
  source = rng;
  try {
    return draw();
  } finally {
    source = before;
  }
}

class StoppedClock {
  getTime(): number {
    return 0;
  }
}

export { StoppedClock as Date };
