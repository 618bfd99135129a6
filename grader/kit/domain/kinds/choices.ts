import { type Data, isRngSeed, RngSeed } from '../../values/data.ts';
import type { Domain, Landmark } from '../domain.ts';
import { pick, wholeBetween } from './random.ts';

/** The domain of a few values, each of which is a landmark: `oneOf('sigmoid', 'tanh')`. */
export const oneOf = <T extends string | number | boolean>(...values: readonly T[]): Domain<T> => ({
  draw: (random) => pick(values, random.spread()),
  contains: (value) => values.includes(value),
  landmarks: values.map(
    (value): Landmark<T> => ({
      id: `is ${value}`,
      place: () => value,
      isAt: (other) => other === value,
      isEdge: true,
    }),
  ),
  *simpler(value) {
    yield* values.slice(0, values.indexOf(value));
  },
  fit: (value, random) => (values.includes(value) ? value : pick(values, random.next())),
});

/** The domain of what may be left out: of a record, an absent key. Absent in a quarter of the draws, and a landmark. */
export const optional = <T>(inner: Domain<T>): Domain<T | undefined> => ({
  draw: (random) => (random.next() < 0.25 ? undefined : inner.draw(random)),
  contains: (value) => value === undefined || inner.contains(value),
  landmarks: [
    { id: 'is absent', place: () => undefined, isAt: (value) => value === undefined, isEdge: true },
    ...inner.landmarks.map(
      ({ within, ...mark }): Landmark<T | undefined> => ({
        ...mark,
        place: (value, random) => mark.place(value ?? inner.draw(random), random),
        isAt: (value) => value !== undefined && mark.isAt(value),
      }),
    ),
  ],
  sites: () =>
    (inner.sites?.() ?? []).map((site) => ({
      ...site,
      at: (value) => (value === undefined ? [] : site.at(value)),
      set: (value, choose, random) => site.set(value ?? inner.draw(random), choose, random),
    })),
  *simpler(value) {
    if (value === undefined) return;
    yield undefined;
    yield* inner.simpler(value);
  },
  fit: (value, random) => (value === undefined ? value : inner.fit(value, random)),
});

/** The domain of states of a random number generator; students see an `Rng`. No state is a landmark. */
export const rng: Domain<RngSeed> = {
  draw: (random) => new RngSeed(wholeBetween(0, 2 ** 31 - 1, random.next())),
  contains: (value) => isRngSeed(value as Data),
  landmarks: [],
  simpler: () => [],
  fit: (value) => value,
};
