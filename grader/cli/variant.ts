import { existsSync } from 'node:fs';
import path from 'node:path';
import { fill, type Messages, messagesIn } from '../catalogue/catalogue.ts';
import { NablaError } from '../errors.ts';
import { writeFolder } from '../handout/write-folder.ts';
import { importBuilt } from '../load/built.ts';
import { gradingUnder, listAssignments, loadProvableFolder, projectRoot } from '../load/grading.ts';
import { type Language, type Manifest, parametersOf, readManifest, type Variant } from '../load/manifest.ts';
import { renderPicture } from '../plot/plot.ts';
import { renderVerifications } from '../report/verification.ts';
import { pickTier } from '../sandbox/launch.ts';
import { type BuiltSchema, type ParameterSchema, parameterSchema } from '../variant/parameters.ts';
import { type Plan, planVariant } from '../variant/plan.ts';
import { type BuiltTexts, renderVariant, type VariantFile } from '../variant/render.ts';
import { rightMisconceptions } from '../variant/right-misconceptions.ts';
import { readRoster, readSecret, rosterText, studentSeed } from '../variant/roster.ts';
import { parseSettings } from '../variant/settings.ts';
import { isProved, type Verification } from '../verify/verification.ts';
import { verifyAssignment } from '../verify/verify.ts';
import type { Terminal } from './check.ts';
import { describeParameters } from './describe-parameters.ts';
import { nearest } from './nearest.ts';
import { unknown } from './targets.ts';
import { graderOf, inPercent } from './verify.ts';

export interface VariantCommand {
  readonly slug: string;
  readonly describe: boolean;
  /** As typed: KEY=VALUE. */
  readonly settings: readonly string[];
  readonly seed: number | undefined;
  readonly name: string | undefined;
  readonly out: string | undefined;
  readonly roster: string | undefined;
  readonly secretFile: string | undefined;
  readonly language: Language;
}

/** The assignment that variants are made of, and what may vary in it. */
interface Origin {
  readonly root: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly schema: ParameterSchema;
  readonly texts: BuiltTexts['variant'];
  readonly templates: BuiltTexts['templates'];
}

interface Contents {
  readonly files: readonly VariantFile[];
  readonly leftOut: readonly string[];
}

/** A variant that does not hold; whatever was begun is taken away. */
class NotProved extends NablaError {
  readonly verification: Verification;
  constructor(verification: Verification) {
    super('not-proved', `${verification.assignment} does not hold under these parameters`);
    this.verification = verification;
  }
}

/** `nabla variant`: 0 when all is written, 1 when a variant could not be proved; then nothing is. */
export async function variant(command: VariantCommand, terminal: Terminal): Promise<0 | 1> {
  const messages = messagesIn(command.language);
  const origin = await originOf(command.slug);
  if (command.describe) {
    terminal.out(describeParameters(origin.schema.parameters, command.language, messages));
    return 0;
  }
  const fixed = { ...origin.manifest.variant?.parameters, ...parseSettings(command.settings, origin.schema, nearest) };
  try {
    if (command.roster === undefined) await writeOne(command, origin, fixed, terminal, messages);
    else await writeClass(command, command.roster, origin, fixed, terminal, messages);
    return 0;
  } catch (error) {
    if (!(error instanceof NotProved)) throw error;
    terminal.out(renderVerifications([error.verification], messages, terminal.useColor));
    terminal.err(`${messages.variant.notProved}\n`);
    return 1;
  }
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

async function writeOne(
  { name, out, seed, language }: VariantCommand,
  origin: Origin,
  fixed: Plan['parameters'],
  terminal: Terminal,
  messages: Messages,
): Promise<void> {
  const plan = planVariant(origin, fixed, seed, language);
  const parent = out === undefined ? path.join(origin.root, 'assignments') : path.resolve(terminal.folder, out);
  const folder = path.join(parent, name ?? nameOf(origin, plan));
  const onStep = inPercent((percent) =>
    terminal.redraw?.(fill(messages.verify.progress, { assignment: path.basename(folder), percent })),
  );
  const leftOut = await writeProved(folder, origin, plan, onStep);
  terminal.redraw?.('');
  terminal.out(`${fill(messages.variant.written, { folder: shown(folder, terminal), values: valuesOf(plan) })}\n`);
  if (leftOut.length > 0) terminal.out(`${fill(messages.variant.leftOut, { ids: leftOut.join(', ') })}\n`);
}

async function writeClass(
  { out, secretFile, seed, name, language }: VariantCommand,
  roster: string,
  origin: Origin,
  fixed: Plan['parameters'],
  terminal: Terminal,
  messages: Messages,
): Promise<void> {
  if (secretFile === undefined)
    throw new NablaError('usage', '--roster needs --secret-file: nobody else may guess who gets what');
  if (out === undefined) throw new NablaError('usage', '--roster needs --out: a folder for the whole class');
  if (seed !== undefined || name !== undefined) {
    throw new NablaError('usage', '--roster goes with neither --seed nor --name: both come from the roster');
  }
  const secret = readSecret(path.resolve(terminal.folder, secretFile));
  const students = readRoster(path.resolve(terminal.folder, roster)).map((student) => {
    const own = studentSeed(secret, origin.manifest.id, student);
    return { student, seed: own, plan: planVariant(origin, fixed, own, language) };
  });
  const plans = [...new Map(students.map(({ plan }) => [plan.id, plan])).values()];
  const rows = students.map(({ student, seed, plan }) => [
    student,
    plan.id,
    nameOf(origin, plan),
    seed,
    JSON.stringify(plan.parameters),
  ]);
  const folder = path.resolve(terminal.folder, out);
  await writeFolder(folder, [{ name: 'variants.csv', content: rosterText(rows) }], async (temporary) => {
    for (const [done, plan] of plans.entries()) {
      terminal.redraw?.(fill(messages.variant.progress, { done, total: plans.length }));
      await writeProved(path.join(temporary, nameOf(origin, plan)), origin, plan);
    }
    terminal.redraw?.('');
  });
  const values = { folder: shown(folder, terminal), students: students.length, variants: plans.length };
  terminal.out(`${fill(messages.variant.writtenClass, values)}\n`);
}

/** All files of a variant, unproved, and the misconceptions that are right under its parameters. */
export async function contentsOf({ root, folder, manifest, texts, templates }: Origin, plan: Plan): Promise<Contents> {
  const { id, formulas } = plan;
  const parameters = parametersOf(plan);
  const grading = await gradingUnder(root, manifest.id, parameters);
  const leftOut = rightMisconceptions(grading);
  const variant: Variant = {
    id,
    parameters: plan.parameters,
    ...(Object.keys(formulas).length > 0 && { formulas }),
    ...(leftOut.length > 0 && { leftOut }),
  };
  const files = renderVariant({
    folder,
    texts,
    templates,
    parameters,
    variant,
    laws: grading.laws.map((law) => law.id),
    misconceptions: grading.misconceptions.map((one) => one.id).filter((one) => !leftOut.includes(one)),
    draw: renderPicture,
  });
  return { files, leftOut };
}

/** Writes a variant once the eight points hold for it. Gives the misconceptions that are right under its parameters. */
async function writeProved(
  folder: string,
  origin: Origin,
  plan: Plan,
  onStep: (done: number, total: number) => void = () => {},
): Promise<readonly string[]> {
  const { files, leftOut } = await contentsOf(origin, plan);
  await writeFolder(folder, files, async (temporary) => {
    const assignment = await loadProvableFolder(origin.root, temporary);
    const seed = Number.parseInt(plan.id, 16);
    const grade = graderOf(assignment, seed, pickTier('auto'));
    const verification = await verifyAssignment(assignment, { seed, runs: 1, grade, onStep });
    if (!isProved(verification)) throw new NotProved(verification);
  });
  return leftOut;
}

const nameOf = ({ manifest }: Origin, { id }: Plan): string => `${manifest.id}-${id}`;

const shown = (folder: string, { folder: here }: Terminal): string => path.relative(here, folder) || '.';

const valuesOf = ({ parameters }: Plan): string =>
  Object.entries(parameters)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(', ');
