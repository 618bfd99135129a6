/** The parts of which `nabla page` makes a page: scripts for a browser, in which nothing of Node is. */
import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { compiledModules } from './modules.mjs';
import { bundleText, common, inRoot } from './options.mjs';

/** Node's own modules are replaced by what a page has, or by nothing where no code of a page calls them. */
const withoutNode = {
  name: 'without-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?path\/posix$/ }, () => ({ path: inRoot('grader/page/without-node/posix.ts') }));
    onResolve({ filter: /\/within-time\.ts$/ }, () => ({ path: inRoot('grader/page/without-node/within-time.ts') }));
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'nothing', sideEffects: false }));
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const browser = { ...common, platform: 'browser', target: 'es2022', format: 'iife', minify: true };

const parts = (entryPoints, outdir, plugins, options = {}) =>
  build({ ...browser, ...options, outdir, entryPoints, plugins: [withoutNode, ...plugins, compiledModules] });

/** One engine for each assignment, with its laws. */
export async function buildEngines(slugs, outdir, plugins, options = {}) {
  const entries = new Map(
    slugs.map((slug) => [
      `engine:${slug}`,
      {
        contents: `import { alternatives, grading, table } from 'assignment:${slug}';
          import { serve } from ${JSON.stringify(inRoot('grader/page/engine/main.ts'))};
          serve({ alternatives, grading, table, reference: '' });`,
        resolveDir: inRoot('.'),
        loader: 'ts',
      },
    ]),
  );
  const engines = {
    name: 'engines',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^engine:/ }, ({ path }) => ({ path, namespace: 'engine' }));
      onLoad({ filter: /.*/, namespace: 'engine' }, ({ path }) => entries.get(path));
    },
  };
  const entryPoints = slugs.map((slug) => ({ in: `engine:${slug}`, out: `engines/${slug}` }));
  await parts(entryPoints, outdir, [engines, ...plugins], options);
}

/** What is the same in every page. */
export async function buildPage() {
  const entryPoints = [
    { in: 'grader/page/client/main.ts', out: 'page' },
    { in: 'grader/page/sandbox/frame/frame.ts', out: 'frame' },
  ];
  await parts(entryPoints, 'dist/page', []);
  const harness = await bundleText({
    ...browser,
    entryPoints: ['grader/page/worker/main.ts'],
    globalName: 'worker',
  });
  writeFileSync(inRoot('dist/page/worker.js'), `(() => {\n${harness.trim()}\nreturn worker.run;\n})()`);
}
