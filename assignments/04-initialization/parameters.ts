import { type Activation, type ActivationChoice, activationOf } from '../../reference/activations/activation-choice.ts';
import { gainSquared, squareGrowth } from '../../reference/gains/gain.ts';
import type { Distribution, Mode } from '../../reference/weights/initializers.ts';
import schema from './variant.schema.json' with { type: 'json' };

/** What variant.schema.json lets vary. */
export interface Parameters {
  readonly activation: ActivationChoice;
  readonly gainMode: 'fan-in' | 'fan-out';
  readonly xavierMode: 'fan-average' | 'fan-in' | 'fan-out';
  readonly normal: 'whole' | 'truncated';
  readonly standardLimit: number;
  readonly depth: number;
}

const defaults = Object.fromEntries(
  Object.entries(schema.properties).map(([key, property]) => [key, property.default]),
) as unknown as Parameters;

/** All parameters, those that are not given as in the lecture's own assignment. */
export const parametersOf = (given: Partial<Parameters> = {}): Parameters => ({ ...defaults, ...given });

/** Weights of variance scale/n, by the name of who first drew them. */
export interface Scheme {
  /** xavier, lecun, he, or the name of what it is for. */
  readonly id: string;
  readonly scale: number;
  readonly mode: Mode;
  /** What follows each layer: nothing, as in the linear region of a symmetric activation, or an activation. */
  readonly behind: Activation | undefined;
  /** By so much, relatively, a weight may be beyond its limit: rounding, weights of 32 bits, six digits of gain². */
  readonly slack: number;
}

const modes = { 'fan-in': 'fanIn', 'fan-out': 'fanOut', 'fan-average': 'fanAvg' } as const;
const balanced = { 'fan-average': 'xavier', 'fan-in': 'lecun', 'fan-out': 'fanOut' } as const;

/** What the parameters make of the assignment. */
export interface Setup extends Parameters {
  /** Whether all is as in the lecture's own assignment. */
  readonly isBase: boolean;
  readonly phi: Activation;
  readonly isRelu: boolean;
  readonly isTruncated: boolean;
  /** The old standard; what keeps the variance of symmetric activations; what makes up for the activation φ. */
  readonly schemes: { readonly standard: Scheme; readonly balanced: Scheme; readonly gained: Scheme };
  /** Of the weights that students know as normal ones. */
  readonly normalFamily: Exclude<Distribution, 'uniform'>;
  /** What a net's activation is called where it has balanced weights, and where it has those that make up for φ. */
  readonly choices: { readonly balanced: string; readonly gained: string };
}

/** As many digits has gain² in the statement; more of them are as right. */
const digits = 6;
const slack = { exact: 1e-6, ofDigits: 1e-5 };

export function setupOf(given?: Partial<Parameters>): Setup {
  const parameters = parametersOf(given);
  const phi = activationOf(parameters.activation);
  const isRelu = phi.name === 'relu';
  let gainedScale: number | undefined;
  return {
    ...parameters,
    isBase: Object.entries(defaults).every(([key, value]) => parameters[key as keyof Parameters] === value),
    phi,
    isRelu,
    isTruncated: parameters.normal === 'truncated',
    normalFamily: parameters.normal === 'truncated' ? 'truncated' : 'normal',
    choices: { balanced: phi.name === 'tanh' ? 'linear' : 'tanh', gained: phi.name },
    schemes: {
      standard: {
        id: 'standard',
        scale: parameters.standardLimit ** 2 / 3,
        mode: 'fanIn',
        behind: undefined,
        slack: slack.exact,
      },
      balanced: {
        id: balanced[parameters.xavierMode],
        scale: 1,
        mode: modes[parameters.xavierMode],
        behind: undefined,
        slack: slack.exact,
      },
      gained: {
        id: isRelu ? 'he' : phi.name,
        /** An integral, found when it is first asked for: every realm of the sandbox makes a setup, and few need it. */
        get scale() {
          gainedScale ??= isRelu ? 2 : Number(gainSquared(phi.value).toPrecision(digits));
          return gainedScale;
        },
        mode: modes[parameters.gainMode],
        behind: phi,
        slack: isRelu ? slack.exact : slack.ofDigits,
      },
    },
  };
}

/** What students know the initializers by. */
export function namesOf({ schemes, isTruncated, standardLimit }: Setup) {
  const normal = isTruncated ? 'TruncatedNormal' : 'Normal';
  return {
    standardUniform: standardLimit === 1 ? 'standardUniform' : 'scaledUniform',
    xavierUniform: `${schemes.balanced.id}Uniform`,
    xavierNormal: `${schemes.balanced.id}${normal}`,
    heNormal: `${schemes.gained.id}${normal}`,
    heUniform: `${schemes.gained.id}Uniform`,
  };
}

/** n of the schemes' n·Var(w). */
export function fanOf(mode: Mode, fanIn: number, fanOut: number): number {
  switch (mode) {
    case 'fanIn':
      return fanIn;
    case 'fanOut':
      return fanOut;
    case 'fanAvg':
      return (fanIn + fanOut) / 2;
  }
}

export const varianceOf = ({ scale, mode }: Pick<Scheme, 'scale' | 'mode'>, fanIn: number, fanOut: number): number =>
  scale / fanOf(mode, fanIn, fanOut);

/** A name of code in the style of ids: fanOutUniform, fan-out-uniform. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Whether an error in the size of a signal grows from layer to layer; behind ReLU it stays as it is. */
export const growsErrors = (phi: Activation): boolean => phi.name !== 'relu' && squareGrowth(phi.value) > 1.03;
