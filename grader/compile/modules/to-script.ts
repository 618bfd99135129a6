import { blanked, type Edited, Edits } from '../edits.ts';
import { boundNames, declaredNames, type Node, nameOf, nodeAt, nodesAt } from '../tree.ts';
import { Refused } from '../types/refused.ts';
import { assignedNames, type Reference, referencesTo } from './references.ts';

/** What a file asks of another one; `names` are those whose values it uses. */
export interface ImportedModule {
  readonly specifier: string;
  readonly names: readonly string[];
  /** Of the statement, in the text without types. */
  readonly offset: number;
}

/** A module as the body of a function of `nabla$`, which the sandbox calls (`grader/sandbox/realm/modules.ts`). */
export interface ModuleScript {
  readonly edited: Edited;
  readonly imports: readonly ImportedModule[];
  /** The names under which something is exported; `*` stands for those of another file. */
  readonly exports: readonly string[];
}

/** An imported name: the variable of its module, and what it is called there; `*` is the module itself. */
interface Imported {
  readonly module: string;
  readonly name: string;
}

/**
 * Rewrites what of a module is no script. In front comes what other files see of it, each name with a getter and a
 * setter, so that exports are live, and the sandbox can put another function in the place of one; then what it
 * imports. A use of an imported name asks the other module anew.
 *
 * Long, for one walk over the tree rewrites all of a module's items: they share the edits and the names that are imported.
 */
export function toScript(text: string, program: Node): ModuleScript {
  const edits = new Edits(text);
  const body = nodesAt(program, 'body');
  const exported = new Map<string, { readonly value: string; readonly local?: string }>();
  const stars: string[] = [];
  const modules = new Map<
    string,
    { readonly variable: string; readonly names: Set<string>; readonly offset: number }
  >();
  const imported = new Map<string, Imported>();

  const moduleOf = (source: Node, { start }: Node): string => {
    const specifier = String(source['value']);
    const known = modules.get(specifier);
    if (known) return known.variable;
    const variable = `nabla$${modules.size}`;
    modules.set(specifier, { variable, names: new Set(), offset: start });
    return variable;
  };

  const candidates = new Set(
    body.filter(isImport).flatMap((node) => nodesAt(node, 'specifiers').map((one) => nameOf(nodeAt(one, 'local')!))),
  );
  const references = candidates.size === 0 ? [] : referencesTo(program, candidates);
  const used = new Set([...references.map(({ node }) => nameOf(node)), ...locallyExported(body)]);

  for (const node of body) {
    const source = nodeAt(node, 'source');
    switch (node.type) {
      case 'ImportDeclaration': {
        edits.blank(node.start, node.end, ';');
        const specifiers = nodesAt(node, 'specifiers');
        const values = specifiers.filter((one) => used.has(nameOf(nodeAt(one, 'local')!)));
        // Names that stand for types alone: the file need not be run, nor be there.
        if (specifiers.length > 0 && values.length === 0) break;
        const module = moduleOf(source!, node);
        for (const one of values) {
          const name = { ImportDefaultSpecifier: 'default', ImportNamespaceSpecifier: '*' }[one.type];
          imported.set(nameOf(nodeAt(one, 'local')!), { module, name: name ?? nameOf(nodeAt(one, 'imported')!) });
        }
        break;
      }
      case 'ExportAllDeclaration': {
        edits.blank(node.start, node.end, ';');
        const module = moduleOf(source!, node);
        const name = nodeAt(node, 'exported');
        if (name) exported.set(nameOf(name), { value: module });
        else stars.push(module);
        break;
      }
      case 'ExportNamedDeclaration': {
        const declaration = nodeAt(node, 'declaration');
        edits.blank(node.start, declaration?.start ?? node.end, declaration ? '' : ';');
        if (declaration)
          for (const name of declaredNames(declaration)) exported.set(name, { value: name, local: name });
        const module = source && moduleOf(source, node);
        for (const one of nodesAt(node, 'specifiers')) {
          const [local, name] = [nameOf(nodeAt(one, 'local')!), nameOf(nodeAt(one, 'exported')!)];
          exported.set(name, module ? { value: memberOf({ module, name: local }) } : { value: local, local });
        }
        break;
      }
      case 'ExportDefaultDeclaration': {
        const declaration = nodeAt(node, 'declaration')!;
        const [name] = /Declaration$/.test(declaration.type) ? boundNames(nodeAt(declaration, 'id')) : [];
        exported.set('default', { value: name ?? 'nabla$default', local: name ?? 'nabla$default' });
        if (name !== undefined) edits.blank(node.start, declaration.start);
        else {
          const lines = blanked(text, node.start, declaration.start).replace(/ /g, '');
          edits.replace(node.start, declaration.start, `let nabla$default =${lines} `);
          edits.replace(node.end, node.end, ';');
        }
      }
    }
  }
  for (const [name, { value, local }] of exported) {
    const from = local === undefined ? undefined : imported.get(local);
    if (from) exported.set(name, { value: memberOf(from) });
    else if (local === undefined) exported.set(name, { value });
  }
  makeSettable(text, body, program, new Set([...exported.values()].flatMap(({ local }) => local ?? [])), edits);
  for (const reference of references) rewriteUse(reference, imported, edits);
  for (const { node, use } of references) {
    const from = imported.get(nameOf(node));
    const module = from && [...modules.values()].find(({ variable }) => variable === from.module);
    if (from && from.name !== '*' && use !== 'write') module?.names.add(from.name);
  }
  const front = [
    '"use strict";',
    ...[...exported].map(([name, { value, local }]) => {
      const setter = local === undefined ? '' : `, ($) => { ${local} = $; }`;
      return `nabla$.live(${JSON.stringify(name)}, () => ${value}${setter});`;
    }),
    ...[...modules].map(
      ([specifier, { variable, names }]) =>
        `const ${variable} = nabla$.require(${JSON.stringify(specifier)}, ${JSON.stringify([...names])});`,
    ),
    ...stars.map((module) => `nabla$.star(${module});`),
  ];
  edits.prepend(front.join(' '));
  return {
    edited: edits.apply(),
    imports: [...modules].map(([specifier, { names, offset }]) => ({ specifier, names: [...names], offset })),
    exports: [...exported.keys(), ...(stars.length > 0 ? ['*'] : [])],
  };
}

const isImport = ({ type }: Node): boolean => type === 'ImportDeclaration';

const memberOf = ({ module, name }: Imported): string =>
  name === '*'
    ? module
    : /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)
      ? `${module}.${name}`
      : `${module}[${JSON.stringify(name)}]`;

/** What `export { a }` hands on may have been imported. */
const locallyExported = (body: readonly Node[]): readonly string[] =>
  body
    .filter((node) => node.type === 'ExportNamedDeclaration' && nodeAt(node, 'source') === undefined)
    .flatMap((node) => nodesAt(node, 'specifiers').map((one) => nameOf(nodeAt(one, 'local')!)));

function rewriteUse(
  { node, use, beginsStatement }: Reference,
  imported: ReadonlyMap<string, Imported>,
  edits: Edits,
): void {
  const from = imported.get(nameOf(node));
  if (from === undefined) return;
  if (use === 'write') throw new Refused('importedName', node.start);
  const member = memberOf(from);
  const text = {
    read: member,
    shorthand: `${nameOf(node)}: ${member}`,
    // Called by itself, and not as a method of its module.
    call: `${beginsStatement ? ';' : ''}(0, ${member})`,
  }[use];
  edits.replace(node.start, node.end, text);
}

/** A `const` that is exported becomes a `let` of the same width, for its setter to work; one that is assigned to stays. */
function makeSettable(
  text: string,
  body: readonly Node[],
  program: Node,
  locals: ReadonlySet<string>,
  edits: Edits,
): void {
  const constants = body
    .map((node) => (node.type === 'ExportNamedDeclaration' ? (nodeAt(node, 'declaration') ?? node) : node))
    .filter((node) => node.type === 'VariableDeclaration' && node['kind'] === 'const')
    .filter((node) => declaredNames(node).some((name) => locals.has(name)));
  if (constants.length === 0) return;
  const assigned = assignedNames(program, new Set(constants.flatMap(declaredNames)));
  for (const node of constants) {
    if (declaredNames(node).some((name) => assigned.has(name))) continue;
    if (text.startsWith('const', node.start)) edits.overwrite(node.start, 'let  ');
  }
}
