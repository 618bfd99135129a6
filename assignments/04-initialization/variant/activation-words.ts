import { meanSquare, squareGrowth } from '../../../reference/gains/gain.ts';
import { truncatedStd } from '../../../reference/weights/truncated-normal.ts';
import { growsErrors, kebab, type Setup } from '../parameters.ts';
import { digits, fanNames, shortly } from './numbers.ts';

/** Variances of gain²/n. */
export function gainedWords({ schemes, isRelu }: Setup) {
  const { gained } = schemes;
  const { scale, mode } = gained;
  const fan = fanNames[mode === 'fanOut' ? 'fanOut' : 'fanIn'];
  const std = Math.sqrt(scale / 200);
  const factor = std / truncatedStd;
  const s3 = digits(3 * scale);
  return {
    id: kebab(gained.id),
    isFanIn: mode === 'fanIn',
    s: digits(scale),
    s3,
    fan: fan.code,
    otherFan: fan.other,
    fanM: `\\mathrm{${fan.code}}`,
    fanLaw: fan.law,
    otherLaw: fan.otherLaw,
    law: isRelu ? 'two' : 'gain',
    rootUniform: isRelu ? 'root-of-six' : 'root-above-only',
    rootBelow: isRelu ? 'two-over-root' : 'root-below-only',
    rootAbove: isRelu ? 'root-of-two' : 'root-above-only',
    limitOfUniform: isRelu ? 'six' : 'limit-of-the-uniform',
    variance: `\\frac{${digits(scale)}}{${fan.tex} }`,
    limit: `\\sqrt{\\frac{${s3}}{${fan.tex} } }`,
    varM: `${digits(scale)}/\\mathrm{${fan.code}}`,
    stdM: `\\sqrt{${digits(scale)}/\\mathrm{${fan.code}} }`,
    limitM: `\\sqrt{${s3}/\\mathrm{${fan.code}} }`,
    varianceText: `${digits(scale)}/${fan.code}`,
    source: isRelu ? 'He et al. (2015)' : 'As He et al. (2015) for ReLU',
    // What chance explains is about so much of a variance (docs/statistics.md).
    margin: String(Number((0.1 * scale).toPrecision(2))),
    at: {
      variance: shortly(scale / 200),
      std: shortly(std),
      limit: shortly(Math.sqrt(3) * std),
      factor: shortly(factor),
      largest: shortly(2 * factor),
    },
  };
}

/** What there is to say of the activation φ. */
export function phiWords({ phi, schemes }: Setup) {
  const slopeSquare = meanSquare(phi.derivative);
  return {
    name: phi.symbol,
    tex: phi.symbolTex,
    ofZ: `${phi.symbolTex}(z)`,
    slopeOfZ: `${phi.symbolTex}'(z)`,
    definition: `${phi.symbolTex}(z) = ${phi.tex}`,
    meanSquare: digits(meanSquare(phi.value)),
    slopeSquare: digits(slopeSquare),
    backwards: String(Number((schemes.gained.scale * slopeSquare).toPrecision(4))),
    growthRate: squareGrowth(phi.value),
    growsErrors: growsErrors(phi),
    growth: String(Number((10 * squareGrowth(phi.value)).toPrecision(2))),
  };
}
