import { childSource } from '../../grader/sandbox/harness.generated.ts';
import { SandboxProcess } from '../../grader/sandbox/process/child-process.ts';
import { availableGuards } from '../../grader/sandbox/process/guard.ts';
import type { ProcessLimits, Tier } from '../../grader/sandbox/process/launch.ts';
import { Spare } from '../../grader/sandbox/process/spare.ts';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';
import type { SandboxTier } from '../../grader/sandbox/tier.ts';

/** What code that owns the child does in the place of answering a frame of calls, one after the other. */
export type Deed =
  /** A reply with these in its header, and `answers` behind it, whatever was asked. */
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly done: number | 'all';
      readonly loading: number;
      readonly stuck: number;
      readonly answers: readonly number[];
      readonly times: number;
      readonly nonce: 'right' | 'wrong';
      readonly behind: readonly number[];
    }
  /** Asks for what nobody stands in for, or for what is. */
  | { readonly kind: 'request'; readonly index: number; readonly bytes: readonly number[]; readonly times: number }
  | { readonly kind: 'raw'; readonly bytes: readonly number[] }
  /** A length, and as much as that or more. */
  | { readonly kind: 'enormous'; readonly length: number; readonly sent: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'spin'; readonly ms: number }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'never' }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'ready' };

/**
 * Runs in the child before the harness does, in the realm of the harness, and stands between it and its pipes: frames of calls
 * of the victim's file never reach it. All others do, and are answered as they should be, until `poisons`, where
 * every later frame of this process is answered by these deeds too.
 */
const takeOver = (victim: string, deeds: readonly Deed[], poisons: boolean): string => `
  const fs = require('node:fs');
  const { readSync, writeSync } = fs;
  const deeds = ${JSON.stringify(deeds)};
  let hasStruck = false;
  const exactly = (n) => { const b = Buffer.alloc(n); let at = 0; while (at < n) { const k = readSync(0, b, at, n - at, null); if (k === 0) process.exit(0); at += k; } return b; };
  const send = (bytes) => { let at = 0; while (at < bytes.length) at += writeSync(1, bytes, at, bytes.length - at, null); };
  const frame = (body) => { const b = Buffer.alloc(4); b.writeUInt32LE(body.length); send(Buffer.concat([b, body])); };
  const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32LE(n >>> 0); return b; };
  const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  const strike = (nonce, calls) => {
    hasStruck = true;
    for (const deed of deeds) {
      if (deed.kind === 'reply') {
        const n = deed.nonce === 'right' ? nonce : Buffer.alloc(16, 7);
        const done = deed.done === 'all' ? calls : deed.done;
        const one = Buffer.from(deed.answers);
        const all = Buffer.concat(Array.from({ length: Math.min(done, 2000) }, () => one));
        const body = Buffer.concat([Buffer.from([0]), n, Buffer.from([deed.status]), u32(done), Buffer.from([deed.loading, deed.stuck]), all, u32(0), Buffer.from(deed.behind)]);
        for (let i = 0; i < deed.times; i++) frame(body);
      } else if (deed.kind === 'request') {
        for (let i = 0; i < deed.times; i++) frame(Buffer.concat([Buffer.from([1]), nonce, u32(deed.index), Buffer.from(deed.bytes)]));
      } else if (deed.kind === 'raw') send(Buffer.from(deed.bytes));
      else if (deed.kind === 'enormous') { send(u32(deed.length)); for (let i = 0; i < deed.sent; i++) send(Buffer.alloc(1 << 20)); }
      else if (deed.kind === 'wait') pause(deed.ms);
      else if (deed.kind === 'spin') { const end = Date.now() + deed.ms; while (Date.now() < end); }
      else if (deed.kind === 'say') fs.writeSync(2, deed.text);
      else if (deed.kind === 'never') for (;;) pause(1e6);
      else if (deed.kind === 'exit') process.exit(deed.code);
      else if (deed.kind === 'ready') frame(Buffer.alloc(0));
    }
  };
  let ready = Buffer.alloc(0);
  const next = () => {
    for (;;) {
      const length = exactly(4);
      const body = exactly(length.readUInt32LE(0));
      const n = body.readUInt32LE(0);
      const header = n === 0 ? {} : JSON.parse(body.toString('utf8', 4, 4 + n));
      if (header.kind === 'call') {
        const at = 4 + n;
        const units = body.readUInt32LE(at);
        const file = body.subarray(at + 4, at + 4 + 2 * units).toString('utf16le');
        if (file === ${JSON.stringify(victim)} || (${poisons} && hasStruck)) {
          const task = body.readUInt32LE(at + 4 + 2 * units);
          const calls = body.readUInt32LE(at + 8 + 2 * units + 2 * task + 5);
          strike(Buffer.from(header.nonce, 'hex'), calls);
          continue;
        }
      }
      return Buffer.concat([length, body]);
    }
  };
  fs.readSync = (fd, target, offset, length) => {
    if (ready.length === 0) ready = next();
    const n = Math.min(length, ready.length);
    ready.copy(target, offset, 0, n);
    ready = ready.subarray(n);
    return n;
  };
`;

/** Gives processes in which somebody else is at home. */
class LostProcesses extends Spare {
  readonly #source: string;
  constructor(source: string) {
    super();
    this.#source = source;
  }
  override take(tier: Tier, limits: ProcessLimits, frameBytes: number): SandboxProcess {
    return new SandboxProcess(tier, limits, frameBytes, availableGuards()[0] ?? 'none', this.#source);
  }
}

/** A tier whose processes are lost as soon as a function of the victim's file is called. */
export const lostTier = (name: Tier, victim: string, deeds: readonly Deed[], poisons: boolean): SandboxTier => ({
  name,
  open(program) {
    const sandbox = new Sandbox({
      ...program,
      tier: name,
      spare: new LostProcesses(`${takeOver(victim, deeds, poisons)}\n${childSource}`),
    });
    sandbox.start();
    return sandbox;
  },
});
