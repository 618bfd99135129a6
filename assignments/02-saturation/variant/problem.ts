import { activationOf } from '../../../reference/activation-choice.ts';
import { type Fault, faultOf } from '../../../reference/squashing-formula.ts';
import { both, type Choice, type ComparedActivation } from '../activations/pair.ts';
import { type Parameters, pairOf } from '../parameters.ts';
import { smallShares } from '../saturation/generators.ts';

/** What is wrong with a formula, and what to choose instead. */
const faults: Readonly<Record<'en' | 'ru', Readonly<Record<Fault, string>>>> = {
  en: {
    falls: 'has to rise everywhere. Choose one that rises, as tanh(z) does.',
    unbounded: 'grows without bound, so it does not saturate. Choose one that is bounded, as tanh(z) is.',
    'not-steepest-at-zero':
      'has to be steepest at z = 0, and the less steep the farther out. Choose one like tanh(z) or z / (1 + abs(z)).',
    lopsided:
      'saturates sooner on one side than on the other, so no |z| is its saturation point. Choose one whose slopes at z and −z are the same.',
    size: 'has values between bounds that are too near to each other or too far apart. Choose bounds from ±0.1 to ±20, or as far from the middle.',
    width:
      'has lost half of its slope too near to 0 or too far out. Choose one that has lost it between z = 0.1 and z = 10.',
    short: 'cannot be computed where it saturates. Choose one that is finite farther out.',
  },
  ru: {
    falls: 'должна везде возрастать. Выберите возрастающую, как tanh(z).',
    unbounded: 'неограниченно растёт, то есть не насыщается. Выберите ограниченную, как tanh(z).',
    'not-steepest-at-zero':
      'должна быть круче всего при z = 0 и тем более пологой, чем дальше от нуля. Выберите функцию вроде tanh(z) или z / (1 + abs(z)).',
    lopsided:
      'насыщается с одной стороны раньше, чем с другой, поэтому точки насыщения |z| у неё нет. Выберите функцию с одинаковым наклоном при z и −z.',
    size: 'принимает значения в слишком узких или слишком широких границах. Выберите границы от ±0.1 до ±20, считая от середины.',
    width:
      'теряет половину наклона слишком близко к нулю или слишком далеко. Выберите функцию, которая теряет её между z = 0.1 и z = 10.',
    short: 'не вычисляется там, где насыщается. Выберите функцию, конечную и дальше от нуля.',
  },
};

const words = {
  en: {
    same: 'first and second are the same function. Choose two that differ.',
    trivial:
      'first and second both have the largest slope 1, so that every bound of a gradient is 1 and gradientBound asks nothing. Choose one that is steeper or less steep at 0, as sigmoid, lecun-tanh or 0.8 * tanh(z).',
  },
  ru: {
    same: 'first и second — одна и та же функция. Выберите две разные.',
    trivial:
      'у first и second наибольший наклон равен 1, поэтому любая оценка градиента равна 1 и в gradientBound спрашивать нечего. Выберите функцию с другим наклоном в нуле: sigmoid, lecun-tanh или 0.8 * tanh(z).',
  },
};

const places = Array.from({ length: 41 }, (_, i) => (i - 20) / 4);

/** The same values, whatever the names. */
const isSame = (one: ComparedActivation, another: ComparedActivation): boolean =>
  places.every(
    (z) => Math.abs(one.shape.activate(z) - another.shape.activate(z)) <= 1e-9 * (1 + Math.abs(one.shape.activate(z))),
  );

/** Why an activation or the two together cannot be asked about. */
export function problemOf(parameters: Parameters, language: 'en' | 'ru'): string | undefined {
  for (const key of ['first', 'second'] as const) {
    const fault = faultOfChoice(parameters[key]);
    if (fault !== undefined) return `${key} ${faults[language][fault]}`;
  }
  const pair = pairOf(parameters);
  if (isSame(pair.first, pair.second)) return words[language].same;
  if (both(pair).every(({ shape }) => Math.abs(shape.steepest - 1) < 1e-6)) return words[language].trivial;
  if (smallShares(pair).length === 0) {
    const short = pair.first.limit < pair.second.limit ? 'first' : 'second';
    return `${short} ${faults[language].short}`;
  }
  return undefined;
}

const faultOfChoice = (choice: Choice): Fault | undefined =>
  typeof choice === 'string' ? undefined : faultOf(activationOf(choice));
