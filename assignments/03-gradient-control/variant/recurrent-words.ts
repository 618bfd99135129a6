import { activationOf } from '../../../reference/activations/activation-choice.ts';
import { outputRule } from '../../../reference/text/squashing-text.ts';
import { type Written, written } from '../../../reference/text/written.ts';
import {
  memberOfFormula,
  type RecurrentActivation,
  type RecurrentChoice,
  recurrentOf,
} from '../recurrent/activation.ts';
import { numberText as text } from './number-text.ts';
import { exampleOf } from './recurrent-example.ts';
import { type Language, words } from './words.ts';

/** How φ is written, and as a formula where nobody knows it by its name. */
function symbolOf(choice: RecurrentChoice) {
  if (choice === 'relu') return { symbol: 'ReLU', symbolTex: '\\text{ReLU}', definition: undefined };
  const { symbol, symbolTex, tex, text: plain } = activationOf(choice);
  const isKnown = choice === 'tanh' || choice === 'sigmoid' || choice === 'arctan';
  return { symbol, symbolTex, definition: isKnown ? undefined : { tex, text: plain } };
}

/** The slope in terms of a state, and the same in brackets where it is a factor. */
function ruleOf({ member }: RecurrentActivation, state: Written) {
  const rule = member
    ? outputRule(member, state)
    : { tex: `[${state.tex} > 0]`, text: `[${state.text} > 0]`, isSum: false };
  return { ...rule, factor: rule.isSum ? `(${rule.tex})` : rule.tex };
}

/** [0, 1], as text. */
function rangeText({ bounds: [lower, upper], id }: RecurrentActivation): string {
  if (id === 'arctan') return '[−π/2, π/2]';
  return Number.isFinite(upper) ? `[${text(lower)}, ${text(upper)}]` : `[${text(lower)}, ∞)`;
}

/** What the texts say of the recurrent net, with its example done from the reference. */
export function recurrentWords(choice: RecurrentChoice, language: Language) {
  const activation = recurrentOf(choice);
  const { id, member, steepest } = activation;
  const { symbol, symbolTex, definition } = symbolOf(choice);
  const rule = ruleOf(activation, { tex: 'h', text: 'h' });
  return {
    id,
    ...words[language].activations[id],
    isRelu: member === undefined,
    isTanh: id === 'tanh',
    symbol,
    symbolTex,
    definition: definition?.tex ?? '',
    definitionText: definition?.text ?? '',
    range: rangeText(activation),
    steepest: written(steepest).text,
    rule: rule.text,
    ruleTex: rule.tex,
    plus: rule.text.replace(' − ', ' + '),
    withoutSquare: rule.text.replace('²', ''),
    withoutBars: rule.text.replaceAll('|', ''),
    plainRule: member ? outputRule({ ...member, A: 1, B: 1 }, { tex: 'h', text: 'h' }).text : '',
    ofT: ruleOf(activation, { tex: 'h_t', text: 'h_t' }),
    ofTJ: ruleOf(activation, { tex: 'h_{t,j}', text: 'h_tj' }),
    example: exampleOf(activation),
  };
}

/** Why an activation cannot be the recurrent net's. */
export const recurrentProblem = (choice: RecurrentChoice, language: Language): string | undefined =>
  typeof choice === 'string' || memberOfFormula(choice) !== undefined ? undefined : words[language].problem;
