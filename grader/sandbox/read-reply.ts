import type { Data } from '../kit.ts';
import { ByteReader, decode, MalformedBytes } from './codec/decode.ts';
import { callTag, loadTag } from './codec/tags.ts';
import type { Outcome, Reply, ThrownText } from './outcome.ts';
import { replyStatus } from './protocol.ts';

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
      const argumentsAfter: Data[] = Array.from({ length: reader.count(1) }, () => decode(reader));
      return { kind: 'value', value, argumentsAfter };
    }
    case callTag.threw:
      return { kind: 'threw', error: readError(reader) };
    default:
      throw new MalformedBytes('an unknown outcome');
  }
}

/** Reads a frame from the sandbox. Throws `MalformedBytes` where it is not what the protocol allows. */
export function readReply(frame: Uint8Array, nonce: Uint8Array, calls: number): Reply {
  const reader = new ByteReader(frame);
  for (const byte of nonce) if (reader.byte() !== byte) throw new MalformedBytes('the nonce is not that of the call');
  const status = reader.byte();
  const done = reader.u32();
  const cpuMs = reader.u32();
  if (done > calls) throw new MalformedBytes('more answers than calls');
  if (status === replyStatus.broken) return { kind: 'load-crashed', reason: 'ended' };
  if (status === replyStatus.loadTimeout) return { kind: 'load-timeout', cpuMs };
  switch (reader.byte()) {
    case loadTag.noExport:
      return { kind: 'no-export' };
    case loadTag.threw:
      return { kind: 'load-threw', error: readError(reader) };
    case loadTag.loaded:
      break;
    default:
      throw new MalformedBytes('an unknown way of loading');
  }
  const stuck = reader.byte() === 1;
  const outcomes: Outcome[] = [];
  for (let call = 0; call < done; call++) outcomes.push(readOutcome(reader));
  if (status === replyStatus.timeout && done < calls) outcomes.push({ kind: 'timeout', cpuMs });
  while (outcomes.length < calls) outcomes.push({ kind: 'skipped' });
  return { kind: 'answered', outcomes, printed: reader.text(), cpuMs, stuck };
}
