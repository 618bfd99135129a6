/** The modules that are made of an assignment's folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { naming } from '../naming.mjs';
import { bundleText, inRoot, kitByName } from '../options.mjs';
import { alternativesOf } from './alternatives.mjs';
import { landmarksSource } from './landmarks.mjs';
import { has, hasCode, hasProof, optional, source } from './sources.mjs';
import { textsModule } from './texts.mjs';

/** The project's own assignments that have code, by name: the folder of each. A variant has no code. */
export const assignments = () =>
  readdirSync(inRoot('assignments'), { withFileTypes: true })
    .filter((entry) => hasCode(inRoot('assignments', entry.name)))
    .map((entry) => [entry.name, inRoot('assignments', entry.name)]);

/** The modules that the grader loads of an assignment, by their kind: an entry for each. */
export const entriesOf = (slug, folder) => [
  { in: `assignment:${slug}`, out: `assignments/${slug}` },
  ...(has(folder, 'variant.ts') ? [{ in: `variant:${slug}`, out: `variants/${slug}` }] : []),
  // What `verify` holds an assignment against is apart from what a check loads.
  ...(hasProof(folder) ? [{ in: `proof:${slug}`, out: `proofs/${slug}` }] : []),
  ...(has(folder, 'oral/oral.ts') ? [{ in: path.join(folder, 'oral/oral.ts'), out: `orals/${slug}` }] : []),
];

/** What these entries are made of. */
export async function virtualModules(slug, folder) {
  const modules = [[`assignment:${slug}`, await assignmentModule(folder)]];
  if (has(folder, 'variant.ts')) modules.push([`variant:${slug}`, variantModule(folder)]);
  if (hasProof(folder)) modules.push([`proof:${slug}`, proofModule(folder)]);
  return modules;
}

/** What other variants there may be; none where nothing may vary. */
function alternatives(folder) {
  const file = path.join(folder, 'variant.schema.json');
  return existsSync(file) ? naming(file, () => alternativesOf(JSON.parse(readFileSync(file, 'utf8')))) : [];
}

/** The right functions draw no inputs: what stands beside them of fast-check, under whatever name, does nothing. */
const withoutFastCheck = {
  name: 'without-fast-check',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fast-check$/ }, () => ({ path: 'fast-check', namespace: 'without' }));
    onLoad({ filter: /.*/, namespace: 'without' }, () => ({
      contents: `const made = () => new Proxy(function () {}, { get: (of, key) => of[key] ?? nothing, apply: () => nothing, construct: made });
        const nothing = made();
        module.exports = Object.create(nothing);`,
    }));
  },
};

/** What the grader loads of an assignment, and the right functions as a script for the sandbox, by parameters. */
async function assignmentModule(folder) {
  const reference = await bundleText({
    // Who builds says what is wrong, once.
    logLevel: 'silent',
    stdin: {
      contents: `${source(folder, ['tasks'])}
        export const table = (parameters) =>
          Object.fromEntries(Object.values(tasks(parameters)).map(({ id, answer }) => [id, answer]));`,
      resolveDir: folder,
      loader: 'ts',
    },
    platform: 'neutral',
    format: 'iife',
    globalName: 'reference',
    plugins: [withoutFastCheck, kitByName],
  });
  return {
    contents: `
      ${source(folder, ['tasks', 'domains', 'laws', 'misconceptions', 'plots', 'walks'])}
      import { withDomainLaws } from ${JSON.stringify(inRoot('grader/kit.ts'))};
      ${optional(folder, 'figures')}
      ${optional(folder, 'looks')}
      ${optional(folder, 'measures')}
      ${optional(folder, 'tools')}
      ${await landmarksSource(folder)}
      export const table = tasks;
      export const grading = (parameters) => {
        const table = tasks(parameters);
        const within = domains(table, parameters);
        return {
          tasks: Object.fromEntries(Object.values(table).map((task) => [task.id, task])),
          laws: withDomainLaws(laws(table, parameters), within, made(parameters)),
          domains: within,
          misconceptions: misconceptions(table, parameters),
          // What they show is computed when somebody has passed.
          looks: () => looks(table, parameters),
          figures: () => figures(table, parameters),
          measures: measures(table, parameters),
          plots: plots(table, parameters),
          tools: tools(table, parameters),
          walks: walks(table, parameters),
        };
      };
      export const alternatives = ${JSON.stringify(alternatives(folder))};
      export const reference = ${JSON.stringify(`(() => {\n${reference}\nreturn reference.table;\n})()`)};`,
    resolveDir: folder,
    loader: 'ts',
  };
}

/** What `nabla variant` loads of an assignment: what may vary, its words, and the templates that they go into. */
const variantModule = (folder) => ({
  contents: `
    export { variant } from './variant.ts';
    export { default as schema } from './variant.schema.json';
    export { default as isValid } from './variant.schema.json?validator';
    ${textsModule(path.join(folder, 'texts'))}`,
  resolveDir: folder,
  loader: 'ts',
});

/** What `verify` loads of an assignment besides. */
const proofModule = (folder) => ({
  contents: `${source(folder, ['proof'])} export { proof };`,
  resolveDir: folder,
  loader: 'ts',
});

/** Lets `assignment:SLUG`, `proof:SLUG` and `variant:SLUG` be modules. */
export const assignmentModules = (virtual) => ({
  name: 'assignments',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:assignment|proof|variant):/ }, ({ path: id }) => ({ path: id, namespace: 'assignment' }));
    onLoad({ filter: /.*/, namespace: 'assignment' }, ({ path: id }) => virtual.get(id));
  },
});
