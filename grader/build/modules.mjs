/**
 * What is not JavaScript becomes JavaScript when the project is built, so that no run has to compile it: a template
 * becomes its render function, a JSON schema (imported with `?validator`) its validator.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import Handlebars from 'handlebars';
import { compiledParameters } from './assignment/parameters.mjs';
import { naming } from './naming.mjs';

/** These kinds of files, as they are imported. */
export const compiledFiles = /\.hbs$|\.schema\.json\?validator$|\.ts\?bundled$/;

/**
 * The code of a template's render function, where `Handlebars` is its runtime. Helpers come with the call; Markdown and
 * code are not HTML, so nothing is escaped by default. A name that the words have not is a mistake of ours.
 */
export const renderFunction = (text) =>
  `Handlebars.template(${Handlebars.precompile(text, { noEscape: true, strict: true })})`;

const templateModule = (file) =>
  `import Handlebars from 'handlebars/runtime.js';\nexport default ${renderFunction(readFileSync(file, 'utf8'))};`;

function validatorCode(file) {
  const code = { source: true, esm: true };
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  if (path.basename(file) === 'variant.schema.json') return standalone.default(...compiledParameters(schema, code));
  const ajv = new Ajv({ strict: true, verbose: true, code });
  return standalone.default(ajv, ajv.compile(schema));
}

async function validatorModule(file) {
  // The code asks for some of ajv's functions by `require`, which only a bundle can answer.
  const { outputFiles } = await build({
    stdin: { contents: naming(file, () => validatorCode(file)), resolveDir: path.dirname(file) },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** A program for a browser, with all that it imports, as one text. */
async function bundledModule(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    write: false,
    logLevel: 'warning',
  });
  // It goes between the tags of a script, which nothing in it may end.
  const script = outputFiles[0].text.trim().replaceAll('</', '<\\/');
  return `export default ${JSON.stringify(script)};`;
}

/** The source of the module that stands for a file. */
export function moduleOf(id) {
  const [file] = id.split('?');
  if (file.endsWith('.hbs')) return templateModule(file);
  return file.endsWith('.ts') ? bundledModule(file) : validatorModule(file);
}

/** For esbuild. */
export const compiledModules = {
  name: 'compiled-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: compiledFiles }, ({ path: id, resolveDir }) => ({
      path: path.resolve(resolveDir, id),
      namespace: 'compiled',
    }));
    onLoad({ filter: /.*/, namespace: 'compiled' }, async ({ path: id }) => ({
      contents: await moduleOf(id),
      resolveDir: path.dirname(id),
    }));
  },
};
