import { type ExecFileException, execFile } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pMap from 'p-map';
import { fill, type Messages } from '../../../catalogue/catalogue.ts';
import { NablaError } from '../../../errors.ts';
import { writeFolder } from '../../../handout/write-folder.ts';
import { parseColumns } from '../../../roster/columns.ts';
import { readRoster } from '../../../roster/roster.ts';
import { shownRoster } from '../../../roster/shown.ts';
import { NotProved, nameOf, type Origin } from '../../../variant/origin.ts';
import { type Plan, planVariant } from '../../../variant/plan.ts';
import { readSecret, rosterText, studentSeed } from '../../../variant/secret.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { VariantCommand } from './variant-command.ts';

/** A variant for each student of a roster, and a list of who has which; all of it or nothing. */
export async function writeClass(
  command: VariantCommand & { readonly roster: string },
  origin: Origin,
  fixed: Plan['parameters'],
  terminal: Terminal,
  messages: Messages,
): Promise<void> {
  const { out, secretFile, seed, name, language, roster } = command;
  if (secretFile === undefined) throw new NablaError('usage', 'roster-needs-secret');
  if (out === undefined) throw new NablaError('usage', 'roster-needs-out');
  if (seed !== undefined || name !== undefined) throw new NablaError('usage', 'roster-has-seeds');
  const secret = readSecret(path.resolve(terminal.folder, secretFile));
  const options = { columns: parseColumns(command.columns), encoding: command.encoding };
  const read = readRoster(path.resolve(terminal.folder, roster), options);
  terminal.out(shownRoster(read, terminal.folder, messages));
  const students = read.students.map(({ id: student }) => {
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
    const making: Making = { parent: temporary, origin, language, useColor: terminal.useColor };
    let done = 0;
    let failure: unknown;
    const showProgress = () => terminal.redraw?.(fill(messages.variant.progress, { done, total: plans.length }));
    const make = async (plan: Plan): Promise<void> => {
      showProgress();
      // Where one has failed nothing will be written, and those that are being made are waited for.
      if (failure !== undefined) return;
      try {
        await makeInOwnProcess(plan, making);
        done += 1;
      } catch (error) {
        failure ??= error;
      }
    };
    await pMap(plans, make, { concurrency: atATime() });
    terminal.redraw?.('');
    if (failure !== undefined) throw failure;
  });
  const values = { folder: path.relative(terminal.folder, folder), students: students.length, variants: plans.length };
  terminal.out(`${fill(messages.variant.writtenClass, values)}\n`);
}

/** How many variants to generate in parallel: one per core and at most one per gigabyte of memory. */
const atATime = (): number => Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 ** 30)));

interface Making {
  /** Where its folder goes. */
  readonly parent: string;
  readonly origin: Origin;
  readonly language: VariantCommand['language'];
  readonly useColor: boolean;
}

const run = promisify(execFile);

/** `nabla variant` with all parameters set. Throws `not-proved` where it does not hold, and what that process says else. */
async function makeInOwnProcess(plan: Plan, { parent, origin, language, useColor }: Making): Promise<void> {
  const settings = Object.entries(plan.parameters).flatMap(([key, value]) => ['--set', `${key}=${String(value)}`]);
  const where = ['--name', nameOf(origin, plan), '--out', parent, '--lang', language];
  const args = [process.argv[1] ?? '', 'variant', origin.manifest.id, ...settings, ...where];
  try {
    await run(process.execPath, args, { env: { ...process.env, ...(useColor && { FORCE_COLOR: '1' }) } });
  } catch (error) {
    const { code, stdout, stderr, message } = error as ExecFileException;
    if (code === 1) throw new NotProved(stdout ?? '');
    const reason = stderr?.trim().replace(/^nabla: /, '') || message;
    throw new NablaError('sandbox-failed', 'variant-failed', { reason });
  }
}
