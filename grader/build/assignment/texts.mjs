/**
 * An assignment's templates, compiled when the project is built: those of `texts/`, and of a catalogue each string and key
 * by itself, as grader/variant/render.ts fills them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { renderFunction } from '../modules.mjs';
import { naming } from '../naming.mjs';

/** A module of them, each by its own text: one that has been changed since is not found, rather than filled as it was. */
export function textsModule(folder) {
  const entries = templateFiles(folder).flatMap((file) => naming(file, () => templatesIn(file).map(entry)));
  const source = `import Handlebars from 'handlebars/runtime.js';\nexport const templates = new Map([${[...new Set(entries)]}]);`;
  // Half the size, and nobody reads it.
  return transformSync(source, { minify: true, charset: 'utf8' }).code;
}

const templateFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.hbs'))
        .map((name) => path.join(folder, name))
    : [];

const entry = (text) => `[${JSON.stringify(text)}, ${renderFunction(text)}]`;

function templatesIn(file) {
  const text = readFileSync(file, 'utf8');
  return (file.endsWith('.json.hbs') ? stringsIn(JSON.parse(text)) : [text]).filter((one) => one.includes('{{'));
}

function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, field]) => [key, ...stringsIn(field)]);
}
