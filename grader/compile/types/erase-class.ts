import { boundNames, type Node, nodeAt, nodesAt } from '../tree.ts';
import { withoutComments } from './comments.ts';
import type { Erasing } from './erasing.ts';

const modifier = /\b(?:public|private|protected|readonly|override|abstract|declare)\b/g;

/** `abstract`, what stands between `<` and `>`, and `implements`. */
export function eraseClass(node: Node, { text, blank }: Erasing): void {
  if (node['abstract'] === true) {
    const word = text.indexOf('abstract', node.start);
    blank(word, word + 'abstract'.length);
  }
  const generics = nodeAt(node, 'typeParameters');
  if (generics) blank(generics.start, generics.end);
  if (nodesAt(node, 'implements').length === 0) return;
  const before = ['superTypeParameters', 'superClass', 'typeParameters', 'id'].map((key) => nodeAt(node, key));
  // Without a name, only `class` stands before it.
  const from = before.find((part) => part !== undefined)?.end ?? text.indexOf('class', node.start) + 'class'.length;
  blank(from, nodeAt(node, 'body')!.start);
}

/** A method, a field or a signature. */
export function eraseMember(node: Node, erasing: Erasing): void {
  const { text, edits, blank, remove } = erasing;
  const value = nodeAt(node, 'value');
  const isOverload = value?.type === 'TSDeclareMethod';
  if (node['declare'] === true || node['abstract'] === true || isOverload) return remove(node, ';');
  const key = nodeAt(node, 'key')!;
  eraseModifiers(node.start, key.start, erasing);
  const generics = nodeAt(node, 'typeParameters');
  if (generics) blank(generics.start, generics.end);
  const annotation = nodeAt(node, 'typeAnnotation');
  // `x?: T`, `[x]!: T`; of a method, `?` alone.
  const tail = annotation?.start ?? generics?.start ?? value?.start ?? node.end;
  for (const { index } of withoutComments(text, key.end, tail).matchAll(/[?!]/g)) {
    blank(key.end + index, key.end + index + 1);
  }
  if (annotation) blank(annotation.start, annotation.end);
  if (value && node['kind'] === 'constructor') assignProperties(value, edits.replace.bind(edits));
}

/** The first of them leaves a `;`: the member before may have none. */
function eraseModifiers(start: number, end: number, { text, blank }: Erasing): void {
  for (const { 0: word, index } of withoutComments(text, start, end).matchAll(modifier)) {
    blank(start + index, start + index + word.length, index === 0 ? ';' : '');
  }
}

/** `constructor(private x: T)` is a parameter, and a field that gets it. */
function assignProperties(method: Node, insert: (start: number, end: number, text: string) => void): void {
  const names = nodesAt(method, 'params')
    .filter(({ type }) => type === 'TSParameterProperty')
    .flatMap((property) => boundNames(nodeAt(property, 'parameter')));
  if (names.length === 0) return;
  const body = nodeAt(method, 'body')!;
  const statements = nodesAt(body, 'body');
  const superCall = statements.find(
    (statement) => nodeAt(nodeAt(statement, 'expression') ?? statement, 'callee')?.type === 'Super',
  );
  const at = superCall?.end ?? body.start + 1;
  insert(at, at, `;${names.map((name) => `this.${name} = ${name};`).join(' ')}`);
}
