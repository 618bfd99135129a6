import { relu, reluDerivative, sigmoid, sigmoidDerivative, tanh, tanhDerivative } from './activations.ts';

/** All there is to know of an activation function φ. */
export interface Activation {
  /** In code; the derivative is this with `Derivative` behind it. */
  readonly name: string;
  /** The function's sign, LaTeX and plain: `\sigma`, `σ`. */
  readonly symbolTex: string;
  readonly symbol: string;
  readonly tex: string;
  readonly derivativeTex: string;
  readonly text: string;
  readonly derivativeText: string;
  readonly value: (z: number) => number;
  readonly derivative: (z: number) => number;
  /** |z| up to which it may be asked for: straightforward code gives finite values there. */
  readonly limit: number;
  /** The ends of its values, whether reached or only approached. */
  readonly range: readonly [least: number, largest: number];
}

/** Beyond any power of ten that a law asks for. */
const everywhere = Number.MAX_VALUE;

/** The activations that have a name. */
export const named = {
  sigmoid: {
    symbolTex: '\\sigma',
    symbol: 'σ',
    tex: '\\frac{1}{1 + e^{-z}}',
    derivativeTex: '\\sigma(z)(1 - \\sigma(z))',
    text: '1 / (1 + e^−z)',
    derivativeText: 'σ(1 − σ)',
    value: sigmoid,
    derivative: sigmoidDerivative,
    limit: everywhere,
    range: [0, 1],
  },
  tanh: {
    symbolTex: '\\tanh',
    symbol: 'tanh',
    tex: '\\frac{e^z - e^{-z}}{e^z + e^{-z}}',
    derivativeTex: '1 - \\tanh^2(z)',
    text: '(e^z − e^−z) / (e^z + e^−z)',
    derivativeText: '1 − tanh²(z)',
    value: tanh,
    derivative: tanhDerivative,
    limit: everywhere,
    range: [-1, 1],
  },
  /** Dugas et al. (2001): ln(1 + e^z), whose slope is σ(z). */
  softplus: {
    symbolTex: '\\mathrm{softplus}',
    symbol: 'softplus',
    tex: '\\ln(1 + e^z)',
    derivativeTex: '\\frac{1}{1 + e^{-z}}',
    text: 'ln(1 + e^z)',
    derivativeText: '1 / (1 + e^−z)',
    value: (z: number) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
    derivative: sigmoid,
    limit: 700,
    range: [0, Infinity],
  },
  softsign: {
    symbolTex: '\\mathrm{softsign}',
    symbol: 'softsign',
    tex: '\\frac{z}{1 + |z|}',
    derivativeTex: '\\frac{1}{(1 + |z|)^2}',
    text: 'z / (1 + |z|)',
    derivativeText: '1 / (1 + |z|)²',
    value: (z: number) => z / (1 + Math.abs(z)),
    derivative: (z: number) => 1 / (1 + Math.abs(z)) ** 2,
    limit: everywhere,
    range: [-1, 1],
  },
  arctan: {
    symbolTex: '\\arctan',
    symbol: 'arctan',
    tex: '\\arctan(z)',
    derivativeTex: '\\frac{1}{1 + z^2}',
    text: 'arctan(z)',
    derivativeText: '1 / (1 + z²)',
    value: Math.atan,
    derivative: (z: number) => 1 / (1 + z * z),
    limit: everywhere,
    range: [-Math.PI / 2, Math.PI / 2],
  },
  /** Ramachandran, Zoph & Le (2017): z·σ(z), with slope σ(z)·(1 + z·σ(−z)). */
  swish: {
    symbolTex: '\\mathrm{swish}',
    symbol: 'swish',
    tex: '\\frac{z}{1 + e^{-z}}',
    derivativeTex: '\\sigma(z)\\,(1 + z\\,\\sigma(-z))',
    text: 'z / (1 + e^−z)',
    derivativeText: 'σ(z)·(1 + z·σ(−z))',
    value: (z: number) => z * sigmoid(z),
    derivative: (z: number) => sigmoid(z) * (1 + z * sigmoid(-z)),
    limit: 700,
    range: [-0.2784645427610738, Infinity],
  },
  /** Not smooth: at 0 there is a kink. */
  relu: {
    symbolTex: '\\mathrm{ReLU}',
    symbol: 'ReLU',
    tex: '\\max(0, z)',
    derivativeTex: '\\begin{cases} 1 & z > 0 \\\\ 0 & z \\le 0 \\end{cases}',
    text: 'max(0, z)',
    derivativeText: '[z > 0]',
    value: relu,
    derivative: reluDerivative,
    limit: everywhere,
    range: [0, Infinity],
  },
} as const satisfies Readonly<Record<string, Omit<Activation, 'name'>>>;
