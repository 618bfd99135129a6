import { centerOf, isCrossEntropy, type Model, steepestOf } from '../model.ts';
import type { Parameters } from '../parameters.ts';
import { isBounded } from '../ranges.ts';
import { inBrackets, texOf, textOf } from './numbers.ts';

/** Formulas as the lecture writes them, where this is another way than the function's own. */
const asInTheLecture: Readonly<Record<string, { readonly slopeName: string; readonly slopeDefinition: string }>> = {
  sigmoid: { slopeName: '\\frac{d\\sigma}{dz}', slopeDefinition: '\\sigma(z)\\,(1 - \\sigma(z))' },
};

/** The arctangent is its own formula; it is the area below its slope. */
const arctan = {
  definition: '\\int_0^z \\frac{ds}{1 + s^2}',
  definitionText: 'arctan(z), in radians',
};

/** φ′(z) from a = φ(z), where the textbooks have a rule for it. */
const rulesOfOutput: Readonly<Record<string, string>> = { sigmoid: 'y(1 - y)', tanh: '1 - y^2' };

/** So small a share of the steepest slope is called saturation. */
const saturated = 0.02;

function saturationOf({ activation }: Model) {
  const limit = saturated * steepestOf(activation);
  const isFlat = (z: number): boolean => Math.abs(activation.derivative(z)) < limit;
  const [left, right] = [isFlat(-10), isFlat(10)];
  return { both: left && right, left: left && !right, right: right && !left };
}

export function activationWords(model: Model) {
  const { activation, names } = model;
  const { symbolTex: s, symbol, limit } = activation;
  const center = centerOf(activation);
  const isArctan = names.activation === 'arctan';
  return {
    isSigmoid: names.activation === 'sigmoid',
    isTanh: names.activation === 'tanh',
    isArctan,
    /** As far out as any law asks. */
    isEverywhere: limit >= 1e300,
    /** Its units may be saturated, as far out as nets are asked about. */
    isBounded: isBounded(model),
    limit: String(Math.min(limit, 1e4)),
    tail: String(Math.min(limit, 700)),
    s,
    S: symbol,
    dS: symbol.length === 1 ? `d${symbol}` : `d ${symbol}`,
    definition: activation.tex,
    definitionText: `${activation.text}`,
    slopeName: `${s}'(z)`,
    slopeDefinition: activation.derivativeTex,
    slopeText: activation.derivativeText,
    ...(isArctan && arctan),
    ...asInTheLecture[names.activation],
    ruleOfOutput: rulesOfOutput[names.activation] ?? '',
    saturates: saturationOf(model),
    isCentered: center !== undefined,
    isOdd: center === 0,
    center: center === undefined ? '' : textOf(center),
    symmetry: center === 0 ? `${s}(-z) = -${s}(z)` : `${s}(z) + ${s}(-z) = ${texOf(center ?? 0)}`,
  };
}

const lossNames = {
  'binary-cross-entropy': 'binary cross-entropy',
  'squared-error': 'squared error',
  'half-squared-error': 'half squared error',
};

/** A squared error: what stands in front of Σ(y − t)², for any number of predictions and for the two of the example. */
const squares = {
  'squared-error': {
    mean: { factor: '\\frac{1}{N} ', text: '(1/N) ', ofTwo: '\\frac{1}{2}', ofTwoText: '1/2' },
    sum: { factor: '', text: '', ofTwo: '', ofTwoText: '' },
  },
  'half-squared-error': {
    mean: { factor: '\\frac{1}{2N} ', text: '(1/2N) ', ofTwo: '\\frac{1}{4}', ofTwoText: '1/4' },
    sum: { factor: '\\frac{1}{2} ', text: '½ ', ofTwo: '\\frac{1}{2}', ofTwoText: '1/2' },
  },
} as const;

/** And in front of y − t in the gradient. */
const slopes = {
  'squared-error': {
    mean: { factor: '\\frac{2}{N}\\,', ofTwo: '\\frac{2}{2}\\,' },
    sum: { factor: '2\\,', ofTwo: '2\\,' },
  },
  'half-squared-error': {
    mean: { factor: '\\frac{1}{N}\\,', ofTwo: '\\frac{1}{2}\\,' },
    sum: { factor: '', ofTwo: '' },
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
    twoText: loss === 'squared-error' ? '2' : '',
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
    lossFactorText: square.ofTwoText,
    lossOfTwo: product(square.ofTwo, '0.2^2 + 0.4^2'),
    lossSlope: product(slope.factor, 'y_i - t_i'),
    lossSlopesOfTwo: [product(slope.ofTwo, '0.8 - 1'), product(slope.ofTwo, '0.4 - 0')],
  };
}

/** How a matrix of one column, or of one row, is written in the program. */
const column = (entries: readonly string[]): string => `[${entries.map((entry) => `[${entry}]`).join(', ')}]`;
const row = (entries: readonly string[]): string => `[[${entries.join(', ')}]]`;

/** What depends on how the weights lie. */
export function orientationWords(
  { orientation }: Parameters,
  { d2, dW2, a1 }: { readonly d2: readonly number[]; readonly dW2: readonly number[]; readonly a1: number },
) {
  const isOutByIn = orientation === 'out-by-in';
  const products = d2.map((d) => `${textOf(d)} · ${inBrackets(textOf)(a1)}`);
  const [intoOne, outOfOne] = isOutByIn ? [row, column] : [column, row];
  const matrices = {
    firstWeights: intoOne(['0.5', '−1']),
    secondWeights: outOfOne(['2', '−1']),
    secondGradientSums: outOfOne(products),
    secondGradient: outOfOne(dW2.map(textOf)),
  };
  return isOutByIn
    ? {
        ...matrices,
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
        ...matrices,
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
