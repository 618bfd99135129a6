import { parseScript } from '../../../compile/parse.ts';
import { childrenOf, isNode, type Node, nameOf, nodeAt, nodesAt } from '../../../compile/tree.ts';

/** A function in a program: what it is called, and where `async` would stand; undefined where it cannot. */
export interface Found {
  readonly node: Node;
  readonly names: readonly string[];
  readonly at: number | undefined;
}

/** A call, and the functions around it, the innermost last. */
export interface Call {
  readonly node: Node;
  readonly around: readonly Found[];
}

/** Functions and calls of a file, and which names stand for others. */
export interface Read {
  readonly functions: ReadonlyMap<Node, Found>;
  readonly calls: readonly Call[];
  readonly aliases: readonly (readonly [alias: string, name: string])[];
}

const opened = '(function () {\n';
const closed = '\n})';

/** A file as the sandbox runs it: the body of a function. */
export const wrapped = (code: string): string => `${opened}${code}${closed}`;
export const unwrapped = (text: string): string => text.slice(opened.length, -closed.length);

/** Reads a wrapped file. Throws where that is no function. */
export function read(text: string): Read {
  const program = parseScript(text, opened.length);
  const functions = new Map<Node, Found>();
  const calls: Call[] = [];
  const aliases: (readonly [string, string])[] = [];
  const visit = (node: Node, parent: Node | undefined, around: readonly Found[]): void => {
    let inside = around;
    // The function around the file is the sandbox's, which does not wait.
    if (/Function/.test(node.type) && node.start >= opened.length) {
      const found = { node, names: namesOf(node, parent), at: placeOf(node, parent) };
      functions.set(node, found);
      inside = [...around, found];
    }
    if (node.type === 'CallExpression') calls.push({ node, around });
    if (node.type === 'VariableDeclarator') {
      const [alias, name] = [nodeAt(node, 'id'), nodeAt(node, 'init')].map((one) => one && lastName(one));
      if (alias !== undefined && name !== undefined) aliases.push([alias, name]);
    }
    for (const child of childrenOf(node)) visit(child, node, inside);
  };
  visit(program, undefined, []);
  return { functions, calls, aliases };
}

/** The name by which an expression is called: `f`, `module.f`, `(0, module.f)`. */
export function lastName(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return nameOf(node);
    case 'ParenthesizedExpression': {
      const inside = nodeAt(node, 'expression');
      return inside && lastName(inside);
    }
    case 'MemberExpression': {
      const property = nodeAt(node, 'property');
      return node['computed'] === true || property === undefined ? undefined : nameOf(property);
    }
    case 'SequenceExpression': {
      const last = nodesAt(node, 'expressions').at(-1);
      return last && lastName(last);
    }
    default:
      return undefined;
  }
}

function namesOf(node: Node, parent: Node | undefined): readonly string[] {
  const named = [nodeAt(node, 'id')];
  if (parent) for (const key of ['id', 'left', 'key']) named.push(nodeAt(parent, key));
  return named.flatMap((one) => (one === undefined || one === node ? [] : (lastName(one) ?? [])));
}

function placeOf(node: Node, parent: Node | undefined): number | undefined {
  if (node['generator'] === true) return undefined;
  const isMethod = parent?.type === 'MethodDefinition' || parent?.['method'] === true;
  const isAccessor = parent?.type === 'Property' && parent['kind'] !== 'init';
  if (!isMethod) return isAccessor ? undefined : node.start;
  const key = parent && nodeAt(parent, 'key');
  const isPlain = parent?.['kind'] === 'method' || parent?.['kind'] === 'init';
  return isPlain && parent['computed'] !== true && isNode(key) ? key.start : undefined;
}
