import type { Arbitrary } from 'fast-check';
import type { Task } from '../task.ts';
import { isIdentical } from '../values/compare.ts';
import type { Data } from '../values/data.ts';
import { type Answers, type Law, law, type Violation } from './law.ts';

/**
 * The id of the purity law, which every task must satisfy.
 *
 * @internal
 */
export const pureLaw = 'pure';

/**
 * What an answer has changed of its arguments, or that the second answer to the same arguments is another one.
 *
 * @internal
 */
export function impurityIn(
  of: Pick<Task, 'parameters'>,
  args: readonly unknown[],
  { values, argumentsAfter }: Answers<unknown>,
): Violation | undefined {
  const calls = argumentsAfter.map(() => args);
  const change = changeIn(of, calls, argumentsAfter);
  if (change) return change;
  const [first, ...more] = values as readonly Data[];
  const call = 1 + more.findIndex((other) => !isIdentical(first, other));
  return call === 0 ? undefined : { kind: 'not-repeatable', call, expected: first, received: values[call] as Data };
}

/**
 * The first argument that a call has changed.
 *
 * @internal
 */
export function changeIn(
  { parameters }: Pick<Task, 'parameters'>,
  calls: readonly (readonly unknown[])[],
  argumentsAfter: readonly (readonly Data[])[],
): Violation | undefined {
  for (const [call, after] of argumentsAfter.entries()) {
    const args = calls[call]!;
    const changed = after.findIndex((value, index) => !isIdentical(args[index] as Data, value));
    if (changed < 0) continue;
    const path = parameters[changed] ?? '';
    return { kind: 'argument-changed', call, path, expected: args[changed] as Data, received: after[changed] };
  }
  return undefined;
}

/** A law: the function changes none of its arguments and gives the same answer for the same arguments. */
export function pure<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  inputs: Arbitrary<Args>,
  runs = 30,
): Law {
  return law(pureLaw, of, {
    inputs,
    runs,
    echo: true,
    calls: (args) => [args, args],
    check: (args, answers) => impurityIn(of, args, answers),
  });
}
