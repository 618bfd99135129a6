import type { VariantTexts } from '../../grader/kit.ts';
import manifest from './assignment.json' with { type: 'json' };
import { modelOf } from './model.ts';
import { namesOf, type Parameters, parametersOf } from './parameters.ts';
import { picturesOf } from './pictures.ts';
import { activationWords } from './variant/activation-words.ts';
import { fiftyFactors, numbersOf } from './variant/examples.ts';
import { lossWords, orientationWords } from './variant/formulas.ts';
import { inBrackets, showAll, texOf, textOf, withSixDigits } from './variant/numbers.ts';
import { problemOf } from './variant/problem.ts';

const { title: titles } = manifest;

/** What the texts say under the parameters of a variant. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks(given) {
    const names = namesOf(parametersOf(given));
    return {
      sigmoid: names.activation,
      sigmoidDerivative: names.activationDerivative,
      binaryCrossEntropy: names.loss,
      binaryCrossEntropyGradient: names.lossGradient,
    };
  },
  files: (given) => ({ 'sigmoid.ts': namesOf(parametersOf(given)).activationFile }),
  title: (_, language) => titles[language],
  pictures: (given) => picturesOf(modelOf(given)),
  problem: (given, language) => problemOf(modelOf(given), language),
  words(given, language) {
    const model = modelOf(given);
    const numbers = numbersOf(model);
    return {
      title: titles[language],
      ...model.names,
      ...activationWords(model),
      ...lossWords(model),
      ...orientationWords(model.parameters),
      fifty: showAll(fiftyFactors(model), texOf),
      chainGradient: withSixDigits(numbers.chain.gradient),
      n: showAll(numbers, texOf),
      m: showAll(numbers, textOf),
      mb: showAll(numbers, inBrackets(textOf)),
    };
  },
};
