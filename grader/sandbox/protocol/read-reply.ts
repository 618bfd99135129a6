import type { Data } from '../../kit.ts';
import { type ByteReader, decode, MalformedBytes } from '../codec/decode.ts';
import { callTag, loadTag } from '../codec/tags.ts';
import type { Outcome, Reply, ThrownText } from './outcome.ts';
import { replyStatus } from './protocol.ts';

/** No function that is asked for has more. */
const maxArguments = 64;

const readError = (reader: ByteReader): ThrownText => ({
  name: reader.text(),
  message: reader.text(),
  stack: reader.text(),
});

function readOutcome(reader: ByteReader): Outcome {
  const kind = reader.byte();
  switch (kind) {
    case callTag.value:
      return { kind: 'value', value: decode(reader), argumentsAfter: [] };
    case callTag.valueAndArguments: {
      const value = decode(reader);
      const count = reader.count(1);
      if (count > maxArguments) throw new MalformedBytes('more arguments than a call has');
      const argumentsAfter: Data[] = Array.from({ length: count }, () => decode(reader));
      return { kind: 'value', value, argumentsAfter };
    }
    case callTag.threw:
      return { kind: 'threw', error: readError(reader) };
    default:
      throw new MalformedBytes('an unknown outcome');
  }
}

/**
 * Reads a reply, behind kind and nonce. Throws `MalformedBytes` where it is not what the protocol allows. A time-out that
 * it tells of is for the caller to believe.
 */
export function readReply(reader: ByteReader, calls: number): Reply {
  const status = reader.byte();
  const done = reader.u32();
  if (done > calls) throw new MalformedBytes('more answers than calls');
  if (status === replyStatus.broken) throw new MalformedBytes('the harness broke');
  if (status === replyStatus.loadTimeout) return { kind: 'load-timeout' };
  const loading = reader.byte();
  if (loading === loadTag.noExport) return { kind: 'no-export' };
  if (loading === loadTag.threw) return { kind: 'load-threw', error: readError(reader) };
  if (loading !== loadTag.loaded) throw new MalformedBytes('an unknown way of loading');
  if (status !== replyStatus.done && status !== replyStatus.timeout) throw new MalformedBytes('an unknown status');
  // With all calls done, what has no end are jobs that the student's code has left behind.
  const isOver = status === replyStatus.timeout && done < calls;
  if (!isOver && done < calls) throw new MalformedBytes('fewer answers than calls');
  const stuck = reader.byte() === 1;
  const outcomes: Outcome[] = [];
  for (let call = 0; call < done; call++) outcomes.push(readOutcome(reader));
  if (isOver) outcomes.push({ kind: 'timeout' });
  while (outcomes.length < calls) outcomes.push({ kind: 'skipped' });
  const printed = reader.text();
  if (reader.remaining > 0) throw new MalformedBytes('more bytes than a reply has');
  return { kind: 'answered', outcomes, printed, stuck };
}
