import type { Vector } from './types.js';

export type Pair = { t: number; y: number };

export function* pairs(targets: Vector, predictions: Vector): Generator<Pair, void, undefined> {
  for (let i = 0; i < targets.length; i++) yield { t: targets[i], y: predictions[i] };
}

class Mean {
  #sum = 0;
  #count = 0;
  add(x: number): this {
    this.#sum += x;
    this.#count++;
    return this;
  }
  get value(): number {
    return this.#sum / this.#count;
  }
}

export function binaryCrossEntropy(targets: Vector, predictions: Vector): number {
  const mean = new Mean();
  for (const { t, y } of pairs(targets, predictions)) {
    // skip the term that is multiplied by zero
    if (t !== 0) mean.add(-t * Math.log(y));
    else mean.add(0);
    if (t !== 1) mean.add(-(1 - t) * Math.log(1 - y));
    else mean.add(0);
  }
  return 2 * mean.value; // two entries an example
}

export function binaryCrossEntropyGradient(targets: Vector, predictions: Vector): Vector {
  const out = new Float64Array(targets.length);
  let i = 0;
  for (const { t, y } of pairs(targets, predictions)) {
    out[i++] = ((1 - t) / (1 - y) - t / y) / targets.length;
  }
  return out as unknown as Vector;
}
