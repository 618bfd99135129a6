import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { importBuilt } from '../../grader/load/assignment/built.ts';
import { gradingUnder, listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { renderPicture } from '../../grader/plot/plot.ts';
import { type BuiltSchema, parameterSchema } from '../../grader/variant/parameters.ts';
import { renderVariant } from '../../grader/variant/render.ts';
import type { BuiltTexts } from '../../grader/variant/rendering.ts';
import { scopeOf } from '../../grader/worked/scope.ts';

const root = projectRoot();
const varied = listAssignments(root).filter((slug) => existsSync(path.join(root, 'assignments', slug, 'variant.ts')));

/** What is filled from `texts/`, at the lecture's own parameters. */
async function baseTexts(slug: string, known?: BuiltTexts['templates']) {
  const folder = path.join(root, 'assignments', slug);
  const grading = await gradingUnder(root, slug, {});
  const { laws, misconceptions } = grading;
  const { variant: texts, templates } = (await importBuilt(root, 'variants', slug)) as BuiltTexts;
  return renderVariant({
    folder,
    texts,
    templates: known ?? templates,
    parameters: {},
    variant: null,
    laws: laws.map(({ id }) => id),
    misconceptions: misconceptions.map(({ id }) => id),
    functions: scopeOf(grading),
    draw: renderPicture,
  }).filter(({ name }) => existsSync(path.join(folder, 'texts', `${name}.hbs`)));
}

describe("the texts of the lecture's own assignment", () => {
  test.each(varied)('are those of the default variant of %s; `npm run texts` writes them', async (slug) => {
    const files = await baseTexts(slug);
    expect(files.length).toBeGreaterThan(5);
    for (const { name, content } of files) {
      await expect(String(content)).toMatchFileSnapshot(path.join(root, 'assignments', slug, name));
    }
  });

  test('are not filled from a template that the build has not seen', async () => {
    await expect(baseTexts(varied[0]!, new Map())).rejects.toThrow('has not been built');
  });

  test.each(varied)(
    '%s has its parameters described in both languages, with defaults that its schema allows',
    async (slug) => {
      const built = (await importBuilt(root, 'variants', slug)) as BuiltSchema;
      const { parameters, problemOf } = parameterSchema(built, 'variant.schema.json');
      expect(parameters.length).toBeGreaterThan(0);
      expect(problemOf(Object.fromEntries(parameters.map((one) => [one.key, one.default])))).toBeUndefined();
      for (const { words } of parameters) {
        expect(words.ru.title + words.ru.description).toMatch(/[а-яё]/i);
        expect(words.en.title + words.en.description).not.toMatch(/[а-яё]/i);
      }
      expect(messagesIn('en').variant.parameter).toBeTruthy();
    },
  );
});
