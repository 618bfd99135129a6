import type { Violation } from '../../../../grader/kit.ts';
import { subGaussianBound } from '../../../../reference/statistics/concentration.ts';
import type { LayersPart } from '../parts.ts';
import {
  correlationBound,
  excessOf,
  firstOf,
  largestCorrelation,
  pairsOf,
  standardized,
  unlessWithin,
} from '../weights.ts';

/** Shorter vectors say too little about each other. */
const leastLength = 40;
/** As many rows and columns of a layer are held against each other. */
const mostVectors = 64;
/** As many weights of each layer are held against those of the others. */
const headLength = 200;

/** Vectors of weights that should have nothing to do with each other, all of one length. */
interface Vectors {
  readonly call: number;
  readonly vectors: readonly Float64Array[];
}

/** The rows and columns of some layers, and the beginnings of all of them. */
function vectorsOf(layers: readonly LayersPart[], matrices: readonly LayersPart[]): Vectors[] {
  const heads = layers.map(({ units }) => units.subarray(0, headLength));
  return [
    ...matrices.flatMap(({ call, units, fanIn, fanOut }) => {
      const rows = Array.from({ length: Math.min(fanOut, mostVectors) }, (_, j) =>
        units.subarray(j * fanIn, (j + 1) * fanIn),
      );
      return [
        { call, vectors: fanIn >= leastLength ? rows : [] },
        { call, vectors: fanOut >= leastLength ? columnsOf(units, fanIn) : [] },
      ];
    }),
    { call: 0, vectors: heads.filter(({ length }) => length === headLength) },
  ].filter(({ vectors }) => vectors.length > 1);
}

/** The first columns of a matrix whose rows are of this length. */
function columnsOf(units: Float64Array, fanIn: number): Float64Array[] {
  const fanOut = Math.floor(units.length / fanIn);
  return Array.from({ length: Math.min(fanIn, mostVectors) }, (_, i) => {
    const column = new Float64Array(fanOut);
    for (let j = 0; j < fanOut; j++) column[j] = units[j * fanIn + i]!;
    return column;
  });
}

/** Matrices of one pair of fans, one after the other and row after row. */
interface Matrices {
  readonly units: Float64Array;
  readonly fanIn: number;
  readonly fanOut: number;
}

/** Neighbors in a row are taken in pairs, (0, 1), (2, 3) …, and (1, 2), (3, 4) …; and so are those in a column. */
const pairings = 4;

/**
 * Σ a·b / √Σ a² over all pairs of neighbors in all matrices, for each way of taking them: no weight is in two pairs, so
 * that, given a, it is as Σ c·b with ‖c‖ = 1. One row goes on in the next. b is no larger than it should be.
 */
function correlationsOfNeighbors(layers: readonly Matrices[]): number[] {
  const products = new Float64Array(pairings);
  const squares = new Float64Array(pairings);
  let excess = 1;
  const add = (units: Float64Array, from: number, to: number, step: number, pairing: number): void => {
    const increment = step === 1 ? 2 : 1;
    let [product, square] = [0, 0];
    for (let i = from; i < to; i += increment) {
      const a = units[i]!;
      product += a * units[i + step]!;
      square += a * a;
    }
    products[pairing]! += product / excess;
    squares[pairing]! += square;
  };
  for (const { units, fanIn, fanOut } of layers) {
    excess = excessOf(units);
    add(units, 0, units.length - 1, 1, 0);
    add(units, 1, units.length - 1, 1, 1);
    if (fanOut === 1) continue;
    const rows = Math.floor(units.length / fanIn);
    for (let j = 0; j + 1 < rows; j++) {
      if ((j + 1) % fanOut !== 0) add(units, j * fanIn, (j + 1) * fanIn, fanIn, 2 + ((j % fanOut) % 2));
    }
  }
  return Array.from(products, (product, pairing) => product / Math.sqrt(squares[pairing]!));
}

/** Neighbors are correlated by no more than chance explains. */
export const unlessNeighborsIndependent = (layers: readonly Matrices[], alpha: number): Violation | undefined =>
  firstOf(correlationsOfNeighbors(layers), (correlation) =>
    unlessWithin(correlation, 0, subGaussianBound(alpha / pairings)),
  );

/** Rows, columns, layers and neighbors are correlated by no more than chance explains. */
export function unlessIndependent(
  layers: readonly LayersPart[],
  matrices: readonly LayersPart[],
  alpha: number,
): Violation | undefined {
  const lists = vectorsOf(layers, matrices);
  const pairs = lists.reduce((sum, { vectors }) => sum + pairsOf(vectors.length), 0);
  const bound = correlationBound(pairs, alpha / 2);
  return (
    firstOf(lists, ({ vectors, call }) =>
      unlessWithin(largestCorrelation(vectors.map(standardized)), 0, bound, call),
    ) ?? unlessNeighborsIndependent(layers, alpha / 2)
  );
}
