import * as fc from 'fast-check';
import { type Data, type Law, pureLaw } from '../kit.ts';
import type { Outcome, Reply } from '../sandbox/outcome.ts';
import type { Answerer } from './answerer.ts';
import { type Failure, type Finding, hasAnswered, isNotImplemented } from './failure.ts';
import { judgeInput } from './judge-input.ts';

/** As many calls go into one frame. */
const maxCallsPerFrame = 512;
/** As often a failing input is made smaller, at most. */
const maxShrinks = 400;

/** An input of a law, and the calls that it asks for. */
export interface Drawn {
  readonly input: unknown;
  readonly calls: readonly (readonly Data[])[];
}

/**
 * What was drawn last: a hundred wrong answers are tried on the same inputs of a law one after the other, and several laws on
 * the same answers.
 */
const lastDrawn = new WeakMap<
  Law['calls'],
  { readonly seed: number; readonly of: Law; readonly drawn: readonly Drawn[] }
>();

/** The inputs on which a law is tried at this seed; another number of them, where they are drawn one by one. */
export function drawInputs(law: Law, seed: number, count = law.runs): readonly Drawn[] {
  const last = lastDrawn.get(law.calls);
  const isSame = last?.seed === seed && last.of.inputs === law.inputs && last.of.cases === law.cases;
  if (isSame && last.of.runs === law.runs && count === law.runs) return last.drawn;
  const inputs = law.cases?.(seed) ?? fc.sample(law.inputs, { seed, numRuns: count });
  const drawn = inputs.map((input): Drawn => ({ input, calls: law.calls(input) }));
  if (count === law.runs) lastDrawn.set(law.calls, { seed, of: law, drawn });
  return drawn;
}

/**
 * Tries a law on its inputs, many calls a frame, and shrinks the first input that breaks it.
 *
 * fast-check draws the inputs and shrinks; the laws themselves are judged here, on answers that have all arrived.
 *
 * @param isFinal whether a failure of now is one that somebody sees: else it is not made smaller
 */
export async function checkLaw(
  law: Law,
  answer: Answerer,
  seed: number,
  isFinal: () => boolean = () => true,
): Promise<Finding> {
  const drawn = drawInputs(law, seed);
  let fresh = law.goesOn !== true;
  for (let first = 0; first < drawn.length; ) {
    let last = first + 1;
    let size = drawn[first]!.calls.length;
    while (last < drawn.length && size + drawn[last]!.calls.length <= maxCallsPerFrame) {
      size += drawn[last]!.calls.length;
      last += 1;
    }
    const frame = drawn.slice(first, last);
    const calls = frame.flatMap((one) => one.calls);
    const reply = await answer(calls, { fresh, echo: law.echo });
    fresh = false;
    if (reply.kind === 'out-of-time') return { kind: 'out-of-time', law: law.id };
    if (reply.kind !== 'answered') return { kind: 'not-loaded', reply };
    const found = firstFailure(law, frame, reply.outcomes);
    if (found) {
      const { index, failure } = found;
      if (!isFinal()) return { kind: 'failed', failure };
      return { kind: 'failed', failure: await smallestFailure(law, answer, seed, first + index, failure) };
    }
    first = last;
  }
  return { kind: 'passed' };
}

function firstFailure(
  law: Law,
  drawn: readonly Drawn[],
  outcomes: readonly Outcome[],
): { readonly index: number; readonly failure: Failure } | undefined {
  let at = 0;
  for (const [index, { input, calls }] of drawn.entries()) {
    const ofInput = outcomes.slice(at, at + calls.length);
    const failure = judgeInput(law, input, ofInput);
    if (failure) return { index, failure };
    at += calls.length;
  }
  return undefined;
}

/**
 * The smallest input found that fails as one of those drawn did. A statistical law is left as it is: its draws are its
 * evidence. So is a stub, which fails everywhere. Where the answer is right when it is asked for by itself, it is
 * not the law that is broken: what earlier calls have left behind spoils it.
 */
export async function smallestFailure(
  law: Law,
  answer: Answerer,
  seed: number,
  index: number,
  found: Failure,
): Promise<Failure> {
  const isStub = found.kind === 'threw' && isNotImplemented(found.error);
  if (law.alpha > 0 || isStub || !hasAnswered(found)) return found;
  let smallest = found;
  let tries = 0;
  let isRightAlone = false;
  const holds = async (input: unknown): Promise<boolean> => {
    tries += 1;
    if (tries > maxShrinks) return true;
    const reply: Reply = await answer(law.calls(input), { fresh: tries === 1, echo: law.echo });
    const failure = reply.kind === 'answered' ? judgeInput(law, input, reply.outcomes) : undefined;
    // The first is the input that failed, in a realm of its own.
    if (tries === 1) isRightAlone = reply.kind === 'answered' && failure === undefined;
    if (failure?.kind !== found.kind) return true;
    smallest = failure;
    return false;
  };
  // What was drawn from a domain carries all that it takes to make it smaller.
  const where = law.cases
    ? { examples: [[drawInputs(law, seed)[index]?.input] as [unknown]], numRuns: 1 }
    : { path: String(index), numRuns: index + 1 };
  await fc.check(fc.asyncProperty(law.inputs, holds), { seed, ...where });
  return isRightAlone && found.kind === 'broken'
    ? { ...found, law: pureLaw, violation: { ...found.violation, kind: 'not-repeatable' } }
    : smallest;
}
