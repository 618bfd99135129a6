import * as fc from 'fast-check';
import { remembered } from '../kit/remembered.ts';
import { type Data, type Law, pureLaw } from '../kit.ts';
import type { Outcome, Reply } from '../sandbox/protocol/outcome.ts';
import type { Answerer } from './answerer.ts';
import { type Failure, type Finding, hasAnswered, isNotImplemented } from './failure.ts';
import { judgeInput } from './judge-input.ts';
import { ofLaw } from './law-error.ts';

/** Maximum number of calls per frame. */
const maxCallsPerFrame = 512;
/** Maximum number of shrinking steps. */
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
  readonly { readonly seed: number; readonly of: Law; readonly drawn: readonly Drawn[] }[]
>();
/** The seed of a class and that of the probes. */
const mostSeeds = 2;

/** The inputs on which a law is tried at this seed; another number of them, where they are drawn one by one. */
export function drawInputs(law: Law, seed: number, count = law.runs): readonly Drawn[] {
  const last = lastDrawn.get(law.calls) ?? [];
  const isSame = ({ inputs, cases, runs }: Law): boolean =>
    inputs === law.inputs && cases === law.cases && runs === law.runs;
  const found = count === law.runs ? last.find((one) => one.seed === seed && isSame(one.of)) : undefined;
  if (found) return found.drawn;
  const inputs = law.cases?.(seed) ?? fc.sample(law.inputs, { seed, numRuns: count });
  const drawn = inputs.map((input): Drawn => ({ input, calls: law.calls(input) }));
  if (count === law.runs) lastDrawn.set(law.calls, [{ seed, of: law, drawn }, ...last].slice(0, mostSeeds));
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
  let fresh = law.goesOn !== true;
  for (const { first, drawn, calls } of framesOf(ofLaw(law, () => drawInputs(law, seed)))) {
    const reply = await answer(calls, { fresh, echo: law.echo });
    fresh = false;
    if (reply.kind === 'out-of-time') return { kind: 'out-of-time', law: law.id };
    if (reply.kind !== 'answered') return { kind: 'not-loaded', reply };
    const { outcomes } = reply;
    const found = ofLaw(law, () => firstFailure(law, drawn, outcomes));
    if (found) {
      const { index, failure } = found;
      if (!isFinal()) return { kind: 'failed', failure };
      return { kind: 'failed', failure: await smallestFailure(law, answer, seed, first + index, failure) };
    }
  }
  return { kind: 'passed' };
}

/** Inputs whose calls go in one frame, the first of them by its place. */
interface Frame {
  readonly first: number;
  readonly drawn: readonly Drawn[];
  readonly calls: Drawn['calls'];
}

/** As many calls a frame as fit; the same frames for the same inputs, whoever is asked. */
const framesOf = remembered((all: readonly Drawn[]): readonly Frame[] => {
  const frames: Frame[] = [];
  for (let first = 0; first < all.length; ) {
    let last = first + 1;
    let size = all[first]!.calls.length;
    while (last < all.length && size + all[last]!.calls.length <= maxCallsPerFrame) {
      size += all[last]!.calls.length;
      last += 1;
    }
    const drawn = all.slice(first, last);
    frames.push({ first, drawn, calls: drawn.flatMap((one) => one.calls) });
    first = last;
  }
  return frames;
});

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
  if (law.alpha > 0 || law.staysAsDrawn || isStub || !hasAnswered(found)) return found;
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
