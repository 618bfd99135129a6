import { type Calculation, calculation, sumOfProducts } from '../../../grader/kit.ts';
import type { Member } from '../../../reference/activations/squashing.ts';
import { outputRule } from '../../../reference/text/squashing-text.ts';
import { knownRules, type RecurrentActivation } from '../recurrent/activation.ts';

const square = (x: number): Calculation => sumOfProducts([[x, x]]);

/** The slope at a state as it is computed by hand. */
export function slopeCalculation({ member, derivativeFromOutput }: RecurrentActivation, h: number): Calculation {
  return member ? ofFamily(member, h) : calculation`${derivativeFromOutput(h)}`;
}

function ofFamily({ family, A, B }: Member, h: number): Calculation {
  const times = (by: number, rest: Calculation): Calculation => (by === 1 ? rest : calculation`${by} · ${rest}`);
  switch (family) {
    case 'tanh':
      return times(A * B, calculation`(1 − ${square(h / A)})`);
    case 'logistic':
      return times(B, calculation`${h} · (1 − ${h / A})`);
    case 'softsign': {
      const left = calculation`(1 − ${(B / A) * Math.abs(h)})`;
      return times(A, calculation`${left} · ${left}`);
    }
    case 'arctan':
      return times(A * B, calculation`cos(${h / A}) · cos(${h / A})`);
    case 'root':
      return times(A, calculation`(1 − ${times(B, square(h / A))})^1.5`);
  }
}

const stateText = { tex: 'h', text: 'h' };

/** The slope in terms of a state, in the words of a formula. */
export function slopeText({ member }: RecurrentActivation, state = stateText.text): string {
  return member ? outputRule(member, { tex: state, text: state }).text : `[${state} > 0]`;
}

/** What stands for the slope by mistake, as it is written and as a number. */
export function wrongSlopes(activation: RecurrentActivation, h: number): readonly (readonly [string, number])[] {
  const { member, derivative } = activation;
  const { ofTanh, ofSigmoid } = knownRules;
  const isTanh = member?.family === 'tanh' && member.A === 1 && member.B === 1;
  return [
    ...(isTanh ? [['(1 − h_t)', 1 - h] as const] : []),
    ['h_t', h],
    ...(isTanh ? [['(1 + h_t²)', 1 + h * h] as const] : [['(1 − h_t²)', ofTanh(h)] as const]),
    ['h_t·(1 − h_t)', ofSigmoid(h)],
    [isTanh ? '(1 − tanh²(h_t))' : 'φ′(h_t)', derivative(h)],
  ];
}
