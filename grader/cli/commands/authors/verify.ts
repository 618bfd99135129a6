import { randomBytes } from 'node:crypto';
import { fill, messagesIn } from '../../../catalogue/catalogue.ts';
import { errorLine } from '../../../catalogue/error-words.ts';
import { NablaError } from '../../../errors.ts';
import { nodeHost } from '../../../host/node-host.ts';
import { loadProvable, projectRoot } from '../../../load/assignment/grading.ts';
import type { Language } from '../../../load/assignment/manifest.ts';
import { renderVerifications } from '../../../report/terminal/verification.ts';
import { isProved, problem, type Verification } from '../../../verify/verification.ts';
import { verifyAssignment } from '../../../verify/verify.ts';
import { knownIn } from '../../arguments/known.ts';
import { wholeAssignments } from '../../arguments/targets.ts';
import type { Terminal } from '../../terminal/terminal.ts';

export interface VerifyCommand {
  readonly slugs: readonly string[];
  readonly runs: number;
  readonly seed: number | undefined;
  readonly language: Language;
  readonly json: boolean;
}

/** `nabla verify`: proves the assignments, and gives the exit status: 0 all of it holds, 1 something does not. */
export async function verify(command: VerifyCommand, terminal: Terminal): Promise<0 | 1> {
  const messages = messagesIn(command.language);
  const root = projectRoot();
  const slugs = wholeAssignments(command.slugs, knownIn(root));
  const seed = command.seed ?? randomBytes(4).readUInt32LE(0);
  const verifications: Verification[] = [];
  for (const slug of slugs) {
    const started = performance.now();
    const verification = await prove(root, slug, { seed, runs: command.runs }, terminal, command.language);
    verifications.push(verification);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const problems = verification.points.flatMap((point) => point.problems).length;
    const line = isProved(verification) ? messages.verify.proved : messages.verify.notProved;
    terminal.redraw?.('');
    terminal.err(`${fill(line, { assignment: slug, seconds, problems })}\n`);
  }
  if (command.json) terminal.out(`${JSON.stringify(verifications, null, 2)}\n`);
  else terminal.out(renderVerifications(verifications, messages, terminal.useColor));
  return verifications.every(isProved) ? 0 : 1;
}

async function prove(
  root: string,
  slug: string,
  options: { readonly seed: number; readonly runs: number },
  { redraw }: Terminal,
  language: Language,
): Promise<Verification> {
  const messages = messagesIn(language);
  const onStep = inPercent((percent) => redraw?.(fill(messages.verify.progress, { assignment: slug, percent })));
  // An error of the author's code says where in its sources it is.
  process.setSourceMapsEnabled(true);
  try {
    return await verifyAssignment(await loadProvable(root, slug), { ...options, host: proofHost(), onStep });
  } catch (error) {
    if (!(error instanceof NablaError) || error.code === 'not-built') throw error;
    // One assignment that is broken keeps nobody from proving the others.
    const where = error.code === 'bad-assignment' ? slug : 'assignment.json';
    const problems = [problem('not-loadable', where, { error: sentenceOf(error, language) })];
    return { assignment: slug, ...options, points: [{ name: 'texts', figures: {}, problems }] };
  }
}

const sentenceOf = (error: NablaError, language: Language): string =>
  errorLine(error, language).replace(/(?<![.?!])$/, '.');

/** Shows how far a proof is, each percent once. */
export function inPercent(show: (percent: number) => void): (done: number, total: number) => void {
  let shown = -1;
  return (done, total) => {
    const percent = Math.floor((100 * done) / total);
    if (percent !== shown) show(percent);
    shown = percent;
  };
}

/** The tier that every system has: so a proof is the same everywhere. */
export const proofHost = () => nodeHost('local');
