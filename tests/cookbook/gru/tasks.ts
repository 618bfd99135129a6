import {
  calculation,
  defineTask,
  law,
  matrix,
  perSize,
  real,
  record,
  type Step,
  vector,
  walk,
} from '../../../grader/kit.ts';
import { sigmoid } from '../../../reference/activations/activations.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';

type Gate = { input: Matrix; state: Matrix; biases: Vector };
type Gates = { update: Gate; reset: Gate; candidate: Gate };

const weight = real({ from: -2, to: 2 });
const entry = real({ from: -1, to: 1 });
const number = real({ from: -10, to: 10, usual: [-2, 2] });

/** As many rows as the state has entries, and as many columns as what they are multiplied by. */
const gateFor = (states: number, inputs: number) =>
  record<Gate>({
    input: matrix({ rows: states, columns: inputs, entries: weight }),
    state: matrix({ rows: states, columns: states, entries: weight }),
    biases: vector({ length: states, entries: weight }),
  });
const gatesFor = perSize((states: number, inputs: number) => {
  const gate = gateFor(states, inputs);
  return record<Gates>({ update: gate, reset: gate, candidate: gate });
});

const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const times = (m: Matrix, v: Vector): Vector => m.map((row) => dot(row, v));

/** What may be done in another way. */
const usual = {
  squashed: Math.tanh,
  /** What the reset gate lets through of the state: U·h, gated behind the product. */
  reset: (gate: Gate, r: Vector, h: Vector): Vector => times(gate.state, h).map((u, i) => r[i]! * u),
  mixed: (z: number, n: number, h: number): number => (1 - z) * n + z * h,
};

/** Cho et al. (2014), with the reset gate behind the product, as cuDNN and PyTorch have it. */
const stepWith =
  (slips: Partial<typeof usual>) =>
  (state: Vector, input: Vector, { update, reset, candidate }: Gates): Vector => {
    const { squashed, reset: passed, mixed } = { ...usual, ...slips };
    const open = ({ input: W, state: U, biases }: Gate): Vector =>
      biases.map((b, i) => sigmoid(dot(W[i]!, input) + dot(U[i]!, state) + b));
    const [z, r] = [open(update), open(reset)];
    const old = passed(candidate, r, state);
    const n = candidate.biases.map((b, i) => squashed(dot(candidate.input[i]!, input) + old[i]! + b));
    return n.map((value, i) => mixed(z[i]!, value, state[i]!));
  };
const gruStep = stepWith({});

const statesWith =
  (step: typeof gruStep) =>
  (start: Vector, inputs: Vector[], gates: Gates): Vector[] => {
    let h = start;
    return inputs.map((x) => {
      h = step(h, x, gates);
      return h;
    });
  };

const gate = (w: number, u: number, b: number): Gate => ({ input: [[w]], state: [[u]], biases: [b] });

/** Numbers that no two gates share. */
const example: [state: Vector, input: Vector, gates: Gates] = [
  [0.6],
  [0.5],
  { update: gate(0.4, 1.2, -0.3), reset: gate(-0.8, 0.7, 0.2), candidate: gate(1.1, 0.9, 0.1) },
];

/** The one number of the answer, and out of which it is computed. */
function stepsOf([h = 0]: Vector, [x = 0]: Vector, { update, reset, candidate }: Gates): readonly Step[] {
  const open = ({ input: [[w = 0] = []], state: [[u = 0] = []], biases: [b = 0] }: Gate) =>
    [w, u, b, sigmoid(w * x + u * h + b)] as const;
  const [, , , z] = open(update);
  const [, , , r] = open(reset);
  const [w, u, b] = open(candidate);
  const n = Math.tanh(w * x + r * u * h + b);
  return [
    {
      stage: `z = ${z.toFixed(4)}, r = ${r.toFixed(4)}, n = ${n.toFixed(4)}`,
      name: 'h′',
      calculation: calculation`(1 − ${z}) · ${n} + ${z} · ${h}`,
      path: [0],
      factors: {},
    },
  ];
}

/** Sums of up to eight products of at most twenty, squashed by functions that are at most as steep as 1. */
const tolerance = { relative: 1e-9, absolute: 1e-12 };

export const tasks = [
  defineTask({
    id: 'gruStep',
    answer: gruStep,
    // The sizes come first: those of the gates follow from them.
    takes: [
      ['state', vector({ length: [1, 4], entries: entry })],
      ['input', vector({ length: [1, 4], entries: number })],
      ['gates', ([state, input]) => gatesFor(state.length, input.length)],
    ],
    gives: vector,
    tolerance,
    misconceptions: {
      'gates-swapped': (state, input, { update, reset, candidate }) =>
        gruStep(state, input, { update: reset, reset: update, candidate }),
      'mix-turned': stepWith({ mixed: (z, n, h) => z * n + (1 - z) * h }),
      'reset-before-the-product': stepWith({
        reset: ({ state: U }, r, h) =>
          times(
            U,
            h.map((x, i) => r[i]! * x),
          ),
      }),
      'candidate-by-the-sigmoid': stepWith({ squashed: sigmoid }),
      'nothing-is-reset': stepWith({ reset: ({ state: U }, _, h) => times(U, h) }),
    },
    // What a student sees who fails: each number, the correct one beside theirs, on an example small enough to follow.
    walks: (self) => [
      walk(self, { examples: [example], steps: ([state, input, gates]) => stepsOf(state, input, gates) }),
    ],
    styles: {
      'one-gate-after-the-other': (state, input, gates) => {
        const at = (name: keyof Gates, i: number): readonly [number, number] => {
          const { input: W, state: U, biases } = gates[name];
          return [dot(U[i]!, state), dot(W[i]!, input) + biases[i]!];
        };
        return state.map((h, i) => {
          const [zh, zx] = at('update', i);
          const [rh, rx] = at('reset', i);
          const [nh, nx] = at('candidate', i);
          const z = 1 / (1 + Math.exp(-zh - zx));
          return z * h + (1 - z) * Math.tanh(nx + nh / (1 + Math.exp(-rh - rx)));
        });
      },
      'moved-towards-the-candidate': stepWith({ mixed: (z, n, h) => n + z * (h - n) }),
    },
  }),
  defineTask({
    id: 'gruStates',
    answer: statesWith(gruStep),
    takes: [
      ['start', vector({ length: [1, 3], entries: entry })],
      // All inputs are of one length, which the first of them has.
      ['inputs', matrix({ rows: [1, 6], columns: [1, 3], entries: number })],
      ['gates', ([start, inputs]) => gatesFor(start.length, inputs[0]!.length)],
    ],
    gives: matrix,
    tolerance,
    laws: (self, inputs) => [
      // What comes later changes nothing of what was before.
      law('later-inputs-change-nothing-before', self, {
        inputs,
        calls: ([start, all, gates]) => [
          [start, all, gates],
          [start, [...all, all[0]!], gates],
        ],
        check: (_, { values: [short = [], long = []] }) => {
          const t = short.findIndex((state, i) => state.some((h, k) => Math.abs(h - (long[i]?.[k] ?? NaN)) > 1e-12));
          return t === -1 ? undefined : { call: 1, path: `[${t}]`, expected: short[t]!, received: long[t] };
        },
      }),
    ],
    misconceptions: {
      'state-not-carried-on': (start, inputs, gates) => inputs.map((x) => gruStep(start, x, gates)),
      'start-among-the-states': (start, inputs, gates) => [
        start,
        ...statesWith(gruStep)(start, inputs.slice(1), gates),
      ],
      'inputs-from-the-end': (start, inputs, gates) => statesWith(gruStep)(start, inputs.toReversed(), gates),
    },
    styles: {
      loop: (start, inputs, gates) => {
        const states: Vector[] = [];
        for (const [t, x] of inputs.entries()) states.push(gruStep(states[t - 1] ?? start, x, gates));
        return states;
      },
      reduce: (start, inputs, gates) =>
        inputs.reduce<Vector[]>((states, x) => states.concat([gruStep(states.at(-1) ?? start, x, gates)]), []),
    },
  }),
];
