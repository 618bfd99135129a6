import { noInspector } from '../process/no-inspector.ts';
import {
  type CallHeader,
  frameHeaderBytes,
  frameKind,
  type LoadHeader,
  replyHeaderBytes,
  replyStatus,
} from '../protocol/protocol.ts';
import type { Finished } from '../realm/main.ts';
import { contentAt, newFrame, readFrame, writeFrame } from './frames.ts';
import { freezeOuterRealm } from './freeze.ts';
import { createRealms, type Realm } from './realm.ts';

/**
 * The sandbox's process: reads frames from standard input, answers on standard output. The student's code runs in a
 * context of `node:vm`, next to the port of `realm/`.
 */
let open: ReturnType<typeof createRealms> | undefined;
let realm: Realm | undefined;
/** For the next law: opened while the grader judges the answers to this one. Nothing of the student's has run in it. */
let next: Realm | undefined;
let nonce = Buffer.alloc(0);
/** A request has gone out, and its answer has not come in whole: whatever comes next would be taken for it. */
let isWaiting = false;

/** What is ours to do inside the realm besides the student's calls takes no longer, on a machine that is very busy. */
const ownMs = 10_000;

/** Sends a request out of a buffer of the realm's, and puts the answer into another. Throws nothing: that would be an object of ours. */
function ask(request: ArrayBuffer, byteLength: number, allocate: (byteLength: number) => ArrayBuffer): number {
  if (isWaiting) return 0;
  try {
    const frame = newFrame(frameHeaderBytes + byteLength);
    startFrame(frame, frameKind.request);
    frame.set(new Uint8Array(request, 0, byteLength), contentAt + frameHeaderBytes);
    isWaiting = true;
    writeFrame(frame);
    const answer = readFrame();
    isWaiting = false;
    // The length of the header, which an answer has none of, goes before it.
    new Uint8Array(allocate(answer.length - 4)).set(answer.subarray(4));
    return 1;
  } catch {
    return 0;
  }
}

function startFrame(frame: Buffer, kind: number): void {
  frame.writeUInt8(kind, contentAt);
  nonce.copy(frame, contentAt + 1);
}

function openNext(): void {
  try {
    next ??= open?.([]);
  } catch {
    // Whoever asks for it will see why.
  }
}

function freshRealm(substitutes: CallHeader['substitutes']): Realm {
  const opened = substitutes.length === 0 ? next : undefined;
  if (opened !== undefined) next = undefined;
  return opened ?? (open as NonNullable<typeof open>)(substitutes);
}

function runCalls(header: CallHeader, body: Uint8Array): { readonly status: number; readonly finished: Finished } {
  nonce = Buffer.from(header.nonce, 'hex');
  if (header.fresh || realm === undefined) realm = freshRealm(header.substitutes);
  new Uint8Array(realm.input(body.byteLength, ownMs)).set(body);
  let status: number = replyStatus.done;
  try {
    let more: unknown = 1;
    while (more === 1) more = realm.step(header.limitMs);
  } catch (error) {
    // Node's own error; what the student threw never comes this far.
    const timedOut = (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    status = timedOut ? replyStatus.timeout : replyStatus.broken;
  }
  const finished = realm.finish(ownMs);
  if (status !== replyStatus.done) realm = undefined;
  return { status: finished[0] < 0 && status === replyStatus.timeout ? replyStatus.loadTimeout : status, finished };
}

function reply({ status, finished }: ReturnType<typeof runCalls>): void {
  const done = finished[0];
  const written = finished[1];
  const frame = newFrame(frameHeaderBytes + replyHeaderBytes + written);
  startFrame(frame, frameKind.reply);
  const at = contentAt + frameHeaderBytes;
  frame.writeUInt8(status, at);
  frame.writeUInt32LE(Math.max(done, 0), at + 1);
  frame.set(new Uint8Array(finished[2], 0, written), at + replyHeaderBytes);
  writeFrame(frame);
  // A time-out in the midst of a request: what comes next could be taken for its answer.
  if (isWaiting) process.exit(0);
}

freezeOuterRealm();
noInspector();
for (;;) {
  const frame = readFrame();
  const headerLength = frame.readUInt32LE(0);
  const header = JSON.parse(frame.toString('utf8', 4, 4 + headerLength)) as LoadHeader | CallHeader;
  if (header.kind === 'load') {
    open = createRealms(header, ask);
    realm = undefined;
    next = undefined;
    // An empty frame: ready. No code of the student's has run so far, so what fails before this is no fault of theirs.
    writeFrame(newFrame(0));
  } else reply(runCalls(header, frame.subarray(4 + headerLength)));
  openNext();
}
