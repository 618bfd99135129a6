import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { binary, launched, made, opened } from './opened.ts';

describe.skipIf(binary === undefined)('who works at a page is led on', () => {
  let browser: Browser;
  let folder: string;
  let page: Page;
  beforeAll(async () => {
    folder = made(['02-saturation']);
    browser = await launched();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    ({ page } = await opened(browser, folder, '02-saturation'));
    await page.locator('[data-task=tanh][data-status=not-started]').waitFor({ timeout: 60_000 });
  });

  const focused = () => page.evaluate(() => document.activeElement?.className || document.activeElement?.localName);
  const openFile = () => page.locator('[data-file][aria-selected=true]').getAttribute('data-file');
  const files = () => page.locator('[data-file]').allTextContents();
  const choice = () => page.getByRole('combobox', { name: 'Task' });
  const inMenu = async (name: string) => {
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name }).click();
  };

  test('a task chosen by the keyboard shows its file, and the choice keeps the focus', async () => {
    await choice().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await choice().inputValue()).toBe('sigmoidDerivativeFromOutput');
    expect(await openFile()).toBe('from-output.ts');
    expect(await focused()).toBe('which');
  });

  test('what is typed after the way to a stub takes the place of its statement', async () => {
    await page.locator('[data-task=tanhDerivativeFromOutput] button').click();
    await page.keyboard.insertText('return 1 - a * a;');
    await page.locator('[data-task=tanhDerivativeFromOutput][data-status=passed]').waitFor({ timeout: 60_000 });
  });

  test('from a task that has passed the way leads to the next one, in its file', async () => {
    await page.locator('[data-task=saturationPoint] button').click();
    await page.getByRole('button', { name: 'Start here: tanh.' }).press('Enter');
    expect(await openFile()).toBe('tanh.ts');
    expect(await focused()).toContain('cm-content');
    await page.keyboard.insertText('return Math.tanh(z);');
    await page.getByRole('button', { name: 'Next: ' }).waitFor({ timeout: 60_000 });
  });

  test('each hint that is opened is the one that is read', async () => {
    await page.getByRole('tab', { name: 'Hints' }).click();
    await page.getByRole('button', { name: 'First hint' }).click();
    for (const level of [2, 3]) {
      await page.getByRole('button', { name: 'Next hint' }).click();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(`Hint ${level} of 3`);
    }
  });

  test('the menu starts the file over that is open, and gives it back', async () => {
    await page.locator('[data-file="saturation.ts"]').click();
    await page.locator('.cm-content').focus();
    await page.keyboard.insertText('// mine');
    await inMenu('Start saturation.ts over');
    expect(await page.locator('.cm-content').textContent()).not.toContain('// mine');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.locator('.cm-content').textContent()).toContain('// mine');
    expect(await focused()).not.toBe('body');
  });

  test('a file of one’s own is written at once, can be deleted, and be had back', async () => {
    page.on('dialog', (dialog) => dialog.accept('helpers'));
    await inMenu('New file');
    expect(await focused()).toContain('cm-content');
    await page.keyboard.insertText('// help');
    await inMenu('Delete helpers.ts');
    expect(await files()).not.toContain('helpers.ts');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.locator('.cm-content').textContent()).toContain('// help');
    await inMenu('Delete helpers.ts');
    await page.reload();
    await expect.poll(files).not.toContain('helpers.ts');
  });

  test('the menu goes by Escape, which leads back to it, and by a click elsewhere', async () => {
    const menu = page.locator('.menu');
    await menu.locator('summary').click();
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    expect(await focused()).toBe('summary');
    await menu.locator('summary').click();
    await page.locator('.statement').click({ position: { x: 200, y: 20 } });
    expect(await menu.getAttribute('open')).toBeNull();
  });

  test('what was said of a wrong seed goes with a right one', async () => {
    const seed = page.getByLabel('Seed', { exact: true });
    await seed.fill('none');
    await seed.press('Enter');
    await page.locator('.notice').waitFor();
    await seed.fill('12');
    await seed.press('Enter');
    await page.locator('.notice').waitFor({ state: 'hidden' });
  });

  test('the panels are made higher by the keyboard', async () => {
    const height = () => page.locator('.panels').evaluate((panels) => panels.clientHeight);
    const before = await height();
    await page.getByRole('separator', { name: 'Height of the editor' }).press('ArrowUp');
    expect(await height()).toBeGreaterThan(before);
  });
});
