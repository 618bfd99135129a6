import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { NablaError } from '../errors.ts';
import type { Language } from '../load/manifest.ts';
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
  /** The first thing that is wrong with the values, in the schema's own words. */
  readonly problemOf: (values: Readonly<Record<string, unknown>>) => string | undefined;
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

/** Reads an assignment's variant.schema.json. Throws `bad-variant` where it does not say all that has to be said. */
export function readParameterSchema(folder: string): ParameterSchema {
  const file = path.join(folder, 'variant.schema.json');
  if (!existsSync(file)) {
    throw new NablaError('no-variants', `${path.basename(folder)} has no variants: there is no variant.schema.json`);
  }
  const fail = (reason: string): never => {
    throw new NablaError('bad-variant', `${file}: ${reason}`);
  };
  let validate: ValidateFunction;
  let properties: Readonly<Record<string, RawProperty>>;
  try {
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: Readonly<Record<string, RawProperty>> };
    validate = createAjv().compile(schema);
    properties = schema.properties;
  } catch (error) {
    return fail((error as Error).message);
  }
  const parameters = Object.entries(properties).map(
    ([key, raw]) =>
      parameterOf(key, raw) ??
      fail(
        `/properties/${key} has to have title, description, ru, default, and enum, formula, or minimum, maximum and multipleOf`,
      ),
  );
  return { parameters, problemOf: (values) => (validate(values) ? undefined : describe(validate.errors?.[0])) };
}

/** JSON Schema 2020-12, strict, with two keywords of ours: the words in Russian, and what is a formula. */
function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, keywords: ['ru'], multipleOfPrecision: 9 });
  const metaSchema = {
    type: 'object',
    additionalProperties: false,
    required: ['names', 'draws'],
    properties: {
      names: { type: 'array', minItems: 1, items: { type: 'string' } },
      draws: { enum: ['squashing', 'any', 'none'] },
      smooth: { type: 'boolean' },
    },
  };
  return ajv.addKeyword({ keyword: 'formula', schemaType: 'object', metaSchema });
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

function describe(error: ErrorObject | undefined): string {
  const { instancePath = '', message = 'does not fit the schema', params = {} } = error ?? {};
  const { allowedValues } = params as { allowedValues?: readonly unknown[] };
  return `${instancePath.slice(1)} ${message}${allowedValues ? `: ${allowedValues.join(', ')}` : ''}`.trim();
}
