import { declaredNames, type Node, nameOf, nodeAt, nodesAt } from '../tree.ts';
import { blankComma } from './blank-comma.ts';
import type { Erasing } from './erasing.ts';

/** `import type`, `export type`, `{ type A }`, and exports of what is a type. */
export function eraseModuleItem(node: Node, erasing: Erasing): void {
  const { typeNames, remove } = erasing;
  const declaration = nodeAt(node, 'declaration');
  if (isType(node) || (declaration && isTypeStatement(declaration))) return remove(node, ';');
  const all = nodesAt(node, 'specifiers');
  const isOwn = node.type === 'ExportNamedDeclaration' && nodeAt(node, 'source') === undefined;
  const types = all.filter((one) => isType(one) || (isOwn && typeNames.has(nameOf(nodeAt(one, 'local')!))));
  if (types.length > 0 && types.length === all.length) return remove(node, ';');
  for (const one of types) {
    remove(one);
    blankComma(one.end, erasing);
  }
}

const isType = (node: Node): boolean => node['importKind'] === 'type' || node['exportKind'] === 'type';

const isTypeStatement = (node: Node): boolean =>
  node['declare'] === true || /^TS(?:TypeAliasDeclaration|InterfaceDeclaration|DeclareFunction)$/.test(node.type);

/** The names in a module that are types alone. */
export function namesOfTypes(tree: Node): ReadonlySet<string> {
  const types = new Set<string>();
  const values = new Set<string>();
  for (const item of nodesAt(tree, 'body')) {
    const node = nodeAt(item, 'declaration') ?? item;
    if (node.type === 'ImportDeclaration') {
      for (const one of nodesAt(node, 'specifiers'))
        if (isType(node) || isType(one)) types.add(nameOf(nodeAt(one, 'local')!));
    } else if (/^TS(?:TypeAlias|Interface)Declaration$/.test(node.type)) types.add(nameOf(nodeAt(node, 'id')!));
    else if (nodeAt(node, 'id') || node.type === 'VariableDeclaration')
      for (const name of declaredNames(node)) values.add(name);
  }
  for (const name of values) types.delete(name);
  return types;
}
