import { saturationPoint } from '../../../reference/activations/saturation.ts';
import type { Family, Member } from '../../../reference/activations/squashing.ts';
import { activationAtTex, inverseTex, outputRule, valueText } from '../../../reference/text/squashing-text.ts';
import { product, written } from '../../../reference/text/written.ts';
import type { ComparedActivation } from '../activations/pair.ts';
import { fixedTex, rounded } from './number-text.ts';

/** The share of the slope that is left in the examples: one for which the activation has few digits. */
const exampleShares: { readonly [F in Family]: number } = {
  tanh: 0.36,
  logistic: 0.36,
  softsign: 0.36,
  arctan: 0.5,
  root: 0.216,
};

/** The formula for z at the example's activation, where it is one with ln 9. */
function exampleZTex(member: Member | undefined): string {
  if (member?.family !== 'tanh' && member?.family !== 'logistic') return '';
  const inverse = member.family === 'tanh' ? 2 * member.B : member.B;
  if (inverse === 1) return '\\ln 9 = ';
  if (inverse === 2) return '\\frac12 \\ln 9 = ';
  return `${rounded(1 / inverse).replace('−', '-')} \\ln 9 = `;
}

/** What the rule is called where something of it is missing. */
function slips(rule: string, { family, A, B }: Member) {
  const isPlain = A === 1 && B === 1;
  const minus = isPlain && family === 'tanh' ? 'a² − 1' : `−${rule}`;
  return {
    plus: rule.replace(' − ', ' + '),
    minus: isPlain && family === 'logistic' ? 'a(a − 1)' : minus,
    withoutSquare: rule.replace('²', ''),
    withoutBars: rule.replaceAll('|', ''),
    oneFactor: isPlain && family === 'logistic' ? '1 − a' : `1 − a/${written(A).text}`,
    plain: outputRule({ family, A: 1, B: 1 }).text,
    scale: family === 'logistic' ? written(B).text : product(A, B).text,
  };
}

const noSlips = { plus: '', minus: '', withoutSquare: '', withoutBars: '', oneFactor: '', plain: '', scale: '' };

/** The slope by the activation, and back to z; undefined words where it has to be searched for. */
export function inversion({ member, shape, symbol, code }: ComparedActivation) {
  const rule = member && outputRule(member);
  const share = member ? exampleShares[member.family] : 0.36;
  const slope = share * shape.steepest;
  const point = saturationPoint(shape, slope);
  const { A = 1, B = 1, family = '' } = member ?? {};
  return {
    hasRule: rule !== undefined,
    rule: rule?.text ?? `−${symbol.text}′`,
    ruleTex: rule?.tex ?? '',
    slips: member && rule ? slips(rule.text, member) : { ...noSlips, minus: `−${symbol.text}′` },
    inverseName: code === 'tanh' ? '\\mathrm{artanh}\\, a' : `${symbol.tex}^{-1}(a)`,
    inverse: member ? inverseTex(member) : '',
    root: member ? activationAtTex(member) : '',
    canonical: member ? valueText(member).tex : '',
    canonicalText: member ? valueText(member).text : '',
    A: written(A).text,
    B: written(B).text,
    isScaled: A !== 1 || B !== 1,
    isTanh: family === 'tanh',
    isLogistic: family === 'logistic',
    example: {
      a: rounded(shape.activate(point)),
      slope: rounded(slope),
      z: `${exampleZTex(member)}${fixedTex(point)}`,
    },
  };
}
