import { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { ByteReader, decode } from '../grader/sandbox/codec/decode.ts';
import { childSource, realmSource } from '../grader/sandbox/harness.generated.ts';

/** All that a sandbox's process was ever given: its command line, its environment, and every frame. */
export interface Recording {
  readonly commands: (readonly string[])[];
  readonly frames: Buffer[];
  stop(): void;
}

/** Records what every process gets that is started from now on, by whatever code, and holds the harness. */
export function record(onFrame?: (frame: Buffer) => void): Recording {
  const prototype = ChildProcess.prototype as unknown as {
    spawn(options: { readonly args: readonly string[]; readonly envPairs: readonly string[] }): number;
  };
  const { spawn } = prototype;
  const recording: Recording = {
    commands: [],
    frames: [],
    stop() {
      prototype.spawn = spawn;
    },
  };
  prototype.spawn = function (this: ChildProcess, options) {
    const status = spawn.call(this, options);
    if (!options.args.some((arg) => arg.includes(childSource.slice(0, 500)))) return status;
    recording.commands.push([...options.args, ...(options.envPairs ?? [])]);
    for (const stream of this.stdio) {
      const writable = stream as Writable | null;
      if (typeof writable?.write !== 'function') continue;
      const write = writable.write.bind(writable) as (chunk: unknown, ...rest: never[]) => boolean;
      writable.write = (chunk: unknown, ...rest: never[]): boolean => {
        const frame = Buffer.from(chunk as Uint8Array);
        if (onFrame) onFrame(frame);
        else recording.frames.push(frame);
        return write(chunk, ...rest);
      };
    }
    return status;
  } as typeof spawn;
  return recording;
}

const windowLength = 48;

/** Pieces of the right functions' text, minified as they are bundled, but for the generator that students are given and what the bundler adds. */
export function piecesOf(references: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const text of references) {
    for (let at = 0; at + windowLength <= text.length; at++) {
      const piece = text.slice(at, at + windowLength);
      if (!realmSource.includes(piece) && !childSource.includes(piece)) pieces.add(piece);
    }
  }
  return pieces;
}

/** Lines of the right functions as they were written. */
export const linesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('rng.ts'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.length >= 40 && !/^(?:\/?\*|\/\/|import |export type|export interface)/.test(line));

const hasPiece = (text: string, pieces: ReadonlySet<string>): boolean => {
  for (let at = 0; at + windowLength <= text.length; at++)
    if (pieces.has(text.slice(at, at + windowLength))) return true;
  return false;
};

const keysOf = (value: object): string => Object.keys(value).sort().join(' ');

/**
 * What is wrong with a frame: a byte that is not accounted for, or a piece of a right function. `files` are the names that
 * the submission has.
 */
export function problemsOf(frame: Buffer, pieces: ReadonlySet<string>): readonly string[] {
  if (frame.readUInt32LE(0) !== frame.length - 4) return ['a frame of another length'];
  const headerLength = frame.readUInt32LE(4);
  const body = frame.subarray(8 + headerLength);
  if (headerLength === 0) {
    const reader = new ByteReader(body);
    if (reader.byte() === 0) decode(reader);
    return reader.remaining === 0 ? [] : ['an answer with something behind it'];
  }
  const header = JSON.parse(frame.toString('utf8', 8, 8 + headerLength));
  if (header.kind === 'load') {
    const isPlain =
      keysOf(header) === 'files frameBytes kind portName printedChars realm' &&
      header.realm === realmSource &&
      /^port[0-9a-f]{32}$/.test(header.portName) &&
      header.files.every((file: object) => keysOf(file) === 'code imports name') &&
      body.length === 0;
    const found = header.files.filter(({ code }: { code: string | null }) => code !== null && hasPiece(code, pieces));
    return [...(isPlain ? [] : ['a load frame with more in it']), ...found.map(() => 'a right function in a file')];
  }
  const isPlain =
    keysOf(header) === 'fresh kind limitMs nonce substitutes' &&
    header.substitutes.every((one: object) => keysOf(one) === 'file generators parameters task withoutFile');
  const reader = new ByteReader(body);
  reader.text();
  reader.text();
  reader.byte();
  reader.u32();
  const calls = reader.u32();
  for (let call = 0; call < calls; call++) decode(reader);
  return isPlain && reader.remaining === 0 ? [] : ['a call frame with more in it'];
}
