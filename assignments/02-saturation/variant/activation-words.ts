import { saturatedFraction } from '../../../reference/activations/saturation.ts';
import { squashing } from '../../../reference/activations/squashing.ts';
import { factor, product, type Written, written } from '../../../reference/text/written.ts';
import type { ComparedActivation } from '../activations/pair.ts';
import { inversion } from './inversion-words.ts';
import { fixedTex, rough, roughTex, rounded } from './number-text.ts';
import { type Language, namesIn } from './words.ts';

/** φ(z), and φ at a number: tanh z and arctan z go without brackets. */
function applied({ code, symbol }: ComparedActivation) {
  const isOperator = code === 'tanh' || code === 'arctan';
  const tex = (z: string): string => (isOperator && !z.startsWith('-') ? `${symbol.tex} ${z}` : `${symbol.tex}(${z})`);
  return { tex, text: isOperator ? `${symbol.text} z` : `${symbol.text}(z)` };
}

/** The ends of the activations: numbers, but π/2 for arctan. */
function boundsOf({ shape, member }: ComparedActivation): { readonly lower: Written; readonly upper: Written } {
  const [low, high] = shape.bounds;
  if (member?.family === 'arctan' && member.A === 1) {
    return {
      lower: { tex: '-\\frac{\\pi}{2}', text: '−π/2' },
      upper: { tex: '\\frac{\\pi}{2}', text: 'π/2' },
    };
  }
  const end = (x: number): Written => ({ tex: rounded(x).replace('−', '-'), text: rounded(x) });
  return { lower: end(low), upper: end(high) };
}

/** The slope at 0, with all of its digits or as a product. */
function steepestOf({ member, shape }: ComparedActivation): Written {
  if (member === undefined) return written(shape.steepest);
  const { family, A, B } = member;
  if (family === 'softsign' || family === 'root') return written(A);
  return family === 'logistic' ? product(A / 4, B) : product(A, B);
}

/** The units of the statement's table; none of them has the threshold for its slope. */
export interface Table {
  readonly units: readonly number[];
  readonly threshold: number;
}

/** All that the texts say of one of the two activations. */
export function sideWords(one: ComparedActivation, { units, threshold }: Table, language: Language) {
  const { code, id, symbol, value, slope, shape, choice, limit } = one;
  const { activate, derivative, steepest } = shape;
  const at = applied(one);
  const middle = activate(0);
  const slopes = units.map((z) => rounded(derivative(z), 4));
  const bounds = boundsOf(one);
  const zero = shape.derivativeFromOutput(0);
  const shown = fixedTex;
  const steepestText = steepestOf(one);
  const isProduct = steepestText.text.includes('·');
  const plain = one.member && squashing({ ...one.member, A: 1, B: 1 }).steepest;
  return {
    ...namesIn(language, one),
    ...inversion(one),
    code,
    id,
    slopeCode: `${code}Derivative`,
    outputCode: `${code}DerivativeFromOutput`,
    symbol: symbol.text,
    tex: symbol.tex,
    ofZ: at.tex('z'),
    ofZText: at.text,
    prime: `${symbol.tex}'${code === 'tanh' || code === 'arctan' ? ' z' : '(z)'}`,
    value: value.tex,
    valueText: value.text,
    slope: slope.tex,
    slopeText: slope.text,
    isFree: typeof choice !== 'string' || choice === 'lecun-tanh',
    isFormula: typeof choice !== 'string',
    isLeCun: choice === 'lecun-tanh',
    isSigmoid: code === 'sigmoid',
    isPlainTanh: code === 'tanh',
    isArctan: code === 'arctan',
    isLectures: code === 'tanh' || code === 'sigmoid',
    isOdd: middle === 0,
    sum: rounded(2 * middle),
    // Of powers of ten alone, or of few digits.
    limit: limit >= 1e4 ? '10^4' : String(limit),
    limitText: limit >= 1e4 ? '10 000' : String(limit),
    isEverywhere: limit > 1e6,
    lower: bounds.lower,
    upper: bounds.upper,
    values: [0, 0.5, -2]
      .map((z) => `$${at.tex(String(z))} = ${z === 0 ? rounded(middle) : shown(activate(z))}$`)
      .join(', '),
    slopeAt: { half: shown(derivative(0.5)), two: shown(derivative(2)), five: rough(derivative(5)) },
    steepest: steepestText.text,
    steepestTex: steepestText.tex,
    steepestRounded: rounded(steepest),
    isSteepnessOne: steepest === 1,
    plainSteepest: plain === undefined ? '' : rounded(plain),
    power: {
      base: isProduct ? `(${steepestText.tex})` : steepestText.tex,
      text: isProduct ? `(${steepestText.text})` : steepestText.text,
      cube: rounded(steepest ** 3),
      fifty: roughTex(steepest ** 50),
    },
    slopes: slopes.join(' | '),
    fraction: rounded(saturatedFraction(shape, [...units], threshold)),
    zero: rounded(zero),
    zeroSaturates: zero === 0,
    zeroIsSteepest: zero === steepest,
    middleOutput: rounded(middle),
    lowest: derivative(shape.bounds[1]).toFixed(2),
    twoSigma: twoSigma(one),
    ...overflow(one.member?.B ?? 1),
  };
}

/** tanh by way of the sigmoid. */
function twoSigma(one: ComparedActivation): string {
  const { A = 1, B = 1 } = one.member ?? {};
  const sum = `2\\sigma(${written(2 * B).tex}z) - 1`;
  return `${applied(one).tex('z')} = ${A === 1 ? sum : `${factor(written(A)).tex}\\,(${sum})`}`;
}

/** From here on e^(2z) is infinite, or e^z. */
function overflow(B: number) {
  const end = Math.log(Number.MAX_VALUE) / 2;
  return { overflow: String(Math.ceil(end / B)), twiceOverflow: String(Math.ceil((2 * end) / B)) };
}
