import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './bundled.ts';

/** A command line of Node's, and its environment. */
interface Suite {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The same properties at the same seed, with as many calls, as somebody writes them who has vitest and fast-check: one
 * process, no isolation, the student's files imported as they are. The properties are built ahead here, too.
 */
export async function plainSuite(slug: string, name: string): Promise<Suite> {
  const folder = path.resolve('dist', 'measure', `plain-${slug}-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join('assignments', slug, 'src'), path.join(folder, 'src'), { recursive: true });
  cpSync(path.join('tests/submissions', slug, name), path.join(folder, 'src'), { recursive: true });
  const properties = await bundled('properties.ts', ['vitest', 'fast-check']);
  cpSync(properties, path.join(folder, 'properties.test.mjs'));
  const config = {
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    include: ['properties.test.mjs'],
    reporters: ['dot'],
  };
  writeFileSync(path.join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify({ test: config })};\n`);
  const vitest = path.resolve('node_modules', 'vitest', 'vitest.mjs');
  return {
    args: [vitest, 'run', '--root', folder, '--config', path.join(folder, 'vitest.config.mjs')],
    env: { PLAIN_SLUG: slug, PLAIN_SOURCE: path.join(folder, 'src'), PLAIN_ROOT: path.resolve('.') },
  };
}
