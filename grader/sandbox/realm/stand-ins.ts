import { tag } from '../codec/tags.ts';
import { answerStatus, maxRequestBytes } from '../protocol/protocol.ts';
import { overflow } from './bytes.ts';
import { createReader } from './input.ts';
import { createWriter, nothingWritten, type OutputWriter } from './output.ts';
import { apply, Buffer, getNumber, getUint8, isNotANumber, Numbers, setNumber, View } from './primordials.ts';
import { refuse } from './refuse.ts';

export type StandIn = (...args: unknown[]) => unknown;

/**
 * Sends the first bytes of a buffer to the grader, and writes what comes back into one that `allocate` makes: 1, or 0
 * where there will be no answer. The one function of the outer realm in here; what it throws is caught in it.
 */
export type Ask = (request: ArrayBuffer, byteLength: number, allocate: (byteLength: number) => ArrayBuffer) => number;

/**
 * Throws where the stack has hardly any room left. Asking takes some: were it to end between a request and its answer, this
 * process could ask for nothing more.
 */
const needStack = (depth: number): number => (depth === 0 ? 0 : 1 + needStack(depth - 1));
const askingDepth = 150;

/** How many bits of a drawn number become a seed. */
const seeds = 2 ** 32;

/** An integer out of a student's generator, in its state of this moment: which then has gone on by one draw. */
function seedFrom(generator: unknown, task: string): number {
  const { uniform } = generator as { uniform?: unknown };
  const drawn = typeof uniform === 'function' ? apply(uniform, generator, []) : undefined;
  return typeof drawn === 'number' && drawn >= 0 && drawn < 1 ? (drawn * seeds) >>> 0 : refuse('NablaRefused', task);
}

/**
 * Makes functions that stand in for broken ones of the student's: they hold no formula, and ask the grader for each
 * answer. One that has no answers says which function was called, and was broken.
 */
export function createStandIns(ask: Ask) {
  /** One is enough, unless reading the arguments calls a stand-in in its turn. */
  let free: OutputWriter | undefined;

  return (index: number, task: string, parameters: number, generators: readonly number[]): StandIn => {
    if (parameters < 0) return () => refuse('NablaBroken', task);
    const isGenerator: boolean[] = [];
    for (let at = 0; at < parameters; at++) isGenerator[at] = false;
    for (let at = 0; at < generators.length; at++) isGenerator[generators[at] as number] = true;
    const askFor = (args: unknown[]): unknown => {
      const request = free ?? createWriter(maxRequestBytes, 1024);
      free = undefined;
      request.rollback(nothingWritten);
      try {
        request.u32(index);
        request.byte(tag.list);
        request.u32(parameters);
        for (let at = 0; at < parameters; at++) {
          if (isGenerator[at]) request.rng(seedFrom(args[at], task));
          else request.value(args[at]);
        }
      } catch (error) {
        if (error === overflow) return refuse('NablaRefused', task);
        throw error;
      }
      needStack(askingDepth);
      let answer = new Buffer(0);
      const allocate = (byteLength: number): ArrayBuffer => {
        answer = new Buffer(byteLength);
        return answer;
      };
      const isAnswered = ask(request.buffer(), request.mark().length, allocate) === 1;
      free = request;
      const view = new View(answer);
      if (!isAnswered || getUint8(view, 0) !== answerStatus.value) return refuse('NablaRefused', task);
      const reader = createReader(view, () => {});
      reader.byte();
      return reader.value();
    };
    if (parameters !== 1) return (...args) => askFor(args);
    // What is a function of one number is asked for the same number again and again, in loops over a net.
    const known = new Numbers();
    return (...args) => {
      const arg = args[0];
      if (typeof arg !== 'number') return askFor(args);
      const found = getNumber(known, arg);
      if (found !== undefined) return found;
      const answer = askFor(args);
      // In a page NaN stands for an answer that is still to come.
      if (typeof answer === 'number' && !isNotANumber(answer)) setNumber(known, arg, answer);
      return answer;
    };
  };
}
