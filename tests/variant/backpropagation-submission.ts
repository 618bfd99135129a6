import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** A submission as a student of a variant would write it. */
export interface Style {
  readonly name: string;
  readonly activation: string;
  readonly derivative: string;
  readonly loss: string;
  readonly lossBody: string;
  readonly gradientBody: string;
  readonly isOutByIn: boolean;
}

/** Writes it into a folder that is there, and gives the folder. */
export function submissionIn(
  target: string,
  { name, activation, derivative, loss, lossBody, gradientBody, isOutByIn }: Style,
): string {
  const weight = isOutByIn ? 'weights[j][i]' : 'weights[i][j]';
  const files: Readonly<Record<string, string>> = {
    [`${name}.ts`]: `export const ${name} = (z: number): number => ${activation};
export const ${name}Derivative = (z: number): number => ${derivative};
`,
    'loss.ts': `export function ${loss}(t: number[], y: number[]): number { ${lossBody} }
export function ${loss}Gradient(t: number[], y: number[]): number[] { ${gradientBody} }
`,
    'network.ts': `import { ${loss}Gradient } from './loss';
import { ${name}, ${name}Derivative } from './${name}';
import type { ForwardPass, Layer } from './types';
export function forward(layers: Layer[], input: number[]): ForwardPass {
  const pass: ForwardPass = { preactivations: [], activations: [input] };
  for (const { weights, biases } of layers) {
    const a = pass.activations[pass.activations.length - 1];
    const z = biases.map((b, j) => a.reduce((sum, x, i) => sum + ${weight} * x, b));
    pass.preactivations.push(z);
    pass.activations.push(z.map((value) => ${name}(value)));
  }
  return pass;
}
export function backward(layers: Layer[], pass: ForwardPass, targets: number[]): Layer[] {
  const gradients: Layer[] = [];
  let g = ${loss}Gradient(targets, pass.activations[layers.length]);
  for (let l = layers.length - 1; l >= 0; l--) {
    const delta = pass.preactivations[l].map((z, j) => g[j] * ${name}Derivative(z));
    const a = pass.activations[l];
    const { weights } = layers[l];
    const own = ${isOutByIn ? 'delta.map((d) => a.map((x) => d * x))' : 'a.map((x) => delta.map((d) => d * x))'};
    gradients.unshift({ weights: own, biases: delta });
    g = a.map((_, i) => delta.reduce((sum, d, j) => sum + ${weight} * d, 0));
  }
  return gradients;
}
export const gradientDescentStep = (layers: Layer[], gradients: Layer[], rate: number): Layer[] =>
  layers.map(({ weights, biases }, l) => ({
    weights: weights.map((row, j) => row.map((w, i) => w - rate * gradients[l].weights[j][i])),
    biases: biases.map((b, j) => b - rate * gradients[l].biases[j]),
  }));
`,
    'chain.ts': `import { ${loss}Gradient } from './loss';
import { ${name}, ${name}Derivative } from './${name}';
import type { Chain } from './types';
function run({ weights, biases }: Chain, x: number) {
  const z: number[] = [];
  let a = x;
  for (let i = 0; i < weights.length; i++) { z.push(weights[i] * a + biases[i]); a = ${name}(z[i]); }
  return { z, a };
}
export const chainFactors = (chain: Chain, x: number): number[] =>
  run(chain, x).z.slice(1).map((z, i) => ${name}Derivative(z) * chain.weights[i + 1]);
export function chainGradient(chain: Chain, x: number, t: number): number {
  const { z, a } = run(chain, x);
  return chainFactors(chain, x).reduce((p, f) => p * f, ${loss}Gradient([t], [a])[0] * ${name}Derivative(z[0]) * x);
}
`,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(target, file), text);
  return target;
}
