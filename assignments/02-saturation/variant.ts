import type { VariantTexts } from '../../grader/contract.ts';
import { type Squashing, saturatedFraction, saturationPoint } from '../../reference/saturation.ts';
import { isScaled, namesOf, type Parameters, parametersOf, shapesOf } from './parameters.ts';

const shortly = (value: number): string => String(Number(value.toPrecision(10)));

/** The units of the statement's table, and its threshold. */
const units = [0, 0.3, 3, -5];
const threshold = 0.02;

/** From here on e^(2z) is infinite, or e^(−2z). */
const overflow = Math.log(Number.MAX_VALUE) / 2;

/** Formulas as LaTeX and as text, with the numbers for A and B in them. */
function formulas({ amplitude, stretch }: Parameters) {
  const [A, B, AB] = [amplitude, stretch, amplitude * stretch].map(shortly);
  const [factor, factorText] = amplitude === 1 ? ['', ''] : [A, `${A}·`];
  const inner = stretch === 1 ? '' : `${B}`;
  const ratio = amplitude === 1 ? 'a^2' : `(a/${A})^2`;
  const ratioText = amplitude === 1 ? 'a²' : `(a/${A})²`;
  return {
    phi: 'φ',
    phiTex: '\\varphi',
    phiZ: '\\varphi(z)',
    definition: `${factor}\\tanh(${inner}z)`,
    definitionText: `${factorText}tanh(${inner}z)`,
    slopeZ: `${AB}\\,(1 - \\tanh^2(${inner}z))`,
    slopeZ2: `${AB}\\,(1 - \\tanh^2(${inner}z))`,
    slopeZText: `${AB}·(1 − tanh²(${inner}z))`,
    slopeA: `${AB}\\,(1 - ${ratio})`,
    slopeAText: `${AB}·(1 − ${ratioText})`,
    inverseName: '\\varphi^{-1}(a)',
    inverse: `\\frac{1}{${shortly(2 * stretch)} } \\ln \\frac{${A} + a}{${A} - a}`,
    inverseHint: `\\frac{1}{${shortly(2 * stretch)} } \\ln \\frac{${A} + a}{${A} - a}`,
    root: `${factor}\\sqrt{1 - t/${AB} }`,
    twoSigma: `\\varphi(z) = ${factor}(2\\sigma(${shortly(2 * stretch)}z) - 1)`,
  };
}

/** The same for tanh itself, as the lecture writes it. */
const plain: ReturnType<typeof formulas> = {
  phi: 'tanh',
  phiTex: '\\tanh',
  phiZ: '\\tanh z',
  definition: '\\tanh z',
  definitionText: 'tanh z',
  slopeZ: '1 - \\tanh^2 z',
  slopeZ2: '1 - \\tanh^2',
  slopeZText: '1 − tanh² z',
  slopeA: '1 - a^2',
  slopeAText: '1 − a²',
  inverseName: '\\operatorname{artanh} a',
  inverse: '\\frac{1}{2} \\ln \\frac{1 + a}{1 - a}',
  inverseHint: '\\frac12 \\ln \\frac{1 + a}{1 - a}',
  root: '\\sqrt{1 - t}',
  twoSigma: '\\tanh z = 2\\sigma(2z) - 1',
};

/** The numbers of the examples. */
function numbers(parameters: Parameters, shape: Squashing) {
  const { amplitude, stretch } = parameters;
  const slope = 0.36 * shape.steepest;
  const slopes = units.map((z) => shortly(Number(shape.derivative(z).toFixed(4))));
  return {
    A: shortly(amplitude),
    B: shortly(stretch),
    AB: shortly(shape.steepest),
    at: { half: shape.activate(0.5).toFixed(6), minusTwo: shape.activate(-2).toFixed(6) },
    slopeAt: {
      half: shape.derivative(0.5).toFixed(6),
      two: shape.derivative(2).toFixed(6),
      five: String(Number(shape.derivative(5).toPrecision(2))),
    },
    slopes: slopes.join(' | '),
    slopesText: slopes.join(', '),
    fraction: shortly(saturatedFraction(shape, units, threshold)),
    example: {
      a: shortly(0.8 * amplitude),
      slope: shortly(slope),
      half: isScaled(parameters) ? shortly(Number((1 / (2 * stretch)).toFixed(6))) : '\\frac12',
      point: saturationPoint(shape, slope).toFixed(6),
    },
    cube: shortly(Number((shape.steepest ** 3).toFixed(6))),
    lowest: shape.derivative(amplitude).toFixed(2),
    limit: String(Math.ceil(overflow / stretch)),
    twiceLimit: String(Math.ceil((2 * overflow) / stretch)),
  };
}

const titles = { en: 'Saturation of activation functions', ru: 'Насыщение функций активации' };

/** What the texts say under the parameters of a variant. */
export const variant: VariantTexts<Partial<Parameters>> = {
  tasks: (given) => {
    const { tanh, tanhDerivative, tanhDerivativeFromOutput } = namesOf(parametersOf(given));
    return { tanh, tanhDerivative, tanhDerivativeFromOutput };
  },
  files: (given) => ({ 'tanh.ts': namesOf(parametersOf(given)).tanhFile }),
  title: (_, language) => titles[language],
  words(given, language) {
    const parameters = parametersOf(given);
    const scaled = isScaled(parameters);
    return {
      title: titles[language],
      scaled,
      ...(scaled ? formulas(parameters) : plain),
      ...numbers(parameters, shapesOf(parameters).tanh),
      ...namesOf(parameters),
    };
  },
};
