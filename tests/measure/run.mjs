/** Runs a measurement whose figures stand in the docs: npm run measure -- NAME [arguments]. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compiledModules } from '../../grader/build/modules.mjs';

const names = readdirSync('tests/measure').flatMap((file) => (file.endsWith('.ts') ? [path.parse(file).name] : []));
const [name = ''] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`npm run measure -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
// Below the project, as the grader itself: it looks for the assignments from there.
const outfile = path.resolve('dist', 'measure', `${name}.mjs`);
await build({
  entryPoints: [`tests/measure/${name}.ts`],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile,
  external: ['esbuild'],
  logLevel: 'error',
  plugins: [compiledModules],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
process.argv.splice(1, 2, outfile);
await import(pathToFileURL(outfile).href);
