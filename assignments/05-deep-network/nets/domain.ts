import {
  type Domain,
  inputs,
  type Landmark,
  type Limits,
  layers,
  limited,
  matrix,
  oneOf,
  optional,
  type Parts as PartsOf,
  type Random,
  real,
  seenAs,
  vector,
  whole,
} from '../../../grader/kit.ts';
import type { Layer, Matrix, Vector } from '../../../reference/types.ts';
import { farthest, reachOf } from '../activations.ts';
import type { Rules } from '../rules.ts';

/** A net with its examples, in the parts whose sizes go together: hidden layers, and an output layer behind them. */
export type NetParts<Others extends unknown[] = unknown[]> = [
  hidden: Layer[] | undefined,
  inputSize: number,
  outputWeights: Matrix,
  outputBiases: Vector,
  activation: string,
  inputs: Matrix,
  ...others: Others,
];

export const partNames = [
  'hidden layers',
  'input size',
  'output weights',
  'output biases',
  'activation',
  'inputs',
] as const;

const mostHidden = 11;
const mostUnits = 32;
const mostClasses = 12;
const mostExamples = 64;

const number = real({ from: -3, to: 3, usual: [-1.5, 1.5] });
const bias = real({ from: -5000, to: 5000, usual: [-1.5, 1.5] });
const input = real({ from: -100, to: 100, usual: [-2, 2] });

const fanInOf = ([hidden, inputSize]: NetParts): number => hidden?.[0]?.weights[0]?.length ?? inputSize;
const lastWidthOf = ([hidden, inputSize]: NetParts): number => hidden?.at(-1)?.biases.length ?? inputSize;

/** Of a net without hidden layers; else it is the hidden layers' own matter. So it is no end to be met with others. */
const inputSize: Domain<number> = {
  ...whole(1, mostUnits),
  landmarks: whole(1, mostUnits).landmarks.map(({ isEdge: _, ...mark }) => mark),
};

export const netParts = ({ phis }: Rules) =>
  [
    optional(layers({ depth: [1, mostHidden], width: [1, mostUnits], weights: number, biases: bias })),
    inputSize,
    (before: NetParts) => matrix({ rows: [1, mostClasses], columns: lastWidthOf(before), entries: number }),
    ([, , weights]: NetParts) => vector({ length: weights.length, entries: bias }),
    oneOf(...phis.all.map(({ name }) => name)),
    (before: NetParts) => matrix({ rows: [1, mostExamples], columns: fanInOf(before), entries: input }),
  ] as const;

export const layersOfParts = ([hidden = [], , weights, biases]: NetParts): Layer[] => [...hidden, { weights, biases }];

export function partsOfNet<Others extends unknown[]>(
  net: Layer[],
  activation: string,
  batch: Matrix,
  ...others: Others
): NetParts<Others> {
  const { weights, biases } = net.at(-1)!;
  return [
    net.length > 1 ? net.slice(0, -1) : undefined,
    batch[0]!.length,
    weights,
    biases,
    activation,
    batch,
    ...others,
  ];
}

/** Makes the weights of each layer smaller whose preactivations go too far. */
export function settledParts<Parts extends NetParts>(rules: Rules, parts: Parts): Parts {
  const [, , , , activation, batch, ...others] = parts;
  const phi = rules.phis.of(activation);
  const net = layersOfParts(parts);
  let rows = batch;
  let isChanged = false;
  const settled = net.map((layer, l): Layer => {
    const isLast = l === net.length - 1;
    const most = isLast ? farthest : reachOf(phi);
    const z = rows.map((row) => preactivations(layer, row));
    const largest = Math.max(...z.map((row) => Math.max(...row.map(Math.abs))));
    const factor = largest > most ? (most / largest) * (1 - 1e-9) : 1;
    if (!isLast) rows = z.map((row) => row.map((x) => phi.value(factor * x)));
    if (factor === 1) return layer;
    isChanged = true;
    return {
      weights: layer.weights.map((row) => row.map((w) => factor * w)),
      biases: layer.biases.map((b) => factor * b),
    };
  });
  return isChanged ? (partsOfNet(settled, activation, batch, ...others) as Parts) : parts;
}

const preactivations = ({ weights, biases }: Layer, row: Vector): Vector =>
  weights.map((w, j) => {
    let sum = biases[j]!;
    for (let i = 0; i < row.length; i++) sum += w[i]! * row[i]!;
    return sum;
  });

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

/** What all tasks have in common whose first arguments are a net, its activation and its inputs. */
interface Making<Args extends readonly unknown[], Parts extends NetParts> {
  readonly partsOf: (args: Args) => Parts;
  readonly argsOf: (parts: Parts) => Args;
}

/** Arguments that have their sizes from each other, and preactivations within reach. */
export const netDomain = <Args extends readonly unknown[], Parts extends NetParts>(
  rules: Rules,
  names: { readonly [K in keyof Parts]: string },
  parts: PartsOf<Parts>,
  { partsOf, argsOf }: Making<Args, Parts>,
  where?: (args: Args) => boolean,
): Domain<Args> => {
  const limits: Limits<Parts> = {
    settled: (one) => settledParts(rules, one),
    ...(where && { where: (one) => where(argsOf(one)) }),
  };
  const whole = seenAs(limited(inputs<Parts>(names, parts), limits), argsOf, partsOf);
  /** Two hidden layers or more, as a rule: with fewer, layers that have changed places are the same. */
  const deeper = (args: Args, random: Random): Args => {
    let found = args;
    for (let tries = 0; tries < 6 && (partsOf(found)[0]?.length ?? 0) < 2; tries++) found = whole.draw(random);
    return found;
  };
  return {
    ...whole,
    get landmarks() {
      return whole.landmarks.map((mark) => ({
        ...mark,
        place: (args: Args, random: Random) => mark.place(deeper(args, random), random),
      }));
    },
  };
};

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
