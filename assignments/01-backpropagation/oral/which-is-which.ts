import { asked, type Draw, oralLine, type WhichIsWhich, written } from '../../../grader/kit.ts';
import { globalNorm } from '../../../reference/nets/clipping.ts';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import { turned } from '../../../reference/weights/orientation.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

const depth = 8;
const width = 4;

/** Weights of U(±1/√n) times `scale`, in four decimals. */
function netOf(seed: number, scale: number, bias: number): { layers: Layer[]; input: number[] } {
  const { uniform, normal } = createRng(seed);
  const rounded = (x: number): number => Math.round(1e4 * x) / 1e4;
  const weight = (): number => rounded((scale * (2 * uniform() - 1)) / Math.sqrt(width));
  const input = Array.from({ length: width }, () => rounded(normal()));
  const layers = Array.from({ length: depth }, (_, l) => {
    const fanOut = l + 1 < depth ? width : 1;
    return {
      weights: Array.from({ length: fanOut }, () => Array.from({ length: width }, weight)),
      biases: Array.from({ length: fanOut }, () => bias),
    };
  });
  return { layers, input };
}

const kinds = {
  standard: { scale: 1, bias: 0 },
  large: { scale: 6, bias: 0 },
  saturated: { scale: 1, bias: 4 },
  small: { scale: 0.1, bias: 0 },
} as const;

/** The length of ∂L/∂W layer by layer, in nets that differ in one thing. */
export function vanishing({ forward, backward }: BackpropagationTasks, model: Model, draw: Draw): WhichIsWhich {
  const seed = draw.seed();
  const drawn = draw.some(Object.keys(kinds) as (keyof typeof kinds)[], 3);
  return {
    id: 'vanishing',
    kind: 'curves',
    values: { depth: String(depth), width: String(width) },
    lines: drawn.map((kind) => {
      const { layers, input } = netOf(seed, kinds[kind].scale, kinds[kind].bias);
      const net = written([...turned(model.parameters.orientation, layers)]);
      const expression = `((net, x) => ${backward.id}(net, ${forward.id}(net, x), [1]))(${net}, ${written(input)})`;
      return oralLine({
        kind,
        values: {},
        asked: asked(expression, backward.returns),
        heights: (gradients) => gradients.map(({ weights }) => Math.log10(globalNorm(weights))),
      });
    }),
  };
}
