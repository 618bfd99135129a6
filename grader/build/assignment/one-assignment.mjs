/**
 * Builds one assignment by itself, wherever it lies: for the assignments of another repository, and for one whose sources
 * have changed since the project was built. Plain JavaScript, as all of the build.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { compiledModules } from '../modules.mjs';
import { common, forNode, inRoot, kitByName } from '../options.mjs';
import { buildEngines } from '../page.mjs';
import { assignmentModules, entriesOf, virtualModules } from './assignments.mjs';
import { stampOf } from './stamp.mjs';
import { stampsOf } from './stamps.mjs';

/** Packages that an assignment in another repository takes from the grader's own. */
const nodePaths = [inRoot('node_modules'), path.dirname(inRoot())];

/**
 * Builds the assignment of a folder into one of its own below `place`, whole or not at all, and notes there what it was
 * built from. Throws one sentence, with the place of what is wrong.
 */
export async function buildOne(slug, folder, place) {
  mkdirSync(place, { recursive: true });
  const temporary = mkdtempSync(path.join(place, `.${slug}-`));
  try {
    const metafile = await buildInto(temporary, slug, folder);
    const stamps = stampsOf(place, folder, metafile, slug);
    // An assignment holds a part of the grader: another grader is another source.
    stamps[path.relative(place, command)] = stampOf(command);
    const text = JSON.stringify(stamps);
    const name = `${slug}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    const out = path.join(place, name);
    if (!existsSync(out)) renameSync(temporary, out);
    const before = notedIn(path.join(place, `${slug}.json`));
    const noted = path.join(place, `${name}.json`);
    writeFileSync(noted, `{"folder":${JSON.stringify(name)},"stamps":${text}}`);
    renameSync(noted, path.join(place, `${slug}.json`));
    removeOld(slug, [name, before], place);
    return out;
  } catch (error) {
    throw new Error(problemOf(error), { cause: error });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const command = inRoot('dist', 'command.js');

async function buildInto(out, slug, folder) {
  const quiet = { nodePaths, logLevel: 'silent' };
  const virtual = new Map(await virtualModules(slug, folder));
  const plugins = [kitByName, compiledModules, assignmentModules(virtual)];
  const { metafile } = await build({
    ...forNode,
    ...quiet,
    outdir: out,
    // An error of the author's code says where it is: see verify.
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    entryPoints: entriesOf(slug, folder),
    plugins,
  });
  await build({
    ...common,
    ...quiet,
    platform: 'node',
    format: 'cjs',
    minify: true,
    outdir: path.join(out, 'parts'),
    outExtension: { '.js': '.cjs' },
    entryPoints: [{ in: `assignment:${slug}`, out: slug }],
    plugins,
  });
  await buildEngines([slug], path.join(out, 'page'), [kitByName, assignmentModules(virtual)], quiet);
  writeFileSync(path.join(out, 'package.json'), JSON.stringify({ type: 'module' }));
  return metafile;
}

/** What keeps an assignment from being built, with its place; undefined where nothing does. */
export async function problemIn(slug, folder) {
  const place = mkdtempSync(path.join(tmpdir(), 'nabla-build-'));
  try {
    await buildOne(slug, folder, place);
    return undefined;
  } catch (error) {
    return error.message;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The first of what esbuild complains of, at its place; columns are counted from 1. */
function problemOf(error) {
  const [first] = error.errors ?? [];
  // What a plugin of ours throws says itself which file it is about.
  if (first?.location == null || first.pluginName !== '') return first?.text ?? error.message;
  const { file, line, column } = first.location;
  // What the grader asks of an assignment stands in no file.
  const [, asked, text] = /^No matching export in "(.+)" (for import .*)$/.exec(first.text) ?? [];
  if (file.endsWith('<stdin>') && asked) {
    return `${path.relative(process.cwd(), path.resolve(inRoot(), asked))}: no matching export ${text}`;
  }
  const absolute = path.resolve(inRoot(), file.replace(/^[a-z]+:(?=[\\/])/, ''));
  return `${path.relative(process.cwd(), absolute)}:${line}:${column + 1}: ${first.text}`;
}

/** The folder that was noted last. */
function notedIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).folder;
  } catch {
    return undefined;
  }
}

/** What was built before, but for the last: somebody may be reading that. */
function removeOld(slug, kept, place) {
  for (const other of readdirSync(place)) {
    const isOne = other.startsWith(`${slug}-`) && /^[0-9a-f]{16}$/.test(other.slice(slug.length + 1));
    if (isOne && !kept.includes(other)) rmSync(path.join(place, other), { recursive: true, force: true });
  }
}
