import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fill, type Messages, messagesIn } from '../../../catalogue/catalogue.ts';
import { packageRoot } from '../../../load/assignment/built.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import type { Language } from '../../../load/assignment/manifest.ts';
import { knownIn } from '../../arguments/known.ts';
import { wholeAssignments } from '../../arguments/targets.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { watcherOf } from '../checks/watcher.ts';

export interface AuthorCommand {
  readonly slug: string;
  readonly runs: number;
  readonly seed: number;
  readonly once: boolean;
  readonly language: Language;
}

/** A proof at few seeds takes seconds; what takes longer does not end. */
const limitMs = 120_000;

/** Editors save in several steps. */
const settleMs = 50;

/**
 * `nabla author`: types and proof of one assignment, at each save; the first thing that is wrong is what is shown. With
 * --once it ends with 0 if all nine points hold and the types fit, else 1.
 */
export async function author(command: AuthorCommand, terminal: Terminal): Promise<0 | 1> {
  const messages = messagesIn(command.language);
  const root = projectRoot();
  const [slug = ''] = wholeAssignments([command.slug], knownIn(root));
  const folder = path.join(root, 'assignments', slug);
  const examine = async (): Promise<boolean> => {
    const started = performance.now();
    const [types, proof] = await Promise.all([typesOf(root, slug, messages), proofOf(slug, command, messages)]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const first = types[0] ?? proof.problem;
    terminal.out(`${first ?? proof.table}\n`);
    const line = first === undefined ? messages.author.holds : messages.author.more;
    terminal.err(`${fill(line, { assignment: slug, seconds })}\n`);
    return first === undefined;
  };
  const holds = await examine();
  if (command.once) return holds ? 0 : 1;
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve(true);
  const onSave = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      terminal.clear?.();
      busy = busy.then(examine);
    }, settleMs);
  };
  await watcherOf(folder, terminal, messages.watch, onSave, /\.(?:ts|json|md|hbs)$/);
  terminal.err(`${messages.author.waiting}\n`);
  // Until it is interrupted.
  return new Promise(() => {});
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly isOver: boolean;
}

/** A command's output; `isOver` where it had to be ended. */
function run(file: string, args: readonly string[], folder: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      child.kill('SIGKILL');
    }, limitMs);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, out, err, isOver });
    });
  });
}

/** The proof runs in a process of its own: an endless loop in a right answer is one sentence, and no hung terminal. */
async function proofOf(
  slug: string,
  { runs, seed, language }: AuthorCommand,
  { author: words }: Messages,
): Promise<{ readonly table: string; readonly problem: string | undefined }> {
  const command = path.join(packageRoot(), 'dist', 'nabla.js');
  const args = ['verify', slug, '--runs', String(runs), '--seed', String(seed), '--lang', language];
  const { status, out, err, isOver } = await run(command, args, projectRoot());
  if (isOver) return { table: out, problem: fill(words.endless, { assignment: slug, seconds: limitMs / 1000 }) };
  if (status === 0) return { table: out, problem: undefined };
  const line = out.split('\n').find((one) => one.startsWith('✗ '));
  return { table: out, problem: line ?? (err.trim().split('\n').at(-1) || words.noAnswer) };
}

/** The type errors in the assignment's files, each on a line; none where the project has no TypeScript. */
async function typesOf(root: string, slug: string, { author: words }: Messages): Promise<readonly string[]> {
  const compiler = compilerIn(root);
  if (compiler === undefined || !existsSync(path.join(root, 'tsconfig.json'))) return [];
  const { out, isOver } = await run(compiler, ['--noEmit', '--pretty', 'false', '-p', root], root);
  if (isOver) return [words.noAnswer];
  return out.split(/\r?\n/).filter((line) => line.replaceAll('\\', '/').startsWith(`assignments/${slug}/`));
}

/** Beside a native TypeScript, the package of this name may be an older one without `tsc`, for tools that need its API. */
const compilerPackages = ['typescript', '@typescript/native'];

function compilerIn(root: string): string | undefined {
  const { resolve } = createRequire(path.join(root, 'package.json'));
  for (const name of compilerPackages) {
    try {
      const compiler = path.join(path.dirname(resolve(`${name}/package.json`)), 'bin', 'tsc');
      if (existsSync(compiler)) return compiler;
    } catch {
      // It is not installed.
    }
  }
  return undefined;
}
