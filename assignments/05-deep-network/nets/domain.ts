// Long, for a net, its parts and how they are settled are one domain.
import {
  type Domain,
  inputs,
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
import type { Layer, Matrix, Vector } from '../../../reference/numerics/types.ts';
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

/** What all tasks have in common whose first arguments are a net, its activation and its inputs. */
export interface Making<Args extends readonly unknown[], Parts extends NetParts> {
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
  /** A net without hidden layers: of any other the input size is the hidden layers' own matter. */
  const shallow = (args: Args, random: Random): Args => {
    let found = args;
    for (let tries = 0; tries < 20 && partsOf(found)[0] !== undefined; tries++) found = whole.draw(random);
    return found;
  };
  return {
    ...whole,
    get landmarks() {
      return whole.landmarks.map((mark) => {
        const suited = mark.id.startsWith(partNames[1]) ? shallow : deeper;
        return { ...mark, place: (args: Args, random: Random) => mark.place(suited(args, random), random) };
      });
    },
  };
};
