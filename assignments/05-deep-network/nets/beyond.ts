import { type Difference, firstDifference, type Tolerance } from '../../../grader/kit.ts';

type Tree = number | readonly Tree[] | { readonly [key: string]: Tree };

/** The first place where an answer is further from the expected one than it may be, by an error bound for each number. */
export function beyond(
  expected: Tree,
  received: Tree | undefined,
  errors: Tree,
  least: Tolerance,
  path = '',
): Difference | undefined {
  if (typeof expected === 'number') {
    const absolute = least.absolute + (errors as number);
    // An infinite bound would let everything pass.
    return firstDifference(expected, received, { ...least, absolute: Number.isFinite(absolute) ? absolute : 0 }, path);
  }
  if (Array.isArray(expected)) {
    const list = Array.isArray(received) ? (received as readonly Tree[]) : undefined;
    if (list?.length !== expected.length) return firstDifference(expected, received, least, path);
    for (const [i, entry] of (expected as readonly Tree[]).entries()) {
      const difference = beyond(entry, list[i], (errors as readonly Tree[])[i]!, least, `${path}[${i}]`);
      if (difference) return difference;
    }
    return undefined;
  }
  for (const [key, field] of Object.entries(expected)) {
    const other = (received as { readonly [key: string]: Tree } | undefined)?.[key];
    const difference = beyond(
      field,
      other,
      (errors as { readonly [key: string]: Tree })[key]!,
      least,
      path === '' ? key : `${path}.${key}`,
    );
    if (difference) return difference;
  }
  return undefined;
}
