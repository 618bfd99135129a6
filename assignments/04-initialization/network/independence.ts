import type { Violation } from '../../../grader/kit.ts';
import { unlessNeighborsIndependent } from '../initializers/laws/independence.ts';
import {
  columnsOf,
  correlationBound,
  firstOf,
  largestCorrelation,
  pairsOf,
  standardized,
  unlessWithin,
} from '../initializers/weights.ts';
import type { LayerPart } from './sample.ts';

/** As many weights of each layer are held against those of the others. */
const headLength = 200;

const rowsOf = ({ units, fanIn, fanOut }: LayerPart): Float64Array[] =>
  Array.from({ length: fanOut }, (_, j) => units.subarray(j * fanIn, (j + 1) * fanIn));

/**
 * Layers are correlated by no more than chance explains: the rows of wide ones and the columns of tall ones, which are
 * vectors of one length; the beginnings of all layers that are large enough; and neighbors.
 */
export function unlessLayersIndependent(layers: readonly LayerPart[], alpha: number): Violation | undefined {
  const [first] = layers;
  const length = first?.fanIn ?? 0;
  /** The first nets of both activations are wide and tall by turns. */
  const unequal = layers.filter(({ depth, fanIn, fanOut }) => depth === first?.depth && fanIn + fanOut > length);
  const lists = [
    unequal.filter(({ fanIn }) => fanIn === length).flatMap(rowsOf),
    unequal.filter(({ fanOut }) => fanOut === length).flatMap((layer) => columnsOf(rowsOf(layer))),
    layers.filter(({ units }) => units.length >= headLength).map(({ units }) => units.subarray(0, headLength)),
  ];
  const pairs = lists.reduce((sum, list) => sum + pairsOf(list.length), 0);
  const bound = correlationBound(pairs, alpha / 2);
  return (
    firstOf(lists, (vectors) => unlessWithin(largestCorrelation(vectors.map(standardized)), 0, bound, first?.call)) ??
    unlessNeighborsIndependent(layers, alpha / 2)
  );
}
