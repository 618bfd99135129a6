import type { Landmark, Random } from '../../../grader/kit.ts';
import type { Vector } from '../../../reference/numerics/types.ts';

type ClippedArgs<Gradient> = [gradient: Gradient, limit: number];
type At<Gradient> = Landmark<ClippedArgs<Gradient>>;

/** How near to the limit: by what a tolerance still sees, by what one rounds to, by what one sees. */
const distances = [
  ['by a hundred-thousandth', 2e-5, 9e-5],
  ['by a thousandth', 2e-4, 9e-4],
  ['by a hundredth', 5e-3, 2e-2],
  ['by a tenth', 0.05, 0.2],
  ['by half', 0.4, 0.6],
] as const;

/** Shares of the limit on one side of it, and what they are called. */
const shares = distances.flatMap(([id, least, most]) =>
  ([1, -1] as const).map((side) => ({
    id: `${side > 0 ? 'beyond' : 'inside'} the limit ${id}`,
    isAt: (share: number) => side * (share - 1) >= 0.99 * least && side * (share - 1) <= 1.01 * most,
    drawn: ({ next }: Random) => 1 + side * (least + (most - least) * next()),
  })),
);

/** Limits that a program may have taken for all others. */
const limits = [1e-3, 1, 1e3];

/** Entries at the limit, and near it, of either sign; and one entry alone beyond it. */
export const limitLandmarks = (longest: number): readonly At<Vector>[] =>
  ([1, -1] as const).flatMap((sign) => {
    const entryAt = (id: string, share: (random: Random) => number, isAt: (share: number) => boolean): At<Vector> => ({
      id: `an entry of sign ${sign} is ${id}`,
      place: ([, limit], random) => [[0.25, sign * share(random), -0.5].map((value) => value * limit), limit],
      isAt: ([gradient, limit]) => gradient.some((value) => isAt((sign * value) / limit)),
    });
    return [
      entryAt(
        'the limit',
        () => 1,
        (share) => share === 1,
      ),
      ...shares.map(({ id, isAt, drawn }) => entryAt(id, drawn, isAt)),
      ...limits.map((limit) => aloneBeyond([0.5, 2, 0], sign, limit)),
      aloneBeyond(
        Array.from({ length: longest }, (_, i) => (i === longest - 1 ? 2 : 0.5)),
        sign,
        1,
      ),
    ];
  });

/** All entries are so many times the limit, and one of them is beyond it. */
const aloneBeyond = (times: Vector, sign: number, limit: number): At<Vector> => ({
  id: `of ${times.length} entries one is beyond the limit ${limit}, with sign ${sign}`,
  place: () => [times.map((share) => sign * share * limit), limit],
  isAt: ([gradient, at]) =>
    at === limit &&
    gradient.length === times.length &&
    gradient.every((value, i) => value === sign * times[i]! * limit),
});

/** How a kind of gradient is measured and made. */
export interface Gradients<Gradient> {
  readonly normOf: (gradient: Gradient) => number;
  readonly scaled: (gradient: Gradient, factor: number) => Gradient;
  /** One that points elsewhere by so little. */
  readonly nudged: (gradient: Gradient, share: number) => Gradient;
  /** Gradients whose norm is a whole number, exactly and however it is computed. */
  readonly whole: readonly Gradient[];
  /** Others where something may be left out of the norm, or counted once: by what they are. */
  readonly telling: Readonly<Record<string, Gradient>>;
}

/** Gradients by where their norm lies: at the limit, and near it; the gradient is scaled, and the limit stays. */
export function normLandmarks<Gradient>({
  normOf,
  scaled,
  whole,
  telling,
}: Gradients<Gradient>): readonly At<Gradient>[] {
  const isSame = (a: Gradient, b: Gradient): boolean => JSON.stringify(a) === JSON.stringify(b);
  const made = (id: string, gradient: Gradient, limit: number): At<Gradient> => ({
    id,
    place: () => [gradient, limit],
    isAt: ([other, at]) => at === limit && isSame(other, gradient),
  });
  return [
    {
      id: 'the norm is the limit',
      place: (_, { next }) => {
        const gradient = whole[Math.floor(next() * whole.length)]!;
        return [gradient, normOf(gradient)];
      },
      isAt: ([gradient, limit]) => normOf(gradient) === limit,
    },
    ...shares.map(
      ({ id, isAt, drawn }): At<Gradient> => ({
        id: `the norm is ${id}`,
        place: ([gradient, limit], random) => [
          scaled(gradient, (drawn(random) * limit) / (normOf(gradient) || 1)),
          limit,
        ],
        isAt: ([gradient, limit]) => isAt(normOf(gradient) / limit),
      }),
    ),
    ...limits.map((limit) => made(`too long for a limit of ${limit}`, scaled(whole[0]!, Math.max(1, limit)), limit)),
    ...Object.entries(telling).map(([id, gradient]) => made(id, gradient, 1)),
  ];
}
