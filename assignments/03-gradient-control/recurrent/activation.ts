import { type ActivationName, activationOf, type Formula } from '../../../reference/activations/activation-choice.ts';
import { reluDerivative } from '../../../reference/activations/activations.ts';
import { type Member, type Squashing, sigmoidShape, squashing } from '../../../reference/activations/squashing.ts';
import { faultOf, saturating } from '../../../reference/activations/squashing-formula.ts';
import { reluOfStates, type StateActivation } from '../../../reference/nets/recurrent.ts';

export type RecurrentName = Extract<ActivationName, 'tanh' | 'sigmoid' | 'softsign' | 'arctan'> | 'relu';
export type RecurrentChoice = RecurrentName | Formula;

/** The recurrent net's activation φ, whose slope a state alone must tell: states are all that students are given. */
export interface RecurrentActivation extends StateActivation {
  readonly bounds: readonly [lower: number, upper: number];
  /** Stands in ids, and says by which name texts call it. */
  readonly id: RecurrentName | 'phi';
  readonly derivative: (z: number) => number;
  readonly steepest: number;
  /** The formula, or undefined for ReLU. */
  readonly member: Member | undefined;
  /** The states that are drawn. */
  readonly states: DrawnStates;
  /** By how much a net has to be less steep than one of tanh, for finite differences to measure it as well. */
  readonly damping: number;
}

/** k/10^digits from `least` to `largest`, but none that is nearer to 0 than `apart`, and now and then a saturated one. */
export interface DrawnStates {
  readonly digits: number;
  readonly least: number;
  readonly largest: number;
  readonly apart: number;
  readonly saturated: readonly number[];
  /** The size of the states, 1 at most: steps of finite differences are taken in proportion. */
  readonly size: number;
}

const named: { readonly [N in Exclude<RecurrentName, 'relu'>]: Member } = {
  tanh: { family: 'tanh', A: 1, B: 1 },
  sigmoid: { family: 'logistic', A: 1, B: 1 },
  softsign: { family: 'softsign', A: 1, B: 1 },
  arctan: { family: 'arctan', A: 1, B: 1 },
};

const relu: RecurrentActivation = {
  ...reluOfStates,
  bounds: [0, Number.POSITIVE_INFINITY],
  id: 'relu',
  derivative: reluDerivative,
  steepest: 1,
  member: undefined,
  states: { digits: 1, least: 0, largest: 2, apart: 0, saturated: [0], size: 1 },
  damping: 1,
};

/** All there is to know of the activation. A formula whose slope no state tells has to be refused before. */
export function recurrentOf(choice: RecurrentChoice): RecurrentActivation {
  if (choice === 'relu') return relu;
  const member = typeof choice === 'string' ? named[choice] : memberOfFormula(choice);
  if (member === undefined) throw new Error('no family has this formula');
  return {
    ...squashing(member),
    id: typeof choice === 'string' ? choice : 'phi',
    member,
    states: statesOf(member),
    // Where tanh and the logistic bend more gently than the others.
    damping: member.family === 'tanh' || member.family === 'logistic' ? 1 : 0.8,
  };
}

/** The family that a formula belongs to: only there is its slope a formula in terms of its output. */
export function memberOfFormula(formula: Formula): Member | undefined {
  const activation = activationOf(formula);
  return faultOf(activation) === undefined ? saturating(activation).member : undefined;
}

function statesOf(member: Member): DrawnStates {
  const [lower, upper] = squashing(member).bounds;
  const [middle, half] = [(lower + upper) / 2, (upper - lower) / 2];
  const digits = half < 0.45 ? 2 : 1;
  const scale = 10 ** digits;
  // Rounded away from the end, and never to it: a slope of exactly 0 is computed as a rounding, of any size.
  const saturated = (end: 1 | -1): number =>
    (end * Math.floor(10 * scale * (end * middle + 0.99 * half) + 1e-9)) / (10 * scale);
  return {
    digits,
    least: Math.ceil(scale * (middle - 0.9 * half) - 1e-9) / scale,
    largest: Math.floor(scale * (middle + 0.9 * half) + 1e-9) / scale,
    // |z| has a corner at 0, and finite differences have to stay on one side of it.
    apart: member.family === 'softsign' ? Math.ceil(0.1 * scale * half) / scale : 0,
    saturated: [saturated(1), saturated(-1)],
    size: Math.min(1, half),
  };
}

/** The largest state of ReLU that is asked about; it has no bound. */
const largestOfRelu = 10;

/** The least and the largest state that is asked about: the activation's bounds, where a unit is saturated for good. */
export function endsOf({
  bounds: [lower, upper],
  member,
}: RecurrentActivation): readonly [least: number, largest: number] {
  if (member === undefined) return [lower, largestOfRelu];
  // Under a root, 1 − B(h/A)² may come out below 0 there.
  const share = member.family === 'root' && (member.A !== 1 || member.B !== 1) ? 0.999 : 1;
  return [share * lower, share * upper];
}

/** σ and its kind lie in (0, A), the others on both sides of 0. */
export const isOneSided = ({ member }: RecurrentActivation): boolean =>
  member === undefined || member.family === 'logistic';

/** φ with A = B = 1, whose rule some take for that of φ. */
export const plainOf = ({ family }: Member): Squashing => squashing({ family, A: 1, B: 1 });

/** The rules that are best known, and are taken for those of other activations. */
export const knownRules = {
  ofTanh: (h: number): number => 1 - h * h,
  ofSigmoid: sigmoidShape.derivativeFromOutput,
};
