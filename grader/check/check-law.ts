import fc from 'fast-check';
import { type Law, pureLaw } from '../contract.ts';
import type { Outcome, Reply } from '../sandbox/outcome.ts';
import type { Answerer } from './answerer.ts';
import { type Failure, type Finding, hasAnswered, isNotImplemented } from './failure.ts';
import { judgeInput } from './judge-input.ts';

/** As many calls go into one frame. */
const maxCallsPerFrame = 512;
/** As often a failing input is made smaller, at most. */
const maxShrinks = 400;

/** What was drawn last of a law: a hundred wrong answers are tried on the same inputs one after the other. */
const lastDrawn = new WeakMap<Law, { readonly seed: number; readonly inputs: readonly unknown[] }>();

/** The inputs on which a law is tried at this seed. */
export function drawInputs(law: Law, seed: number): readonly unknown[] {
  const last = lastDrawn.get(law);
  if (last?.seed === seed) return last.inputs;
  const inputs = fc.sample(law.inputs, { seed, numRuns: law.runs });
  lastDrawn.set(law, { seed, inputs });
  return inputs;
}

/** Is told of answers by which a law holds, input by input in their order. */
export type OnHeld = (law: Law, outcomes: readonly Outcome[]) => void;

/**
 * Tries a law on its inputs, many calls a frame, and shrinks the first input that breaks it.
 *
 * fast-check draws the inputs and shrinks; the laws themselves are judged here, on answers that have all arrived.
 */
export async function checkLaw(law: Law, answer: Answerer, seed: number, onHeld?: OnHeld): Promise<Finding> {
  const inputs = drawInputs(law, seed);
  const calls = inputs.map((input) => law.calls(input));
  let fresh = true;
  for (let first = 0; first < inputs.length; ) {
    let last = first + 1;
    let size = calls[first]?.length ?? 0;
    while (last < inputs.length && size + (calls[last]?.length ?? 0) <= maxCallsPerFrame) {
      size += calls[last]?.length ?? 0;
      last += 1;
    }
    const reply = await answer(calls.slice(first, last).flat(), { fresh, echo: law.echo });
    fresh = false;
    if (reply.kind !== 'answered') return { kind: 'not-loaded', reply };
    const found = firstFailure(law, inputs.slice(first, last), reply.outcomes, onHeld);
    if (found) {
      return { kind: 'failed', failure: await smallestFailure(law, answer, seed, first + found.index, found.failure) };
    }
    first = last;
  }
  return { kind: 'passed' };
}

function firstFailure(
  law: Law,
  inputs: readonly unknown[],
  outcomes: readonly Outcome[],
  onHeld?: OnHeld,
): { readonly index: number; readonly failure: Failure } | undefined {
  let at = 0;
  for (const [index, input] of inputs.entries()) {
    const count = law.calls(input).length;
    const ofInput = outcomes.slice(at, at + count);
    const failure = judgeInput(law, input, ofInput);
    if (failure) return { index, failure };
    onHeld?.(law, ofInput);
    at += count;
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
  await fc.check(fc.asyncProperty(law.inputs, holds), { seed, path: String(index), numRuns: index + 1 });
  return isRightAlone && found.kind === 'broken'
    ? { ...found, law: pureLaw, violation: { ...found.violation, kind: 'not-repeatable' } }
    : smallest;
}
