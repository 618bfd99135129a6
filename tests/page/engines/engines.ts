import { isLong } from '../../long.ts';
import { binary, launched } from '../opened.ts';
import { firefox, launchFirefox } from './firefox.ts';
import type { DrivenTab } from './web-driver.ts';
import { launchWebKit, webkit } from './webkit.ts';

/** A browser's engine, if it is installed; others than Chromium are asked in the long form of the tests. */
export interface Engine {
  readonly name: string;
  readonly isInstalled: boolean;
  readonly launch: () => Promise<DrivenTab>;
}

/** Chromium, with what it complains about and whom it asks for anything. */
async function launchChromium(): Promise<DrivenTab> {
  const browser = await launched();
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => /^(?:file|data|blob|about):/.test(request.url()) || complaints.push(request.url()));
  return {
    complaints,
    open: async (url) => void (await page.goto(url)),
    evaluate: (act, argument) => page.evaluate(act as never, argument),
    size: (width, height) => page.setViewportSize({ width, height }),
    close: () => browser.close(),
  };
}

/** The engines of the browsers that students have. */
export const engines: readonly Engine[] = [
  { name: 'Chromium', isInstalled: binary !== undefined, launch: launchChromium },
  { name: 'Firefox', isInstalled: isLong && firefox !== undefined, launch: launchFirefox },
  { name: 'WebKit', isInstalled: isLong && webkit !== undefined, launch: launchWebKit },
];
