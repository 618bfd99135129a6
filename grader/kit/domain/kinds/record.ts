import { once } from '../../once.ts';
import { type Domain, type Landmark, lifted } from '../domain.ts';
import { liftedSites } from '../rounds/sites.ts';
import type { Random } from './random.ts';

/** A domain for each field. */
export type Fields<T> = { readonly [K in keyof T]-?: Domain<T[K]> };

/** An object with fields of their own domains; what is `optional` may be missing from it. */
export function recordOf<T extends object>(fields: Fields<T>): Domain<T> {
  const keys = Object.keys(fields) as (keyof T & string)[];
  const from = (fieldOf: (key: keyof T & string) => unknown): T => {
    const record: Record<string, unknown> = {};
    for (const key of keys) {
      const value = fieldOf(key);
      if (value !== undefined) record[key] = value;
    }
    return record as T;
  };
  const withField = <K extends keyof T & string>(whole: T, key: K, value: T[K]): T =>
    from((other) => (other === key ? value : whole[other]));
  const landmarks = once(() =>
    keys.flatMap((key): readonly Landmark<T>[] =>
      lifted<T, T[typeof key]>(
        `${key}`,
        fields[key].landmarks,
        (whole) => whole[key],
        (whole, part) => withField(whole, key, part),
      ),
    ),
  );
  return {
    draw: (random) => from((key) => fields[key].draw(random)),
    contains: (value) => keys.every((key) => fields[key].contains(value[key])),
    get landmarks() {
      return landmarks();
    },
    sites: () =>
      keys.flatMap((key) =>
        liftedSites<T, T[typeof key]>(
          key,
          fields[key].sites?.() ?? [],
          (whole) => whole[key],
          (whole, part) => withField(whole, key, part),
        ),
      ),
    *simpler(value) {
      for (const key of keys)
        for (const simpler of fields[key].simpler(value[key])) yield withField(value, key, simpler);
    },
    fit: (value, random: Random) => from((key) => fields[key].fit(value[key], random)),
  };
}
