import type { Landmark } from '../../../grader/kit.ts';
import type { Layer, Vector } from '../../../reference/numerics/types.ts';
import { farthest, reachOf } from '../activations.ts';
import type { Rules } from '../rules.ts';
import { layersOfParts, type Making, type NetParts, partsOfNet, settledParts } from './domain.ts';

/** A landmark of a net by what its preactivations are. */
interface Reached {
  readonly id: string;
  /** Whether it is there, by the preactivations of one example, layer by layer. */
  readonly isAt: (preactivations: readonly Vector[]) => boolean;
  /** Other biases for a layer, or more units. */
  readonly change: (layer: Layer, isLast: boolean, next: () => number) => Layer;
  /** Each activation saturates in its own way. */
  readonly isHidden: boolean;
}

const withBiases = ({ weights }: Layer, biases: Vector): Layer => ({ weights, biases });

const hiddenBetween = (id: string, from: number, to: number): Reached => ({
  id: `a hidden preactivation is ${id}`,
  isAt: (z) => z.slice(0, -1).some((layer) => layer.some((x) => x > from && x < to)),
  change: (layer, isLast, next) =>
    isLast ? layer : withBiases(layer, layer.biases.with(0, from + (to - from) * next())),
  isHidden: true,
});

const logits = (
  id: string,
  isAt: (z: Vector) => boolean,
  biasOf: (k: number, next: () => number, classes: number) => number,
  fewest = 1,
): Reached => ({
  id: `the logits ${id}`,
  isAt: (z) => isAt(z.at(-1)!),
  change(layer, isLast, next) {
    if (!isLast) return layer;
    const { weights } = layer;
    const classes = Math.max(fewest, weights.length);
    const rows = Array.from({ length: classes }, (_, k) => weights[k % weights.length]!);
    return { weights: rows, biases: rows.map((_, k) => biasOf(k, next, classes)) };
  },
  isHidden: false,
});

const spreadOf = (z: Vector): number => Math.max(...z) - Math.min(...z);
const isBeyond = (z: Vector, k: number): boolean => z.at(k)! - Math.max(...z.toSpliced(k, 1)) > 745;
const side = (k: number): number => (k % 2 ? 1 : -1);

/** Where exponentials overflow, or come to nothing. */
const saturation: readonly Reached[] = [
  hiddenBetween('between 30 and 700', 30, 700),
  hiddenBetween('beyond 710', 720, 5000),
  hiddenBetween('between −30 and −700', -700, -30),
  hiddenBetween('below −710', -5000, -720),
  logits(
    'are all beyond 710',
    (z) => z.every((x) => x > 710),
    (_, next) => 1000 + 3000 * next(),
  ),
  logits(
    'are all below −745',
    (z) => z.every((x) => x < -745),
    (_, next) => -1000 - 3000 * next(),
  ),
  logits(
    'differ by more than 745',
    (z) => spreadOf(z) > 745,
    (k, next) => side(k) * (800 + 3000 * next()),
  ),
  logits(
    'differ by 20 to 700',
    (z) => spreadOf(z) > 20 && spreadOf(z) < 700,
    (k, next) => side(k) * (20 + 200 * next()),
  ),
  logits(
    'are many, and the last is far beyond the others',
    (z) => z.length > 6 && isBeyond(z, -1),
    (k, next, classes) => (k === classes - 1 ? 2000 + 2000 * next() : 0),
    8,
  ),
  logits(
    'are many, and the first is far beyond the others',
    (z) => z.length > 6 && isBeyond(z, 0),
    (k, next) => (k === 0 ? 2000 + 2000 * next() : 0),
    8,
  ),
];

export function saturationLandmarks<Args extends readonly unknown[], Parts extends NetParts>(
  rules: Rules,
  { partsOf, argsOf }: Making<Args, Parts>,
): readonly Landmark<Args>[] {
  return saturation.flatMap(({ id, isAt, change, isHidden }) => {
    const phis = isHidden ? rules.phis.all.filter((phi) => reachOf(phi) === farthest) : [undefined];
    return phis.map(
      (phi): Landmark<Args> => ({
        id: phi ? `with ${phi.name}, ${id}` : id,
        place(args, random) {
          const parts = partsOf(args);
          const [, , , , activation, batch, ...others] = parts;
          const net = layersOfParts(parts);
          const changed = net.map((layer, l) => change(layer, l === net.length - 1, random.next));
          const placed = partsOfNet(changed, phi?.name ?? activation, batch, ...others) as Parts;
          return argsOf(settledParts(rules, placed));
        },
        isAt(args) {
          const parts = partsOf(args);
          const [, , , , activation, batch] = parts;
          if (phi && activation !== phi.name) return false;
          return batch.some((row) => isAt(rules.forward(layersOfParts(parts), activation, row).preactivations));
        },
      }),
    );
  });
}
