/** `npm run page-pictures`: the page of a half-done submission as pictures, for README and docs. Chromium has to be there. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const slug = '01-backpropagation';
const submission = `tests/submissions/${slug}/half-done`;
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-pictures-'));
execFileSync(process.execPath, ['dist/nabla.js', 'page', slug, '--out', folder]);
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const files = readdirSync(submission).filter((name) => name.endsWith('.ts'));

async function picture(name, options, show) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  // The seed of the example in README.
  await context.addInitScript((key) => localStorage.setItem(key, '5'), `nabla:${slug}::seed`);
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(folder, `${slug}.html`)).href);
  await page.locator('input[type=file]').setInputFiles(files.map((one) => path.join(submission, one)));
  await page.locator('[data-task=chainGradient][data-status=timeout]').waitFor({ state: 'attached' });
  await page.locator('.notice button').last().click();
  await show(page);
  await page.screenshot({ path: `docs/page/${name}.png` });
  await context.close();
}

mkdirSync('docs/page', { recursive: true });
await picture('page', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, async (page) => {
  await page.locator('[data-task=sigmoidDerivative] button').click();
});
await picture('dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }, async (page) => {
  await page.locator('[data-task=backward] button').click();
  await page.getByRole('tab', { name: 'Look' }).click();
  await page.locator('.look svg').waitFor();
});
await picture(
  'phone',
  { viewport: { width: 390, height: 700 }, locale: 'ru-RU', colorScheme: 'light' },
  async (page) => {
    await page.getByRole('tab', { name: 'Результат' }).first().click();
    await page.locator('select.which').selectOption('sigmoidDerivative');
  },
);
await browser.close();
