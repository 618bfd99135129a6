import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { binary, launched, made, opened } from './opened.ts';

const slug = '05-deep-network';
const source = path.join('tests/submissions', slug, 'right-textbook');

describe.skipIf(binary === undefined)('the net of 05 trains in the page', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = made(['05']);
    browser = await launched();
  });
  afterAll(() => browser.close());

  test('epoch by epoch; it stops, goes on, and begins anew with another function, while one writes', async () => {
    const { page, problems } = await opened(browser, folder, slug);
    await page.getByRole('tab', { name: 'Look' }).click();
    await page.locator('.look section').first().waitFor();
    // The right one, where there is none yet.
    expect(await page.locator('.look .soft').first().textContent()).toContain('None of your functions');
    const files = readdirSync(source).map((name) => path.join(source, name));
    await page.locator('input[type=file]').setInputFiles(files);
    const epochs = async () => Number(await page.locator('.slider output').first().textContent());
    const sentence = () => page.locator('.look section p').first().textContent();
    const drawn = () => page.locator('.look[aria-busy=false]').waitFor({ timeout: 60_000 });

    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect.poll(epochs, { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await drawn();
    const stoppedAt = await epochs();
    expect(await sentence()).toContain(`After ${stoppedAt} epochs`);
    expect(await page.locator('.look .soft').first().textContent()).not.toContain('None of your functions');
    await page.getByRole('slider').nth(1).fill('2');
    await expect
      .poll(() => page.locator('.look').textContent(), { timeout: 60_000 })
      .toContain('2 times the weights of He');
    await drawn();
    // Nothing goes on by itself.
    expect(await epochs()).toBe(stoppedAt);
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect.poll(epochs, { timeout: 60_000 }).toBeGreaterThan(stoppedAt);
    await page.locator('[data-file="training.ts"]').click();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n// another text');
    expect(await page.locator('.cm-content').textContent()).toContain('// another text');
    await expect.poll(epochs).toBe(1);
    expect(await page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  });
});

if (binary === undefined) console.warn('skipped: Chromium is not installed: apt-get install chromium');
