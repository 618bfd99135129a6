import { rmSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

const beside = (name: string): string => path.resolve('tests/independent', name);

/** What packages import is theirs, but for what needs Node or a browser, and is not used here. */
const imports: Plugin = {
  name: 'imports',
  setup(building) {
    building.onResolve({ filter: /^(?:child_process|crypto|node-fetch|os|path|string_decoder|util)$/ }, () => ({
      path: 'nothing',
      namespace: 'nothing',
    }));
    building.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default undefined' }));
    building.onResolve({ filter: /^(?:tfjs-platform|without-random)$/ }, (one) => ({ path: beside(`${one.path}.ts`) }));
    building.onResolve({ filter: /^seedrandom$/ }, () => ({ path: beside('alea.ts') }));
  },
};

/**
 * Makes of a folder of adapters what a student could hand in: every file that stands for one of the assignment's holds the
 * packages that it imports, and draws from the task's generator where they call Math.random.
 *
 * @param asked the assignment's files; what else lies in the folder becomes a part of them
 */
export async function bundleInto(folder: string, names: readonly string[], asked: readonly string[]): Promise<void> {
  const kept = names.filter((name) => asked.includes(name));
  await build({
    entryPoints: kept.map((name) => path.join(folder, name)),
    outdir: folder,
    outExtension: { '.js': '.ts' },
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    nodePaths: [path.resolve('node_modules')],
    inject: [beside('without-random.ts')],
    define: { 'Math.random': 'nextUniform', self: 'globalThis' },
    plugins: [imports],
    logLevel: 'error',
  });
  for (const name of names) if (!kept.includes(name)) rmSync(path.join(folder, name));
}
