/** Shares by which a number is moved: less than two, four or six digits show, to which somebody may round before an answer is looked up. */
const shares = [2e-4, 2e-6, 2e-8];

/** The value with all its numbers moved a little, by each of the shares; away from 0, or towards it where that leaves the domain. */
export const nudged = <T>(value: T, contains: (value: T) => boolean): readonly T[] =>
  shares.flatMap((share) => [moved(value, share), moved(value, -share)].filter(contains).slice(0, 1));

function moved<T>(value: T, share: number): T {
  const walk = (data: unknown): unknown => {
    if (typeof data === 'number') return data + share * (Math.abs(data) || 1);
    if (Array.isArray(data)) return data.map(walk);
    if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data;
    return Object.fromEntries(Object.entries(data).map(([key, field]) => [key, walk(field)]));
  };
  // Numbers have become numbers, and all else is as it was.
  return walk(value) as T;
}
