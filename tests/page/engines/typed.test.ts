import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { made } from '../opened.ts';
import { engines } from './engines.ts';
import type { DrivenTab } from './web-driver.ts';

const slug = '02-saturation';
const text = '// mine\nexport const tanh = (z: number): number => Math.tanh(z);\n';

const status = (tab: DrivenTab, task: string) =>
  tab.evaluate((id) => document.querySelector<HTMLElement>(`[data-task=${id}]`)?.dataset['status'], task);
const inEditor = (tab: DrivenTab) => tab.evaluate(() => document.querySelector('.cm-content')?.textContent, null);
/** What is wider than the screen; a driver may make its window no narrower than it likes. */
const overflow = (tab: DrivenTab) => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth, null);

/** Puts a text into the editor as a hand would. */
const type = (tab: DrivenTab, typed: string) =>
  tab.evaluate((all) => {
    document.querySelector<HTMLElement>('[data-file="tanh.ts"]')?.click();
    document.querySelector<HTMLElement>('.cm-content')?.focus();
    document.execCommand('selectAll');
    document.execCommand('insertText', false, all);
  }, typed);
/** How what is wrong is underlined; Safari reads a style of lines in no short form. */
const underline = (tab: DrivenTab) =>
  tab.evaluate(() => {
    const mark = document.querySelector('.cm-lintRange');
    return mark === null ? null : getComputedStyle(mark).textDecorationStyle;
  }, null);

describe.each(engines)('in $name', ({ isInstalled, launch }) => {
  test.skipIf(!isInstalled)(
    'what is typed is checked, underlined and kept; nothing is wider than the screen',
    { timeout: 300_000 },
    async () => {
      const tab = await launch();
      const url = pathToFileURL(path.join(made([slug]), `${slug}.html`)).href;
      await tab.size(1280, 800);
      await tab.open(url);
      await expect.poll(() => status(tab, 'tanh'), { timeout: 120_000 }).toBe('not-started');
      expect(await overflow(tab)).toBeLessThanOrEqual(0);
      await type(tab, 'export const tanh = (z: number): number => z;\n');
      await expect.poll(() => underline(tab), { timeout: 120_000 }).toBe('wavy');
      await type(tab, text);
      await expect.poll(() => status(tab, 'tanh'), { timeout: 120_000 }).toBe('passed');
      await tab.size(390, 800);
      await tab.open('about:blank');
      await tab.open(url);
      expect(await inEditor(tab)).toContain('// mine');
      await expect.poll(() => status(tab, 'tanh'), { timeout: 120_000 }).toBe('passed');
      expect(await overflow(tab)).toBeLessThanOrEqual(0);
      await tab.close();
    },
  );
});
