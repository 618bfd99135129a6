import { asked, type Draw, list, number, oralLine, toldApart, type WhichIsWhich } from '../../../grader/kit.ts';
import { saturationPoint } from '../../../reference/activations/saturation.ts';
import type { ActivationPair } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';

const units = 200;
/** How far z is spread: the deviation of the preactivations. */
const spreads = [0.5, 1, 1.5, 2, 3, 4, 6, 8, 12];

/** Two points of saturation that are closer than this are not told apart by eye. */
const apart = 1.25;

/** The share of saturated units against the spread of z, for two activations and two thresholds each. */
export function shares({ saturatedFraction }: SaturationTasks, pair: ActivationPair, draw: Draw): WhichIsWhich {
  const seed = draw.seed();
  const all = [pair.first, pair.second].flatMap(({ code, shape }) =>
    [0.8, 0.2, 0.02].map((share) => {
      const threshold = Number((share * shape.steepest).toPrecision(2));
      return { code, threshold, point: saturationPoint(shape, threshold) };
    }),
  );
  const drawn = toldApart(
    draw.some(all, all.length),
    3,
    (a, b) => Math.max(a.point / b.point, b.point / a.point) >= apart,
  );
  return {
    id: 'shares',
    kind: 'curves',
    values: { units: String(units), from: String(spreads[0]), to: String(spreads.at(-1)) },
    lines: drawn.map(({ code, threshold }) => {
      const preactivations = `Array.from({ length: ${units} }, () => s * g.normal())`;
      const share = `((g) => ${saturatedFraction.id}('${code}', ${preactivations}, ${threshold}))(rng(${seed}))`;
      return oralLine({
        kind: 'share',
        values: { activation: code, threshold: String(threshold) },
        asked: asked(`[${spreads.join(', ')}].map((s) => ${share})`, list(number)),
        heights: (answer) => answer,
      });
    }),
  };
}
