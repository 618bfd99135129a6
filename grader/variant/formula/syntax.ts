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
import { binaryOperators, type Expression, type Unary, unaryOperators } from '../../../reference/expression.ts';
import { NablaError } from '../../errors.ts';

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
export const known = [
  ...functions,
  ...Object.keys(synonyms),
  ...Object.keys(shorthands),
  ...Object.keys(extremes),
].toSorted();

const refuse = (message: string, hint: string): never => {
  throw new NablaError('bad-formula', message, hint);
};
const allowed = `A formula has numbers, z, e, pi, + - * / ^, brackets and ${known.join(', ')}.`;

/** Reads a formula in z. Nothing in it is ever run: what is not on the short list is refused. */
export function parseFormula(source: string): MathNode {
  if (source.length > 200) refuse('a formula has at most 200 characters', 'Choose a shorter one.');
  let node: MathNode;
  try {
    node = math.parse(source);
  } catch (error) {
    return refuse(`cannot be read: ${(error as Error).message}`, allowed);
  }
  const plain = withoutShorthands(node);
  if (plain.filter((part) => isSymbolNode(part) && part.name === 'z').length === 0) {
    return refuse('is constant: there is no z in it', 'An activation function depends on z.');
  }
  return plain;
}

/** The formula in the operators of reference/expression.ts alone. */
export function expressionOf(node: MathNode): Expression {
  if (isParenthesisNode(node)) return expressionOf(node.content);
  if (isConstantNode(node)) return node.value as number;
  if (isSymbolNode(node)) return node.name === 'z' ? 'z' : constants[node.name]!;
  if (isFunctionNode(node)) return [node.fn.name as Unary, expressionOf(node.args[0]!)];
  if (!isOperatorNode(node)) return refuse(`"${node.toString()}" is not allowed`, allowed);
  const [left, right] = node.args as [MathNode, MathNode | undefined];
  if (right === undefined) return node.op === '-' ? ['neg', expressionOf(left)] : expressionOf(left);
  const operator = binaryOperators.find((one) => one === node.op)!;
  return [operator, expressionOf(left), expressionOf(right)];
}

/** Checks every part, and writes out what is short for something else. */
function withoutShorthands(node: MathNode): MathNode {
  const fail = () => refuse(`"${node.toString()}" is not allowed`, allowed);
  if (isConstantNode(node)) return typeof node.value === 'number' && Number.isFinite(node.value) ? node : fail();
  if (isSymbolNode(node)) {
    const isKnown = node.name === 'z' || Object.hasOwn(constants, node.name);
    return isKnown ? node : refuse(`"${node.name}" is not known`, `The argument is called z. ${allowed}`);
  }
  if (isParenthesisNode(node)) return node.map(withoutShorthands);
  if (isOperatorNode(node)) {
    const isUnarySign = node.args.length === 1 && ['-', '+'].includes(node.op);
    const isKnown = isUnarySign || (node.args.length === 2 && binaryOperators.some((one) => one === node.op));
    return isKnown ? node.map(withoutShorthands) : fail();
  }
  return isFunctionNode(node) ? plainFunction(node) : fail();
}

function plainFunction(node: FunctionNode): MathNode {
  const name = node.fn.name ?? '';
  if (name === 'z') return refuse('"z(…)" would be a function called z', 'Write z * (…).');
  const arity = Object.hasOwn(extremes, name) ? 2 : 1;
  const plain = Object.hasOwn(synonyms, name) ? synonyms[name] : known.find((one) => one === name);
  if (steps.includes(name))
    return refuse(`${name} is a step`, 'Its derivative is 0 wherever it has one: nothing learns.');
  if (plain === undefined) return refuse(`the function "${name}" is not known`, allowed);
  if (node.args.length !== arity) {
    return refuse(`${name} takes ${arity === 1 ? 'one argument' : 'two arguments'}`, `Not ${node.args.length}.`);
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
