import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binary, launched, made, opened } from './opened.ts';

const slug = '02-saturation';

/** With a small heap, and more time than it takes to fill it. */
describe.skipIf(binary === undefined)('code that fills the memory', () => {
  let browser: Browser;
  let folder: string;
  let context: BrowserContext;
  beforeAll(async () => {
    folder = made([slug]);
    const file = path.join(folder, `${slug}.html`);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"callMs":500', '"callMs":60000'));
    browser = await launched('--js-flags=--max-old-space-size=100');
    context = await browser.newContext();
  });
  afterAll(() => browser.close());

  const type = async (page: Page, text: string): Promise<void> => {
    await page.locator('[data-file="tanh.ts"]').click();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  };
  const hungry = 'const all = []; for (;;) all.push(new Array(1e4).fill(0).map((_, i) => i));';

  test('ends its worker and costs its task, and no other; what comes after it is graded', async () => {
    // The tools that look into a page take it for lost when its frame is: so it writes down what it knows for another.
    await context.addInitScript(() => {
      const known = (): object =>
        Object.fromEntries(
          [...document.querySelectorAll<HTMLElement>('.statement [data-task]')].map(({ dataset }) => [
            dataset['task'],
            dataset['status'],
          ]),
        );
      if (location.pathname.endsWith('02-saturation.html')) {
        setInterval(() => localStorage.setItem('known', JSON.stringify(known())), 100);
      }
    });
    const { page } = await opened(context, folder, slug);
    const other = await context.newPage();
    await other.goto(`file://${folder}/index.html`);
    const status = (task: string) =>
      other.evaluate((id) => JSON.parse(localStorage.getItem('known') ?? '{}')[id] as string, task);
    await type(
      page,
      `export function tanh(z: number): number { ${hungry} }
       export function tanhDerivative(z: number): number { const t = Math.tanh(z); return (1 - t) * (1 + t); }`,
    );
    await expect.poll(() => status('tanh'), { timeout: 120_000 }).toBe('crashed');
    await expect.poll(() => status('tanhDerivative'), { timeout: 60_000 }).toBe('passed');
    await page.close();
    await other.close();
  });

  test('in the page itself, as in browsers that give its frame no process, does not do so again when it is opened', async () => {
    // Its own, without what the other test has typed.
    const context = await browser.newContext();
    for (const round of [1, 2]) {
      const { page } = await opened(context, folder, slug);
      if (round === 1) {
        await page.locator('.panel[aria-busy=false]').waitFor();
        await type(page, 'export function tanh(z: number): number { for (;;); }');
      }
      await page.locator('.panel[aria-busy=true]').waitFor();
      await page.waitForTimeout(1000);
      const crashed = new Promise<void>((resolve) => page.on('crash', () => resolve()));
      const fill = () =>
        setTimeout(() => {
          const all = [];
          for (;;) all.push(new Array(1e4).fill(0).map((_, i) => i));
        });
      await page.evaluate(fill).catch(() => {});
      await crashed;
      await page.close();
    }

    const { page: again } = await opened(context, folder, slug);
    expect(await again.locator('.notice').textContent()).toContain('did not come to their end');
    expect(await again.locator('.cm-content').textContent()).toContain('for (;;);');
    expect(await again.locator('.panel').textContent()).toContain('have not been checked yet');
    expect(await again.locator('[data-task=tanh]').getAttribute('data-status')).toBe('not-run');
    await type(again, 'export const tanh = (z: number): number => Math.tanh(z);');
    const status = () => again.locator('[data-task=tanh]').getAttribute('data-status');
    await expect.poll(status, { timeout: 60_000 }).toBe('passed');
    await again.locator('.panel[aria-busy=false]').waitFor();
    await again.close();
    const third = await opened(context, folder, slug);
    expect(await third.page.locator('.notice').isHidden()).toBe(true);
  });
});

if (binary === undefined) console.warn('skipped: Chromium is not installed: apt-get install chromium');
