import type { VariantTexts } from '../../grader/kit.ts';
import { type ActivationPair, both } from './activations/pair.ts';
import { namesOf, type Parameters, pairOf, parametersOf } from './parameters.ts';
import { picturesUnder } from './pictures.ts';
import { deepestOf, farthestOf } from './saturation/domain.ts';
import { smallestThreshold } from './saturation/thresholds.ts';
import { sideWords, type Table } from './variant/activation-words.ts';
import { rounded } from './variant/number-text.ts';
import { problemOf } from './variant/problem.ts';
import { words } from './variant/words.ts';

/** The units of the statement's table: the first of these lists in which no slope is just the threshold. */
const tables: readonly (readonly number[])[] = [
  [0, 0.3, 3, -5],
  [0, 0.4, 2.5, -6],
  [0, 0.2, 3.3, -4.7],
];

function tableOf(pair: ActivationPair, threshold: number): Table {
  const isClear = (units: readonly number[]): boolean =>
    both(pair).every(({ shape }) => units.every((z) => Math.abs(shape.derivative(z) - threshold) > 1e-7));
  return { threshold, units: tables.find(isClear) ?? tables[0]! };
}

/** Functions whose formulas have exponentials in them: from the output they come without. */
const isExponential = ({ first, second }: ActivationPair): boolean =>
  [first, second].every(({ member }) => member?.family === 'tanh' || member?.family === 'logistic');

type Side = ReturnType<typeof sideWords>;

/** What the texts say under the parameters of a variant. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks: (given) => {
    const names = namesOf(pairOf(parametersOf(given)));
    return {
      tanh: names.value,
      tanhDerivative: names.slope,
      sigmoidDerivativeFromOutput: names.firstFromOutput,
      tanhDerivativeFromOutput: names.secondFromOutput,
    };
  },
  files: (given) => ({ 'tanh.ts': namesOf(pairOf(parametersOf(given))).valueFile }),
  title: (_, language) => words[language].title,
  words(given, language) {
    const parameters = parametersOf(given);
    const pair = pairOf(parameters);
    const table = tableOf(pair, parameters.threshold);
    const [first, second] = both(pair).map((one) => sideWords(one, table, language)) as [Side, Side];
    /** The one of the two that a slip is about. */
    const which = (isMeant: (side: Side) => boolean): Side => (isMeant(first) ? first : second);
    return {
      title: words[language].title,
      first,
      second,
      logistic: which(({ isOdd }) => !isOdd),
      halved: which(({ isTanh }) => isTanh),
      stretched: which(({ B }) => B !== '1'),
      hasRule: first.hasRule || second.hasRule,
      valueFile: namesOf(pair).valueFile,
      threshold: rounded(parameters.threshold),
      units: table.units.map((z) => rounded(z)).join(' | '),
      isLecture: pair.first.code === 'sigmoid' && pair.second.code === 'tanh',
      isExponential: isExponential(pair),
      longest: '1000',
      farthest: farthestOf(pair) >= 1e4 ? '10^4' : String(farthestOf(pair)),
      deepest: Math.min(...both(pair).map(({ shape }) => deepestOf(shape))),
      smallest: Math.round(Math.log10(smallestThreshold(pair))),
      // Any of the two, where none of them is called φ.
      general: pair.first.symbol.text === 'φ' || pair.second.symbol.text === 'φ' ? 'f' : '\\varphi',
    };
  },
  pictures: (given) => picturesUnder(parametersOf(given)),
  problem: (given, language) => problemOf(parametersOf(given), language),
};
