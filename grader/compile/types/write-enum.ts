import { type Node, nameOf, nodeAt, nodesAt } from '../tree.ts';
import type { Erasing } from './erasing.ts';
import { Refused } from './refused.ts';

type Constant = number | string;

/** An enum as the object that it is: names to values and, where these are numbers, back. */
export function writeEnum(node: Node, { text, remove, rewrite }: Erasing): void {
  if (node['declare'] === true) return remove(node, ';');
  const name = nameOf(nodeAt(node, 'id')!);
  const values = new Map<string, Constant>();
  let next: number | undefined = 0;
  for (const member of nodesAt(node, 'members')) {
    const initializer = nodeAt(member, 'initializer');
    const value: Constant | undefined = initializer ? constantOf(initializer, name, values) : next;
    if (value === undefined) throw new Refused('enumValue', (initializer ?? member).start);
    values.set(nameOf(nodeAt(member, 'id')!), value);
    next = typeof value === 'number' ? value + 1 : undefined;
  }
  const entries = [...values].flatMap(([key, value]) => [
    `[${JSON.stringify(key)}]: ${literal(value)}`,
    ...(typeof value === 'number' ? [`[${JSON.stringify(String(value))}]: ${JSON.stringify(key)}`] : []),
  ]);
  const lines = text.slice(node.start, node.end).replace(/[^\n\r\u2028\u2029]/g, '');
  rewrite(node, `const ${name} = { ${entries.join(', ')} };${lines}`);
}

const literal = (value: Constant): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  return Object.is(value, -0) ? '-0' : String(value);
};

const binary: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '|': (a, b) => a | b,
  '&': (a, b) => a & b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
};

/** What a member is where that can be read off; undefined where it would have to be computed. */
function constantOf(node: Node, enumName: string, known: ReadonlyMap<string, Constant>): Constant | undefined {
  const child = (key: string): Constant | undefined => constantOf(nodeAt(node, key)!, enumName, known);
  switch (node.type) {
    case 'Literal': {
      const value = node['value'];
      return typeof value === 'number' || typeof value === 'string' ? value : undefined;
    }
    case 'TemplateLiteral': {
      const [only, ...others] = nodesAt(node, 'quasis');
      const cooked = (only?.['value'] as { readonly cooked?: string } | undefined)?.cooked;
      return others.length === 0 ? cooked : undefined;
    }
    case 'ParenthesizedExpression':
      return child('expression');
    case 'Identifier':
      return known.get(nameOf(node));
    case 'MemberExpression': {
      const object = nodeAt(node, 'object')!;
      const property = nodeAt(node, 'property')!;
      const isOwn = object.type === 'Identifier' && nameOf(object) === enumName;
      const isNamed = node['computed'] !== true || typeof property['value'] === 'string';
      return isOwn && isNamed ? known.get(nameOf(property)) : undefined;
    }
    case 'UnaryExpression': {
      const value = child('argument');
      if (typeof value !== 'number') return undefined;
      const operator = String(node['operator']);
      return operator === '-' ? -value : operator === '+' ? value : operator === '~' ? ~value : undefined;
    }
    case 'BinaryExpression': {
      const [left, right] = [child('left'), child('right')];
      const operator = String(node['operator']);
      if (typeof left === 'number' && typeof right === 'number') return binary[operator]?.(left, right);
      return operator === '+' && left !== undefined && right !== undefined ? `${left}${right}` : undefined;
    }
    default:
      return undefined;
  }
}
