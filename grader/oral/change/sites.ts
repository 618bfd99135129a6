import { Lines } from '../../compile/lines.ts';
import { parseTypeScript, SyntaxProblem, TooComplex } from '../../compile/parse.ts';
import { boundNames, childrenOf, type Node, nodeAt, nodesAt } from '../../compile/tree.ts';
import type { Slip, SlipKind } from './slip.ts';
import { slipsAt } from './slips.ts';

/** One line of a file, as it is and as a slip makes it. */
export interface ChangedLine {
  readonly slip: SlipKind;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The whole file with the changed line. */
  readonly text: string;
}

/** Every line of a file that one slip can change, in the order of the text. */
export function changedLines(text: string): readonly ChangedLine[] {
  const lines = new Lines(text);
  const rows = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const seen = new Set<string>();
  return slipsIn(parseTypeScript(text), text).flatMap((slip): readonly ChangedLine[] => {
    const [from, to] = [lines.positionOf(slip.start), lines.positionOf(slip.end)];
    // What goes over several lines is no change of one.
    if (from.line !== to.line || /[\n\r\u2028\u2029]/.test(slip.text)) return [];
    const changed = text.slice(0, slip.start) + slip.text + text.slice(slip.end);
    if (seen.has(changed) || changed === text) return [];
    seen.add(changed);
    const before = rows[from.line - 1] ?? '';
    const after = before.slice(0, from.column - 1) + slip.text + before.slice(to.column - 1);
    return [{ slip: slip.kind, line: from.line, before: before.trim(), after: after.trim(), text: changed }];
  });
}

/** Whether a changed text can still be read. */
export function isProgram(text: string): boolean {
  try {
    parseTypeScript(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof TooComplex) return false;
    throw error;
  }
}

/** Where types hang, and what says which files belong together. */
const typeKeys: ReadonlySet<string> = new Set([
  ...['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'superTypeParameters', 'implements'],
]);
const isPassedOver = ({ type }: Node): boolean =>
  /^(?:Import|ExportAll)/.test(type) || (type.startsWith('TS') && !/^TS(?:As|Satisfies|NonNull)Expression$/.test(type));

function slipsIn(tree: Node, text: string): readonly Slip[] {
  const found: Slip[] = [];
  const walk = (node: Node, parameters: readonly string[], isCallback: boolean): void => {
    if (isPassedOver(node) || isPrinting(node, text)) return;
    const isFunction = /Function/.test(node.type);
    const own = isFunction ? nodesAt(node, 'params').flatMap(boundNames) : parameters;
    // What `map` hands to its function is an entry and a number: nobody takes one for the other.
    const exchangeable = isFunction && isCallback ? [] : own;
    found.push(...slipsAt(node, { text, parameters: exchangeable }));
    const isMethod = node.type === 'CallExpression' && nodeAt(node, 'callee')?.type === 'MemberExpression';
    for (const child of childrenOf(node, typeKeys)) walk(child, exchangeable, isMethod);
  };
  walk(tree, [], false);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

const isPrinting = (node: Node, text: string): boolean => {
  const callee = node.type === 'CallExpression' ? nodeAt(node, 'callee') : undefined;
  return callee !== undefined && text.startsWith('console.', callee.start);
};
