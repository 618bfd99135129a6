/** What all bundles have in common. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const inRoot = (...parts) => path.join(root, ...parts);
export const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'node20',
  // A package's ES modules, where it has them: of these only what is used goes in.
  mainFields: ['module', 'main'],
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'none',
};

/** A bundle as text, which is written nowhere. */
export async function bundleText(options) {
  const result = await build({ ...common, minify: true, write: false, ...options });
  return result.outputFiles[0].text;
}

/** What built modules have in common that Node runs. */
export const forNode = {
  ...common,
  platform: 'node',
  format: 'esm',
  splitting: true,
  // V8 reads all of it at each start. Names stay, for whoever reads where an error came from.
  minifySyntax: true,
  minifyWhitespace: true,
  // Some dependencies are CommonJS and ask for Node's own modules at run time.
  banner: {
    js: "import { createRequire as nablaCreateRequire } from 'node:module'; const require = nablaCreateRequire(import.meta.url);",
  },
};

/** An assignment in another repository knows the kit by the package's name. */
export const kitByName = {
  name: 'kit',
  setup({ onResolve }) {
    onResolve({ filter: /^nabla-grader$/ }, () => ({ path: inRoot('grader', 'kit.ts') }));
    onResolve({ filter: /^nabla-grader\/reference\// }, ({ path: id }) => ({
      path: inRoot(id.slice('nabla-grader/'.length)),
    }));
  },
};
