import { askedCall, type ByHand, type Draw } from '../../../grader/kit.ts';
import type { Model } from '../model.ts';
import type { BackpropagationTasks } from '../reference.ts';

const weights = [-8, -6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 8];

/** In a few digits, as on a blackboard. */
const short = (value: number): string => String(Number(value.toPrecision(4)));

/** A chain whose biases make every z 0: what is left is powers of φ′(0) times the weights. */
export function aChain({ chainFactors, chainGradient }: BackpropagationTasks, model: Model, draw: Draw): ByHand {
  const { value, derivative, symbol } = model.activation;
  const input = draw.one([-3, -2, -1, 1, 2, 3]);
  const drawn = draw.some(weights, draw.one([3, 4]));
  const before = [input, ...drawn.slice(1).map(() => value(0))];
  const chain = { weights: [...drawn], biases: drawn.map((w, i) => -w * before[i]! || 0) };
  const target = draw.one([0, 1]);
  return {
    id: 'chain',
    values: { phi: symbol, atZero: short(value(0)), slope: short(derivative(0)), bound: short(1 / derivative(0)) },
    asked: [askedCall(chainFactors, [chain, input]), askedCall(chainGradient, [chain, input, target])],
  };
}
