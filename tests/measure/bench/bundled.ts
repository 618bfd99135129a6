import path from 'node:path';
import { build } from 'esbuild';

/** Bundles a part of the benchmark that runs in a process of its own; it finds the project from where it lies. */
export async function bundled(entry: string, external: readonly string[] = []): Promise<string> {
  // @ts-expect-error plain JavaScript of the build, without types for its plug-ins
  const { compiledModules } = await import('../../../grader/build/modules.mjs');
  const outfile = path.resolve('dist', 'measure', `${path.parse(entry).name}.mjs`);
  await build({
    entryPoints: [path.join('tests/measure/bench', entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    external: [...external],
    logLevel: 'error',
    plugins: [compiledModules],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
