import { curve, type Drawing, histogram, type Plot, type PlotNames, plot, twoLines } from '../../../grader/kit.ts';
import { meanSquare } from '../../../reference/gains/gain.ts';
import { meanSquares } from '../../../reference/gains/signal.ts';
import { multiply } from '../../../reference/numerics/linear-algebra.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import { normalDensity } from '../../../reference/statistics/statistics.ts';
import { moment } from '../../../reference/statistics/variance.ts';
import { truncatedDensity } from '../../../reference/weights/truncated-normal.ts';
import { uniform } from '../../../reference/weights/weight-distributions.ts';
import { statesFrom } from '../initializers/generators.ts';
import { type Promised, promised } from '../initializers/promises.ts';
import { columnsOf } from '../initializers/weights.ts';
import { growsErrors, type Parameters, setupOf, varianceOf } from '../parameters.ts';
import type { InitializationTasks, InitializerArgs } from '../reference.ts';

/** Any state: it is the same in every check, so that a picture changes only where the function does. */
const first = 2010;

/** Three times as many inputs as outputs: where the fans are equal, it does not show which of them was meant. */
const fans = [120, 40] as const;
const bars = 40;

/** The weights of one layer as a histogram, over the density that was asked for. */
const weightsPlot = (promise: Promised): Plot =>
  plot('weights', promise.task, {
    calls: [[...fans, statesFrom(first, 1)[0]!]],
    draw([yours = []], _, names): Drawing {
      const std = Math.sqrt(varianceOf(promise, ...fans));
      const density = densityOf(promise, std);
      const weights = yours.flat();
      const largest = weights.reduce((max, w) => (Number.isFinite(w) ? Math.max(max, Math.abs(w)) : max), 0);
      // Wide enough for what should be there, and for most mistakes: the worst is eleven times too wide, std for std².
      const limit = std * Math.min(12, Math.max(promise.family === uniform ? 2 : 3.5, (1.05 * largest) / std));
      const highest = 4 * density(0);
      const outline = histogram(weights, [-limit, limit], bars, highest);
      const top = outline.reduce((max, [, height]) => Math.max(max, height), density(0));
      return {
        x: { label: 'w', domain: [-limit, limit] },
        y: { label: 'p(w)', domain: [0, 1.1 * top] },
        series: [
          { label: names.yours, labelAt: [0.55 * limit, top], points: outline, style: 'filled' },
          {
            label: names.right,
            labelAt: [0.55 * limit, 0.9 * top],
            points: curve(density, -limit, limit),
            style: 'dashed',
          },
        ],
      };
    },
  });

function densityOf({ family }: Promised, std: number): (w: number) => number {
  if (family.name === 'normal') return (w) => normalDensity(w / std) / std;
  if (family.name === 'truncated') return (w) => truncatedDensity(w / std) / std;
  const limit = std * Math.sqrt(3);
  return (w) => (Math.abs(w) <= limit ? 1 / (2 * limit) : 0);
}

/** Wide enough for one net to stay within a factor of ten or so of what is expected (docs/statistics.md). */
const width = 48;

/** The mean square of a signal layer by layer, of the student's weights and of right ones, on the same way. */
const depthPlot = (
  id: string,
  promise: Promised,
  calls: readonly InitializerArgs[],
  [x, y]: readonly [x: string, y: string],
  through: (net: readonly Matrix[]) => Vector,
): Plot =>
  plot(id, promise.task, {
    calls,
    draw(yours, right, names: PlotNames): Drawing {
      const line = (net: readonly Matrix[]) => through(net).map((square, l) => [l, square] as const);
      return twoLines([{ label: x, domain: [0, calls.length] }, y], names, [line(yours), line(right)]);
    },
  });

/**
 * The signal forwards. Where errors in its size fade from layer to layer, or stay as they are, it goes its own way. Where
 * they grow, even right weights lose it in fifty layers: there each layer starts from the size that is to be kept, as in
 * the laws, and what is drawn is the product of the gains.
 */
function forwards(net: readonly Matrix[], signal: Vector, { behind, scale, mode }: Promised): Vector {
  if (behind === undefined || !growsErrors(behind)) return meanSquares(net, signal, behind?.value);
  const std = Math.sqrt(varianceOf({ scale, mode }, width, width));
  const steps = [moment(signal, 2)];
  let h = signal;
  for (const matrix of net) {
    const length = Math.sqrt(h.length * moment(h, 2));
    const direction = h.map((x) => x / length);
    h = multiply(matrix, direction).map((z) => behind.value(z / std));
    steps.push((steps.at(-1)! * moment(h, 2)) / meanSquare(behind.value));
  }
  return steps;
}

/**
 * Forwards through the activation, at full amplitude, or through nothing; backwards through slopes that know nothing of the
 * weights, as in the laws. The signal begins with the mean square that the activation is to keep.
 */
function depthPlots(promise: Promised, depth: number): Plot[] {
  const { behind, scale } = promise;
  // Once for both plots.
  const calls = statesFrom(first, depth).map((state): InitializerArgs => [width, width, state]);
  const normals = () => {
    const rng = createRng(first);
    const size = behind && behind.name !== 'relu' ? 1 / Math.sqrt(scale) : 1;
    return { signal: Array.from({ length: width }, () => size * rng.normal()), rng };
  };
  return [
    depthPlot('forwards', promise, calls, ['l', 'E[a²]'], (net) => forwards(net, normals().signal, promise)),
    depthPlot('backwards', promise, calls, ['L − l', 'E[δ²]'], (net) => {
      const { signal: delta, rng } = normals();
      const slope = behind && ((z: number) => z * behind.derivative(rng.normal()));
      return meanSquares(net.map(columnsOf).toReversed(), delta, slope);
    }),
  ];
}

/** What is drawn for who has failed an initializer: the weights, and what they do to many layers. */
export function plots(tasks: InitializationTasks, given?: Partial<Parameters>): readonly Plot[] {
  const setup = setupOf(given);
  return promised(tasks, setup).flatMap((promise) => [weightsPlot(promise), ...depthPlots(promise, setup.depth)]);
}
