import { isNode, type Node, nodeAt } from '../tree.ts';
import type { Erased } from './erase.ts';

/**
 * Holds the tree of a text without its types against the tree that the types were taken from, node by node: the same
 * kinds, the same words, in the same places. Gives the first place in the source where they differ.
 *
 * Two readers that disagree about one text are how code gets past the one that checks it.
 */
export function firstDifference({ tree, gone, edited }: Erased, plain: Node): number | undefined {
  const isOurs = (node: Node): boolean => node !== plain && edited.isOurs(node.start, node.end);
  const kept = (list: readonly unknown[]): readonly unknown[] =>
    list.filter((item) => !isNode(item) || (item.type !== 'EmptyStatement' && !gone.has(item)));
  const place = (node: Node): number => edited.original(node.start);

  const compare = (typed: unknown, node: Node): number | undefined => {
    if (isOurs(node)) return isNode(typed) && gone.has(typed) ? undefined : place(node);
    const value = unwrapped(typed);
    if (value === undefined || value.type !== node.type || gone.has(value)) return place(node);
    let isLeaf = true;
    for (const key in node) {
      if (key === 'start' || key === 'end' || key === 'loc') continue;
      const [theirs, ours] = [value[key], node[key]];
      if (isNode(ours)) {
        isLeaf = false;
        const different = compare(theirs, ours);
        if (different !== undefined) return different;
      } else if (Array.isArray(ours)) {
        isLeaf = false;
        const different = compareLists(theirs, ours, node);
        if (different !== undefined) return different;
      } else if (!isSameValue(theirs, ours)) return place(node);
    }
    return isLeaf && value.start !== place(node) ? place(node) : undefined;
  };

  const compareLists = (theirs: unknown, ours: readonly unknown[], parent: Node): number | undefined => {
    if (!Array.isArray(theirs)) return theirs === undefined && ours.length === 0 ? undefined : place(parent);
    const [left, right] = [kept(theirs), kept(ours).filter((item) => !isNode(item) || !isOurs(item))];
    if (left.length !== right.length) return place(parent);
    for (const [index, item] of right.entries()) {
      const different = isNode(item) ? compare(left[index], item) : left[index] === item ? undefined : place(parent);
      if (different !== undefined) return different;
    }
    return undefined;
  };

  return compare(tree, plain);
}

/** The value in what holds a type beside it. */
function unwrapped(typed: unknown): Node | undefined {
  let node = isNode(typed) ? typed : undefined;
  while (node?.type.startsWith('TS')) node = nodeAt(node, 'expression') ?? nodeAt(node, 'parameter');
  return node;
}

/** Regular expressions and pieces of templates are objects without a kind; what a literal is worth follows from its text. */
function isSameValue(theirs: unknown, ours: unknown): boolean {
  if (ours instanceof RegExp || typeof ours === 'bigint') return true;
  if (typeof ours === 'object' && ours !== null) return JSON.stringify(theirs) === JSON.stringify(ours);
  return Object.is(theirs, ours) || ((ours === null || ours === false) && theirs === undefined);
}
