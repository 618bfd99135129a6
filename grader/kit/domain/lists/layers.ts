// Long, for sizes, draws and landmarks of a net are one domain.
import { once } from '../../once.ts';
import { remembered } from '../../remembered.ts';
import { type Domain, lifted } from '../domain.ts';
import { type Random, small, unspread } from '../kinds/random.ts';
import { seenAs } from '../kinds/seen-as.ts';
import { liftedSites, type Site } from '../rounds/sites.ts';
import { entryLandmarks, simplerEntries } from './entries.ts';
import { entrySites } from './entry-sites.ts';
import { type Size, sizeOf } from './vector.ts';
import { type Sizes, widthLandmarks, widthSites } from './widths.ts';

/** A layer of a net: weights fanOut × fanIn, one bias for each output. */
export interface NetLayer {
  weights: number[][];
  biases: number[];
}

/** Of what sizes and with what entries nets are; see {@link layers}. */
export interface LayersOptions {
  /** How many layers there are. */
  readonly depth: Size;
  /** Of the input and of every layer. */
  readonly width: Size;
  readonly weights: Domain<number>;
  readonly biases: Domain<number>;
  /** How the weights lie: fanOut × fanIn, or turned. */
  readonly orientation?: 'out-by-in' | 'in-by-out';
}

/** A net: its layers from the input to the output. */
export type Net = NetLayer[];

/**
 * The domain of nets with one layer or more: `layers({ depth: [1, 12], width: [1, 16], weights, biases })`.
 *
 * @param options depth, width, the domains of weights and biases, and how weights lie
 */
export function layers({ orientation = 'out-by-in', ...options }: LayersOptions): Domain<Net> {
  const upright = netDomain(options);
  return orientation === 'out-by-in' ? upright : seenAs(upright, turned, turned);
}

/** The domain of layers of the sizes of another net, like its gradients. */
export const layersLike = (
  net: Net,
  entries: Pick<LayersOptions, 'weights' | 'biases' | 'orientation'>,
): Domain<Net> => {
  const upright = entries.orientation === 'in-by-out' ? turned(net) : net;
  const sizes = sizesOf(upright);
  const shape = { depth: net.length, width: [Math.min(...sizes), Math.max(...sizes)] as const };
  const alike = netDomain({ ...shape, ...entries }, sizes);
  return entries.orientation === 'in-by-out' ? seenAs(alike, turned, turned) : alike;
};

const turned = (net: Net): Net =>
  net.map(({ weights, biases }) => ({
    weights: (weights[0] ?? []).map((_, i) => weights.map((row) => row[i]!)),
    biases,
  }));

/** Of the input, then of each layer. */
const sizesOf = (net: Net): Sizes => [net[0]?.weights[0]?.length ?? 0, ...net.map(({ biases }) => biases.length)];

const weightsOf = (net: Net): number[] => net.flatMap(({ weights }) => weights.flat());
const biasesOf = (net: Net): number[] => net.flatMap(({ biases }) => biases);

function withWeights(net: Net, flat: readonly number[]): Net {
  let at = 0;
  return net.map(({ weights, biases }) => ({ weights: weights.map((row) => row.map(() => flat[at++]!)), biases }));
}

function withBiases(net: Net, flat: readonly number[]): Net {
  let at = 0;
  return net.map(({ weights, biases }) => ({ weights, biases: biases.map(() => flat[at++]!) }));
}

/** The smaller of two widths. */
const narrow = (widths: Domain<number>, random: Random): number => Math.min(widths.draw(random), widths.draw(random));

/** A net has entries enough of its own; where it has one alone, another net is tried. */
const identity = (list: readonly number[]): readonly number[] => list;

const numbersIn = (entries: Domain<number>) => entryLandmarks(entries, Number.POSITIVE_INFINITY, identity);

/** The same for nets of all sizes. */
const weightLandmarks = remembered((weights: Domain<number>) =>
  lifted<Net, number[]>('weights:', numbersIn(weights), weightsOf, withWeights),
);
const biasLandmarks = remembered((biases: Domain<number>) =>
  lifted<Net, number[]>('biases:', numbersIn(biases), biasesOf, withBiases),
);

function netDomain({ depth, width, weights, biases }: Omit<LayersOptions, 'orientation'>, fixed?: Sizes): Domain<Net> {
  const [depths, widths] = [sizeOf(depth), sizeOf(width)];
  const sized = (net: Net, sizes: Sizes, random: Random): Net => {
    const entry = unspread(random);
    return sizes.slice(1).map((fanOut, l) => ({
      weights: Array.from({ length: fanOut }, (_, j) =>
        Array.from({ length: sizes[l]! }, (_, i) => net[l]?.weights[j]?.[i] ?? weights.draw(entry)),
      ),
      biases: Array.from({ length: fanOut }, (_, j) => net[l]?.biases[j] ?? biases.draw(entry)),
    }));
  };
  const drawSizes = (random: Random): Sizes => {
    if (fixed) return fixed;
    const length = depths.draw(random) + 1;
    // The first two are spread over all draws; of the others small ones are likelier, which leaves time for more nets.
    return Array.from({ length }, (_, l) => (l < 2 ? widths.draw(random) : narrow(widths, unspread(random))));
  };
  const hasSizes = (sizes: Sizes): boolean =>
    fixed ? sizes.join() === fixed.join() : depths.contains(sizes.length - 1) && sizes.every(widths.contains);
  const fitSizes = (sizes: Sizes, random: Random): Sizes =>
    fixed ??
    Array.from({ length: depths.fit(sizes.length - 1, random) + 1 }, (_, l) => widths.fit(sizes[l] ?? 1, random));
  const hasEntries = (net: Net): boolean =>
    net.every(
      (layer) => layer.weights.every((row) => row.every(weights.contains)) && layer.biases.every(biases.contains),
    );
  const landmarks = once(() => [
    ...(fixed ? [] : lifted<Net, Sizes>('sizes:', widthLandmarks(depths, widths), sizesOf, sized)),
    ...weightLandmarks(weights),
    ...biasLandmarks(biases),
  ]);
  return {
    draw: (random) => sized([], drawSizes(random), random),
    contains: (net) => hasSizes(sizesOf(net)) && hasEntries(net),
    get landmarks() {
      return landmarks();
    },
    sites: once((): readonly Site<Net>[] => [
      ...liftedSites('weights:', entrySites(weights, identity), weightsOf, withWeights),
      ...liftedSites('biases:', entrySites(biases, identity), biasesOf, withBiases),
      ...(fixed ? [] : liftedSites('sizes:', widthSites(depths, widths), sizesOf, sized)),
    ]),
    *simpler(net) {
      const sizes = sizesOf(net);
      if (!fixed) yield* simplerSizes(sizes, hasSizes).map((smaller) => sized(net, smaller, never));
      for (const flat of simplerEntries(weightsOf(net), weights)) yield withWeights(net, flat);
      for (const flat of simplerEntries(biasesOf(net), biases)) yield withBiases(net, flat);
    },
    fit: (net, random) => {
      const sizes = sizesOf(net);
      const fitting = hasSizes(sizes) ? net : sized(net, fitSizes(sizes, random), random);
      if (hasEntries(fitting)) return fitting;
      return fitting.map((layer) => ({
        weights: layer.weights.map((row) => row.map((w) => weights.fit(w, random))),
        biases: layer.biases.map((b) => biases.fit(b, random)),
      }));
    },
  };
}

/** A layer less, or a unit less in one of them. */
const simplerSizes = (sizes: Sizes, isAllowed: (sizes: Sizes) => boolean): readonly Sizes[] =>
  [
    sizes.slice(0, 2),
    sizes.slice(0, Math.ceil(sizes.length / 2)),
    sizes.slice(0, -1),
    sizes.map((n) => Math.ceil(n / 2)),
    ...sizes.map((n, l) => sizes.with(l, n - 1)),
  ].filter((smaller) => smaller.join() !== sizes.join() && isAllowed(smaller));

/** Nothing is drawn where a net becomes smaller, but where rows of a later layer are longer than they were. */
const never: Random = { next: () => 0.5, spread: () => 0.5, sizes: small };
