import { columns, defineTask, limited, number, part, real, record, seenAs, vector, whole } from '../../grader/kit.ts';
import type { AdamState, MomentumState, Vector } from './src/types.ts';

const length = [1, 8] as const;
const entry = real({ from: -10, to: 10, usual: [-3, 3] });
const learningRate = real({ from: 0, to: 1 });
const gradientFor = ({ parameters }: { parameters: Vector }) => vector({ length: parameters.length, entries: entry });

/** Sums of two or three products of at most a hundred, each rounded to 1e-16 of itself; they may cancel. */
const tolerance = { relative: 1e-9, absolute: 1e-12 };

/** Polyak (1964), as Sutskever et al. (2013) write it: v ← βv + g, θ ← θ − ηv. */
function momentumStep(state: MomentumState, gradient: Vector, rate: number, momentum: number): MomentumState {
  const velocity = state.velocity.map((v, i) => momentum * v + gradient[i]!);
  return { parameters: state.parameters.map((p, i) => p - rate * velocity[i]!), velocity };
}

const momentum = defineTask({
  id: 'momentumStep',
  answer: momentumStep,
  takes: [
    ['state', columns({ length, entries: { parameters: entry, velocity: entry } })],
    ['gradient', ([state]) => gradientFor(state)],
    ['learningRate', learningRate],
    ['momentum', real({ from: 0, to: 0.999 })],
  ],
  gives: record<MomentumState>({ parameters: vector, velocity: vector }),
  tolerance,
  laws: (self, inputs) => [
    part('velocity-accumulates', self, { inputs, fields: ['velocity'] }),
    // With the velocity that the answer itself has: a wrong one is the other law's.
    part('step-along-the-velocity', self, {
      inputs,
      fields: ['parameters'],
      expected: ({ velocity }, { parameters }, _, rate) => ({
        parameters: parameters.map((p, i) => p - rate * (velocity[i] ?? Number.NaN)),
      }),
    }),
  ],
  misconceptions: {
    'velocity-forgotten': (state, gradient, rate) => momentumStep(state, gradient, rate, 0),
    'velocity-averaged': (state, gradient, rate, beta) =>
      momentumStep(
        state,
        gradient.map((g) => (1 - beta) * g),
        rate,
        beta,
      ),
    'velocity-not-damped': (state, gradient, rate) => momentumStep(state, gradient, rate, 1),
    'step-along-the-gradient': (state, gradient, rate, beta) => ({
      ...momentumStep(state, gradient, rate, beta),
      parameters: state.parameters.map((p, i) => p - rate * gradient[i]!),
    }),
    'step-along-the-old-velocity': (state, gradient, rate, beta) => ({
      ...momentumStep(state, gradient, rate, beta),
      parameters: state.parameters.map((p, i) => p - rate * state.velocity[i]!),
    }),
    'momentum-uphill': (state, gradient, rate, beta) => momentumStep(state, gradient, -rate, beta),
  },
  styles: {
    loop: ({ parameters, velocity }, gradient, rate, beta) => {
      const next = { parameters: [...parameters], velocity: [...velocity] };
      for (let i = 0; i < gradient.length; i++) {
        next.velocity[i] = beta * velocity[i]! + gradient[i]!;
        next.parameters[i]! -= rate * next.velocity[i]!;
      }
      return next;
    },
    'two-parts': ({ parameters, velocity }, gradient, rate, beta) => ({
      parameters: parameters.map((p, i) => p - rate * gradient[i]! - rate * beta * velocity[i]!),
      velocity: velocity.map((v, i) => gradient[i]! + v * beta),
    }),
  },
});

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** What may be done in another way. */
const usual = {
  gradientSquared: (g: number) => g ** 2,
  betas: [beta1, beta2] as readonly [number, number],
  correction: (beta: number, t: number) => 1 - beta ** t,
  divisor: (square: number) => Math.sqrt(square) + epsilon,
};

/** Kingma & Ba (2015), algorithm 1: θ ← θ − η·m̂/(√ŝ + ε), where m̂ = m/(1 − β₁^t) and ŝ = s/(1 − β₂^t). */
const adamWith =
  (slips: Partial<typeof usual>) =>
  (state: AdamState, gradient: Vector, rate: number): AdamState => {
    const { gradientSquared, betas, correction, divisor } = { ...usual, ...slips };
    const steps = state.steps + 1;
    const mean = state.mean.map((m, i) => betas[0] * m + (1 - betas[0]) * gradient[i]!);
    const square = state.square.map((s, i) => betas[1] * s + (1 - betas[1]) * gradientSquared(gradient[i]!));
    const parameters = state.parameters.map(
      (p, i) => p - (rate * (mean[i]! / correction(beta1, steps))) / divisor(square[i]! / correction(beta2, steps)),
    );
    return { parameters, mean, square, steps };
  };
const adamStep = adamWith({});

const rows = { parameters: entry, mean: entry, square: real({ from: 0, to: 100, usual: [0.1, 3] }) };
const anyState = seenAs(
  record({ lists: columns({ length, entries: rows }), steps: whole(0, 1000) }),
  ({ lists, steps }): AdamState => ({ ...lists, steps }),
  ({ steps, ...lists }) => ({ lists, steps }),
);
/** Before the first step nothing has been averaged. */
const adamState = limited(anyState, {
  settled: (state) =>
    state.steps > 0 ? state : { ...state, mean: state.mean.map(() => 0), square: state.square.map(() => 0) },
});

const adam = defineTask({
  id: 'adamStep',
  answer: adamStep,
  takes: [
    ['state', adamState],
    ['gradient', ([state]) => gradientFor(state)],
    ['learningRate', learningRate],
  ],
  gives: record<AdamState>({ parameters: vector, mean: vector, square: vector, steps: number }),
  tolerance,
  laws: (self, inputs) => [
    part('adam-moments', self, { inputs, fields: ['mean', 'square', 'steps'] }),
    part('adam-step', self, { inputs, fields: ['parameters'] }),
  ],
  misconceptions: {
    'adam-not-corrected': adamWith({ correction: () => 1 }),
    'adam-corrected-by-the-step-before': adamWith({ correction: (beta, t) => (t === 1 ? 1 : 1 - beta ** (t - 1)) }),
    'adam-steps-not-counted': (state, ...others) => ({ ...adamStep(state, ...others), steps: state.steps }),
    'adam-without-root': adamWith({ divisor: (square) => square + epsilon }),
    'adam-square-not-squared': adamWith({ gradientSquared: Math.abs }),
    'adam-betas-swapped': adamWith({ betas: [beta2, beta1] }),
    'adam-uphill': (state, gradient, rate) => adamStep(state, gradient, -rate),
  },
  styles: {
    loop: ({ parameters, mean, square, steps }, gradient, rate) => {
      const next = { parameters: [...parameters], mean: [...mean], square: [...square], steps: steps + 1 };
      for (let i = 0; i < gradient.length; i++) {
        next.mean[i] = mean[i]! + (1 - beta1) * (gradient[i]! - mean[i]!);
        next.square[i] = square[i]! + (1 - beta2) * (gradient[i]! ** 2 - square[i]!);
        const root = Math.sqrt(next.square[i]!) / Math.sqrt(1 - beta2 ** next.steps);
        next.parameters[i]! -= (rate / (1 - beta1 ** next.steps)) * (next.mean[i]! / (root + epsilon));
      }
      return next;
    },
    // The paper's other order of the same operations, section 2: one rate for the step, ε scaled with it.
    'rate-corrected': (state, gradient, rate) => {
      const { mean, square, steps } = adamStep(state, gradient, rate);
      const share = Math.sqrt(1 - beta2 ** steps);
      const own = (rate * share) / (1 - beta1 ** steps);
      const step = (i: number) => (own * mean[i]!) / (Math.sqrt(square[i]!) + epsilon * share);
      return { parameters: state.parameters.map((p, i) => p - step(i)), mean, square, steps };
    },
  },
});

export const tasks = [momentum, adam];
