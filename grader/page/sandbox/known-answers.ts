import { ByteReader, MalformedBytes } from '../../sandbox/codec/decode.ts';
import { tag } from '../../sandbox/codec/tags.ts';
import { answerStatus } from '../../sandbox/protocol/protocol.ts';
import { answerRequest, type StandIn } from '../../sandbox/stand-in.ts';
import { requestKey } from '../worker/request-key.ts';

/** What stand-ins have been asked so far, and the grader's answers: for the same arguments always the same. */
export class KnownAnswers {
  readonly #standIns: readonly StandIn[];
  readonly entries: (readonly [key: string, answer: ArrayBuffer])[] = [];
  /** What they take of memory. */
  byteLength = 0;
  readonly #asked = new Set<string>();
  readonly #isNumber: (boolean | undefined)[] = [];
  /** Whether calls may go on with NaN in the place of a number that is not known yet. One that never ended may not. */
  mayGuess = true;

  constructor(standIns: readonly StandIn[]) {
    this.#standIns = standIns;
  }

  /** Answers requests. Throws `MalformedBytes` where a student's code, out of its realm, asks for what nobody may ask. */
  answer(requests: readonly ArrayBuffer[], limitMs: number): void {
    const before = this.#asked.size;
    for (const request of requests) {
      const key = requestKey(request, request.byteLength);
      this.#asked.add(key);
      if (request.byteLength < 4) throw new MalformedBytes('a request without a beginning');
      const found = answerRequest(new ByteReader(new Uint8Array(request)), this.#standIns, limitMs, () => {});
      const answer = found.slice().buffer;
      const index = new DataView(request).getUint32(0, true);
      const isNumber = found[0] !== answerStatus.value || found[1] === tag.number;
      this.#isNumber[index] = isNumber && (this.#isNumber[index] ?? found[0] === answerStatus.value);
      this.entries.push([key, answer]);
      this.byteLength += answer.byteLength;
    }
    if (this.#asked.size === before) throw new MalformedBytes('what is known is asked for again');
  }

  get numbers(): readonly boolean[] {
    return this.#standIns.map((_, index) => this.mayGuess && this.#isNumber[index] === true);
  }
}
