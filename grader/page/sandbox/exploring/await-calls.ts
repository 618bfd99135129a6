import { Edits } from '../../../compile/edits.ts';
import { boundNames, type Node, nameOf, nodeAt, nodesAt } from '../../../compile/tree.ts';
import { type Call, lastName, type Read, read, unwrapped, wrapped } from './reading.ts';

/**
 * The files with functions that wait: what calls one of `tasks`, or calls what calls it, becomes `async`, and each such
 * call goes through `nabla$call` (`worker/waiting-calls.ts`). Names are taken as they stand: a function that has another's
 * name waits for nothing, and loses nothing. What cannot wait, such as a constructor, stays as it is, and so does a file that
 * cannot be read afterwards. It serves to find out what will be asked for: the verdict comes from the files as they are.
 */
export function awaitCalls(codes: readonly (string | null)[], tasks: readonly string[]): readonly (string | null)[] {
  const texts = codes.map((code) => (code === null ? '' : wrapped(code)));
  const reads = texts.map((text) => (text === '' ? undefined : attempt(() => read(text))));
  const files = reads.filter((one) => one !== undefined);
  const { waiting, isAwaited } = findWaiting(files, tasks);
  return codes.map((code, at) => {
    const file = reads[at];
    if (code === null || file === undefined) return code;
    const whole = texts[at] ?? '';
    const edits = new Edits(whole);
    for (const [node, { at: place }] of file.functions) {
      if (waiting.has(node) && place !== undefined && node['async'] !== true) edits.replace(place, place, 'async ');
    }
    for (const call of file.calls) {
      const inner = call.around.at(-1);
      const isIn = inner !== undefined && waiting.has(inner.node) && inner.at !== undefined;
      if (isIn && isAwaited(call)) rewrite(edits, whole, call.node);
    }
    const text = edits.apply().text;
    return attempt(() => read(text)) ? unwrapped(text) : code;
  });
}

/** Which functions wait, until no name and no function is added any more. */
function findWaiting(files: readonly Read[], tasks: readonly string[]) {
  const names = new Set(tasks);
  const waiting = new Set<Node>();
  const isWaiting = (value: Node): boolean =>
    waiting.has(nodeAt(value, 'expression') ?? value) || names.has(lastName(value) ?? '');
  const argumentsOf = ({ node }: Call): readonly Node[] => nodesAt(node, 'arguments');
  const nameOfCall = ({ node }: Call): string => lastName(nodeAt(node, 'callee') ?? node) ?? '';
  const isAwaited = (call: Call): boolean => names.has(nameOfCall(call)) || argumentsOf(call).some(isWaiting);
  /** A function that is handed over is called by the name of a parameter. */
  const addParameters = (call: Call): void => {
    for (const { functions } of files) {
      for (const { node, names: own } of functions.values()) {
        if (!own.includes(nameOfCall(call))) continue;
        const parameters = nodesAt(node, 'params');
        for (const [i, value] of argumentsOf(call).entries())
          if (isWaiting(value)) for (const name of boundNames(parameters[i])) names.add(name);
      }
    }
  };
  for (let before = -1; before !== names.size + waiting.size; ) {
    before = names.size + waiting.size;
    for (const { calls, aliases } of files) {
      for (const [alias, name] of aliases) if (names.has(name)) names.add(alias);
      for (const call of calls.filter(isAwaited)) {
        for (const { node, names: own } of call.around) {
          waiting.add(node);
          for (const name of own) names.add(name);
        }
        addParameters(call);
      }
    }
  }
  return { waiting, isAwaited };
}

/** `f(x)` becomes `(await nabla$call(undefined, f, [x]))`, and `a.f(x)` becomes `(await nabla$call(a, "f", [x]))`. */
function rewrite(edits: Edits, text: string, node: Node): void {
  const callee = nodeAt(node, 'callee') as Node;
  const opening = /[\s)]*\(/y;
  opening.lastIndex = callee.end;
  const opened = opening.exec(text)?.[0];
  const property = nodeAt(callee, 'property');
  const object = nodeAt(callee, 'object');
  const isMember = callee.type === 'MemberExpression';
  const isPlain = callee['computed'] !== true && callee['optional'] !== true && property?.type === 'Identifier';
  if (opened === undefined || node['optional'] === true || (isMember && (!isPlain || object?.type === 'Super'))) return;
  if (isMember && object && property) {
    const closed = /^[\s)]*/.exec(text.slice(object.end, property.start))?.[0] ?? '';
    edits.replace(node.start, node.start, '(await nabla$call(');
    edits.replace(object.end, callee.end + opened.length, `${closed}, ${JSON.stringify(nameOf(property))}, [`);
  } else {
    edits.replace(node.start, node.start, '(await nabla$call(undefined, ');
    edits.replace(callee.end, callee.end + opened.length, `${opened.slice(0, -1)}, [`);
  }
  edits.replace(node.end - 1, node.end, ']))');
}

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
