import type { ErrorObject } from 'ajv';
import { type Saying, saying } from '../errors.ts';
import { nearest } from '../nearest.ts';

/** What is wrong by a schema, in one sentence; `pointer` is where. Where a key is unknown, which may have been meant. */
export function described(error: ErrorObject | undefined): { readonly pointer: string; readonly problem: Saying } {
  const { instancePath = '', message, params = {}, data, parentSchema = {} } = error ?? {};
  const pointer = instancePath === '' ? '/' : instancePath;
  const { additionalProperty, missingProperty, allowedValues, allowedValue } = params as Params;
  const known = Object.keys((parentSchema['properties'] as object | undefined) ?? {});
  const stray = missingProperty === undefined ? additionalProperty : meantFor(missingProperty, data, known);
  if (stray !== undefined) return { pointer, problem: unknownKey(stray, known) };
  if (missingProperty !== undefined) return { pointer, problem: saying('missing-key', { key: missingProperty }) };
  if (message === undefined) return { pointer, problem: saying('not-as-expected') };
  const allowed = allowedValues ?? (allowedValue === undefined ? undefined : [allowedValue]);
  const detail = allowed === undefined ? '' : ` (${allowed.map((value) => JSON.stringify(value)).join(', ')})`;
  const found = JSON.stringify(data) ?? 'undefined';
  return { pointer, problem: saying('wrong-value', { found: cut(found), reason: `${message}${detail}` }) };
}

interface Params {
  readonly additionalProperty?: string;
  readonly missingProperty?: string;
  readonly allowedValues?: readonly unknown[];
  readonly allowedValue?: unknown;
}

const unknownKey = (key: string, known: readonly string[]): Saying => {
  const near = nearest(key, known);
  return saying('unknown-key', { key, known, meant: near === undefined ? '' : saying('did-you-mean', { name: near }) });
};

/** A key that is missing may be there under a name that is misspelt. */
const meantFor = (missing: string, data: unknown, known: readonly string[]): string | undefined =>
  nearest(
    missing,
    Object.keys(Object(data)).filter((key) => !known.includes(key)),
  );

const longest = 60;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
