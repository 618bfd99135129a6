import { createRng, type RandomStream } from '../../reference/numerics/rng.ts';

/** The first normal numbers of a stream, for who asks for nothing else. */
interface Tape {
  readonly normals: number[];
  readonly source: RandomStream;
}

const tapes = new Map<number, Tape>();
/** Of so many seeds is kept what was drawn: as many as the laws of one assignment ask for. */
const mostTapes = 4000;

function tapeOf(seed: number): Tape {
  const known = tapes.get(seed);
  if (known) return known;
  if (tapes.size >= mostTapes) tapes.clear();
  const tape = { normals: [], source: createRng(seed) };
  tapes.set(seed, tape);
  return tape;
}

/** Some at a time: V8 puts what is called for every number into each of the many loops that draw. */
const atATime = 16;

function drawMore({ normals, source }: Tape): void {
  for (let drawn = 0; drawn < atATime; drawn++) normals.push(source.normal());
}

/**
 * The stream of a seed, number for number. Hundreds of answers of ours are asked with the same seeds, and most take normal
 * numbers alone, each of which costs logarithms and cosines: these are drawn once.
 */
export function replayRng(seed: number): RandomStream {
  let tape: Tape | undefined;
  let stream: RandomStream | undefined;
  let at = 0;
  const normal = (): number => {
    if (stream) return stream.normal();
    tape ??= tapeOf(seed);
    const { normals } = tape;
    if (at === normals.length) drawMore(tape);
    return normals[at++]!;
  };
  const uniform = (): number => {
    if (stream === undefined) {
      // A uniform number comes after all normal ones that have been taken.
      stream = createRng(seed);
      for (let taken = 0; taken < at; taken++) stream.normal();
    }
    return stream.uniform();
  };
  return { uniform, normal };
}
