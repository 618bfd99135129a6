import { createHash } from 'node:crypto';
import renderFrame from '../../../templates/page/frame.html.hbs';
import style from '../../../templates/page/page.css.hbs';
import renderPage from '../../../templates/page/page.html.hbs';
import type { PageData } from '../page-data.ts';
import { pageWordsIn } from '../words.ts';

/** The scripts that the build has made for a page. */
export interface PageScripts {
  readonly page: string;
  readonly frame: string;
  /** With the assignment's laws in it. */
  readonly engine: string;
}

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing in a script ends the element that it stands in. */
const inElement = (script: string): string =>
  script
    .trim()
    .replace(/<\/(?=script)/gi, '<\\/')
    .replaceAll('<!--', '<\\!--');

const inJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page as one file that asks nobody for anything: what it may load is what is in it. */
export function pageFile(data: PageData, scripts: PageScripts): string {
  const [language = 'en'] = data.languages;
  const page = inElement(scripts.page);
  const frame = inElement(scripts.frame);
  const css = style({}, { helpers: {} });
  const inside = `default-src 'none'; script-src ${digest(frame)}; worker-src blob:`;
  const policy = [
    "default-src 'none'",
    `script-src ${digest(page)} ${digest(frame)}`,
    // Formulas and the editor carry styles of their own. A style can load nothing but what `img-src` allows.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return renderPage(
    {
      language,
      title: escaped(data.texts[language]?.title ?? data.manifest.id),
      noScript: escaped(pageWordsIn(language).noScript),
      policy: policy.join('; '),
      css,
      data: inJson(data),
      frame: inJson(renderFrame({ policy: inside, script: frame }, { helpers: {} })),
      engine: inElement(scripts.engine),
      page,
    },
    { helpers: {} },
  );
}
