import * as fc from 'fast-check';
import type { VariantTexts } from '../../grader/kit.ts';
import { areToldApart, isLearned } from './digits/runs.ts';
import { anyExample, type Example, isSmoothAround, isWithinReach, type Sizes } from './nets/generators.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { picturesOf } from './pictures.ts';
import { type Rules, rulesOf } from './rules.ts';
import { isSpread } from './statistics/laws.ts';
import { typicalDeviations } from './variant/fresh-nets.ts';
import { wordsOf } from './variant/words.ts';

const titles = { en: 'Practice: a deep network', ru: 'Практика: глубокая сеть' };

/** Every file of a variant asks for the same words, and some of them take half a second. */
const once = <Key extends unknown[], Value>(f: (...key: Key) => Value): ((...key: Key) => Value) => {
  const known = new Map<string, Value>();
  return (...key) => {
    const id = JSON.stringify(key);
    const value = known.get(id) ?? f(...key);
    known.set(id, value);
    return value;
  };
};
const typical = once(typicalDeviations);
const words = once((parameters: Parameters, language: 'en' | 'ru') =>
  wordsOf(parameters, language, typical(parameters)),
);

/** At least so many of the nets that are drawn have to be of use, or drawing them takes too long. */
const leastOfUse = 0.2;
const tries = 60;

/** The share of nets of the activation in the sigmoid's place that the laws could use. */
function shareOfUse(rules: Rules, sizes: Sizes, isOfUse: (rules: Rules, example: Example) => boolean): number {
  const examples = fc
    .sample(anyExample(rules, sizes), { seed: 1, numRuns: 3 * tries })
    .filter(({ activation }) => activation === rules.phis.other.name);
  return examples.filter((example) => isOfUse(rules, example)).length / examples.length;
}

const isMeasurable = (rules: Rules, example: Example): boolean =>
  isWithinReach(rules, example) && isSmoothAround(rules, example);

const problems = {
  tooDeep: {
    en: 'without clipping, nets of fourteen hidden layers learn too unevenly to be graded by; choose depth=16 or depth=18, or another clipping',
    ru: 'без ограничения градиента сети с четырнадцатью скрытыми слоями учатся слишком неровно, чтобы по ним оценивать; выберите depth=16 или depth=18 либо другое clipping',
  },
  tooNear: {
    en: 'nets that are trained rightly and wrongly reach accuracies too near to each other to be graded by; choose another clipping, symmetric=tanh, or more classes',
    ru: 'точность верно и неверно обученных сетей различается слишком мало, чтобы по ней оценивать; выберите другое clipping, symmetric=tanh или больше classes',
  },
  twice: {
    en: 'activation and symmetric are the same function; choose another for one of them',
    ru: 'activation и symmetric — одна и та же функция; выберите для одного из них другую',
  },
  tooLarge: {
    en: 'the values of activation are so large that nine layers of it explode; choose one that stays smaller',
    ru: 'значения activation так велики, что девять слоёв дают взрыв; выберите функцию с меньшими значениями',
  },
  tooFlat: {
    en: 'the std of the activations is mostly less than a hundredth of their size, and has few digits; choose one without a large constant, that grows more slowly than exp',
    ru: 'стандартное отклонение активаций чаще всего меньше сотой доли их величины, и в нём мало верных цифр; выберите activation без большой постоянной и с ростом медленнее exp',
  },
  tooRough: {
    en: 'activation bends so sharply that finite differences do not measure its slope; choose a smoother one',
    ru: 'activation изгибается так резко, что конечные разности не измеряют её наклон; выберите более гладкую',
  },
} as const;

/** What the texts say under the parameters of a variant. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks: () => ({}),
  files: () => ({}),
  title: (_, language) => titles[language],
  words: (given, language) => words(parametersOf(given), language),
  pictures: (given) => picturesOf(given),
  problem(given, language) {
    const parameters = parametersOf(given);
    const rules = rulesOf(parameters);
    if (!isLearned(parameters)) return problems.tooDeep[language];
    if (!areToldApart(parameters)) return problems.tooNear[language];
    if (parameters.activation === parameters.symmetric) return problems.twice[language];
    if (shareOfUse(rules, { minLayers: 9, maxLayers: 9 }, isWithinReach) < leastOfUse)
      return problems.tooLarge[language];
    if (shareOfUse(rules, { minLayers: 5, maxLayers: 5 }, isSpread) < leastOfUse) return problems.tooFlat[language];
    if (shareOfUse(rules, { minLayers: 4, maxLayers: 4 }, isMeasurable) < leastOfUse)
      return problems.tooRough[language];
    return undefined;
  },
};
