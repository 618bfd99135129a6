import { asked, type Draw, oralLine, type WhichIsWhich } from '../../../grader/kit.ts';
import { phisOf } from '../activations.ts';
import type { Parameters } from '../parameters.ts';
import type { DeepNetworkTasks } from '../reference.ts';

const depth = 18;
const width = 24;

/** The std of the activations in fresh nets that differ in their activation and their weights. */
export function deviations({ layerStatistics }: DeepNetworkTasks, parameters: Parameters, draw: Draw): WhichIsWhich {
  const { symmetric, relu, other } = phisOf(parameters);
  const kinds = [
    { kind: 'he', phi: relu, std: 'Math.sqrt(2 / n)' },
    { kind: 'xavier', phi: relu, std: 'Math.sqrt(2 / (n + m))' },
    { kind: 'standard', phi: symmetric, std: 'Math.sqrt(1 / (3 * n))' },
    { kind: 'xavier', phi: symmetric, std: 'Math.sqrt(2 / (n + m))' },
    { kind: 'xavier', phi: other, std: 'Math.sqrt(2 / (n + m))' },
  ];
  const sizes = `[49, ${Array.from({ length: depth }, () => width).join(', ')}, ${parameters.classes}]`;
  return {
    id: 'deviations',
    kind: 'curves',
    values: { depth: String(depth), other: other.name },
    lines: draw.some(kinds, 4).map(({ kind, phi, std }) => {
      const weights = `(n, m, r) => Array.from({ length: m }, () => Array.from({ length: n }, () => r.normal() * ${std}))`;
      const net = `net(${sizes}, ${weights}, ${draw.seed()})`;
      return oralLine({
        kind,
        values: { activation: phi.name },
        asked: asked(`${layerStatistics.id}(${net}, '${phi.name}', digits.inputs)`, layerStatistics.returns),
        heights: (statistics) => statistics.map(({ std: deviation }) => Math.log10(deviation)),
      });
    }),
  };
}
