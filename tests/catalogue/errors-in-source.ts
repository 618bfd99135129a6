import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tsPlugin } from '@sveltejs/acorn-typescript';
import { type AnyNode, type Expression, Parser, type Property, type SpreadElement } from 'acorn';

/** A place in the code where an error or a saying is made. */
export interface Made {
  readonly key: string;
  /** The names of the values that are written there; undefined where they come from elsewhere. */
  readonly values: readonly string[] | undefined;
  /** Whether these are all: a function that refuses may have more to add. */
  readonly isWhole: boolean;
}

const parser = Parser.extend(tsPlugin());

/** All places in a folder's code where something is said by a key that is written there. */
export const errorsInSource = (folder: string): readonly Made[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.includes('.generated.'))
    .flatMap((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      if (!/NablaError|saying\(/.test(text)) return [];
      return nodesIn(parser.parse(text, { sourceType: 'module', ecmaVersion: 'latest' })).flatMap(madeBy);
    });

function nodesIn(value: unknown): readonly AnyNode[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesIn);
  return 'type' in value ? [value as AnyNode, ...inner] : inner;
}

function madeBy(node: AnyNode): readonly Made[] {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return [];
  const { callee } = node;
  const named = callee.type === 'MemberExpression' ? callee.property : callee;
  const name = named.type === 'Super' ? 'super' : 'name' in named ? named.name : '';
  const isError = name === 'NablaError' || name === 'super';
  if (!isError && name !== 'saying' && name !== 'refuse') return [];
  const [key, values] = isError ? node.arguments.slice(1) : node.arguments;
  return keysOf(key).map((one) => ({
    key: one,
    values: values === undefined ? [] : namesIn(values),
    isWhole: name !== 'refuse',
  }));
}

/** A key, those of which one is chosen, or, with `*`, those that begin so. */
function keysOf(node: Expression | SpreadElement | undefined): readonly string[] {
  if (node?.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node?.type === 'ConditionalExpression') return [...keysOf(node.consequent), ...keysOf(node.alternate)];
  return node?.type === 'TemplateLiteral' ? [`${node.quasis[0]?.value.cooked}*`] : [];
}

function namesIn(node: Expression | SpreadElement): readonly string[] | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const names = node.properties.map((one) => nameOf(one));
  return names.some((name) => name === undefined) ? undefined : names.flatMap((name) => name ?? []).sort();
}

const nameOf = (one: Property | SpreadElement): readonly string[] | undefined => {
  if (one.type === 'SpreadElement') return namesIn(one.argument);
  return one.key.type === 'Identifier' ? [one.key.name] : undefined;
};
