import render from '../../../templates/page/index.html.hbs';
import { type Language, type Manifest, titleIn } from '../../load/assignment/manifest.ts';
import { pageWordsIn } from '../words.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page that leads to those of the assignments, in each language. */
export const indexFile = (manifests: readonly Manifest[], languages: readonly Language[]): string =>
  render(
    {
      language: languages[0] ?? 'en',
      languages: languages.map((language) => ({
        language,
        heading: escaped(pageWordsIn(language).index),
        classroom: escaped(pageWordsIn(language).classroom),
        pages: manifests.map((manifest) => ({
          href: `${encodeURIComponent(manifest.id)}.html`,
          title: escaped(titleIn(manifest, language)),
        })),
      })),
    },
    { helpers: {} },
  );
