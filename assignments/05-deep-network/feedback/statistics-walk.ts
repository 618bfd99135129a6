import { type Calculation, calculation, type Step, type Walk, walk } from '../../../grader/kit.ts';
import type { LayerStatistics } from '../../../reference/nets/deep-network.ts';
import type { Layer } from '../../../reference/numerics/types.ts';
import type { DeepNetworkTasks, StatisticsArgs } from '../reference.ts';
import type { Rules } from '../rules.ts';
import { stageOf } from './stage.ts';

/** The mean of a hidden layer's activations over its units and all examples, then their deviation from it. */
function steps(
  rules: Rules,
  [net, activation, inputs]: StatisticsArgs,
  statistics: readonly LayerStatistics[],
): Step[] {
  const passes = inputs.map((input) => rules.forward(net, activation, input));
  return statistics.flatMap(({ mean, std }, l): Step[] => {
    const values = passes.flatMap(({ activations }) => activations[l + 1]!);
    const n = values.length;
    const meanSquare = values.reduce((sum, a) => sum + a * a, 0) / n;
    const last = inputs.length > 1 ? passes.at(-1)!.activations[l + 1]! : undefined;
    return [
      {
        stage: stageOf(l),
        name: `[${l}].mean`,
        calculation: calculation`(${sumOf(values.map((a) => [a]))}) / ${n}`,
        path: [l, 'mean'],
        factors: {
          n,
          [`n / (n − 1)`]: n / (n - 1),
          ...(last && { 'mean(last) / mean': last.reduce((sum, a) => sum + a, 0) / last.length / mean }),
        },
      },
      {
        stage: stageOf(l),
        name: `[${l}].std`,
        calculation: calculation`√((${sumOf(values.map((a) => calculation`(${a} − ${mean})²`))}) / ${n})`,
        path: [l, 'std'],
        factors: { '√(n / (n − 1))': Math.sqrt(n / (n - 1)), std, '√(mean(a²)) / std': Math.sqrt(meanSquare) / std },
      },
    ];
  });
}

/** More terms than these are known by the first of them and the last. */
const mostTerms = 6;

function sumOf(terms: readonly Calculation[]): Calculation {
  const shown = terms.length > mostTerms ? [...terms.slice(0, 3), ['…'], terms.at(-1)!] : terms;
  return shown.flatMap((term, i) => [i === 0 ? '' : ' + ', ...term]);
}

const shallow: Layer[] = [
  { weights: [[0.7, -0.4]], biases: [0.2] },
  { weights: [[-1.3], [0.9]], biases: [0.4, -0.1] },
];
const inputs = [
  [0.6, -0.9],
  [-0.3, 0.5],
  [1.2, 0.8],
];

/** How the statistics of a net's hidden layers are computed by hand. */
export function statisticsWalk(task: DeepNetworkTasks['layerStatistics'], rules: Rules): Walk {
  const deeper: Layer[] = [{ weights: [...shallow[0]!.weights, [0.3, 1.1]], biases: [0.2, 0.1] }, ...deeperLayers];
  return walk(task, {
    examples: [
      [shallow, rules.phis.symmetric.name, inputs],
      [deeper, rules.phis.symmetric.name, inputs.slice(0, 2)],
    ],
    steps: (args, statistics) => steps(rules, args, statistics),
  });
}

const deeperLayers: readonly Layer[] = [
  {
    weights: [
      [0.8, 1.2],
      [-0.5, 1.6],
    ],
    biases: [0.3, -0.2],
  },
  { weights: [[-1.3, 0.4]], biases: [0.4] },
];
