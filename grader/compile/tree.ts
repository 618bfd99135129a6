/**
 * A node of a syntax tree by ESTree, whose TypeScript nodes have no types of their own: what a child is depends on
 * `type`, and is read through the helpers below.
 */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** The node under a key; undefined where there is none. */
export function nodeAt(node: Node, key: string): Node | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** The nodes in the list under a key; holes of patterns and arrays are left out. */
export function nodesAt(node: Node, key: string): readonly Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

const none: ReadonlySet<string> = new Set();

/** The child nodes of a node, in the order of its keys, without those under some. */
export function childrenOf(node: Node, without: ReadonlySet<string> = none): readonly Node[] {
  const found: Node[] = [];
  for (const key in node) {
    if (without.has(key)) continue;
    const value = node[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) found.push(item);
    } else if (isNode(value)) found.push(value);
  }
  return found;
}

/** The name of an identifier, or the text of a string that stands for one. */
export const nameOf = (node: Node): string => String(node['name'] ?? node['value']);

/** The names that a pattern binds. */
export function boundNames(pattern: Node | undefined): readonly string[] {
  if (pattern === undefined) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [nameOf(pattern)];
    case 'ObjectPattern':
      return nodesAt(pattern, 'properties').flatMap((property) =>
        boundNames(nodeAt(property, property.type === 'RestElement' ? 'argument' : 'value')),
      );
    case 'ArrayPattern':
      return nodesAt(pattern, 'elements').flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(nodeAt(pattern, 'left'));
    case 'RestElement':
      return boundNames(nodeAt(pattern, 'argument'));
    default:
      return [];
  }
}

/** The names that a declaration binds in the scope that it stands in. */
export function declaredNames(declaration: Node): readonly string[] {
  return declaration.type === 'VariableDeclaration'
    ? nodesAt(declaration, 'declarations').flatMap((one) => boundNames(nodeAt(one, 'id')))
    : boundNames(nodeAt(declaration, 'id'));
}
