import { ByteReader, MalformedBytes } from '../../../sandbox/codec/decode.ts';
import { frameHeaderBytes, frameKind, maxRequestBytes, nonceBytes } from '../../../sandbox/protocol/protocol.ts';
import type { WorkerRequest } from '../../worker/messages.ts';
import type { KnownAnswers } from '../known-answers.ts';
import type { StudentWorker } from '../student-worker.ts';

/** What an exploration may take: of waiting for one message, of all, and of requests. */
export interface Bounds {
  readonly stepMs: number;
  readonly allMs: number;
  readonly requestBytes: number;
  readonly callMs: number;
}

/**
 * Lets calls run on answers as they ask for them, and keeps these: the calls then meet what they need, all at once. What has
 * not come to its end in its time was not worth waiting for. Throws `MalformedBytes` for what no harness of ours would say.
 */
export async function explore(
  worker: StudentWorker,
  request: WorkerRequest,
  known: KnownAnswers,
  { stepMs, allMs, requestBytes, callMs }: Bounds,
): Promise<void> {
  worker.send(request);
  let requested = 0;
  for (const begun = worker.waitedMs; worker.waitedMs - begun < allMs; ) {
    const received = await worker.receive(stepMs);
    if (typeof received === 'number') continue;
    if (received === 'ended' || received === 'memory' || received === 'late') return;
    if (received === 'malformed') throw new MalformedBytes('a message that is none');
    const reader = new ByteReader(new Uint8Array(received));
    const kind = reader.byte();
    const nonce = new Uint8Array(request.nonce);
    for (let at = 0; at < nonceBytes; at++) {
      if (reader.byte() !== nonce[at]) throw new MalformedBytes('the nonce is of another call');
    }
    if (kind === frameKind.reply) return;
    requested += received.byteLength;
    const isAllowed = received.byteLength <= maxRequestBytes && requested <= requestBytes;
    if (kind !== frameKind.request || !isAllowed) throw new MalformedBytes('a request that nobody may make');
    const before = known.entries.length;
    known.answer([received.slice(frameHeaderBytes)], callMs);
    worker.send({ answers: known.entries.slice(before) });
  }
}
