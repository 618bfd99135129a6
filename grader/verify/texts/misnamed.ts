import { nearest } from '../../nearest.ts';
import { type Problem, problem } from '../verification.ts';

/** Names that are missing and names that are too many; where one of these was meant by one of those, it is one problem. */
export interface Unmatched {
  readonly problems: readonly Problem[];
  readonly missing: readonly string[];
  readonly stray: readonly string[];
}

/** @param written a name as it stands in the text */
export function misnamed(
  where: string,
  missing: readonly string[],
  stray: readonly string[],
  written: (name: string) => string = (name) => name,
): Unmatched {
  const pairs = missing.flatMap((expected) => {
    const found = nearest(expected, stray);
    return found === undefined ? [] : [{ expected, found }];
  });
  return {
    problems: pairs.map(({ expected, found }) =>
      problem('misnamed', where, { expected: written(expected), found: written(found) }),
    ),
    missing: missing.filter((name) => !pairs.some(({ expected }) => expected === name)),
    stray: stray.filter((name) => !pairs.some(({ found }) => found === name)),
  };
}
