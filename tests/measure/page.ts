/// <reference lib="dom" />
/**
 * How long somebody who works in a page waits: from the end of the pause after the last key, when a check begins, to the
 * verdict of what the change touched, for every function of right submissions to 01 to 04, changed and changed back.
 * Milliseconds in Chromium; then a whole check as a page is opened; then the same changes saved under `watch`, in the same
 * run, and the page's median as a ratio to that of `watch`, from a save to the end of its check.
 *
 *   npm run measure -- page [rounds]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { quantile, saves, watched } from './watching.ts';

// It finds files of its own beside itself, so that it cannot be part of a bundle.
const { chromium } = requireFrom(path.resolve('package.json'))('playwright-core') as typeof import('playwright-core');
const rounds = Number(process.argv[2] ?? 1);
const slugs = ['01-backpropagation', '02-saturation', '03-gradient-control', '04-initialization'];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const figuresOf = (waits: readonly number[]): string =>
  [0.5, 0.9, 1].map((q) => quantile(waits, q).toFixed(0)).join(', ');

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-measure-'));
execFileSync(process.execPath, ['dist/nabla.js', 'page', ...slugs, '--out', folder]);
const browser = await chromium.launch({
  executablePath: executablePath ?? '',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const slug of slugs) {
  const source = path.join('tests/submissions', slug, 'right-textbook');
  const files = readdirSync(source).filter((name) => name.endsWith('.ts'));
  const page = await browser.newPage();
  const file = path.join(folder, `${slug}.html`);
  await page.goto(pathToFileURL(file).href);
  await page.locator('input[type=file]').setInputFiles(files.map((name) => path.join(source, name)));
  await page.locator('[data-points="100"]').waitFor({ state: 'attached' });
  await page.locator('.panel[aria-busy=false]').waitFor({ state: 'attached' });
  // In the page's own time: when a check began, and when it had ended.
  await page.evaluate(() => {
    const measured: { began: number; waits: number[] } = { began: 0, waits: [] };
    Object.assign(globalThis, { measured });
    const panel = document.querySelector('.panel') as HTMLElement;
    new MutationObserver(() => {
      const isBusy = panel.getAttribute('aria-busy') === 'true';
      if (isBusy && measured.began === 0) measured.began = performance.now();
      if (!isBusy && measured.began > 0) {
        measured.waits.push(performance.now() - measured.began);
        measured.began = 0;
      }
    }).observe(panel, { attributes: true, attributeFilter: ['aria-busy'] });
  });
  const waits = (): Promise<number[]> =>
    page.evaluate(() => (globalThis as unknown as { measured: { waits: number[] } }).measured.waits);
  for (let round = 0; round < rounds; round++) {
    for (const name of files) {
      const before = readFileSync(path.join(source, name), 'utf8');
      await page.locator(`[data-file="${name}"]`).click();
      for (const text of saves(before).flatMap((after) => [after, before])) {
        const count = (await waits()).length;
        await page.locator('.cm-content').focus();
        await page.keyboard.press('Control+A');
        await page.keyboard.insertText(text);
        while ((await waits()).length === count) await page.waitForTimeout(20);
      }
    }
  }
  const all = await waits();
  const opened = performance.now();
  await page.reload();
  await page.locator('[data-points="100"]').waitFor({ state: 'attached' });
  console.log(
    `${slug}: ${(statSync(file).size / 1e6).toFixed(2)} MB; ${all.length} changes; median, nine of ten, longest: ` +
      `${figuresOf(all)} ms from the pause to the verdict; ${(performance.now() - opened).toFixed(0)} ms to open and check all`,
  );
  await page.close();
  const { last } = await watched(slug, rounds);
  console.log(
    `  watch: ${last.length} saves; ${figuresOf(last)} ms to the end; ` +
      `the page waits ${(quantile(all, 0.5) / quantile(last, 0.5)).toFixed(2)} times as long`,
  );
}
await browser.close();
rmSync(folder, { recursive: true });
