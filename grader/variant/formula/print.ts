import { isConstantNode, isFunctionNode, type MathNode } from 'mathjs/number';
import { math } from './syntax.ts';

const inverse: Readonly<Record<string, string>> = { atan: '\\arctan', asinh: '\\mathrm{arsinh}' };

const texOptions = {
  parenthesis: 'auto',
  implicit: 'hide',
  handler: (node: MathNode, options: object): string | undefined => {
    if (!isFunctionNode(node)) return undefined;
    const name = node.fn.name ?? '';
    const argument = node.args[0]?.toTex(options) ?? '';
    if (Object.hasOwn(inverse, name)) return `${inverse[name]}\\left(${argument}\\right)`;
    return name === 'exp' ? ` e^{${argument}}` : undefined;
  },
};

/** A formula as LaTeX. */
export const texOf = (node: MathNode): string =>
  node
    .toTex(texOptions)
    .replaceAll('~', '\\,')
    .replace(/\s+/g, ' ')
    .replace(/([{(|]) /g, '$1')
    .trim();

const textOptions = {
  parenthesis: 'auto',
  implicit: 'hide',
  handler: (node: MathNode, options: object): string | undefined =>
    isFunctionNode(node) && node.fn.name === 'abs' ? `|${node.args[0]!.toString(options)}|` : undefined,
};

/** A formula as text, as one would type it in a message: z / (1 + |z|)². */
export const textOf = (node: MathNode): string =>
  node
    .toString(textOptions)
    .replaceAll(' ^ 2', '²')
    .replaceAll(' ^ 3', '³')
    .replaceAll(' ^ ', '^')
    .replaceAll(' * ', '·')
    .replaceAll('-', '−');

/** The derivative by z, as a formula to be read; decimals stay decimals. */
export const derivativeOf = (node: MathNode): MathNode =>
  math
    .simplify(math.derivative(node, 'z', { simplify: false }), {}, { exactFractions: false })
    .transform((part) =>
      isConstantNode(part) ? new math.ConstantNode(Number((part.value as number).toPrecision(12))) : part,
    );
