import { once } from '../../once.ts';
import type { Domain } from '../domain.ts';

/** As often a value is drawn again that is not asked for. */
const mostTries = 50;

/** What narrows a domain; see {@link limited}. */
export interface Limits<T> {
  /** Brings a value to where it is asked for, and changes as little as can be: weights made smaller, say. */
  readonly settled?: (value: T) => T;
  /** Which values are asked for: those on which the right answer does not hang on how it is rounded. */
  readonly where?: (value: T) => boolean;
}

/**
 * The domain that is a part of another one which no range of its arguments describes.
 *
 * @param inner the domain that is narrowed
 * @param limits which of its values are asked for
 */
export function limited<T>(inner: Domain<T>, { settled = (value) => value, where = () => true }: Limits<T>): Domain<T> {
  const tried = (make: () => T): T => {
    for (let tries = 1; ; tries++) {
      const value = settled(make());
      if (where(value)) return value;
      if (tries === mostTries)
        throw new Error(`none of ${mostTries} values that were drawn is one that \`where\` lets through`);
    }
  };
  const among = (values: readonly T[]): readonly T[] => values.map(settled).filter(where);
  // One value is asked whether it is at one landmark after the other.
  let last: { readonly value: T; readonly is: boolean } | undefined;
  const isAsked = (value: T): boolean => {
    if (last?.value !== value) last = { value, is: where(value) };
    return last.is;
  };
  const landmarks = once(() =>
    inner.landmarks.map((mark) => ({ ...mark, isAt: (value: T) => mark.isAt(value) && isAsked(value) })),
  );
  return {
    draw: (random) => tried(() => inner.draw(random)),
    contains: (value) => inner.contains(value) && where(value),
    get landmarks() {
      return landmarks();
    },
    sites: () =>
      (inner.sites?.() ?? []).map((site) => ({
        ...site,
        set: (value, choose, random) => settled(site.set(value, choose, random)),
      })),
    settled,
    *simpler(value) {
      for (const simpler of inner.simpler(value)) yield* among([simpler]);
    },
    fit: (value, random) => settled(inner.fit(value, random)),
    neighbors: (value, random) => among(inner.neighbors?.(value, random) ?? []),
  };
}
