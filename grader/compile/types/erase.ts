import { blanked, type Edited, Edits } from '../edits.ts';
import { parseTypeScript } from '../parse.ts';
import { childrenOf, type Node, nodeAt, nodesAt } from '../tree.ts';
import { blankComma } from './blank-comma.ts';
import { eraseClass, eraseMember } from './erase-class.ts';
import { eraseModuleItem, namesOfTypes } from './erase-module-item.ts';
import type { Erasing } from './erasing.ts';
import { Refused } from './refused.ts';
import { writeEnum } from './write-enum.ts';

/** A file without its types: the text, of which every place is known, and the tree with the nodes that went. */
export interface Erased {
  readonly edited: Edited;
  readonly tree: Node;
  readonly gone: ReadonlySet<Node>;
}

/**
 * Makes a blank of each type, in its place; a statement that goes leaves a `;`, so that what stood around it does not
 * become one. Throws `SyntaxProblem`, `TooComplex`, or `Refused` for what has no place in a module of the sandbox.
 *
 * Long, for one switch says of each kind of node what becomes of it.
 */
export function eraseTypes(text: string): Erased {
  const tree = parseTypeScript(text);
  const edits = new Edits(text);
  const gone = new Set<Node>();
  const typeNames = namesOfTypes(tree);
  /** Where blanks end, for statements whose own end is one. */
  const blankEnds = new Map<number, number>();
  const erasing: Erasing = {
    text,
    edits,
    typeNames,
    remove(node, mark = '') {
      gone.add(node);
      erasing.blank(node.start, node.end, mark);
    },
    blank(start, end, mark) {
      if (start >= end) return;
      edits.blank(start, end, mark);
      blankEnds.set(end, start);
    },
    rewrite(node, code) {
      gone.add(node);
      edits.replace(node.start, node.end, code);
    },
  };
  // A statement without a `;` whose last word was a type needs one: the next line must not become part of it.
  const close = (statement: Node): void => {
    if (blankEnds.has(statement.end)) edits.replace(statement.end, statement.end, ';');
  };
  const walk = (node: Node, isHead = false): void => {
    if (gone.has(node)) return;
    visit(node, erasing);
    if (gone.has(node)) return;
    const isLoop = /^For(?:In|Of)?Statement$/.test(node.type);
    for (const child of childrenOf(node, typeKeys)) {
      walk(child, isLoop && (child === node['left'] || child === node['init']));
    }
    if (endsWithValue.has(node.type) && !isHead) close(node);
  };
  walk(tree);
  return { edited: edits.apply(), tree, gone };
}

/** What may end without a `;`. */
const endsWithValue: ReadonlySet<string> = new Set([
  ...['ExpressionStatement', 'VariableDeclaration', 'ReturnStatement', 'ThrowStatement', 'PropertyDefinition'],
  'ExportDefaultDeclaration',
]);

/** Where types hang; the eraser takes them off with what they hang on, and looks at nothing in them. */
const typeKeys: ReadonlySet<string> = new Set([
  ...['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'superTypeParameters', 'implements'],
]);

function visit(node: Node, erasing: Erasing): void {
  const { blank, remove } = erasing;
  if (node['accessor'] === true) throw new Refused('accessor', node.start);
  if (nodesAt(node, 'decorators').length > 0) throw new Refused('decorator', node.start);
  if (node['declare'] === true && !/^(?:Property|Method)Definition$/.test(node.type)) return remove(node, ';');
  for (const key of ['typeArguments', 'superTypeParameters']) {
    const types = nodeAt(node, key);
    if (types) blank(types.start, types.end);
  }
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return blank(nodeAt(node, 'expression')!.end, node.end);
    case 'TSTypeAssertion':
      return blank(node.start, nodeAt(node, 'expression')!.start);
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSDeclareFunction':
      return remove(node, ';');
    case 'TSEnumDeclaration':
      return writeEnum(node, erasing);
    case 'TSModuleDeclaration':
      throw new Refused('namespace', node.start);
    case 'TSImportEqualsDeclaration':
      throw new Refused('importEquals', node.start);
    case 'TSExportAssignment':
    case 'TSNamespaceExportDeclaration':
      throw new Refused('exportEquals', node.start);
    case 'Identifier':
      return eraseAnnotation(node, node.start + String(node['name']).length, erasing);
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
    case 'AssignmentPattern': {
      const annotation = nodeAt(node, 'typeAnnotation');
      return annotation && blank(annotation.start, annotation.end);
    }
    case 'TSParameterProperty': {
      const parameter = nodeAt(node, 'parameter')!;
      return blank(node.start, (nodeAt(parameter, 'left') ?? parameter).start);
    }
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportDefaultDeclaration':
      return eraseModuleItem(node, erasing);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return eraseClass(node, erasing);
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return eraseMember(node, erasing);
    default:
      if (/Function/.test(node.type)) eraseFunction(node, erasing);
      else if (node.type === 'TSIndexSignature') remove(node, ';');
      else if (node.type.startsWith('TS') && node.type !== 'TSInstantiationExpression')
        throw new Refused('unknown', node.start);
  }
}

/** `?`, `!` and a type, behind the name that they are about. */
function eraseAnnotation(node: Node, nameEnd: number, { blank }: Erasing): void {
  if (nodeAt(node, 'typeAnnotation') || node['optional'] === true) blank(nameEnd, node.end);
}

function eraseFunction(node: Node, erasing: Erasing): void {
  const { text, edits, blank, remove } = erasing;
  const generics = nodeAt(node, 'typeParameters');
  const result = nodeAt(node, 'returnType');
  const isArrow = node.type === 'ArrowFunctionExpression';
  const breaks = (part: Node): boolean => /[\n\r\u2028\u2029]/.test(text.slice(part.start, part.end));
  const [first] = nodesAt(node, 'params');
  if (generics) {
    if (isArrow && breaks(generics)) {
      // `return <T,⏎>(x) => …`: the bracket goes to where the types began, on the line of the `return`.
      const open = text.indexOf('(', generics.end);
      if (open < 0) throw new Refused('unknown', generics.start);
      blank(generics.start, open + 1, '(');
    } else blank(generics.start, generics.end);
  }
  if (first?.type === 'Identifier' && first['name'] === 'this') {
    remove(first);
    blankComma(first.end, erasing);
  }
  if (result === undefined) return;
  if (isArrow && breaks(result)) {
    // `(x): {⏎…⏎} =>`: no line may end between the bracket and the arrow.
    const close = text.lastIndexOf(')', result.start);
    edits.overwrite(close, `${blanked(text, close, result.end - 1)})`);
  } else blank(result.start, result.end);
}
