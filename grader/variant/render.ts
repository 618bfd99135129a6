import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Language, languages, type Manifest } from '../load/assignment/manifest.ts';
import { wordsText } from './catalogue-text.ts';
import { fill, filledText, type Rendering } from './rendering.ts';

/** A file of a variant's folder, by its path there. */
export interface VariantFile {
  readonly name: string;
  readonly content: string | Buffer;
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
    const content = wordsText(name, text, (part) => fill(part, words, rendering), rendering);
    return { name: renamed(name), content: content ?? filledText(text, words, rendering) };
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
    .map((name): VariantFile => {
      const bytes = readFileSync(path.join(folder, name));
      return { name: renamed(name), content: wordsText(name, bytes.toString(), (text) => text, rendering) ?? bytes };
    });
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

/** The stubs are in English in every language. */
const languageOf = (name: string): Language => languages.find((language) => name.includes(`.${language}.`)) ?? 'en';

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
