import type { VariantTexts } from '../../../grader/kit.ts';
import { type Parameters, parametersOf } from './parameters.ts';

const titles = { en: 'Leaky ReLU', ru: 'ReLU с утечкой' };

/** What the templates in texts/ are filled with. No name of a task or a file depends on the parameter. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks: () => ({}),
  files: () => ({}),
  title: (_, language) => titles[language],
  words: (given) => {
    const { leak } = parametersOf(given);
    return { leak, example: Number((-3 * leak).toPrecision(12)) };
  },
};
