import type { ErrorObject } from 'ajv';
import { NablaError, type Saying, saying } from '../errors.ts';
import type { Language } from '../load/assignment/manifest.ts';
import type { Family } from './formula/draw-formula.ts';

/** One thing that may vary, as variant.schema.json describes it: from a list, a number on a grid, or a formula. */
export interface Parameter {
  readonly key: string;
  readonly words: Readonly<Record<Language, { readonly title: string; readonly description: string }>>;
  readonly default: unknown;
  readonly range: Choice | Grid | Formulas;
}

export interface Choice {
  readonly values: readonly (string | number | boolean)[];
}

export interface Grid {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** An activation function: one of those that have a name, or any formula in z. */
export interface Formulas {
  readonly names: readonly string[];
  readonly isSmooth: boolean;
  /** From which family a seed draws one; undefined where it draws names alone. */
  readonly draws: Family | undefined;
}

/** What may vary in an assignment, and the check of what was chosen. */
export interface ParameterSchema {
  readonly parameters: readonly Parameter[];
  /** The first thing that is wrong with the values. */
  readonly problemOf: (values: Readonly<Record<string, unknown>>) => Saying | undefined;
}

interface RawProperty {
  readonly title?: string;
  readonly description?: string;
  readonly ru?: { readonly title: string; readonly description: string };
  readonly default?: unknown;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly formula?: { readonly names: readonly string[]; readonly draws: Family | 'none'; readonly smooth?: boolean };
}

/** What the build made of an assignment's variant.schema.json. */
export interface BuiltSchema {
  readonly schema: { readonly properties: Readonly<Record<string, RawProperty>> };
  readonly isValid: ((values: unknown) => boolean) & { readonly errors?: readonly ErrorObject[] | null };
}

/** What may vary by a schema. Throws `bad-variant` where it does not say all that has to be said; `name` is the file's. */
export function parameterSchema({ schema, isValid }: BuiltSchema, name: string): ParameterSchema {
  const parameters = Object.entries(schema.properties).map(([key, raw]) => {
    const parameter = parameterOf(key, raw);
    if (parameter !== undefined) return parameter;
    throw new NablaError('bad-variant', 'bad-parameter', { file: name, key });
  });
  return { parameters, problemOf: (values) => (isValid(values) ? undefined : describe(isValid.errors?.[0])) };
}

function parameterOf(key: string, raw: RawProperty): Parameter | undefined {
  const { title, description, ru, enum: values, minimum, maximum, multipleOf: step, formula } = raw;
  if (title === undefined || description === undefined || ru === undefined || raw.default === undefined)
    return undefined;
  const words = { en: { title, description }, ru };
  const base = { key, words, default: raw.default };
  if (values !== undefined) return { ...base, range: { values } };
  if (formula !== undefined) {
    const { names, draws, smooth = true } = formula;
    return { ...base, range: { names, isSmooth: smooth, draws: draws === 'none' ? undefined : draws } };
  }
  if (minimum === undefined || maximum === undefined || step === undefined) return undefined;
  return { ...base, range: { minimum, maximum, step } };
}

/** What ajv found, by the schema's word that was not kept. */
function describe(error: ErrorObject | undefined): Saying {
  const { instancePath = '', keyword = '', message = '', params = {} } = error ?? {};
  const { allowedValues = [], multipleOf = 0, limit = 0, type = '' } = params as Readonly<Partial<Limits>>;
  const key = instancePath.slice(1);
  switch (keyword) {
    case 'enum':
      return saying('must-be-one-of', { key, names: allowedValues.map(String) });
    case 'multipleOf':
      return saying('must-be-multiple', { key, step: multipleOf });
    case 'maximum':
      return saying('must-be-at-most', { key, bound: limit });
    case 'minimum':
      return saying('must-be-at-least', { key, bound: limit });
    case 'type':
      if (type === 'number') return saying('must-be-number', { key });
      if (type === 'integer') return saying('must-be-integer', { key });
  }
  return saying('must-fit', { key, reason: message });
}

/** What ajv says beside a keyword. */
interface Limits {
  readonly allowedValues: readonly unknown[];
  readonly multipleOf: number;
  readonly limit: number;
  readonly type: string;
}
