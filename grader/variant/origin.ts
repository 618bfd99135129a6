import { existsSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import { importBuilt } from '../load/assignment/built.ts';
import { type Manifest, readManifest } from '../load/assignment/manifest.ts';
import { type BuiltSchema, type ParameterSchema, parameterSchema } from './parameters.ts';
import type { Plan } from './plan.ts';
import type { BuiltTexts } from './rendering.ts';

/** The assignment that variants are made of, and what may vary in it. */
export interface Origin {
  readonly root: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly schema: ParameterSchema;
  readonly texts: BuiltTexts['variant'];
  readonly templates: BuiltTexts['templates'];
}

/** What variants of one of the project's assignments are made from. Throws `no-variants`, `not-built`. */
export async function originOf(root: string, slug: string): Promise<Origin> {
  const manifest = readManifest(path.join(root, 'assignments', slug));
  const folder = path.join(root, 'assignments', manifest.id);
  const file = path.join(folder, 'variant.schema.json');
  if (!existsSync(file)) throw new NablaError('no-variants', 'no-variants', { name: manifest.id });
  const built = (await importBuilt(root, 'variants', manifest.id)) as (BuiltTexts & BuiltSchema) | undefined;
  if (built === undefined) throw new NablaError('not-built', 'not-built', { name: slug });
  const schema = parameterSchema(built, file);
  return { root, folder, manifest, schema, texts: built.variant, templates: built.templates };
}

/** What the folder of a variant is called where nobody says otherwise. */
export const nameOf = ({ manifest }: Pick<Origin, 'manifest'>, { id }: Pick<Plan, 'id'>): string =>
  `${manifest.id}-${id}`;

/** Variants that do not hold: what the proof says of them. Whatever was begun is taken away. */
export class NotProved extends NablaError {
  readonly report: string;
  constructor(report: string) {
    super('not-proved', 'not-proved');
    this.report = report;
  }
}
