import type { Picture, Point } from '../../grader/contract.ts';
import { type Activation, layerStatistics } from '../../reference/deep-network.ts';
import { heNormal, type Initializer, standardUniform, xavierNormal } from '../../reference/initializers.ts';
import { createRng } from '../../reference/rng.ts';
import { initialize } from '../../reference/training.ts';
import { classes, training } from './digits.ts';
import { reluRuns } from './training-runs.ts';

const { hiddenSizes } = reluRuns.settings;
const hidden = hiddenSizes.length;
const nets = 5;
/** A few of the digits: the lines do not look different with all of them. */
const inputs = training.inputs.slice(0, 60);
const sizes = [inputs[0]!.length, ...hiddenSizes, classes];

/** The std of the activations in each hidden layer: the geometric mean over some fresh nets, for it spans decades. */
function decay(initializer: Initializer, activation: Activation): Point[] {
  const rng = createRng(1);
  const statistics = Array.from({ length: nets }, () =>
    layerStatistics(initialize(sizes, initializer, rng), activation, inputs),
  );
  return Array.from({ length: hidden }, (_, l) => {
    const logarithms = statistics.map((layers) => Math.log(layers[l]!.std));
    return [l + 1, Math.exp(logarithms.reduce((sum, x) => sum + x, 0) / nets)];
  });
}

export const pictures: Readonly<Record<string, Picture>> = {
  'statistics.svg': {
    title: 'std(a) in eighteen hidden layers',
    description:
      'The standard deviation of the activations of fresh nets on the digits, on a logarithmic axis. With He for ReLU and Xavier for tanh it stays above 0.1 through all eighteen layers; with the standard initialization it falls to about 0.00003 for tanh and a twenty-millionth for ReLU.',
    x: { label: 'l', domain: [1, hidden] },
    y: { label: 'std(a)', domain: [1e-8, 1], scale: 'log' },
    series: [
      { label: 'ReLU, He', points: decay(heNormal, 'relu'), style: 'solid' },
      { label: 'tanh, Xavier', points: decay(xavierNormal, 'tanh'), style: 'dashdot' },
      { label: 'tanh, U(±1/√n)', points: decay(standardUniform, 'tanh'), style: 'dashed' },
      { label: 'ReLU, U(±1/√n)', points: decay(standardUniform, 'relu'), style: 'dotted' },
    ],
  },
};
