type Callee = (...args: unknown[]) => unknown;

const each = async (all: readonly unknown[], f: Callee): Promise<unknown[]> => {
  const found: unknown[] = [];
  for (let i = 0; i < all.length; i++) found.push(await f(all[i], i, all));
  return found;
};
const where = async (all: readonly unknown[], f: Callee): Promise<number> =>
  (await each(all, f)).findIndex((one) => Boolean(one));

/** What arrays do with a function that waits. */
const ways: Readonly<Record<string, (all: readonly unknown[], f: Callee, ...rest: unknown[]) => Promise<unknown>>> = {
  map: each,
  forEach: async (all, f) => void (await each(all, f)),
  flatMap: async (all, f) => (await each(all, f)).flat(),
  filter: async (all, f) => {
    const kept = await each(all, f);
    return all.filter((_, i) => kept[i]);
  },
  some: async (all, f) => (await where(all, f)) >= 0,
  every: async (all, f) => (await each(all, f)).every(Boolean),
  find: async (all, f) => all[await where(all, f)],
  findIndex: where,
  async reduce(all, f, ...rest) {
    let value = rest.length > 0 ? rest[0] : all[0];
    for (let i = rest.length > 0 ? 0 : 1; i < all.length; i++) value = await f(value, all[i], i, all);
    return value;
  },
  async reduceRight(all, f, ...rest) {
    let value = rest.length > 0 ? rest[0] : all.at(-1);
    for (let i = all.length - (rest.length > 0 ? 1 : 2); i >= 0; i--) value = await f(value, all[i], i, all);
    return value;
  },
};

/**
 * Calls a function of a program that waits (`sandbox/exploring/await-calls.ts`): once more where a stand-in has refused,
 * because its answer was still to come.
 *
 * @param awaited what the last refusal waits for, if it does
 */
export function createCall(awaited: () => Promise<void> | undefined) {
  const call = async (target: unknown, callee: unknown, args: readonly unknown[]): Promise<unknown> => {
    const f = (typeof callee === 'string' ? (target as Record<string, unknown>)[callee] : callee) as Callee;
    const [first, second] = args;
    const waiting =
      (handed: unknown): Callee =>
      (...of) =>
        call(undefined, handed, of);
    const way = Array.isArray(target) && typeof callee === 'string' && Object.hasOwn(ways, callee) && ways[callee];
    if (way && typeof first === 'function') return way(target as unknown[], waiting(first), ...args.slice(1));
    if (f === Array.from && typeof second === 'function') return each(Array.from(first as never), waiting(second));
    try {
      return Reflect.apply(f, target, args as unknown[]);
    } catch (error) {
      const answer = awaited();
      if (answer === undefined) throw error;
      await answer;
      return Reflect.apply(f, target, args as unknown[]);
    }
  };
  return call;
}
