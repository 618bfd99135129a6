import type { Data } from '../kit.ts';
import { type ByteReader, decode, MalformedBytes } from './codec/decode.ts';
import { ByteWriter, encode } from './codec/encode.ts';
import { answerStatus, maxAnswerBytes, maxRequestBytes, type Substitute } from './protocol/protocol.ts';
import { withinTime } from './within-time.ts';

/** A right answer, or that there is none for these arguments. */
export type RightAnswer = { readonly value: Data } | { readonly refused: true };

/** What stands in for a broken function of the student's, and where its answers come from: this process. */
export interface StandIn extends Substitute {
  /** Undefined where it has none to give. */
  readonly answers?: (args: Data) => RightAnswer;
}

/**
 * Eight thousand numbers: at worst a formula multiplies each with each, which takes a fraction of a second. A limit of time
 * costs a thread, and would take longer than most answers.
 */
const smallBytes = 64 * 1024;

/** The bytes of an answer to what the child has asked. Throws `MalformedBytes` where it may not ask that. */
export function answerRequest(
  reader: ByteReader,
  standIns: readonly StandIn[],
  limitMs: number,
  spent: (ms: number) => void,
): Uint8Array {
  const isSmall = reader.remaining <= smallBytes;
  if (reader.remaining > maxRequestBytes) throw new MalformedBytes('a request is too large');
  const answers = standIns[reader.u32()]?.answers;
  if (answers === undefined) throw new MalformedBytes('nobody is there to answer');
  const args = decode(reader);
  if (reader.remaining > 0) throw new MalformedBytes('more bytes than a request has');
  const answer = isSmall ? answers(args) : withinTime(limitMs, () => answers(args), spent);
  if (answer !== undefined && 'value' in answer) {
    const writer = new ByteWriter();
    writer.byte(answerStatus.value);
    encode(writer, answer.value);
    const bytes = writer.finish();
    if (bytes.length <= maxAnswerBytes) return bytes;
  }
  return Uint8Array.of(answerStatus.refused);
}
