import { frameKind, nonceBytes, replyHeaderBytes } from '../../sandbox/protocol/protocol.ts';
import type { Ask, Port } from '../../sandbox/realm/main.ts';
import { Bytes, copyBytes } from '../../sandbox/realm/primordials.ts';
import { connect, type MessagePort } from './connect.ts';
import { frameOf, requestOf } from './frames.ts';
import { readyMessage, type WorkerRequest } from './messages.ts';
import { requestKey } from './request-key.ts';
import { createCall } from './waiting-calls.ts';

/** What a request waits for. */
interface Wait {
  readonly answered: Promise<void>;
  readonly go: () => void;
}

function wait(): Wait {
  let go = (): void => {};
  const answered = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { answered, go };
}

/**
 * Runs calls of functions that wait, to find out what they ask for: each request goes to the grader, and the call goes on
 * with its answer. Nothing that comes of the calls counts. When nobody waits any more, an empty reply says so.
 */
export function explore(port: MessagePort, realm: Port, later: (act: () => void) => void): void {
  const known = new Map<string, ArrayBuffer>();
  const waits = new Map<string, Wait>();
  let nonce = new Bytes(nonceBytes);
  let last: Promise<void> | undefined;
  const ask: Ask = (request, byteLength, allocate) => {
    const key = requestKey(request, byteLength);
    const found = known.get(key);
    if (found !== undefined) {
      copyBytes(new Bytes(allocate(found.byteLength)), new Bytes(found));
      return 1;
    }
    let waited = waits.get(key);
    if (waited === undefined) {
      waited = wait();
      waits.set(key, waited);
      port.postMessage(requestOf(nonce, frameKind.request, request.slice(0, byteLength)));
    }
    last = waited.answered;
    return 0;
  };
  const call = createCall(() => {
    const answered = last;
    last = undefined;
    return answered;
  });
  Object.defineProperty(globalThis, 'nabla$call', { value: call });
  const endIfNobodyWaits = (): void => {
    if (waits.size === 0) port.postMessage(frameOf(nonce, frameKind.reply, replyHeaderBytes).buffer as ArrayBuffer);
  };
  port.onmessage = ({ data }) => {
    for (const [key, answer] of data.answers) {
      known.set(key, answer);
      waits.get(key)?.go();
      waits.delete(key);
    }
    if ('body' in data) begin(data);
    // By then those who went on have come to their next request, or to their end.
    later(endIfNobodyWaits);
  };
  const begin = ({ nonce: own, body, substitutes }: WorkerRequest): void => {
    nonce = new Bytes(own);
    connect(realm, ask, substitutes);
    copyBytes(new Bytes(realm.input(body.byteLength)), new Bytes(body));
    while (realm.step() === 1) port.postMessage(realm.done());
    realm.finish();
  };
  port.postMessage(readyMessage);
}
