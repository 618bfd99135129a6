import { childrenOf, type Node, nameOf, nodeAt, nodesAt } from '../tree.ts';
import { scopesIn } from './scopes.ts';

/** A use of a name that no scope inside the file declares: the file's own or an imported one. */
export interface Reference {
  readonly node: Node;
  readonly use: 'read' | 'call' | 'shorthand' | 'write';
  /** Whether a statement of a list begins with it, so that a bracket in its place could belong to the one before. */
  readonly beginsStatement: boolean;
}

/** Every use of one of these names that means the top level's. */
export function referencesTo(program: Node, names: ReadonlySet<string>): readonly Reference[] {
  const found: Reference[] = [];
  const statementStarts = new Set<number>();
  const scopes = scopesIn(program);

  const refer = (node: Node, use: Reference['use'], shadowed: ReadonlySet<string>): void => {
    const name = nameOf(node);
    if (!names.has(name) || shadowed.has(name)) return;
    found.push({ node, use, beginsStatement: statementStarts.has(node.start) });
  };

  const visit = (node: Node | undefined, shadowed: ReadonlySet<string>): void => {
    if (node === undefined) return;
    const own = scopes.get(node);
    const hidden = own === undefined ? shadowed : union(shadowed, own, names);
    for (const statement of statementsOf(node)) statementStarts.add(statement.start);
    switch (node.type) {
      case 'Identifier':
        return refer(node, 'read', hidden);
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
        return;
      case 'ExportNamedDeclaration':
        return visit(nodeAt(node, 'declaration'), hidden);
      case 'LabeledStatement':
        return visit(nodeAt(node, 'body'), hidden);
      case 'CallExpression':
      case 'TaggedTemplateExpression': {
        const callee = nodeAt(node, node.type === 'CallExpression' ? 'callee' : 'tag')!;
        if (callee.type === 'Identifier') refer(callee, 'call', hidden);
        for (const child of childrenOf(node))
          if (child !== callee || callee.type !== 'Identifier') visit(child, hidden);
        return;
      }
      case 'MemberExpression':
      case 'MethodDefinition':
      case 'PropertyDefinition': {
        const isComputed = node['computed'] === true;
        const name = node.type === 'MemberExpression' ? 'property' : 'key';
        for (const child of childrenOf(node)) if (isComputed || child !== node[name]) visit(child, hidden);
        return;
      }
      case 'Property':
        return visitProperty(node, hidden);
      case 'AssignmentExpression':
        write(nodeAt(node, 'left')!, hidden);
        return visit(nodeAt(node, 'right'), hidden);
      case 'UpdateExpression':
        return write(nodeAt(node, 'argument')!, hidden);
      case 'ForInStatement':
      case 'ForOfStatement': {
        const left = nodeAt(node, 'left')!;
        if (left.type === 'VariableDeclaration') visit(left, hidden);
        else write(left, hidden);
        visit(nodeAt(node, 'right'), hidden);
        return visit(nodeAt(node, 'body'), hidden);
      }
      default:
        for (const child of childrenOf(node)) visit(child, hidden);
    }
  };

  const visitProperty = (node: Node, hidden: ReadonlySet<string>): void => {
    const [key, value] = [nodeAt(node, 'key')!, nodeAt(node, 'value')!];
    if (node['computed'] === true) visit(key, hidden);
    if (node['shorthand'] === true && value.type === 'Identifier') refer(value, 'shorthand', hidden);
    else visit(value, hidden);
  };

  /** A target of an assignment: names in patterns are written, everything else in it is read. */
  const write = (target: Node, hidden: ReadonlySet<string>): void => {
    switch (target.type) {
      case 'Identifier':
        return refer(target, 'write', hidden);
      case 'ParenthesizedExpression':
        return write(nodeAt(target, 'expression')!, hidden);
      case 'AssignmentPattern':
        write(nodeAt(target, 'left')!, hidden);
        return visit(nodeAt(target, 'right'), hidden);
      case 'RestElement':
        return write(nodeAt(target, 'argument')!, hidden);
      case 'ArrayPattern':
        for (const element of nodesAt(target, 'elements')) write(element, hidden);
        return;
      case 'ObjectPattern':
        for (const property of nodesAt(target, 'properties')) {
          if (property['computed'] === true) visit(nodeAt(property, 'key'), hidden);
          write(nodeAt(property, property.type === 'RestElement' ? 'argument' : 'value')!, hidden);
        }
        return;
      default:
        return visit(target, hidden);
    }
  };

  visit(program, new Set());
  return found;
}

const none: ReadonlySet<string> = new Set();

function union(
  shadowed: ReadonlySet<string>,
  own: ReadonlySet<string>,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const added = [...own].filter((name) => names.has(name) && !shadowed.has(name));
  return added.length === 0 ? shadowed : new Set([...shadowed, ...added]);
}

const statementsOf = (node: Node): readonly Node[] =>
  node.type === 'SwitchCase'
    ? nodesAt(node, 'consequent')
    : /^(?:Program|BlockStatement|StaticBlock)$/.test(node.type)
      ? nodesAt(node, 'body')
      : [];

/** The names of the top level that something in the file assigns to after they were declared. */
export const assignedNames = (program: Node, names: ReadonlySet<string> = none): ReadonlySet<string> =>
  new Set(
    referencesTo(program, names)
      .filter(({ use }) => use === 'write')
      .map(({ node }) => nameOf(node)),
  );
