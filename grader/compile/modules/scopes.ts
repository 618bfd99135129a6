import { boundNames, childrenOf, declaredNames, type Node, nodeAt, nodesAt } from '../tree.ts';

/** The names that each node's scope declares; the top level's are not among them. */
export function scopesIn(program: Node): ReadonlyMap<Node, ReadonlySet<string>> {
  const scopes = new Map<Node, Set<string>>();
  const declare = (scope: Node, names: readonly string[]): void => {
    if (scope === program || names.length === 0) return;
    const own = scopes.get(scope) ?? new Set();
    scopes.set(scope, own);
    for (const name of names) own.add(name);
  };
  const walk = (node: Node, block: Node, body: Node): void => {
    if (node.type === 'VariableDeclaration') declare(node['kind'] === 'var' ? body : block, declaredNames(node));
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') declare(block, declaredNames(node));
    if (node.type === 'FunctionExpression' || node.type === 'ClassExpression') declare(node, declaredNames(node));
    if (node.type === 'CatchClause') declare(node, boundNames(nodeAt(node, 'param')));
    if (/Function/.test(node.type)) {
      declare(node, nodesAt(node, 'params').flatMap(boundNames));
      const inner = nodeAt(node, 'body')!;
      for (const child of childrenOf(node)) walk(child, node, child === inner ? inner : node);
      return;
    }
    const isBlock = /^(?:BlockStatement|StaticBlock|For(?:In|Of)?Statement|SwitchStatement)$/.test(node.type);
    const inner = isBlock ? node : block;
    for (const child of childrenOf(node)) walk(child, inner, node.type === 'StaticBlock' ? node : body);
  };
  walk(program, program, program);
  return scopes;
}
