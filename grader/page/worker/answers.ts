import { tag } from '../../sandbox/codec/tags.ts';
import { answerStatus } from '../../sandbox/protocol/protocol.ts';
import { Bytes, copyBytes } from '../../sandbox/realm/primordials.ts';
import type { Ask } from '../../sandbox/realm/stand-ins.ts';
import { requestKey } from './request-key.ts';

const call = Function.prototype.call;
const get = call.bind(Map.prototype.get) as unknown as (map: object, key: string) => ArrayBuffer | undefined;
const set = call.bind(Map.prototype.set) as unknown as (map: object, key: string, value: ArrayBuffer) => unknown;
const sliceOf = call.bind(ArrayBuffer.prototype.slice) as unknown as (
  buffer: ArrayBuffer,
  from: number,
  to: number,
) => ArrayBuffer;

/** In the place of an answer that is still to come: the number NaN, which leads nowhere. */
function unknownNumber(allocate: (byteLength: number) => ArrayBuffer): 1 {
  const answer = new Bytes(allocate(10));
  answer[0] = answerStatus.value;
  answer[1] = tag.number;
  // The bytes of NaN, in the order of machines that browsers run on.
  answer[8] = 0xf8;
  answer[9] = 0x7f;
  return 1;
}

/** Answers that the grader has given, and what to do with a request that has none yet. */
export interface Answers {
  readonly ask: Ask;
  add(key: string, answer: ArrayBuffer): void;
  /** Of which stand-ins it is known that they answer with a number. */
  guess(isNumber: readonly boolean[]): void;
}

/**
 * A worker cannot wait for an answer. So what is not known is sent to the grader, and the calls go on without it, only
 * to find out what else they will ask for: nothing that comes of them counts. Then all is asked again, elsewhere, with
 * these answers at hand.
 */
export function createAnswers(send: (request: ArrayBuffer) => void): Answers {
  const known = new Map<string, ArrayBuffer>();
  const asked = new Map<string, ArrayBuffer>();
  let isNumber: readonly boolean[] = [];
  return {
    add(key, answer) {
      set(known, key, answer);
    },
    guess(numbers) {
      isNumber = numbers;
    },
    ask(request, byteLength, allocate) {
      const key = requestKey(request, byteLength);
      const found = get(known, key);
      if (found !== undefined) {
        copyBytes(new Bytes(allocate(found.byteLength)), new Bytes(found));
        return 1;
      }
      if (get(asked, key) === undefined) {
        const copy = sliceOf(request, 0, byteLength);
        set(asked, key, copy);
        send(copy);
      }
      // Which of the stand-ins it is: an integer at the beginning.
      const index = new Bytes(request)[0] as number;
      return isNumber[index] === true ? unknownNumber(allocate) : 0;
    },
  };
}
