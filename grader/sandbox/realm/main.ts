import { callTag, loadTag } from '../codec/tags.ts';
import { overflow } from './bytes.ts';
import { createPrinter } from './console.ts';
import { createReader, type InputReader } from './input.ts';
import { createModules, type ModuleTable } from './modules.ts';
import { createWriter, type Mark, nothingWritten } from './output.ts';
import { apply, Buffer, isArray, now, slice, toText, View } from './primordials.ts';
import { type Ask, createStandIns } from './stand-ins.ts';

/**
 * Everything of ours that lives in the student's realm. Its caller, outside of the realm, passes numbers and strings
 * and takes numbers; bytes lie in buffers of this realm. No object of the outer realm comes in.
 *
 * Long, for all of it is one closure: what another file held would have to pass where students can reach.
 */
export interface Port extends Pick<ModuleTable, 'add'> {
  /** Before any code of the student's runs: how stand-ins get their answers. */
  connect(ask: Ask): void;
  substitute(
    file: string,
    task: string,
    withoutFile: number,
    index: number,
    parameters: number,
    generators: string,
  ): void;
  /** Room for a frame: file, task, echo, milliseconds of a slice, number of calls, and their arguments. */
  input(byteLength: number): ArrayBuffer;
  /** Goes on with the calls for about a slice of time: 1 while some are left, 0 at the end. */
  step(): number;
  /** How many calls have ended so far. */
  done(): number;
  /** Ends the frame after its last whole call. */
  finish(): Finished;
}

/** The number of calls done, −1 where loading did not end; how many bytes were written, and the buffer they are in. */
export type Finished = readonly [done: number, written: number, output: ArrayBuffer];
export type { Ask };

const removed = [
  'Date',
  'Intl',
  'Temporal',
  'WebAssembly',
  'SharedArrayBuffer',
  'Atomics',
  'WeakRef',
  'FinalizationRegistry',
  'performance',
];

function prepareGlobals(console: object): void {
  for (const name of removed) Reflect.deleteProperty(globalThis, name);
  Object.defineProperty(globalThis, 'console', { value: console, writable: true, configurable: true });
  const random = (): never => {
    const error = new Error('Math.random');
    error.name = 'NablaNoRandom';
    throw error;
  };
  Object.defineProperty(Math, 'random', { value: random });
  // Node would call a student's function here with frames of the outer realm.
  Object.defineProperty(Error, 'prepareStackTrace', { value: undefined, writable: false, configurable: false });
}

const textOf = (value: unknown, limit: number): string => (typeof value === 'string' ? slice(value, 0, limit) : '');

export function open(frameBytes: number, printedChars: number): Port {
  const modules = createModules();
  const printer = createPrinter(printedChars);
  const writer = createWriter(frameBytes);
  prepareGlobals(printer.console);

  let input: ArrayBuffer = new Buffer(0);
  let reader: InputReader;
  let file = '';
  let task = '';
  let calls = 0;
  let echo = false;
  let sliceMs = 0;
  let begun = false;
  let createStandIn: ReturnType<typeof createStandIns> | undefined;
  let loaded: ((...args: unknown[]) => unknown) | undefined;
  let settled = false;
  let done = 0;
  let committed: Mark = nothingWritten;
  let seeds: { rng: unknown; seed: number }[] = [];

  /** What was thrown may be anything, with getters that throw in their turn. */
  const writeError = (error: unknown): void => {
    let name = '';
    let message = '';
    let stack = '';
    try {
      if (typeof error === 'object' && error !== null) {
        const fields = error as { readonly [key: string]: unknown };
        name = textOf(fields['name'], 200);
        message = textOf(fields['message'], 2000);
        stack = textOf(fields['stack'], 8000);
      } else {
        message = textOf(typeof error === 'function' ? 'function' : toText(error), 2000);
      }
    } catch {
      // An error that cannot be read is still an error.
    }
    writer.text(name);
    writer.text(message);
    writer.text(stack);
  };

  const load = (): void => {
    try {
      const found = modules.open(file)[task];
      if (typeof found === 'function') {
        loaded = found as (...args: unknown[]) => unknown;
        writer.byte(loadTag.loaded);
        writer.byte(modules.stuck() ? 1 : 0);
      } else writer.byte(loadTag.noExport);
    } catch (error) {
      writer.byte(loadTag.threw);
      writeError(error);
    }
    settled = true;
    committed = writer.mark();
  };

  const writeArguments = (args: unknown[]): void => {
    writer.u32(args.length);
    for (let index = 0; index < args.length; index++) {
      let seed: number | undefined;
      for (let known = 0; known < seeds.length; known++) {
        if (seeds[known]?.rng === args[index]) seed = seeds[known]?.seed;
      }
      if (seed === undefined) writer.value(args[index]);
      else writer.rng(seed);
    }
  };

  const writeAnswer = (answer: unknown, args: unknown[]): void => {
    const before = writer.mark();
    try {
      writer.byte(echo ? callTag.valueAndArguments : callTag.value);
      writer.value(answer);
      if (echo) writeArguments(args);
    } catch (error) {
      writer.rollback(before);
      writer.byte(callTag.value);
      writer.foreign(error === overflow ? 'too-large' : 'unreadable');
    }
  };

  const callOnce = (call: (...args: unknown[]) => unknown): void => {
    seeds = [];
    const args = reader.value();
    if (!isArray(args)) return;
    const copies: unknown[] = [];
    for (let index = 0; index < args.length; index++) copies[index] = args[index];
    try {
      writeAnswer(apply(call, undefined, copies), args);
    } catch (error) {
      writer.byte(callTag.threw);
      writeError(error);
    }
  };

  /** What the frame asks for, before its arguments. */
  const begin = (): void => {
    begun = true;
    reader = createReader(new View(input), (rng, seed) => {
      seeds[seeds.length] = { rng, seed };
    });
    file = reader.text();
    task = reader.text();
    echo = reader.byte() === 1;
    sliceMs = reader.u32();
    calls = reader.u32();
  };

  return {
    add: modules.add,
    connect(ask) {
      createStandIn = createStandIns(ask);
    },
    substitute(name, replaced, withoutFile, index, parameters, generators) {
      const standIn = createStandIn?.(index, replaced, parameters, JSON.parse(generators));
      if (standIn) modules.substitute(name, replaced, standIn, withoutFile === 1);
    },
    input(byteLength) {
      input = new Buffer(byteLength);
      done = 0;
      begun = false;
      settled = false;
      loaded = undefined;
      committed = nothingWritten;
      writer.rollback(nothingWritten);
      return input;
    },
    step() {
      const start = now();
      if (!begun) begin();
      if (!settled) load();
      if (loaded === undefined) return 0;
      while (done < calls) {
        callOnce(loaded);
        done += 1;
        committed = writer.mark();
        if (now() - start >= sliceMs) break;
      }
      return done < calls ? 1 : 0;
    },
    done: () => done,
    finish() {
      writer.rollback(committed);
      try {
        writer.text(printer.take());
      } catch {
        writer.rollback(committed);
        writer.noText();
      }
      return [settled ? done : -1, writer.mark().length, writer.buffer()];
    },
  };
}
