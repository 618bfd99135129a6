import { fill } from '../../../grader/kit.ts';
import type { Setup } from '../parameters.ts';
import en from '../texts/phrases.en.json' with { type: 'json' };
import ru from '../texts/phrases.ru.json' with { type: 'json' };
import type { numbersOf } from './words.ts';

type Group = Readonly<Record<string, string>>;

const phrases = { en, ru };

/** What becomes of an error in the size of a signal, by the share of it that a layer leaves. */
const growthOf = (rate: number): 'fades' | 'stays' | 'grows' => {
  if (rate < 0.97) return 'fades';
  return rate > 1.03 ? 'grows' : 'stays';
};

/** What a language says where the parameters decide: of each group the phrases of one case, filled. */
export function phrasesOf(setup: Setup, numbers: ReturnType<typeof numbersOf>, language: 'en' | 'ru') {
  const { standard, balanced, gained, phi, heNormal, heUniform, xavierNormal, xavierUniform } = numbers;
  const { isRelu, isTruncated, depth, choices } = setup;
  const said = phrases[language];
  const { percentLeft, percentLost } = standard;
  const { s, s3, fan } = gained;
  const names = { heNormal, heUniform, xavierNormal, xavierUniform };
  const values = { depth, percentLeft, percentLost, s, s3, fan, phi: phi.name, phiTex: phi.tex, ...names };
  const filled = (group: Group): Group =>
    Object.fromEntries(Object.entries(group).map(([key, text]) => [key, fill(text, values)]));
  return {
    depth: { halves: `2^{-${depth}}`, ...filled(said.depth[depth === 50 ? 'fifty' : 'other']) },
    ...filled(said.drawn[isTruncated ? 'truncated' : 'whole']),
    standard: filled(said.standard[standard.isPlain ? 'plain' : 'other']),
    balanced: filled(said.balanced[balanced.isMean ? 'mean' : balanced.isFanIn ? 'fanIn' : 'unnamed']),
    gained: {
      ...filled(said.gained[isRelu ? 'relu' : 'other']),
      ...filled(said.sums[gained.isFanIn ? 'fanIn' : 'fanOut']),
    },
    choice: {
      ...choices,
      gainedName: isRelu ? 'ReLU' : phi.name,
      ...filled(said.choice[choices.balanced === 'linear' ? 'linear' : 'tanh']),
    },
    phi: {
      ...filled(said.phi[phi.name === 'φ' ? 'formula' : 'named']),
      ...filled(said.growth[growthOf(phi.growthRate)]),
    },
  };
}
