import { type Node, nodeAt, nodesAt } from '../../compile/tree.ts';
import type { Around, Slip, SlipKind } from './slip.ts';

const textOf = ({ text }: Around, node: Node): string => text.slice(node.start, node.end);

/** In brackets, unless what it replaces stands in some. */
const bracketed = ({ start, end }: Node, { text }: Around, inside: string): string =>
  text[start - 1] === '(' && text[end] === ')' ? inside : `(${inside})`;

/** The slips that can be made at a node. */
export function slipsAt(node: Node, around: Around): readonly Slip[] {
  const put = (kind: SlipKind, at: Node, text: string): Slip => ({ kind, start: at.start, end: at.end, text });
  switch (node.type) {
    case 'MemberExpression':
      return indicesExchanged(node, around, put);
    case 'CallExpression':
      return ofCall(node, around, put);
    case 'BinaryExpression':
      return ofBinary(node, around, put);
    case 'UnaryExpression':
      return node['operator'] === '-' ? [put('sign-left-out', node, textOf(around, nodeAt(node, 'argument')!))] : [];
    case 'IfStatement':
      return ofCondition(node, around);
    case 'ConditionalExpression':
      return ['consequent', 'alternate'].map((key) =>
        put('condition-left-out', node, bracketed(node, around, textOf(around, nodeAt(node, key)!))),
      );
    case 'AssignmentExpression':
      return ofAssignment(node, around, put);
    case 'Literal':
      return ofNumber(node, put);
    default:
      return [];
  }
}

type Put = (kind: SlipKind, at: Node, text: string) => Slip;

/** w[j][i] → w[i][j] */
function indicesExchanged(node: Node, around: Around, put: Put): readonly Slip[] {
  const inner = nodeAt(node, 'object');
  if (node['computed'] !== true || inner?.type !== 'MemberExpression' || inner['computed'] !== true) return [];
  const [first, second] = [nodeAt(inner, 'property')!, nodeAt(node, 'property')!].map((one) => textOf(around, one));
  if (first === second) return [];
  return [put('indices-exchanged', node, `${textOf(around, nodeAt(inner, 'object')!)}[${second}][${first}]`)];
}

const exchanged: Readonly<Record<string, string>> = { 'Math.min': 'Math.max', 'Math.max': 'Math.min' };

function ofCall(node: Node, around: Around, put: Put): readonly Slip[] {
  const callee = nodeAt(node, 'callee')!;
  const name = textOf(around, callee);
  const [argument] = nodesAt(node, 'arguments');
  const other = exchanged[name];
  return [
    ...(name === 'Math.sqrt' && argument ? [put('root-left-out', node, `(${textOf(around, argument)})`)] : []),
    ...(name === 'Math.abs' && argument ? [put('sign-left-out', node, `(${textOf(around, argument)})`)] : []),
    ...(other === undefined ? [] : [put('extreme-exchanged', callee, other)]),
  ];
}

const shifted: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const turned: Readonly<Record<string, string>> = { '+': '-', '-': '+' };

function ofBinary(node: Node, around: Around, put: Put): readonly Slip[] {
  const operator = String(node['operator']);
  const [left, right] = [nodeAt(node, 'left')!, nodeAt(node, 'right')!];
  const [a, b] = [textOf(around, left), textOf(around, right)];
  const instead = (sign: string): string => around.text.slice(left.end, right.start).replace(operator, sign);
  const between = (kind: SlipKind, sign: string): Slip => ({
    kind,
    start: left.end,
    end: right.start,
    text: instead(sign),
  });
  switch (operator) {
    case '*':
      return [put('factor-left-out', node, a), put('factor-left-out', node, b)];
    case '/':
      return [put('divisor-left-out', node, a)];
    case '**':
      return [put('square-left-out', node, a)];
    case '+':
    case '-':
      return [
        put('term-left-out', node, a),
        put('term-left-out', node, operator === '-' ? bracketed(node, around, `-${b}`) : b),
        between('sign-turned', turned[operator]!),
        ...[left, right].flatMap((one) => argumentExchanged(one, around, put)),
      ];
    default:
      return shifted[operator] === undefined ? [] : [between('bound-shifted', shifted[operator])];
  }
}

/** An argument in the place of another of the same function. */
function argumentExchanged(node: Node, { parameters }: Around, put: Put): readonly Slip[] {
  const name = String(node['name']);
  if (node.type !== 'Identifier' || !parameters.includes(name)) return [];
  return parameters.filter((other) => other !== name).map((other) => put('argument-exchanged', node, other));
}

/** if (norm > maxNorm) … → … */
function ofCondition(node: Node, around: Around): readonly Slip[] {
  const then = nodeAt(node, 'consequent')!;
  if (nodeAt(node, 'alternate') || textOf(around, then).includes('return')) return [];
  return [{ kind: 'condition-left-out', start: node.start, end: then.start, text: '' }];
}

function ofAssignment(node: Node, around: Around, put: Put): readonly Slip[] {
  const operator = String(node['operator']);
  const [left, right] = [nodeAt(node, 'left')!, nodeAt(node, 'right')!].map((one) => textOf(around, one));
  if (operator === '+=') {
    return [put('sum-overwritten', node, `${left} = ${right}`), put('sign-turned', node, `${left} -= ${right}`)];
  }
  if (operator === '-=') return [put('sign-turned', node, `${left} += ${right}`)];
  return operator === '*=' ? [put('factor-left-out', node, `${left} = ${right}`)] : [];
}

const otherNumbers: Readonly<Record<string, string>> = { '2': '1', '6': '3', '3': '1', '0.5': '1', '4': '2' };

function ofNumber(node: Node, put: Put): readonly Slip[] {
  const other = typeof node['value'] === 'number' ? otherNumbers[String(node['raw'])] : undefined;
  return other === undefined ? [] : [put('number-changed', node, other)];
}
