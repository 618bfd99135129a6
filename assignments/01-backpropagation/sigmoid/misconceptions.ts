// Long, for it is a table: what goes wrong with each activation function.
import { isClose, type Misconception, misconceptions as of } from '../../../grader/kit.ts';
import type { Activation } from '../../../reference/activations/activation-choice.ts';
import { sigmoid, sigmoidDerivative } from '../../../reference/activations/activations.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

type Slips = Readonly<Record<string, (z: number) => number>>;

/** Slips that are particular to one activation function: in its value, and in its derivative. */
interface Own {
  readonly value: Slips;
  readonly slope: Slips;
}

const cutTo = (limit: number, z: number): number => Math.max(-limit, Math.min(limit, z));
const ratioOfExponentials = (z: number): number => (Math.exp(z) - Math.exp(-z)) / (Math.exp(z) + Math.exp(-z));
const softplus = (z: number): number => Math.log1p(Math.exp(z));

const own: Readonly<Record<string, Own>> = {
  sigmoid: {
    value: {
      'sigmoid-mirrored': (z) => sigmoid(-z),
      'sigmoid-overflows': (z) => Math.exp(z) / (1 + Math.exp(z)),
      'sigmoid-without-parentheses': (z) => 1 + Math.exp(-z),
      'sigmoid-cut': (z) => sigmoid(cutTo(12, z)),
      'sigmoid-is-tanh': (z) => Math.tanh(z),
      // Division comes last: 1 + e is a whole number to `^`, which is no power in JavaScript.
      'sigmoid-xor-for-power': (z) => 1 / ((1 + Math.E) ^ -z),
      'sigmoid-hard': (z) => cutTo(0.5, z / 4) + 0.5,
      'sigmoid-hard-by-a-fifth': (z) => cutTo(0.5, 0.2 * z) + 0.5,
      'sigmoid-hard-by-a-sixth': (z) => cutTo(0.5, z / 6) + 0.5,
    },
    slope: {
      'slope-of-the-argument': (z) => z * (1 - z),
      'slope-with-plus': (z) => sigmoid(z) * (1 + sigmoid(z)),
      'slope-overflows': (z) => Math.exp(z) / (1 + Math.exp(z)) ** 2,
      'slope-overflows-on-the-left': (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2,
      'slope-cut': (z) => sigmoidDerivative(cutTo(12, z)),
      'slope-without-the-square': (z) => Math.exp(-z) / (1 + Math.exp(-z)),
    },
  },
  tanh: {
    value: {
      'tanh-overflows': ratioOfExponentials,
      'tanh-scaled-without-shift': (z) => 2 * sigmoid(2 * z),
      'tanh-shifted-without-scale': (z) => 2 * sigmoid(z) - 1,
      'tanh-upside-down': (z) => 1 / Math.tanh(z),
      'tanh-hard': (z) => cutTo(1, z),
    },
    slope: {
      'tanh-slope-of-the-argument': (z) => 1 - z ** 2,
      'tanh-slope-with-plus': (z) => 1 + Math.tanh(z) ** 2,
      'tanh-slope-without-the-one': (z) => -(Math.tanh(z) ** 2),
      'tanh-slope-squared-difference': (z) => (1 - Math.tanh(z)) ** 2,
      'tanh-slope-without-the-square': (z) => 1 - Math.tanh(z),
      'tanh-slope-overflows': (z) => 1 - ratioOfExponentials(z) ** 2,
    },
  },
  softplus: {
    value: {
      'softplus-in-bits': (z) => Math.log2(1 + Math.exp(z)),
      'softplus-in-decades': (z) => Math.log10(1 + Math.exp(z)),
      'softplus-without-the-exponential': (z) => Math.log(1 + z),
      'softplus-is-relu': (z) => Math.max(0, z),
      'softplus-cut': (z) => softplus(cutTo(12, z)),
    },
    slope: {
      'softplus-slope-without-the-inner-derivative': (z) => 1 / (1 + Math.exp(z)),
      'softplus-slope-is-a-step': (z) => (z > 0 ? 1 : 0),
      'softplus-slope-without-the-denominator': (z) => Math.exp(z),
    },
  },
  softsign: {
    value: {
      'softsign-without-absolute-value': (z) => z / (1 + z),
      'softsign-of-the-square': (z) => z / (1 + z * z),
      'softsign-without-sign': (z) => Math.abs(z) / (1 + Math.abs(z)),
    },
    slope: {
      'softsign-slope-without-the-square': (z) => 1 / (1 + Math.abs(z)),
      'softsign-slope-without-absolute-value': (z) => 1 / (1 + z) ** 2,
      'softsign-slope-with-the-sign-forgotten': (z) => (1 + Math.abs(z) - z) / (1 + Math.abs(z)) ** 2,
      'softsign-slope-of-the-square': (z) => 1 / (1 + z * z),
    },
  },
  arctan: {
    value: {
      'arctan-is-the-tangent': (z) => Math.tan(z),
      'arctan-in-degrees': (z) => (Math.atan(z) * 180) / Math.PI,
      'arctan-scaled-to-one': (z) => (Math.atan(z) * 2) / Math.PI,
    },
    slope: {
      'arctan-slope-without-the-square': (z) => 1 / (1 + z),
      'arctan-slope-with-minus-below': (z) => 1 / (1 - z * z),
      'arctan-slope-with-a-root': (z) => 1 / Math.sqrt(1 + z * z),
      'arctan-slope-of-the-tangent': (z) => 1 + Math.tan(z) ** 2,
    },
  },
  swish: {
    value: {
      'swish-is-relu': (z) => Math.max(0, z),
      'swish-squared': (z) => z * z * sigmoid(z),
      'swish-plus-for-times': (z) => z + sigmoid(z),
    },
    slope: {
      'swish-slope-first-term-only': (z) => sigmoid(z),
      'swish-slope-second-term-only': (z) => z * sigmoidDerivative(z),
      'swish-slope-without-one-minus': (z) => sigmoid(z) + z * sigmoid(z),
      'swish-slope-with-minus': (z) => sigmoid(z) - z * sigmoidDerivative(z),
    },
  },
};

/** Slips that any activation function invites; what stands for the lecture's own has more words of its own. */
function general({ value, derivative }: Activation, name: string): Own {
  const slope: Slips = {
    'slope-of-the-activation': (z) => derivative(value(z)),
    'slope-with-minus': (z) => -derivative(z),
    [`slope-is-the-${name}`]: value,
    'slope-by-the-rule-of-tanh': (z) => 1 - value(z) ** 2,
  };
  if (name === 'sigmoid') return { value: {}, slope };
  return {
    value: {
      'activation-is-the-sigmoid': sigmoid,
      'activation-mirrored': (z) => value(-z),
    },
    slope: {
      ...slope,
      'slope-by-the-rule-of-sigmoid': (z) => value(z) * (1 - value(z)),
      'slope-of-the-sigmoid': sigmoidDerivative,
    },
  };
}

const places = [0.4, 1.7, 5.2, 15, 400, 5000].flatMap((z) => [z, -z]);

/** Without those that answer as one before them does: under some formula two slips are the same. */
function distinct(slips: Slips, limit: number): Slips {
  const asked = places.filter((z) => Math.abs(z) <= limit);
  const isSame = (f: Slips[string], g: Slips[string]): boolean =>
    asked.every((z) => isClose(f(z), g(z), { relative: 1e-9, absolute: 1e-12 }));
  return Object.fromEntries(
    Object.entries(slips).filter(([, f], at, all) => !all.slice(0, at).some(([, g]) => isSame(f, g))),
  );
}

/** Of the activation function and of its derivative. */
export function activationMisconceptions(
  t: BackpropagationTasks,
  { activation, names }: Model,
): readonly Misconception[] {
  const [specific, usual] = [own[names.activation], general(activation, names.activation)];
  return [
    ...of(t.sigmoid, distinct({ ...specific?.value, ...usual.value }, activation.limit)),
    ...of(t.sigmoidDerivative, distinct({ ...specific?.slope, ...usual.slope }, activation.limit)),
  ];
}
