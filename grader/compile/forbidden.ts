import { parseScript } from './parse.ts';
import { childrenOf, type Node, nodeAt, nodesAt } from './tree.ts';
import { Refused, type RefusedConstruct } from './types/refused.ts';

/** Throws `Refused` for what reaches out of the realm, or is for the top of a module alone. */
export function refuseForbidden(tree: Node): void {
  const walk = (node: Node, isTopLevel: boolean): void => {
    const construct = constructOf(node, isTopLevel);
    if (construct) throw new Refused(construct, node.start);
    const isOutside = isTopLevel && !/Function|PropertyDefinition|StaticBlock/.test(node.type);
    for (const child of childrenOf(node)) walk(child, isOutside);
  };
  walk(tree, true);
}

function constructOf(node: Node, isTopLevel: boolean): RefusedConstruct | undefined {
  switch (node.type) {
    case 'ImportExpression':
      return 'dynamicImport';
    case 'MetaProperty':
      return nodeAt(node, 'meta')?.['name'] === 'import' ? 'importMeta' : undefined;
    case 'AwaitExpression':
      return isTopLevel ? 'topLevelAwait' : undefined;
    case 'ForOfStatement':
      return isTopLevel && node['await'] === true ? 'topLevelAwait' : undefined;
    default:
      return undefined;
  }
}

const before = '(function (nabla$) {\n';

/**
 * Reads the text that V8 is given as V8 is given it. Throws `Refused`, `SyntaxProblem` or `TooComplex`, with offsets of
 * the text.
 */
export function readAsV8Does(code: string): void {
  const program = parseScript(`${before}${code}\n})`, before.length);
  const [only, ...others] = nodesAt(program, 'body');
  // By itself: nothing in it closes the function that it is put into.
  if (only === undefined || others.length > 0 || !isFunction(only)) throw new Refused('unknown', 0);
  refuseForbidden(program);
}

function isFunction(statement: Node): boolean {
  let node: Node | undefined = statement;
  while (node?.type === 'ExpressionStatement' || node?.type === 'ParenthesizedExpression') {
    node = nodeAt(node, 'expression');
  }
  return node?.type === 'FunctionExpression';
}
