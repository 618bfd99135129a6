import * as fc from 'fast-check';
import type { VariantTexts } from '../../grader/kit.ts';
import manifest from './assignment.json' with { type: 'json' };
import { areToldApart, isLearned } from './digits/runs.ts';
import type { Example } from './nets/example.ts';
import { anyExample, type Sizes } from './nets/generators.ts';
import { isSmoothAround, isWithinReach } from './nets/smooth.ts';
import { type Parameters, parametersOf } from './parameters.ts';
import { picturesOf } from './pictures.ts';
import { type Rules, rulesOf } from './rules.ts';
import { isSpread } from './statistics/laws.ts';
import en from './texts/problems.en.json' with { type: 'json' };
import ru from './texts/problems.ru.json' with { type: 'json' };
import { freshNets } from './variant/fresh-nets.ts';
import { wordsOf } from './variant/words.ts';

const { title: titles } = manifest;

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
const fresh = once(freshNets);
const words = once((parameters: Parameters, language: 'en' | 'ru') => wordsOf(parameters, language, fresh(parameters)));

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

const problems: Readonly<Record<'en' | 'ru', typeof en>> = { en, ru };

/** What the texts say under the parameters of a variant. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks: () => ({}),
  files: () => ({}),
  title: (_, language) => titles[language],
  words: (given, language) => words(parametersOf(given), language),
  pictures(given) {
    const parameters = parametersOf(given);
    return picturesOf(parameters, fresh(parameters));
  },
  problem(given, language) {
    const parameters = parametersOf(given);
    const rules = rulesOf(parameters);
    if (!isLearned(parameters)) return problems[language].tooDeep;
    if (!areToldApart(parameters)) return problems[language].tooNear;
    if (parameters.activation === parameters.symmetric) return problems[language].twice;
    if (shareOfUse(rules, { minLayers: 9, maxLayers: 9 }, isWithinReach) < leastOfUse)
      return problems[language].tooLarge;
    if (shareOfUse(rules, { minLayers: 5, maxLayers: 5 }, isSpread) < leastOfUse) return problems[language].tooFlat;
    if (shareOfUse(rules, { minLayers: 4, maxLayers: 4 }, isMeasurable) < leastOfUse)
      return problems[language].tooRough;
    return undefined;
  },
};
