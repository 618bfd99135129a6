import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { Result } from '../../grader/report/result.ts';
import type { Tab } from './engines/web-driver.ts';

/** Where Chromium is, if it is installed. */
export const binary = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export const launched = (...options: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: binary ?? '', args: ['--no-sandbox', '--disable-gpu', ...options] });

const known = new Map<string, string>();
const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'nabla-page-'));

/** The pages of some assignments, as users make them; gives a folder of their own, in which each test may change them. */
export function made(slugs: readonly string[], ...options: readonly string[]): string {
  const key = [...slugs, ...options].join(' ');
  const first = known.get(key) ?? newFolder();
  if (!known.has(key)) execFileSync(process.execPath, ['dist/nabla.js', 'page', ...slugs, '--out', first, ...options]);
  known.set(key, first);
  const folder = newFolder();
  cpSync(first, folder, { recursive: true });
  return folder;
}

/** A page opened from the disk, what it complained about, and whom it asked for anything. */
export async function opened(browser: Browser | BrowserContext, folder: string, slug: string) {
  const page = await browser.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path.join(folder, `${slug}.html`)).href);
  return { page, problems, requests };
}

/** The TypeScript files in a folder, as bytes in base64. */
export const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );

/** What the page's own grader gives for the files in a folder. */
export const checkedIn = (page: Tab, folder: string, seed: number): Promise<Result> =>
  page.evaluate(
    ({ files, seed }) => {
      const bytes = Object.entries(files).map(([name, text]) => [
        name,
        Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
      ]);
      const { nabla } = globalThis as unknown as { nabla: { check: (of: object) => Promise<Result> } };
      return nabla.check({ seed, files: Object.fromEntries(bytes) });
    },
    { files: filesIn(folder), seed },
  );
