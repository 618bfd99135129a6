import {
  absDependencies,
  create,
  derivativeDependencies,
  type FunctionNode,
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isSymbolNode,
  type MathNode,
  parseDependencies,
  simplifyDependencies,
  unaryMinusDependencies,
} from 'mathjs/number';
import { binaryOperators, type Expression, type Unary, unaryOperators } from '../../../reference/text/expression.ts';
import { type ErrorKey, NablaError, type Values } from '../../errors.ts';

/**
 * mathjs for numbers alone: matrices, fractions and units take longer to set up than a formula to read. `simplify` folds
 * constants by abs and unaryMinus, which it does not name among what it needs.
 */
export const math = create({
  ...parseDependencies,
  ...derivativeDependencies,
  ...simplifyDependencies,
  ...absDependencies,
  ...unaryMinusDependencies,
});

/** Other names for functions, and functions that are short for a formula in a. */
const synonyms: Readonly<Record<string, Unary>> = { ln: 'log', arctan: 'atan', arsinh: 'asinh' };
const shorthands: Readonly<Record<string, string>> = {
  sigmoid: '1 / (1 + exp(-a))',
  relu: 'max(0, a)',
  tan: 'sin(a) / cos(a)',
};
/** Formulas that are shown as they are, and computed so. */
const extremes: Readonly<Record<string, string>> = {
  max: '(a + b + abs(a - b)) / 2',
  min: '(a + b - abs(a - b)) / 2',
};
const steps = ['sign', 'floor', 'ceil', 'fix', 'round', 'step', 'heaviside'];
const constants: Readonly<Record<string, number>> = { e: Math.E, pi: Math.PI };

const functions = unaryOperators.filter((name) => name !== 'neg');
const known = [...functions, ...Object.keys(synonyms), ...Object.keys(shorthands), ...Object.keys(extremes)].toSorted();

/** How long a formula may be, in characters. */
const most = 200;

const refuse = (key: ErrorKey, values: Values = {}): never => {
  throw new NablaError('bad-formula', key, values);
};
const refusePart = (part: MathNode): never => refuse('formula-part', { part: part.toString(), known });

/** Reads a formula in z. Nothing in it is ever run: what is not on the short list is refused. */
export function parseFormula(source: string): MathNode {
  if (source.length > most) refuse('formula-long', { most });
  let node: MathNode;
  try {
    node = math.parse(source);
  } catch (error) {
    return refuse('formula-unread', { reason: (error as Error).message, known });
  }
  const plain = withoutShorthands(node);
  if (plain.filter((part) => isSymbolNode(part) && part.name === 'z').length === 0) {
    return refuse('formula-without-z');
  }
  return plain;
}

/** The formula in the operators of reference/text/expression.ts alone. */
export function expressionOf(node: MathNode): Expression {
  if (isParenthesisNode(node)) return expressionOf(node.content);
  if (isConstantNode(node)) return node.value as number;
  if (isSymbolNode(node)) return node.name === 'z' ? 'z' : constants[node.name]!;
  if (isFunctionNode(node)) return [node.fn.name as Unary, expressionOf(node.args[0]!)];
  if (!isOperatorNode(node)) return refusePart(node);
  const [left, right] = node.args as [MathNode, MathNode | undefined];
  if (right === undefined) return node.op === '-' ? ['neg', expressionOf(left)] : expressionOf(left);
  const operator = binaryOperators.find((one) => one === node.op)!;
  return [operator, expressionOf(left), expressionOf(right)];
}

/** Checks every part, and writes out what is short for something else. */
function withoutShorthands(node: MathNode): MathNode {
  if (isConstantNode(node))
    return typeof node.value === 'number' && Number.isFinite(node.value) ? node : refusePart(node);
  if (isSymbolNode(node)) {
    const isKnown = node.name === 'z' || Object.hasOwn(constants, node.name);
    return isKnown ? node : refuse('formula-name', { name: node.name, known });
  }
  if (isParenthesisNode(node)) return node.map(withoutShorthands);
  if (isOperatorNode(node)) {
    const isUnarySign = node.args.length === 1 && ['-', '+'].includes(node.op);
    const isKnown = isUnarySign || (node.args.length === 2 && binaryOperators.some((one) => one === node.op));
    return isKnown ? node.map(withoutShorthands) : refusePart(node);
  }
  return isFunctionNode(node) ? plainFunction(node) : refusePart(node);
}

function plainFunction(node: FunctionNode): MathNode {
  const name = node.fn.name ?? '';
  if (name === 'z') return refuse('formula-called-z');
  const arity = Object.hasOwn(extremes, name) ? 2 : 1;
  const plain = Object.hasOwn(synonyms, name) ? synonyms[name] : known.find((one) => one === name);
  if (steps.includes(name)) return refuse('formula-step', { name });
  if (plain === undefined) return refuse('formula-function', { name, known });
  if (node.args.length !== arity) {
    return refuse(arity === 1 ? 'formula-one-argument' : 'formula-two-arguments', { name, found: node.args.length });
  }
  const args = node.args.map(withoutShorthands);
  return Object.hasOwn(shorthands, name) ? filled(shorthands[name]!, args) : new math.FunctionNode(plain, args);
}

/** A formula in a and b, with these for them. */
function filled(formula: string, [a, b]: readonly MathNode[]): MathNode {
  return math.parse(formula).transform((part) => (isSymbolNode(part) ? ({ a, b }[part.name] ?? part) : part));
}

/** The formula without max and min, which have no derivative of their own. */
export const withoutExtremes = (node: MathNode): MathNode => {
  const inner = node.map(withoutExtremes);
  if (!isFunctionNode(inner)) return inner;
  const name = inner.fn.name ?? '';
  return Object.hasOwn(extremes, name) ? filled(extremes[name]!, inner.args) : inner;
};
