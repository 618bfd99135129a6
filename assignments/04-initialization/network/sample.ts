import type { Layer } from '../../../reference/numerics/types.ts';
import { uniform } from '../../../reference/weights/weight-distributions.ts';
import { Tally } from '../../../reference/weights/weight-tally.ts';
import { type Alike, alikeAmong, type Part, together } from '../initializers/parts.ts';
import { inUnits } from '../initializers/weights.ts';
import { mostSizes } from './domain.ts';
import { type NetKind, stdOf } from './nets.ts';
import { type NetsInput, sizesOf } from './nets-drawn.ts';

/** The weights of one layer of a net. */
export interface LayerPart extends Part {
  readonly kind: NetKind;
  readonly fanIn: number;
  readonly fanOut: number;
  /** The first layer is 0. */
  readonly index: number;
  /** So many layers has the net. */
  readonly depth: number;
  /** In units of the standard deviation that they should have, row after row. */
  readonly units: Float64Array;
}

/** All nets, in units of the standard deviations that are asked for. */
export interface DrawnNets {
  readonly nets: readonly (readonly Layer[])[];
  readonly all: Part;
  readonly layers: readonly LayerPart[];
  /** Layers with something in common: an activation, and the size of a fan or a place in the net. */
  readonly alike: readonly Part[];
  /** Those of many weights, by themselves and by the family that they are of. */
  readonly large: readonly LayerPart[];
  readonly uniforms: readonly LayerPart[];
  readonly others: readonly LayerPart[];
}

/** So many normal weights, truncated or not, are all within √3 standard deviations with a probability below 1e-37. */
export const manyWeights = 1000;

/** So small that exact laws ask about them, and shrink what is wrong to a few weights. */
export const isSmallNet = (sizes: readonly number[]): boolean => sizes.length <= 5 && sizes.every((size) => size <= 5);

export function drawnNets(input: NetsInput, nets: readonly (readonly Layer[])[], kinds: readonly NetKind[]): DrawnNets {
  const layers = sizesOf(input).flatMap((sizes, n) =>
    kinds.flatMap((kind, k) => {
      const call = n * kinds.length + k;
      return (nets[call] ?? []).map(({ weights }, index): LayerPart => {
        const units = inUnits(weights, stdOf(kind, sizes, index));
        const tally = new Tally();
        tally.add(units);
        return {
          kind,
          call,
          path: `[${index}].weights`,
          fanIn: sizes[index] ?? 0,
          fanOut: sizes[index + 1] ?? 0,
          index,
          depth: sizes.length - 1,
          units,
          tally,
        };
      });
    }),
  );
  const isUniform = ({ tally, kind }: LayerPart): boolean => tally.largest <= uniform.limit * (1 + kind.scheme.slack);
  const large = layers.filter(({ units }) => units.length >= manyWeights);
  return {
    nets,
    all: together(layers),
    layers,
    large,
    alike: kinds.flatMap((one) => {
      const own = layers.filter(({ kind }) => kind === one);
      return [
        ...alikeAmong(own, alike),
        ...alikeAmong(own.filter(isFirst), byDepth),
        ...alikeAmong(own.filter(isLast), byDepth),
      ];
    }),
    uniforms: large.filter(isUniform),
    others: large.filter((layer) => !isUniform(layer)),
  };
}

const isFirst = ({ index }: LayerPart): boolean => index === 0;
const isLast = ({ index, depth }: LayerPart): boolean => index === depth - 1;

/** What is done to the first layers of deep nets alone, or to the last, is little of all first layers. */
const byDepth: Alike<LayerPart> = { orders: [({ depth }) => depth], kinds: [] };

const places = Array.from({ length: mostSizes - 1 }, (_, index) => index);

/** What layers of one activation may have in common. */
const alike: Alike<LayerPart> = {
  orders: [
    ({ fanIn }) => fanIn,
    ({ fanOut }) => fanOut,
    ({ fanIn, fanOut }) => fanIn * fanOut,
    ({ fanIn, fanOut }) => fanIn / fanOut,
    ({ depth }) => depth,
  ],
  kinds: [
    () => true,
    ({ fanIn, fanOut }) => fanIn === fanOut,
    ({ fanIn, fanOut }) => fanIn > fanOut,
    ({ fanIn, fanOut }) => fanIn < fanOut,
    ...places.map(
      (place) =>
        ({ index }: LayerPart) =>
          index === place,
    ),
    ...places.map(
      (place) =>
        ({ index, depth }: LayerPart) =>
          index === depth - 1 - place,
    ),
  ],
};
