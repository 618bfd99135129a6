import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import type { Picture, VariantTexts } from '../kit.ts';
import { type Language, languages, type Manifest, type Variant } from '../load/manifest.ts';

/** A file of a variant's folder, by its path there. */
export interface VariantFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** What the build made of an assignment's `variant.ts` and `texts/`. */
export interface BuiltTexts {
  readonly variant: VariantTexts<Readonly<Record<string, unknown>>>;
  /** The templates of `texts/`, by their own text. */
  readonly templates: ReadonlyMap<string, (words: object) => string>;
}

export interface Rendering {
  /** The folder of the assignment. */
  readonly folder: string;
  readonly texts: BuiltTexts['variant'];
  readonly templates: BuiltTexts['templates'];
  readonly parameters: Readonly<Record<string, unknown>>;
  /** null for the lecture's own. */
  readonly variant: Variant | null;
  /** The laws, and the misconceptions that are still wrong: only these have words. */
  readonly laws: readonly string[];
  readonly misconceptions: readonly string[];
  /** Draws a picture as SVG. */
  readonly draw: (picture: Picture) => string;
}

const templateEnd = '.hbs';

/**
 * All files of an assignment under some parameters: what has a template in `texts/` is filled from the assignment's
 * words, what has none is as it is in the assignment.
 */
export function renderVariant(rendering: Rendering): readonly VariantFile[] {
  const { folder, texts, parameters } = rendering;
  const names = texts.files(parameters);
  const renamed = (file: string): string =>
    file.replace(/^src\/(.*)$/, (_, name: string) => `src/${names[name] ?? name}`);
  const templates = filesBelow(path.join(folder, 'texts')).filter((name) => name.endsWith(templateEnd));
  const wordsIn = new Map(languages.map((language) => [language, texts.words(parameters, language)]));
  const filled = templates.map((template): VariantFile => {
    const name = template.slice(0, -templateEnd.length);
    const text = readFileSync(path.join(folder, 'texts', template), 'utf8');
    const words = wordsIn.get(languageOf(name)) ?? {};
    const content = name.endsWith('.json') ? filledCatalogue(text, words, rendering) : fill(text, words, rendering);
    return { name: renamed(name), content };
  });
  const drawn = Object.entries(texts.pictures?.(parameters) ?? {})
    .map(([name, picture]): VariantFile => ({ name: `pictures/${name}`, content: rendering.draw(picture) }))
    .filter(({ name }) => isShown(name, filled));
  const written = new Set([...filled, ...drawn].map(({ name }) => name));
  const copied = filesBelow(folder)
    .filter(
      (name) =>
        isCopied(name) &&
        isShown(name, filled) &&
        !templates.includes(`${name}${templateEnd}`) &&
        !written.has(renamed(name)),
    )
    .map((name): VariantFile => ({ name: renamed(name), content: readFileSync(path.join(folder, name)) }));
  const files = [...filled, ...drawn, ...copied].map((file) => marked(file, rendering));
  return [...files, { name: 'assignment.json', content: manifestText(rendering) }].toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

/** A stub says which variant it was handed out for, so that one that ends up in another variant is recognized. */
const marked = ({ name, content }: VariantFile, { variant }: Rendering): VariantFile => ({
  name,
  content: variant !== null && /^src\/.*\.ts$/.test(name) ? `// Variant ${variant.id}\n${String(content)}` : content,
});

const isCopied = (name: string): boolean =>
  /^(?:src|pictures)\//.test(name) || /^(?:statement|hints|messages)\.(?:en|ru)\.(?:md|json)$/.test(name);

/** A picture goes along where a text still shows it. */
const isShown = (name: string, filled: readonly VariantFile[]): boolean =>
  !name.startsWith('pictures/') || filled.some(({ content }) => String(content).includes(`(${name})`));

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    : [];

/** Most strings of a catalogue are filled as they are; what is not was compiled when the project was built. */
function fill(text: string, words: object, { folder, templates }: Rendering): string {
  if (!text.includes('{{')) return text;
  const template = templates.get(text);
  if (template === undefined) {
    throw new NablaError('not-built', `${path.basename(folder)} has not been built`, 'Run: npm run build');
  }
  return template(words);
}

/** The stubs are in English in every language. */
const languageOf = (name: string): Language => languages.find((language) => name.includes(`.${language}.`)) ?? 'en';

interface Catalogue {
  readonly laws: Readonly<Record<string, Json>>;
  readonly misconceptions: Readonly<Record<string, Json>>;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A catalogue is filled string by string, so that no word can break it; keys are filled as well, for laws and
 * misconceptions that bear the name of what varies. What has no law or misconception under the parameters is left out.
 */
function filledCatalogue(text: string, words: object, rendering: Rendering): string {
  const { laws, misconceptions } = rendering;
  const filled = (value: Json): Json => {
    if (typeof value === 'string') return fill(value, words, rendering);
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, filled(field)]));
  };
  const known = (entries: Catalogue['laws'], ids: readonly string[]): Json =>
    Object.fromEntries(
      Object.entries(entries)
        .map(([key, entry]) => [fill(key, words, rendering), entry] as const)
        .filter(([id]) => ids.includes(id)),
    );
  const all = JSON.parse(text) as Catalogue;
  const kept = { ...all, laws: known(all.laws, laws), misconceptions: known(all.misconceptions, misconceptions) };
  return `${JSON.stringify(filled(kept), null, 2)}\n`;
}

/** The assignment's own manifest with other names, the variant's title, and the variant. */
function manifestText({ folder, texts, parameters, variant }: Rendering): string {
  const file = path.join(folder, 'assignment.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const [tasks, files] = [texts.tasks(parameters), texts.files(parameters)];
  const renamed = {
    ...manifest,
    title: Object.fromEntries(manifest.languages.map((language) => [language, texts.title(parameters, language)])),
    variant,
    tasks: manifest.tasks.map((task) => ({
      ...task,
      id: tasks[task.id] ?? task.id,
      file: files[task.file] ?? task.file,
      ...(task.dependsOn && { dependsOn: task.dependsOn.map((id) => tasks[id] ?? id) }),
    })),
  };
  return `${JSON.stringify(renamed, null, 2)}\n`;
}
