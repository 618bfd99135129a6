/** By what is known whether a built assignment is still what its sources say. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../options.mjs';
import { stampOf } from './stamp.mjs';

/** An assignment's own files from which something is built: not its texts for students, nor what these fill in. */
export const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|hbs|schema\.json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(folder, file).startsWith(`src${path.sep}`))
    .sort();

/** File, as seen from `base`, → stamp: of an assignment's sources and of all that they import. */
export function stampsOf(base, folder, metafile, slug) {
  const seen = new Set();
  const inputs = new Set(sourcesIn(folder));
  const visit = (output) => {
    if (seen.has(output) || metafile.outputs[output] === undefined) return;
    seen.add(output);
    for (const input of Object.keys(metafile.outputs[output].inputs)) {
      const file = path.resolve(root, input);
      if (!/[\\/]node_modules[\\/]/.test(path.relative(root, file)) && !/^[a-z-]+:(?![\\/])/.test(input))
        inputs.add(file);
    }
    for (const { path: next } of metafile.outputs[output].imports) visit(next);
  };
  for (const output of Object.keys(metafile.outputs)) {
    if (output.replaceAll(path.sep, '/').endsWith(`/assignments/${slug}.js`)) visit(output);
    if (output.replaceAll(path.sep, '/').endsWith(`/proofs/${slug}.js`)) visit(output);
  }
  return Object.fromEntries(
    [...inputs].map((file) => [path.relative(base, file), stampOf(file)]).filter(([, stamp]) => stamp !== ''),
  );
}
