/**
 * What the last hidden layer of a deep net gives while it is trained on the digits: the file behind a picture of
 * 02-saturation's report.
 *
 *   npm run measure -- last-layer
 *
 * Four hidden layers of 48, the old standard weights, batches of ten; a learning rate of 1 for the sigmoid and of 0.3 for
 * tanh. Writes assignments/02-saturation/feedback/last-layer.json.
 */
import { writeFileSync } from 'node:fs';
import { training } from '../../assignments/05-deep-network/digits/digits.ts';
import { activationOf } from '../../reference/activations/activation-choice.ts';
import { deepForward, meanLoss } from '../../reference/nets/deep-network.ts';
import { trainWith } from '../../reference/nets/training.ts';
import { createRng } from '../../reference/numerics/rng.ts';
import { standardUniform } from '../../reference/weights/initializers.ts';

const epochs = [0, 1, 2, 3, 4, 6, 8];
const seed = 2010;
const digits = training.inputs.filter((_, n) => n % 50 === 0);
const units = 12;

const nets = [
  { name: 'sigmoid', learningRate: 1 },
  { name: 'tanh', learningRate: 0.3 },
] as const;

const lines = nets.map(({ name, learningRate }) => {
  const activation = activationOf(name);
  const settings = { hiddenSizes: [48, 48, 48, 48], classes: 10, activation: name, batchSize: 10, learningRate };
  const after = epochs.map((count) => {
    const hidden = { activation, initializer: standardUniform };
    const layers = trainWith(hidden, training, { ...settings, epochs: count }, createRng(seed));
    const outputs = digits.flatMap((input) => deepForward(layers, activation, input).activations[4]!.slice(0, units));
    const loss = meanLoss(layers, activation, training.inputs, training.labels);
    return { loss: Number(loss.toFixed(3)), outputs: outputs.map((a) => Number(a.toFixed(4))) };
  });
  console.log(name, ...after.map(({ loss }) => loss));
  return [name, after] as const;
});
const file = 'assignments/02-saturation/feedback/last-layer.json';
const rows = lines.map(
  ([name, after]) => `  "${name}": [\n${after.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`,
);
writeFileSync(file, `{\n  "epochs": ${JSON.stringify(epochs)},\n${rows.join(',\n')}\n}\n`);
