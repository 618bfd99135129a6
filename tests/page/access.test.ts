import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binary, filesIn, launched, made, opened } from './opened.ts';

const slug = '02-saturation';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const right = new Map(
  Object.entries(filesIn(`tests/submissions/${slug}/right-textbook`)).map(([name, text]) => [
    name,
    Buffer.from(text, 'base64').toString(),
  ]),
);

describe.skipIf(binary === undefined)('the page is for everybody', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = made(['02-saturation']);
    browser = await launched();
  });
  afterAll(() => browser.close());

  const status = (page: Page, task: string) => page.locator(`[data-task=${task}]`).getAttribute('data-status');
  const mistaken = {
    name: 'tanh.ts',
    mimeType: 'text/plain',
    buffer: Buffer.from('export function tanh(z: number) { return z; }'),
  };

  const screens: readonly (readonly [string, BrowserContextOptions, string | undefined])[] = [
    ['light', { viewport: { width: 1400, height: 900 }, colorScheme: 'light' }, undefined],
    ['dark', { viewport: { width: 1400, height: 900 }, colorScheme: 'dark', locale: 'ru-RU' }, undefined],
    ['a phone', { viewport: { width: 360, height: 740 } }, 'Result'],
  ];
  test.each(screens)('axe-core finds nothing in it: %s', async (...[, options, tab]) => {
    const context = await browser.newContext(options);
    const { page } = await opened(context, folder, slug);
    await page.locator('input[type=file]').setInputFiles(mistaken);
    await expect.poll(() => status(page, 'tanh'), { timeout: 60_000 }).toBe('failed');
    if (tab !== undefined) await page.getByRole('tab', { name: tab }).first().click();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });

  test.each([
    ['beside the editor', 1400],
    ['on a phone', 390],
  ] as const)('the chip of a task leads to it, by the keyboard, too: %s', async (_, width) => {
    const context = await browser.newContext({ viewport: { width, height: 740 } });
    const { page } = await opened(context, folder, slug);
    await expect.poll(() => status(page, 'tanh'), { timeout: 60_000 }).toBe('not-started');
    if (width < 900) await page.getByRole('tab', { name: 'Code' }).first().click();
    const chip = page.getByRole('button', { name: 'saturatedFraction: not started' });
    await chip.focus();
    await page.keyboard.press('Enter');
    const top = () => page.locator('[data-task=saturatedFraction]').evaluate((one) => one.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(400);
    expect(await top()).toBeGreaterThan(0);
    expect(await page.locator('.which').inputValue()).toBe('saturatedFraction');
    expect(await page.locator('[data-file][aria-selected=true]').getAttribute('data-file')).toBe('saturation.ts');
    // From there one goes on to the function.
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
    await context.close();
  });

  test('the keyboard alone leads from the statement to full points', async () => {
    const context = await browser.newContext();
    const { page } = await opened(context, folder, slug);
    await expect.poll(() => status(page, 'tanh'), { timeout: 60_000 }).toBe('not-started');
    for (const task of ['tanh', 'sigmoidDerivativeFromOutput', 'saturatedFraction']) {
      const isThere = () =>
        page.evaluate((id) => document.activeElement?.matches(`[data-task=${id}] button`) === true, task);
      for (let presses = 0; presses < 100 && !(await isThere()); presses++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content');
      const file = await page.locator('[data-file][aria-selected=true]').getAttribute('data-file');
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(right.get(file ?? '') ?? '');
    }
    await expect.poll(() => page.locator('[data-points]').getAttribute('data-points'), { timeout: 60_000 }).toBe('100');
    await context.close();
  });
});
