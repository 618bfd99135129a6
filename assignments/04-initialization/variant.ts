import type { VariantTexts } from '../../grader/kit.ts';
import manifest from './assignment.json' with { type: 'json' };
import { namesOf, type Parameters, setupOf } from './parameters.ts';
import { picturesOf } from './pictures.ts';
import { phrasesOf } from './variant/phrases.ts';
import { problemOf } from './variant/problem.ts';
import { numbersOf } from './variant/words.ts';

const { title: titles } = manifest;

/** What the texts say under the parameters of a variant. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks: (given) => namesOf(setupOf(given)),
  files: () => ({}),
  title: (_, language) => titles[language],
  pictures: (given) => picturesOf(setupOf(given)),
  problem: (given, language) => problemOf(setupOf(given), language),
  words(given, language) {
    const setup = setupOf(given);
    const numbers = numbersOf(setup);
    const spoken = phrasesOf(setup, numbers, language);
    return {
      title: titles[language],
      ...numbers,
      ...spoken,
      standard: { ...numbers.standard, ...spoken.standard },
      balanced: { ...numbers.balanced, ...spoken.balanced },
      gained: { ...numbers.gained, ...spoken.gained },
      phi: { ...numbers.phi, ...spoken.phi },
    };
  },
};
