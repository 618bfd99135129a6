import { defineTask, real, slope, vector } from '../../../grader/kit.ts';

const entry = real({ from: -100, to: 100, usual: [-3, 3] });

/** L = 1/(2n)·Σ(pᵢ − tᵢ)² */
const squaredError = (predictions: number[], targets: number[]): number =>
  predictions.reduce((sum, p, i) => sum + (p - targets[i]!) ** 2, 0) / (2 * predictions.length);

/** ∂L/∂pᵢ = (pᵢ − tᵢ)/n */
const gradient = (predictions: number[], targets: number[]): number[] =>
  predictions.map((p, i) => (p - targets[i]!) / predictions.length);

/** One entry for each function of the students', read from top to bottom. */
export const tasks = [
  defineTask({
    id: 'squaredErrorGradient',
    answer: gradient,
    // Where an answer is demanded: the grader asks at every end, zero and length of it. Targets are as many as predictions.
    takes: [
      ['predictions', vector({ length: [1, 10], entries: entry })],
      ['targets', ([predictions]) => vector({ length: predictions.length, entries: entry })],
    ],
    gives: vector,
    // A difference and a quotient. Where p and t are nearly equal, their rounding is all that is left.
    tolerance: { relative: 1e-9, absolute: 1e-13 },
    // Holds the formula above against finite differences of the loss, and tells a student so.
    laws: (self, inputs) => [
      slope(self, {
        inputs,
        at: (predictions) => predictions,
        value: (_, targets) => (moved) => squaredError(moved, targets),
      }),
    ],
    // Wrong answers, each a function that answers as the mistaken student does. messages.*.md has their names.
    misconceptions: {
      'gradient-not-averaged': (predictions, targets) => predictions.map((p, i) => p - targets[i]!),
      'gradient-of-the-targets': (predictions, targets) => gradient(targets, predictions),
      'gradient-doubled': (predictions, targets) => gradient(predictions, targets).map((slope) => 2 * slope),
    },
    // Right answers in other styles, two or more: no law may stop them.
    styles: {
      loop: (predictions, targets) => {
        const slopes: number[] = [];
        for (let i = 0; i < targets.length; i++) slopes.push((predictions[i]! - targets[i]!) / targets.length);
        return slopes;
      },
      'two-terms': (predictions, targets) =>
        predictions.map((p, i) => p / targets.length - targets[i]! / targets.length),
    },
  }),
];
