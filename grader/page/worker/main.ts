import {
  frameHeaderBytes,
  frameKind,
  nonceBytes,
  replyHeaderBytes,
  replyStatus,
} from '../../sandbox/protocol/protocol.ts';
import { open, type Port } from '../../sandbox/realm/main.ts';
import { Bytes, copyBytes, setUint32, View } from '../../sandbox/realm/primordials.ts';
import { createAnswers } from './answers.ts';
import { connect, type MessagePort } from './connect.ts';
import { explore } from './explore.ts';
import { frameOf, requestOf } from './frames.ts';
import { leaveLanguage, passOverPrototypes } from './globals.ts';
import { readyMessage } from './messages.ts';

/** A student's file: its name, what it imports, as JSON, and what runs it; null where it is not a program. */
type File = readonly [name: string, imports: string, factory: Parameters<Port['add']>[1]];

declare function addEventListener(
  kind: 'message',
  listener: (event: { readonly ports: readonly MessagePort[] }) => void,
  options: { readonly once: true },
): void;
declare function addEventListener(
  kind: 'unhandledrejection',
  listener: (event: { preventDefault(): void }) => void,
): void;
declare const setTimeout: (act: () => void, ms: number) => unknown;

/**
 * The harness in a student's worker. The grader's port is in this closure alone, and no code of theirs has run before.
 *
 * @param explores whether the files wait for answers, and only what they ask for counts
 */
export function run(frameBytes: number, printedChars: number, files: readonly File[], explores = false): void {
  // Nobody looks at what comes of functions that wait.
  if (explores) addEventListener('unhandledrejection', (event) => event.preventDefault());
  addEventListener(
    'message',
    ({ ports: [port] }) => {
      const realm = open(frameBytes, printedChars);
      for (const [name, imports, factory] of files) realm.add(name, factory, imports);
      const later = setTimeout;
      leaveLanguage();
      passOverPrototypes();
      if (explores) explore(port as MessagePort, realm, (act) => later(act, 0));
      else serve(port as MessagePort, realm);
    },
    { once: true },
  );
}

function serve(port: MessagePort, realm: Port): void {
  let nonce = new Bytes(nonceBytes);
  let isConnected = false;
  const answers = createAnswers((request) => port.postMessage(requestOf(nonce, frameKind.request, request)));
  /** The calls, slice by slice; between slices the grader is told how far they are. */
  const calls = (body: ArrayBuffer): number => {
    copyBytes(new Bytes(realm.input(body.byteLength)), new Bytes(body));
    try {
      while (realm.step() === 1) port.postMessage(realm.done());
      return replyStatus.done;
    } catch {
      return replyStatus.broken;
    }
  };
  port.onmessage = ({ data }) => {
    if (!('body' in data)) return;
    nonce = new Bytes(data.nonce);
    if (!isConnected && data.substitutes.length > 0) {
      isConnected = true;
      connect(realm, answers.ask, data.substitutes);
    }
    for (let at = 0; at < data.answers.length; at++) answers.add(data.answers[at]![0], data.answers[at]![1]);
    answers.guess(data.numbers);
    const status = calls(data.body);
    const [done, written, output] = realm.finish();
    const bytes = frameOf(nonce, frameKind.reply, replyHeaderBytes + written);
    const view = new View(bytes.buffer as ArrayBuffer);
    bytes[frameHeaderBytes] = status;
    setUint32(view, frameHeaderBytes + 1, Math.max(done, 0), true);
    copyBytes(
      new Bytes(bytes.buffer as ArrayBuffer, frameHeaderBytes + replyHeaderBytes, written),
      new Bytes(output, 0, written),
    );
    port.postMessage(bytes.buffer as ArrayBuffer);
  };
  port.postMessage(readyMessage);
}
