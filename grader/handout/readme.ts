import renderEnglish from '../../templates/handout/README.en.md.hbs';
import renderRussian from '../../templates/handout/README.ru.md.hbs';
import { type Language, titleIn } from '../load/assignment/manifest.ts';
import { spokenBy } from '../load/spoken-file.ts';
import type { HandedOut, HandoutFile } from './handed-out.ts';

const readmes: Readonly<Record<Language, typeof renderEnglish>> = { en: renderEnglish, ru: renderRussian };
const readmeName = (language: Language, first: Language): string =>
  language === first ? 'README.md' : `README.${language}.md`;

/** A README in each language; that of the first is what a repository shows. */
export function readmeFiles(
  handed: readonly HandedOut[],
  languages: readonly [Language, ...Language[]],
  hasPages: boolean,
): HandoutFile[] {
  const [first] = languages;
  return languages.map((language) => {
    const assignments = handed.map(({ manifest }) => ({
      title: titleIn(manifest, language),
      statement: `assignments/${manifest.id}/statement.${spokenBy(manifest, [language])[0]}.md`,
      folder: `assignments/${manifest.id}/src`,
      page: `page/${manifest.id}.html`,
    }));
    const [example] = handed.flatMap(({ manifest }) =>
      manifest.tasks.map(({ id, file }) => ({ task: id, file: `assignments/${manifest.id}/src/${file}` })),
    );
    const other = languages.find((name) => name !== language);
    const context = {
      title: assignments.map(({ title }) => title).join(' · '),
      assignments,
      hasPages,
      isSecond: language !== first,
      other: other === undefined ? '' : readmeName(other, first),
      exampleTask: example?.task ?? '',
      exampleFile: example?.file ?? '',
    };
    const content = `${readmes[language](context, { helpers: {} })
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`;
    return { name: readmeName(language, first), content, role: 'given' };
  });
}
