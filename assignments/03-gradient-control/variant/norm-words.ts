import { clipByGlobalNorm, clipByNorm, globalNorm, type Norm } from '../../../reference/nets/clipping.ts';
import { numberText as text, vectorText } from './number-text.ts';
import { type Language, words } from './words.ts';

const formulas = {
  l2: {
    statement: '\\sqrt{\\textstyle\\sum_i g_i^2}',
    short: '\\sqrt{\\sum g_i^2}',
    text: '√(Σ g_i²)',
    globalStatement: '\\sqrt{\\textstyle\\sum_k \\sum_i g_{ki}^2}',
    globalText: '√(Σ_k Σ_i g_ki²)',
    ofNorms: '\\sqrt{\\sum_k \\lVert g_k \\rVert^2}',
  },
  l1: {
    statement: '\\textstyle\\sum_i |g_i|',
    short: '\\sum |g_i|',
    text: 'Σ |g_i|',
    globalStatement: '\\textstyle\\sum_k \\sum_i |g_{ki}|',
    globalText: 'Σ_k Σ_i |g_ki|',
    ofNorms: '\\sum_k \\lVert g_k \\rVert',
  },
  max: {
    statement: '\\max_i |g_i|',
    short: '\\max |g_i|',
    text: 'max |g_i|',
    globalStatement: '\\max_{k,\\,i} |g_{ki}|',
    globalText: 'max |g_ki|',
    ofNorms: '\\max_k \\lVert g_k \\rVert',
  },
} as const satisfies Record<Norm, object>;

const gradient = [3, -4];
const gradients = [[3, 0], [-4]];
/** Limits for which the examples come out in few digits. */
const limits: { readonly [N in Norm]: number } = { l2: 1, l1: 3.5, max: 1 };
const globalShare = 0.5;

/** What the texts say of the norm, and its examples. */
export function normWords(norm: Norm, language: Language) {
  const maxNorm = limits[norm];
  const size = globalNorm([gradient], norm);
  const globalMax = globalShare * globalNorm(gradients, norm);
  const listed = (vectors: readonly (readonly number[])[]) => {
    const [first = '', second = ''] = vectors.map((vector) => vectorText(vector));
    return { first, second, firstTex: tex(first), secondTex: tex(second) };
  };
  const clipped = vectorText(clipByNorm(gradient, maxNorm, norm));
  return {
    ...formulas[norm],
    isL2: norm === 'l2',
    isL1: norm === 'l1',
    inWords: words[language].norms[norm],
    example: {
      size: text(size),
      maxNorm: text(maxNorm),
      clipped,
      clippedTex: tex(clipped),
    },
    global: {
      size: text(globalNorm(gradients, norm)),
      maxNorm: text(globalMax),
      clipped: listed(clipByGlobalNorm(gradients, globalMax, norm)),
    },
  };
}

const tex = (plain: string): string => plain.replaceAll('−', '-');
