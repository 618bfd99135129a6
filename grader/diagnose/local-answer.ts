import { type Data, isList, isRecord, isRngSeed } from '../kit.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';
import { replayRng } from './replay-rng.ts';

/** Asks a function of ours as the sandbox asks a student's: on copies, with generators in the place of their seeds. */
export function localAnswer(answer: (...args: readonly never[]) => unknown, args: readonly Data[]): Outcome {
  const live = args.map((arg) => (isRngSeed(arg) ? replayRng(arg.seed) : copyOf(arg)));
  try {
    const value = withPlainArrays(answer(...(live as never[]))) as Data;
    return { kind: 'value', value, argumentsAfter: live.map((arg, index) => seedOr(args[index], arg as Data)) };
  } catch (error) {
    const { name = '', message = String(error) } = error instanceof Error ? error : {};
    return { kind: 'threw', error: { name, message, stack: '' } };
  }
}

/** Of what laws call with, which is plain; `structuredClone` takes several times as long over so little. */
function copyOf(data: Data): Data {
  if (isList(data)) return data.map(copyOf);
  if (isRecord(data)) return Object.fromEntries(Object.entries(data).map(([key, field]) => [key, copyOf(field)]));
  return data;
}

const seedOr = (given: Data, after: Data): Data => (isRngSeed(given) ? given : after);

/**
 * A typed array arrives as a list of numbers, as it does from the sandbox. Numbers in a list are not copied: no function of
 * ours changes what it has returned. Its first entry tells what the others are; whether it is true is for the shape to say.
 */
function withPlainArrays(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(withPlainArrays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withPlainArrays(field)]));
}
