/**
 * The tables of nets in training that statements show: `npm run measure -- tables`. The nets of 02 and 03 learn the digits
 * of 05, which students of the two do not have yet; tests/assignments/tables.test.ts holds the statements to the figures.
 */
import { training } from '../../assignments/05-deep-network/digits/digits.ts';
import { sigmoidDerivative, tanhDerivative } from '../../reference/activations/activations.ts';
import { deepForward, meanLoss } from '../../reference/nets/deep-network.ts';
import { initialize, permutation, type StepOptions, trainStep } from '../../reference/nets/training.ts';
import { createRng, type RandomStream } from '../../reference/numerics/rng.ts';
import type { Layer } from '../../reference/numerics/types.ts';
import { type Initializer, standardUniform, xavierUniform } from '../../reference/weights/initializers.ts';

type Named = 'sigmoid' | 'tanh';
const { inputs, labels } = training;
const batchSize = 10;

function epochOf(layers: readonly Layer[], activation: Named, options: StepOptions, rng: RandomStream): Layer[] {
  const order = permutation(inputs.length, rng);
  return Array.from({ length: order.length / batchSize }, (_, b) =>
    order.slice(b * batchSize, (b + 1) * batchSize),
  ).reduce<Layer[]>(
    (current, batch) =>
      trainStep(
        current,
        activation,
        batch.map((n) => inputs[n]!),
        batch.map((n) => labels[n]!),
        options,
      ),
    [...layers],
  );
}

/** A net after each of some numbers of epochs. */
function trained(
  sizes: readonly number[],
  activation: Named,
  draw: Initializer,
  options: StepOptions,
  stops: readonly number[],
): Layer[][] {
  const rng = createRng(1);
  let layers = initialize([49, ...sizes, 10], draw, rng);
  const seen: Layer[][] = [];
  for (let epoch = 0; epoch <= Math.max(...stops); epoch++) {
    if (stops.includes(epoch)) seen.push(layers);
    layers = epochOf(layers, activation, options, rng);
  }
  return seen;
}

/** The preactivations of the last hidden layer, over all digits and units. */
const lastHidden = (layers: readonly Layer[], activation: Named): number[] =>
  inputs.flatMap((input) => deepForward(layers, activation, input).preactivations.at(-2)!);

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const twoPlaces = (x: number): string =>
  x
    .toFixed(2)
    .replace(/^-(?=0\.00$)/, '')
    .replace('-', '−');

/** 02: what becomes of the last of four hidden layers of 48 units. */
export function lastLayers(): readonly string[] {
  const epochs = [0, 1, 2, 4, 8];
  const nets: readonly (readonly [Named, number])[] = [
    ['sigmoid', 1],
    ['tanh', 0.3],
  ];
  return nets.flatMap(([activation, learningRate]) => {
    const seen = trained([48, 48, 48, 48], activation, standardUniform, { learningRate }, epochs);
    const z = seen.map((layers) => lastHidden(layers, activation));
    const [value, slope] =
      activation === 'tanh' ? [Math.tanh, tanhDerivative] : [(x: number) => 1 / (1 + Math.exp(-x)), sigmoidDerivative];
    const steepest = slope(0);
    return [
      z.map((values) => twoPlaces(meanOf(values.map(value)))),
      z.map((values) => `${Math.round((100 * meanOf(values.map(slope))) / steepest)} %`),
      seen.map((layers) => twoPlaces(meanLoss(layers, activation, inputs, labels))),
    ].map((cells) => cells.join(' | '));
  });
}

/** 03: how much L2 keeps the last of two hidden layers of 24 tanh from saturation, with weights four times Xavier's. */
export function saturationUnderL2(): readonly string[] {
  const large: Initializer = (fanIn, fanOut, rng) =>
    xavierUniform(fanIn, fanOut, rng).map((row) => row.map((w) => 4 * w));
  const share = (layers: readonly Layer[]): string => {
    const z = lastHidden(layers, 'tanh');
    return `${Math.round((100 * z.filter((one) => tanhDerivative(one) < 0.2).length) / z.length)} %`;
  };
  const runs = [0, 0.003, 0.01, 0.03].map((l2) =>
    trained([24, 24], 'tanh', large, { learningRate: 0.1, l2 }, [0, 24]).map((layers) => [
      share(layers),
      twoPlaces(meanLoss(layers, 'tanh', inputs, labels)),
    ]),
  );
  const cells = [runs[0]![0]!, ...runs.map(([, after]) => after!)];
  return [0, 1].map((row) => cells.map((cell) => cell[row]!).join(' | '));
}

if (process.argv[1]?.endsWith('tables.mjs')) console.log([...lastLayers(), '', ...saturationUnderL2()].join('\n'));
