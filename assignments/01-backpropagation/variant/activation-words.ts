import { centerOf, type Model, steepestOf } from '../model.ts';
import { isBounded } from '../ranges.ts';
import { texOf, textOf } from './numbers.ts';

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
