import { asked, type Draw, oralLine, type WhichIsWhich, written } from '../../../grader/kit.ts';
import { globalNorm } from '../../../reference/nets/clipping.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { RecurrentActivation } from '../recurrent/activation.ts';
import type { GradientControlTasks } from '../reference.ts';

const steps = 24;
const factors = [0.6, 0.8, 1, 1.2, 1.5];

/** ρ·Q, where Q turns the plane by an angle: nothing but ρ makes the gradient longer or shorter. */
function turn(rho: number, angle: number): number[][] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)].map((one) => Number((rho * one).toPrecision(6)));
  return [
    [c!, -s!],
    [s!, c!],
  ];
}

/** States at which the activation is as steep as anywhere, or nearly so. */
function states({ bounds: [lower, upper], states: drawn, member }: RecurrentActivation, seed: number): number[][] {
  const { uniform } = createRng(seed);
  const middle = member === undefined ? drawn.largest / 2 : (lower + upper) / 2;
  const state = (): number => Number((middle + 0.04 * drawn.size * (2 * uniform() - 1)).toFixed(4));
  return Array.from({ length: steps }, () => [state(), state()]);
}

/** The length of ∂L/∂h_t, t = 1 … T, in recurrent nets that are told apart by one factor. */
export function recurrences(
  { unrolledGradients }: GradientControlTasks,
  activation: RecurrentActivation,
  draw: Draw,
): WhichIsWhich {
  const angle = draw.one([0.3, 0.5, 0.7, 0.9, 1.1, 1.3]);
  const all = written(states(activation, draw.seed()));
  const middle = activation.derivativeFromOutput(states(activation, 0)[0]![0]!);
  return {
    id: 'recurrences',
    kind: 'curves',
    values: { steps: String(steps), slope: String(Number(middle.toPrecision(2))) },
    lines: draw.some(factors, 3).map((rho) =>
      oralLine({
        kind: 'rho',
        values: { rho: String(rho) },
        asked: asked(
          `${unrolledGradients.id}(${written(turn(rho, angle))}, ${all}, [1, 0])`,
          unrolledGradients.returns,
        ),
        heights: (gradients) => gradients.map((gradient) => Math.log10(globalNorm([gradient]))),
      }),
    ),
  };
}
