import { isCrossEntropy, type Model } from '../model.ts';
import type { Parameters } from '../parameters.ts';

const lossNames = {
  'binary-cross-entropy': 'binary cross-entropy',
  'squared-error': 'squared error',
  'half-squared-error': 'half squared error',
};

/** A squared error: what stands in front of Σ(y − t)², for any number of predictions and for the two of the example. */
const squares = {
  'squared-error': {
    mean: { factor: '\\frac{1}{N} ', text: '(1/N) ', ofTwo: '\\frac{1}{2}' },
    sum: { factor: '', text: '', ofTwo: '' },
  },
  'half-squared-error': {
    mean: { factor: '\\frac{1}{2N} ', text: '(1/2N) ', ofTwo: '\\frac{1}{4}' },
    sum: { factor: '\\frac{1}{2} ', text: '½ ', ofTwo: '\\frac{1}{2}' },
  },
} as const;

/** And in front of y − t in the gradient. */
const slopes = {
  'squared-error': {
    mean: { factor: '\\frac{2}{N}\\,' },
    sum: { factor: '2\\,' },
  },
  'half-squared-error': {
    mean: { factor: '\\frac{1}{N}\\,' },
    sum: { factor: '' },
  },
} as const;

/** A factor before something in brackets, which need not be there where the factor is 1. */
const product = (factor: string, inner: string): string => (factor === '' ? inner : `${factor}(${inner})`);

export function lossWords({ parameters }: Model) {
  const { loss, reduction } = parameters;
  const common = {
    isCrossEntropy: isCrossEntropy(parameters),
    isMean: reduction === 'mean',
    isHalf: loss === 'half-squared-error',
    lossWords: lossNames[loss],
  };
  if (loss === 'binary-cross-entropy') {
    const share = reduction === 'mean' ? '(1/N) ' : '';
    const lossText = `−${share}Σ [t_i ln y_i + (1 − t_i) ln(1 − y_i)]`;
    return { ...common, lossText, lossShort: lossText.replaceAll('_i', '') };
  }
  const [square, slope] = [squares[loss][reduction], slopes[loss][reduction]];
  return {
    ...common,
    lossText: `${square.text}Σ (y_i − t_i)²`,
    lossShort: `${square.text}Σ (y − t)²`,
    lossTex: `${square.factor}\\sum (y - t)^2`,
    lossFactor: square.factor,
    lossOfTwo: product(square.ofTwo, '0.2^2 + 0.4^2'),
    lossSlope: product(slope.factor, 'y_i - t_i'),
  };
}

/** What depends on how the weights lie. */
export function orientationWords({ orientation }: Parameters) {
  const isOutByIn = orientation === 'out-by-in';
  return isOutByIn
    ? {
        isOutByIn,
        shape: 'fanOut × fanIn',
        otherShape: 'fanIn × fanOut',
        affine: 'Wa + b',
        affineL: 'W_l\\, a_{l-1} + b_l',
        affineText: 'W·a + b',
        product: 'Wa',
        back: 'W^{\\top}\\delta',
        back2: 'W_2^{\\top} \\delta_2',
        backL: 'W_{l+1}^{\\top}\\, \\delta_{l+1}',
        backLFull: 'W_{l+1}^{\\top}\\delta_{l+1}',
        outer: '\\delta a^{\\top}',
        outerL: '\\delta_l\\, a_{l-1}^{\\top}',
        outerLPlain: '\\delta_l a_{l-1}^{\\top}',
        outer1: '\\delta_1 \\cdot (1,\\ 0.5)',
        weight: 'W_{ji}',
        weightL: 'W_{l,ji}',
        transposedFirst: '',
        transposedFirstText: '',
        transposedSecond: '^{\\top}',
      }
    : {
        isOutByIn,
        shape: 'fanIn × fanOut',
        otherShape: 'fanOut × fanIn',
        affine: 'W^{\\top}a + b',
        affineL: 'W_l^{\\top} a_{l-1} + b_l',
        affineText: 'Wᵀ·a + b',
        product: 'W^{\\top}a',
        back: 'W\\delta',
        back2: 'W_2\\, \\delta_2',
        backL: 'W_{l+1}\\, \\delta_{l+1}',
        backLFull: 'W_{l+1}\\delta_{l+1}',
        outer: 'a \\delta^{\\top}',
        outerL: 'a_{l-1}\\, \\delta_l^{\\top}',
        outerLPlain: 'a_{l-1} \\delta_l^{\\top}',
        outer1: '(1,\\ 0.5)^{\\top} \\delta_1',
        weight: 'W_{ij}',
        weightL: 'W_{l,ij}',
        transposedFirst: '^{\\top}',
        transposedFirstText: 'ᵀ',
        transposedSecond: '',
      };
}
