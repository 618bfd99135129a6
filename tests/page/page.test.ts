import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pairOf, parametersOf } from '../../assignments/02-saturation/parameters.ts';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { saturatedFraction } from '../../reference/activations/saturation.ts';
import { createRng } from '../../reference/numerics/rng.ts';
import { binary, filesIn, launched, made, opened } from './opened.ts';

const slug = '02-saturation';
const right = Object.entries(filesIn(`tests/submissions/${slug}/right-textbook`)).map(
  ([name, text]) => [name, Buffer.from(text, 'base64').toString()] as const,
);

describe.skipIf(binary === undefined)('the page of an assignment', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = made(listAssignments(projectRoot()));
    browser = await launched();
  });
  afterAll(() => browser.close());

  const points = (page: Page): Promise<string | null> => page.locator('[data-points]').getAttribute('data-points');
  const statuses = (page: Page): Promise<(string | undefined)[]> =>
    page.locator('[data-task]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['status']));
  const textIn = (page: Page): Promise<string> =>
    page.locator('.cm-content').evaluate((content) => {
      const { view } = (content as unknown as { cmTile: { view: { state: { doc: object } } } }).cmTile;
      return String(view.state.doc);
    });
  async function type(page: Page, file: string, text: string): Promise<void> {
    await page.locator(`[data-file="${file}"]`).click();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  }

  test('is one file of at most 3 MB', () => {
    for (const name of ['01-backpropagation', '02-saturation', '03-gradient-control', '04-initialization']) {
      expect(statSync(path.join(folder, `${name}.html`)).size).toBeLessThanOrEqual(3 * 2 ** 20);
    }
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain('href="02-saturation.html"');
  });

  test('takes a right solution to 100 points as it is typed, and has it again when it is opened again', async () => {
    const context = await browser.newContext();
    const { page, problems, requests } = await opened(context, folder, slug);
    await expect
      .poll(() => statuses(page), { timeout: 60_000 })
      .toEqual(Array.from({ length: 7 }, () => 'not-started'));
    for (const [file, text] of right) if (file !== 'types.ts') await type(page, file, text);
    await expect.poll(() => points(page), { timeout: 60_000 }).toBe('100');
    expect(new Set(await statuses(page))).toEqual(new Set(['passed']));
    const open = await page.locator('[data-file][aria-selected=true]').getAttribute('data-file');
    const text = await textIn(page);
    await page.close();

    const again = await opened(context, folder, slug);
    expect(await again.page.locator('[data-file][aria-selected=true]').getAttribute('data-file')).toBe(open);
    expect(await textIn(again.page)).toBe(text);
    await expect.poll(() => points(again.page), { timeout: 60_000 }).toBe('100');
    expect([...problems, ...again.problems]).toEqual([]);
    expect(requests.filter((url) => !/^(?:file|data|blob|about):/.test(url))).toEqual([]);
    await context.close();
  });

  test('opened with a loop in it is not held up by it', async () => {
    const context = await browser.newContext();
    const { page } = await opened(context, folder, slug);
    await type(page, 'tanh.ts', 'for (;;);\nexport function tanh(z: number): number { return z; }');
    await page.close();
    const again = await opened(context, folder, slug);
    await expect
      .poll(() => again.page.locator('[data-task=tanh]').getAttribute('data-status'), { timeout: 60_000 })
      .toBe('timeout');
    // Who types on does not wait for it either.
    await again.page.locator('.cm-content').press('End');
    await again.page.keyboard.type(' ');
    await again.page.waitForTimeout(600);
    await type(again.page, 'tanh.ts', 'export function tanh(z: number): number { return Math.tanh(z); }');
    await expect
      .poll(() => again.page.locator('[data-task=tanh]').getAttribute('data-status'), { timeout: 60_000 })
      .toBe('passed');
    await context.close();
  });

  test('shows in another tab what is typed in one', async () => {
    const context = await browser.newContext();
    const { page } = await opened(context, folder, slug);
    const other = await opened(context, folder, slug);
    await type(page, 'tanh.ts', '// from the first\n');
    await expect.poll(() => textIn(other.page)).toContain('// from the first');
    await type(other.page, 'tanh.ts', '// from the second\n');
    await expect.poll(() => textIn(page)).toContain('// from the second');
    await context.close();
  });

  test('draws what the student’s own functions do, and the right ones beside them', async () => {
    const context = await browser.newContext();
    const { page, problems } = await opened(context, folder, slug);
    const { threshold, ...pair } = parametersOf();
    const { normal } = createRng(1998);
    const z = Array.from({ length: 300 }, () => 8 * normal());
    const percent = (100 * saturatedFraction(pairOf({ ...pair, threshold }).second.shape, z, threshold)).toFixed(0);
    const note = () => page.locator('.look .soft').textContent();
    await page.getByRole('tab', { name: 'Look' }).click();
    await expect.poll(note).toContain('None of your functions');
    for (const [file, text] of right) if (file !== 'types.ts') await type(page, file, text);
    await expect.poll(() => points(page), { timeout: 60_000 }).toBe('100');
    await expect.poll(note).toBe('');
    await page.getByRole('slider').fill('8');
    await expect.poll(() => page.locator('.look').textContent()).toContain(`${percent} % of them are saturated`);
    await type(
      page,
      'tanh.ts',
      'export const tanh = (z: number) => z / 2;\nexport const tanhDerivative = (z: number) => 0.5;',
    );
    await expect.poll(note, { timeout: 30_000 }).toContain('the right ones');
    expect(problems).toEqual([]);
    await context.close();
  });

  test('gives its files as an archive with the paths of a handout, and takes one back', async () => {
    const context = await browser.newContext();
    const { page } = await opened(context, folder, slug);
    await type(page, 'tanh.ts', '// mine\n');
    await page.locator('.menu summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as ZIP' }).click(),
    ]);
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-zip-')), 'files.zip');
    await download.saveAs(file);
    const entries = unzipSync(readFileSync(file));
    expect(Object.keys(entries).sort()).toEqual(
      ['from-output.ts', 'saturation.ts', 'tanh.ts', 'types.ts'].map((name) => `assignments/${slug}/src/${name}`),
    );
    expect(strFromU8(entries[`assignments/${slug}/src/tanh.ts`] ?? new Uint8Array())).toBe('// mine\n');
    await type(page, 'tanh.ts', '// other\n');
    await page.locator('input[type=file]').setInputFiles(file);
    await expect.poll(() => textIn(page)).toBe('// mine\n');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => textIn(page)).toBe('// other\n');
    const noise = path.join(path.dirname(file), 'notes.zip');
    writeFileSync(noise, 'no archive');
    await page.locator('input[type=file]').setInputFiles(noise);
    await expect.poll(() => page.locator('.notice').textContent()).toContain('No file of this assignment was found');
    await context.close();
  });
});

if (binary === undefined) console.warn('skipped: Chromium is not installed: apt-get install chromium');
