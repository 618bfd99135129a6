import { existsSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import { importBuilt } from '../load/built.ts';
import { listAssignments, projectRoot } from '../load/grading.ts';
import { type Manifest, readManifest } from '../load/manifest.ts';
import { unknown } from '../load/nearest.ts';
import { type BuiltSchema, type ParameterSchema, parameterSchema } from './parameters.ts';
import type { Plan } from './plan.ts';
import type { BuiltTexts } from './render.ts';

/** The assignment that variants are made of, and what may vary in it. */
export interface Origin {
  readonly root: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly schema: ParameterSchema;
  readonly texts: BuiltTexts['variant'];
  readonly templates: BuiltTexts['templates'];
}

export async function originOf(slug: string): Promise<Origin> {
  const root = projectRoot();
  const slugs = listAssignments(root);
  if (!slugs.includes(slug)) throw unknown('unknown-assignment', 'assignment', slug, slugs);
  const manifest = readManifest(path.join(root, 'assignments', slug));
  const folder = path.join(root, 'assignments', manifest.id);
  const file = path.join(folder, 'variant.schema.json');
  if (!existsSync(file)) {
    throw new NablaError('no-variants', `${manifest.id} has no variants: there is no variant.schema.json`);
  }
  const built = (await importBuilt(root, 'variants', manifest.id)) as (BuiltTexts & BuiltSchema) | undefined;
  if (built === undefined) throw new NablaError('not-built', `${slug} has not been built`, 'Run: npm run build');
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
    super('not-proved', 'a variant does not hold under its parameters');
    this.report = report;
  }
}
