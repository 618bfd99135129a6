import { createHash } from 'node:crypto';
import { createRng } from '../../reference/numerics/rng.ts';
import { NablaError } from '../errors.ts';
import type { VariantTexts } from '../kit.ts';
import type { Variant } from '../load/assignment/manifest.ts';
import { drawParameters } from './draw.ts';
import { resolveFormulas } from './formulas.ts';
import type { ParameterSchema } from './parameters.ts';

type Values = Readonly<Record<string, unknown>>;

/** A variant that is to be made; its id has eight hexadecimal digits. */
export type Plan = Required<Omit<Variant, 'leftOut'>>;

/** What variants are planned from: an assignment, what may vary in it, and what does not go together. */
export interface Plannable {
  readonly manifest: { readonly id: string; readonly version: string };
  readonly schema: ParameterSchema;
  readonly texts: Pick<VariantTexts<Values>, 'problem'>;
}

/** More draws than any pair of parameters needs to find values that go together. */
const draws = 500;

/**
 * The variant with some parameters fixed, and the others the defaults or, with a seed, drawn: again as long as they do not
 * go together. Throws `usage` where those that are fixed do not.
 */
export function planVariant(
  { manifest, schema, texts }: Plannable,
  fixed: Values,
  seed: number | undefined,
  language: 'en' | 'ru',
): Plan {
  const rng = seed === undefined ? undefined : createRng(seed);
  let reason: string | undefined;
  for (let draw = 0; draw < (rng ? draws : 1); draw++) {
    const { parameters, formulas } = resolveFormulas(schema.parameters, drawParameters(schema.parameters, fixed, rng));
    reason = texts.problem?.({ ...parameters, ...formulas }, language);
    if (reason === undefined) return { id: idOf(manifest, parameters), parameters, formulas };
  }
  throw new NablaError('usage', 'unfit-parameters', { reason: reason ?? '' });
}

/** Eight hexadecimal digits, the same for the same assignment, version and parameters. */
function idOf({ id, version }: Plannable['manifest'], parameters: Values): string {
  const sorted = Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([id, version, sorted]))
    .digest('hex')
    .slice(0, 8);
}
