import { type Domain, type Landmark, lifted } from '../domain.ts';
import { type Random, unspread, wholeBetween } from '../kinds/random.ts';
import { type Site, sizeSites } from '../rounds/sites.ts';

/** How wide a net is: its input, then each layer. */
export type Sizes = number[];

/** Landmarks of nets by their sizes: how deep, how wide, which widths are equal, square layers, wide and tall ones. */
export function widthLandmarks(depths: Domain<number>, widths: Domain<number>): readonly Landmark<Sizes>[] {
  const drawn = (n: number, random: Random): Sizes => Array.from({ length: n }, () => widths.draw(unspread(random)));
  const ofDepth = (sizes: Sizes, depth: number, random: Random): Sizes =>
    [...sizes, ...drawn(depth + 1, random)].slice(0, depth + 1);
  const set = (sizes: Sizes, random: Random, change: (full: Sizes) => Sizes, least = 2): Sizes =>
    change(sizes.length >= least ? sizes : ofDepth(sizes, least - 1, random));
  const some = (list: Sizes, random: Random): number => wholeBetween(0, list.length - 1, random.next());
  const pairs = (sizes: Sizes): [fanIn: number, fanOut: number][] => sizes.slice(1).map((n, l) => [sizes[l]!, n]);
  const layer = (id: string, isRight: (fanIn: number, fanOut: number) => boolean): Landmark<Sizes> => ({
    id: `a layer is ${id}`,
    place: (sizes, random) => {
      const l = wholeBetween(1, sizes.length - 1, random.next());
      let [m, n] = [sizes[l - 1]!, sizes[l]!];
      for (let tries = 0; tries < 50 && !isRight(m, n); tries++) [m = 1, n = 1] = drawn(2, random);
      return sizes.with(l - 1, m).with(l, n);
    },
    isAt: (sizes) => pairs(sizes).some(([m, n]) => isRight(m, n)),
  });
  const all = (
    id: string,
    place: Landmark<Sizes>['place'],
    isAt: (n: number, sizes: Sizes) => boolean,
  ): Landmark<Sizes> => ({
    id,
    place,
    isAt: (sizes) => sizes.every((n) => isAt(n, sizes)),
  });
  const ends = widths.landmarks.filter(({ isEdge }) => isEdge);
  return [
    ...lifted<Sizes, number>('the depth', depths.landmarks, (sizes) => sizes.length - 1, ofDepth),
    ...widths.landmarks.map(
      (mark): Landmark<Sizes> => ({
        id: `a width ${mark.id}`,
        place: (sizes, random) => sizes.with(some(sizes, random), mark.place(1, random)),
        isAt: (sizes) => sizes.some(mark.isAt),
      }),
    ),
    ...ends.map((mark) =>
      all(`every width ${mark.id}`, (sizes, random) => sizes.map((n) => mark.place(n, random)), mark.isAt),
    ),
    ...ends.map(
      (mark): Landmark<Sizes> => ({
        id: `a width inside ${mark.id}`,
        place: (sizes, random) =>
          set(
            sizes,
            random,
            (full) => full.with(wholeBetween(1, full.length - 2, random.next()), mark.place(1, random)),
            3,
          ),
        isAt: (sizes) => sizes.slice(1, -1).some(mark.isAt),
      }),
    ),
    ...(ends.length === 0
      ? []
      : [
          all(
            'all widths are equal',
            (sizes) => sizes.map(() => sizes[0]!),
            (n, sizes) => n === sizes[0],
          ),
          layer('square', (m, n) => m === n && m > 1),
          layer('wide', (fanIn, fanOut) => fanIn > fanOut),
          layer('tall', (fanIn, fanOut) => fanIn < fanOut),
        ]),
  ];
}

/** How deep, how wide at either end, and how wide inside. */
export const widthSites = (depths: Domain<number>, widths: Domain<number>): readonly Site<Sizes>[] => [
  ...sizeSites<Sizes>(
    'the depth',
    depths.sites?.() ?? [],
    (sizes) => sizes.length - 1,
    (sizes, depth, random) => Array.from({ length: depth + 1 }, (_, l) => sizes[l] ?? widths.draw(unspread(random))),
  ),
  ...[0, 1, -1].flatMap((at) =>
    sizeSites<Sizes>(
      at === 0 ? 'the first' : at === 1 ? 'the second' : 'the last',
      widths.sites?.() ?? [],
      (sizes) => sizes.at(at)!,
      (sizes, n) => sizes.with(at, n),
    ),
  ),
];
