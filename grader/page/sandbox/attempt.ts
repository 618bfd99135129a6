import { ByteReader, MalformedBytes } from '../../sandbox/codec/decode.ts';
import type { Reply } from '../../sandbox/protocol/outcome.ts';
import { frameHeaderBytes, frameKind, maxRequestBytes, nonceBytes } from '../../sandbox/protocol/protocol.ts';
import { readReply } from '../../sandbox/protocol/read-reply.ts';
import type { StudentWorker } from './student-worker.ts';

/** What became of one frame of calls in one worker. */
export type Tried =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** What is asked for is not known yet: nothing that came of the calls counts. They may not have come to an end. */
  | { readonly kind: 'asked'; readonly requests: readonly ArrayBuffer[]; readonly isOver: boolean }
  /** A call, the one after so many, does not end. */
  | { readonly kind: 'hung'; readonly done: number }
  | { readonly kind: 'late' | 'ended' | 'memory' };

/** What a frame may take. */
export interface Allowed {
  readonly calls: number;
  /** One step of the harness: a slice of time, and the call that goes beyond it. */
  readonly stepMs: number;
  readonly allMs: number;
  /** 0 where nothing stands in for anything, and nobody may ask. */
  readonly requestBytes: number;
}

/** Once a call goes on without an answer, it is not waited for long: what comes of it does not count. */
const guessMs = 150;

/** Waits for what a worker says to a frame with this nonce. Throws `MalformedBytes` for what no harness of ours would say. */
export async function outcomeOf(worker: StudentWorker, nonce: Uint8Array, allowed: Allowed): Promise<Tried> {
  const requests: ArrayBuffer[] = [];
  let requested = 0;
  let done = 0;
  const begun = worker.waitedMs;
  for (;;) {
    const leftMs = allowed.allMs - (worker.waitedMs - begun);
    const stepMs = requests.length > 0 ? Math.min(guessMs, allowed.stepMs) : allowed.stepMs;
    const received = await worker.receive(Math.min(stepMs, Math.max(leftMs, 0)));
    if (received === 'ended' || received === 'memory') {
      return requests.length > 0 ? asked(requests, false) : { kind: received };
    }
    if (received === 'late') {
      if (requests.length > 0) return asked(requests, false);
      return leftMs <= stepMs ? { kind: 'late' } : { kind: 'hung', done };
    }
    if (received === 'malformed') throw new MalformedBytes('a message that is none');
    if (typeof received === 'number') {
      if (!(received > done && received < allowed.calls)) throw new MalformedBytes('a count of calls that was made up');
      done = received;
      continue;
    }
    const reader = new ByteReader(new Uint8Array(received));
    const kind = reader.byte();
    for (let at = 0; at < nonceBytes; at++) {
      if (reader.byte() !== nonce[at]) throw new MalformedBytes('the nonce is of another call');
    }
    if (kind === frameKind.reply) {
      return requests.length > 0 ? asked(requests, true) : { kind: 'reply', reply: readReply(reader, allowed.calls) };
    }
    requested += received.byteLength;
    const isAllowed = received.byteLength <= maxRequestBytes && requested <= allowed.requestBytes;
    if (kind !== frameKind.request || !isAllowed) throw new MalformedBytes('a request that nobody may make');
    requests.push(received.slice(frameHeaderBytes));
  }
}

const asked = (requests: readonly ArrayBuffer[], isOver: boolean): Tried => ({ kind: 'asked', requests, isOver });
