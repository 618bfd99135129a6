import vm from 'node:vm';
import { optimizeLater } from '../optimize-later.ts';
import type { CallHeader, LoadHeader } from '../protocol.ts';
import { replyHeaderBytes, replyStatus } from '../protocol.ts';
import type { Port } from '../realm/main.ts';
import { parse, referenceScript, type Scripts } from './scripts.ts';

/**
 * The sandbox's process: reads frames from standard input, answers on standard output. The student's code runs in a
 * context of `node:vm`, next to the port of `realm/`; nothing of this realm is handed to it.
 */
interface Realm {
  readonly context: vm.Context;
  readonly port: Port;
}

const stepName = 'nabla:step';
/** Takes the port's function off the global object before any student's code can see it there. */
const stepScript = new vm.Script(
  `(() => { const step = globalThis['${stepName}']; delete globalThis['${stepName}']; return step(); })()`,
);

optimizeLater();

let submission: LoadHeader | undefined;
let scripts: Scripts | undefined;
let realm: Realm | undefined;
/** For the next law: opened while the grader judges the answers to this one. Nothing of the student's has run in it. */
let next: Realm | undefined;

function openRealm(substitutes: CallHeader['substitutes']): Realm {
  const { frameBytes, printedChars, reference } = submission as LoadHeader;
  scripts ??= parse(submission as LoadHeader);
  const globals: Record<string, unknown> = Object.create(null);
  const context = vm.createContext(globals, {
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  const open = scripts.realm.runInContext(context) as (frameBytes: number, printedChars: number) => Port;
  const port = open(frameBytes, printedChars);
  for (const { name, script, imports } of scripts.files) port.add(name, script?.runInContext(context) ?? null, imports);
  if (substitutes.length > 0) {
    const script = referenceScript(reference);
    const right = script.runInContext(context) as Record<string, (...args: unknown[]) => unknown>;
    for (const { file, task, withoutFile } of substitutes) {
      const answer = right[task];
      if (answer) port.substitute(file, task, answer, withoutFile);
    }
  }
  return { context, port };
}

function openNext(): void {
  try {
    next ??= openRealm([]);
  } catch {
    // Whoever asks for it will see why.
  }
}

function freshRealm(substitutes: CallHeader['substitutes']): Realm {
  if (next === undefined || substitutes.length > 0) return openRealm(substitutes);
  const opened = next;
  next = undefined;
  return opened;
}

function answer(header: CallHeader, body: Uint8Array): void {
  const nonce = Buffer.from(header.nonce, 'hex');
  const { callMs, sliceMs } = header;
  if (header.fresh || realm === undefined) realm = freshRealm(header.substitutes);
  const { context, port } = realm;
  new Uint8Array(port.input(body.byteLength)).set(body);
  port.begin(header.file, header.task, header.calls, header.echo ? 1 : 0, sliceMs);
  let status: number = replyStatus.done;
  const cpuBefore = process.cpuUsage();
  try {
    let more: unknown = 1;
    while (more === 1) {
      context[stepName] = port.step;
      // A call may begin just before its slice ends, so that the slice is added to what it may take.
      more = stepScript.runInContext(context, { timeout: callMs + sliceMs });
    }
  } catch (error) {
    // Node's own error, made in the student's realm; what the student threw never comes this far.
    const timedOut = (error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    status = timedOut ? replyStatus.timeout : replyStatus.broken;
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const done = port.finish();
  if (done < 0 && status === replyStatus.timeout) status = replyStatus.loadTimeout;
  const written = port.written();
  const reply = Buffer.alloc(4 + replyHeaderBytes + written);
  reply.writeUInt32LE(reply.length - 4, 0);
  nonce.copy(reply, 4);
  reply.writeUInt8(status, 20);
  reply.writeUInt32LE(Math.max(done, 0), 21);
  reply.writeUInt32LE(Math.round((user + system) / 1000), 25);
  reply.set(new Uint8Array(port.output(), 0, written), 4 + replyHeaderBytes);
  if (status !== replyStatus.done) realm = undefined;
  process.stdout.write(reply);
}

function receive(frame: Buffer): void {
  const headerLength = frame.readUInt32LE(0);
  const header = JSON.parse(frame.toString('utf8', 4, 4 + headerLength)) as LoadHeader | CallHeader;
  if (header.kind === 'load') {
    submission = header;
    scripts = undefined;
    realm = undefined;
    next = undefined;
    // An empty frame: ready. No code of the student's has run so far, so what fails before this is no fault of theirs.
    process.stdout.write(Buffer.alloc(4));
  } else answer(header, frame.subarray(4 + headerLength));
  setImmediate(openNext);
}

let pending: Buffer = Buffer.alloc(0);
process.stdin.on('data', (chunk: Buffer) => {
  pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
  while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32LE(0)) {
    const end = 4 + pending.readUInt32LE(0);
    const frame = pending.subarray(4, end);
    pending = pending.subarray(end);
    receive(frame);
  }
});
process.stdin.on('end', () => process.exit(0));
