import { once } from '../../once.ts';
import { type Domain, type Lens, within } from '../domain.ts';
import type { Random } from './random.ts';

/** A domain seen otherwise: `to` makes its values into others, `from` finds the way back. */
export function seenAs<T, Other>(inner: Domain<T>, to: (value: T) => Other, from: (value: Other) => T): Domain<Other> {
  const lens: Lens<Other, T> = { get: from, set: (_, value) => to(value) };
  const landmarks = once(() =>
    inner.landmarks.map((mark) => ({
      ...mark,
      place: (value: Other, random: Random) => to(mark.place(from(value), random)),
      isAt: (value: Other) => mark.isAt(from(value)),
      within: within(lens, () => mark),
    })),
  );
  return {
    draw: (random) => to(inner.draw(random)),
    contains: (value) => inner.contains(from(value)),
    get landmarks() {
      return landmarks();
    },
    sites: () =>
      (inner.sites?.() ?? []).map((site) => ({
        ...site,
        at: (value) => site.at(from(value)),
        set: (value, choose, random) => to(site.set(from(value), choose, random)),
      })),
    *simpler(value) {
      for (const simpler of inner.simpler(from(value))) yield to(simpler);
    },
    fit: (value, random) => to(inner.fit(from(value), random)),
    settled: (value) => (inner.settled ? to(inner.settled(from(value))) : value),
    // What is drawn from the inner domain has its type; nobody else makes one.
    origin: { domain: inner as Domain<unknown>, made: (value) => to(value as T) },
    neighbors: (value, random) => (inner.neighbors?.(from(value), random) ?? []).map(to),
  };
}
