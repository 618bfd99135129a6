import type { VariantTexts } from '../../grader/kit.ts';
import { l2Gradient, l2Penalty } from '../../reference/nets/regularization.ts';
import { namesOf, type Parameters, parametersOf, strengthOf } from './parameters.ts';
import { picturesUnder } from './pictures.ts';
import { normWords } from './variant/norm-words.ts';
import { recurrentProblem, recurrentWords } from './variant/recurrent-words.ts';
import { type Language, words } from './variant/words.ts';

/** The layer of the statement's example. */
const weights = [
  [1, -2],
  [0.5, 0],
];
const lambda = 0.1;

const shortly = (value: number): string => String(Number(value.toPrecision(12)));

/** The example of both L2 tasks: λ = 0.1 and one layer. */
function example(strength: number) {
  const layers = [{ weights, biases: [7, 7] }];
  const rows = l2Gradient(layers, strength * lambda)[0]!.weights.map((row) => row.map(shortly).join(', '));
  return {
    factor: shortly((strength * lambda) / 2),
    penalty: shortly(l2Penalty(layers, strength * lambda)),
    gradient: `((${rows.join('), (')}))`,
  };
}

const penaltyWords = (strength: number) => {
  const isHalf = strength === 1;
  return {
    isHalf,
    factor: isHalf ? '\\frac{\\lambda}{2}' : '\\lambda',
    factorText: isHalf ? '(λ/2)' : 'λ',
    slope: isHalf ? '\\lambda w' : '2\\lambda w',
    slopeFactor: isHalf ? '\\lambda' : '2\\lambda',
    slopeFactorText: isHalf ? 'λ' : '2λ',
    slopeWithoutLambda: isHalf ? 'w' : '2w',
    halfSlopeText: isHalf ? '(λ/2)w' : 'λw',
    example: example(strength),
  };
};

function reluWords({ leak }: Parameters, language: Language) {
  const isLeaky = leak > 0;
  return {
    leak,
    reluName: isLeaky ? 'leaky ReLU' : 'ReLU',
    leakExample: `-2 \\mapsto ${shortly(-2 * leak)}`,
    belowText: isLeaky ? `${leak}·z` : '0',
    minText: isLeaky ? `\\min(${leak}z, z)` : '\\min(0, z)',
    maxText: isLeaky ? `\\max(${leak}z, z)` : '\\max(0, z)',
    title: words[language].title.replace('{relu}', isLeaky ? 'leaky ReLU' : 'ReLU'),
  };
}

/** What the texts say under the parameters of a variant. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks: (given) => {
    const { relu, reluDerivative } = namesOf(parametersOf(given));
    return { relu, reluDerivative };
  },
  files: (given) => ({ 'relu.ts': namesOf(parametersOf(given)).reluFile }),
  title: (given, language) => reluWords(parametersOf(given), language).title,
  words(given, language) {
    const parameters = parametersOf(given);
    return {
      ...penaltyWords(strengthOf(parameters)),
      ...reluWords(parameters, language),
      ...namesOf(parameters),
      norm: normWords(parameters.norm, language),
      recurrent: recurrentWords(parameters.recurrentActivation, language),
    };
  },
  pictures: (given) => picturesUnder(parametersOf(given)),
  problem: (given, language) => recurrentProblem(parametersOf(given).recurrentActivation, language),
};
