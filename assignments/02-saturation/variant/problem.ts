import { activationOf } from '../../../reference/activations/activation-choice.ts';
import { type Fault, faultOf } from '../../../reference/activations/squashing-formula.ts';
import { both, type Choice, type ComparedActivation } from '../activations/pair.ts';
import { type Parameters, pairOf } from '../parameters.ts';
import { smallestThresholdOf } from '../saturation/thresholds.ts';
import { type Language, words } from './words.ts';

const places = Array.from({ length: 41 }, (_, i) => (i - 20) / 4);

/** The same values, whatever the names. */
const isSame = (one: ComparedActivation, another: ComparedActivation): boolean =>
  places.every(
    (z) => Math.abs(one.shape.activate(z) - another.shape.activate(z)) <= 1e-9 * (1 + Math.abs(one.shape.activate(z))),
  );

/** Why an activation or the two together cannot be asked about. */
export function problemOf(parameters: Parameters, language: Language): string | undefined {
  const { problems } = words[language];
  for (const key of ['first', 'second'] as const) {
    const fault = faultOfChoice(parameters[key]);
    if (fault !== undefined) return `${key} ${problems[fault]}`;
  }
  const pair = pairOf(parameters);
  if (isSame(pair.first, pair.second)) return problems.same;
  if (both(pair).every(({ shape }) => Math.abs(shape.steepest - 1) < 1e-6)) return problems.trivial;
  if (smallestThresholdOf(pair) === undefined) {
    const short = pair.first.limit < pair.second.limit ? 'first' : 'second';
    return `${short} ${problems.short}`;
  }
  return undefined;
}

const faultOfChoice = (choice: Choice): Fault | undefined =>
  typeof choice === 'string' ? undefined : faultOf(activationOf(choice));
