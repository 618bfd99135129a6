import path from 'node:path';
import { fill, type Messages, messagesIn } from '../../../catalogue/catalogue.ts';
import { writeFolder } from '../../../handout/write-folder.ts';
import { gradingUnder, loadProvableFolder, projectRoot } from '../../../load/assignment/grading.ts';
import type { Variant } from '../../../load/assignment/manifest.ts';
import { parametersOf } from '../../../load/assignment/parameters-of.ts';
import { renderPicture } from '../../../plot/plot.ts';
import { renderVerifications } from '../../../report/terminal/verification.ts';
import { describeParameters } from '../../../variant/describe-parameters.ts';
import { NotProved, nameOf, type Origin, originOf } from '../../../variant/origin.ts';
import { type Plan, planVariant } from '../../../variant/plan.ts';
import { renderVariant, type VariantFile } from '../../../variant/render.ts';
import { rightMisconceptions } from '../../../variant/right-misconceptions.ts';
import { parseSettings } from '../../../variant/settings.ts';
import { isProved, type Verification } from '../../../verify/verification.ts';
import { verifyAssignment } from '../../../verify/verify.ts';
import { scopeOf } from '../../../worked/scope.ts';
import { knownIn } from '../../arguments/known.ts';
import { wholeAssignments } from '../../arguments/targets.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { VariantCommand } from './variant-command.ts';
import { inPercent, proofHost } from './verify.ts';

interface Contents {
  readonly files: readonly VariantFile[];
  readonly leftOut: readonly string[];
}

/** `nabla variant`: 0 when all is written, 1 when a variant could not be proved; then nothing is. */
export async function variant(command: VariantCommand, terminal: Terminal): Promise<0 | 1> {
  const messages = messagesIn(command.language);
  const root = projectRoot();
  const [slug = ''] = wholeAssignments([command.slug], knownIn(root));
  const origin = await originOf(root, slug);
  if (command.describe) {
    terminal.out(describeParameters(origin.schema.parameters, command.language, messages));
    return 0;
  }
  const fixed = { ...origin.manifest.variant?.parameters, ...parseSettings(command.set, origin.schema) };
  try {
    if (command.roster === undefined) await writeOne(command, origin, fixed, terminal, messages);
    else {
      const { writeClass } = await import('./variant-class.ts');
      await writeClass({ ...command, roster: command.roster }, origin, fixed, terminal, messages);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof NotProved)) throw error;
    terminal.out(error.report);
    terminal.err(`${messages.variant.notProved}\n`);
    return 1;
  }
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
  const leftOut = await writeProved(folder, origin, plan, onStep, (verification) =>
    renderVerifications([verification], messages, terminal.useColor),
  );
  terminal.redraw?.('');
  terminal.out(
    `${fill(messages.variant.written, { folder: path.relative(terminal.folder, folder), values: valuesOf(plan) })}\n`,
  );
  if (leftOut.length > 0) terminal.out(`${fill(messages.variant.leftOut, { ids: leftOut.join(', ') })}\n`);
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
    functions: scopeOf(grading),
    draw: renderPicture,
  });
  return { files, leftOut };
}

/** Writes a variant once the nine points hold for it. Gives the misconceptions that are right under its parameters. */
async function writeProved(
  folder: string,
  origin: Origin,
  plan: Plan,
  onStep: (done: number, total: number) => void,
  render: (verification: Verification) => string,
): Promise<readonly string[]> {
  const { files, leftOut } = await contentsOf(origin, plan);
  await writeFolder(folder, files, async (temporary) => {
    const assignment = await loadProvableFolder(origin.root, temporary);
    const seed = Number.parseInt(plan.id, 16);
    const verification = await verifyAssignment(assignment, { seed, runs: 1, host: proofHost(), onStep });
    if (!isProved(verification)) throw new NotProved(render(verification));
  });
  return leftOut;
}

const valuesOf = ({ parameters }: Plan): string =>
  Object.entries(parameters)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(', ');
