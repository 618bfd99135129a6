import { truncatedStd } from '../../../reference/weights/truncated-normal.ts';
import { fanOf, kebab, namesOf, type Scheme, type Setup, varianceOf } from '../parameters.ts';
import { gainedWords, phiWords } from './activation-words.ts';
import { fanNames, shortly } from './numbers.ts';

/** 0.000017, or a power of ten where that would be too many zeros. LaTeX is in dollars. */
function small(x: number): string {
  if (x >= 1e-5) return String(Number(x.toPrecision(2)));
  const exponent = Math.floor(Math.log10(x));
  return `$${(x / 10 ** exponent).toFixed(1)} \\cdot 10^{${exponent}}$`;
}

/** The old standard: limits of c/√n, so that n·Var(w) is c²/3. */
function standardWords({ standardLimit: c, schemes, depth }: Setup) {
  const { scale } = schemes.standard;
  const isPlain = c === 1;
  return {
    isPlain,
    c: shortly(c),
    id: isPlain ? 'standard' : 'scaled',
    law: isPlain ? 'a' : 'the-limits',
    limit: `\\frac{${shortly(c)}}{\\sqrt{n_{in} } }`,
    third: isPlain ? '1/3' : shortly(scale),
    thirdTex: isPlain ? '1/3' : `${shortly(c)}^2/3 = ${shortly(scale)}`,
    percentLeft: shortly(Number((100 * scale).toFixed(1))),
    percentLost: shortly(Number((100 * (1 - scale)).toFixed(1))),
    afterTen: small(scale ** 10),
    afterAll: `$10^{${Math.round(depth * Math.log10(scale))}}$`,
    at100: shortly(c / 10),
    halfAt100: shortly(c / 20),
  };
}

/** Numbers for a layer of 300 inputs and 100 outputs. */
function balancedExample(scheme: Scheme) {
  const [fanIn, fanOut] = [300, 100];
  const n = fanOf(scheme.mode, fanIn, fanOut);
  const std = Math.sqrt(varianceOf(scheme, fanIn, fanOut));
  const isMean = scheme.mode === 'fanAvg';
  const factor = std / truncatedStd;
  return {
    limitTex: isMean ? `\\sqrt{6}/\\sqrt{${fanIn + fanOut}}` : `\\sqrt{3/${n}}`,
    limit: shortly(Math.sqrt(3) * std),
    variance: shortly(std ** 2),
    varianceTex: isMean ? `2/${fanIn + fanOut}` : `1/${n}`,
    std: shortly(std),
    factor: shortly(factor),
    largest: shortly(2 * factor),
  };
}

/** Variances of 1/n. */
function balancedWords({ schemes }: Setup) {
  const { balanced } = schemes;
  const isMean = balanced.mode === 'fanAvg';
  const fan = balanced.mode === 'fanAvg' ? undefined : fanNames[balanced.mode];
  const at = balancedExample(balanced);
  return {
    id: kebab(balanced.id),
    isMean,
    isFanIn: balanced.mode === 'fanIn',
    fan: fan?.code ?? 'n',
    fanLaw: fan?.law ?? 'mean-fan',
    variance: fan ? `\\frac{1}{${fan.tex} }` : '\\frac{2}{n_{in} + n_{out} }',
    limit: fan ? `\\sqrt{\\frac{3}{${fan.tex} } }` : '\\frac{\\sqrt{6} }{\\sqrt{n_{in} + n_{out} } }',
    varM: fan ? `1/\\mathrm{${fan.code}}` : '2/(\\mathrm{fanIn} + \\mathrm{fanOut})',
    limitM: fan ? `\\sqrt{3/\\mathrm{${fan.code}} }` : '\\sqrt{6}/\\sqrt{\\mathrm{fanIn} + \\mathrm{fanOut}}',
    varianceText: fan ? `1/${fan.code}` : '2/(fanIn + fanOut)',
    limitText: fan ? `√(3/${fan.code})` : '√6 / √(fanIn + fanOut)',
    source: { fanAvg: 'Glorot & Bengio (2010)', fanIn: 'LeCun et al. (1998)', fanOut: 'Keeps the gradient' }[
      balanced.mode
    ],
    at,
  };
}

/** The variances of the two layers between 4, 3 and 2 units, as they are computed. */
function netWords(scheme: Scheme, s: string) {
  const of = (fanIn: number, fanOut: number): string => {
    if (scheme.mode === 'fanAvg') {
      return `2/(${fanIn} + ${fanOut}) = ${shortly(2 / (fanIn + fanOut))}`;
    }
    const n = fanOf(scheme.mode, fanIn, fanOut);
    // 2/3 says more than 0.666667.
    return Number.isInteger(scheme.scale) && n === 3 ? `${s}/${n}` : `${s}/${n} = ${shortly(scheme.scale / n)}`;
  };
  return { first: of(4, 3), second: of(3, 2) };
}

/** The numbers and formulas of the texts, in any language. */
export function numbersOf(setup: Setup) {
  const gained = gainedWords(setup);
  return {
    ...namesOf(setup),
    isRelu: setup.isRelu,
    isTruncated: setup.isTruncated,
    standard: standardWords(setup),
    balanced: balancedWords(setup),
    gained,
    phi: phiWords(setup),
    net: { balanced: netWords(setup.schemes.balanced, '1'), gained: netWords(setup.schemes.gained, gained.s) },
  };
}
