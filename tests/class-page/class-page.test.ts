import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { made, placed } from './made-page.ts';

const binary = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
describe('class.md', () => {
  const markdown = made(40)['class.md']!;
  test('says what the page shows, and none of it is Markdown of a student’s', () => {
    expect(markdown).toContain('Students: 40.');
    expect(markdown).toContain('| `sigmoid` |');
    expect(markdown).toContain('the sign of backward is wrong');
    expect(markdown).toContain('not handed in: it is empty. Ask, or check the roster.');
    expect(markdown.replace(/`[^`]*`/g, '')).not.toMatch(/(?<!\\)<img/);
  });
  test('is Russian in Russian', () => expect(made(40, 'ru')['class.md']).toContain('Студенты: 40.'));
});

describe.skipIf(binary === undefined)('class.html in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: binary!, args: ['--no-sandbox', '--disable-gpu'] });
  });
  afterAll(() => browser.close());

  async function open(url: string, options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options);
    const problems: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => problems.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    return { page, problems, requests };
  }
  const ids = (page: Page): Promise<string[]> => page.locator('#rows tr.student td:first-child').allTextContents();

  /** The least contrast of the first of each kind with the paper. */
  const contrast = (page: Page, kinds: readonly string[]): Promise<number> =>
    page.evaluate((names) => {
      const light = (color: string): number => {
        const [r = 0, g = 0, b = 0] = (color.match(/\d+/g) ?? []).map((part) => {
          const share = Number(part) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const paper = light(getComputedStyle(document.body).backgroundColor);
      const ratios = names.map((name) => {
        const ink = light(getComputedStyle(document.querySelector(name)!).color);
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      });
      return Math.min(...ratios);
    }, kinds);
  const shots = process.env['NABLA_SCREENSHOTS'];
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
  };

  test('asks nobody for anything, and runs nothing of a student’s', async () => {
    const { page, problems, requests } = await open(placed(40));
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(problems).toEqual([]);
    expect(await page.title()).toBe('∇ Backpropagation <&>');
    expect(await page.locator('#rows img, #rows b').count()).toBe(0);
    await page.locator('#rows tr.student').nth(4).click();
    expect(await page.locator('tr.detail').textContent()).toContain('onerror=');
    expect(await page.title()).not.toBe('taken');
    // What a page could send, the policy forbids.
    const sent = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'sent',
        () => 'refused',
      ),
    );
    expect(sent).toBe('refused');
    await shoot(page, 'open');
    await page.close();
  });

  test('sorts by any column, both ways', async () => {
    const { page } = await open(placed(40));
    const points = async (): Promise<number[]> =>
      (await page.locator('#rows tr.student td:nth-child(3)').allTextContents()).map(
        (text) => Number.parseFloat(text) || -1,
      );
    await page.getByRole('button', { name: 'Points', exact: true }).click();
    const down = await points();
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await page.getByRole('button', { name: 'Points', exact: true }).click();
    const up = await points();
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toBe('Points');
    await page.getByRole('button', { name: 'Student', exact: true }).click();
    const sorted = await ids(page);
    expect(sorted).toEqual([...sorted].sort());
    await page.close();
  });

  test('filters by name, state, task and points', async () => {
    const { page } = await open(placed(40));
    await page.getByLabel('Name').fill('имя 12');
    expect(await ids(page)).toEqual(['s0012']);
    await page.getByLabel('Name').fill('');
    await page.getByLabel('State').selectOption({ label: 'not handed in' });
    expect(await ids(page)).toEqual(['s0005', 's0022', 's0039']);
    await page.getByLabel('State').selectOption('');
    await page.getByLabel('Task not passed').selectOption({ label: 'sigmoid' });
    expect(
      (await ids(page)).every((id) => Number(id.slice(1)) % 4 === 0 || [5, 7, 22, 39].includes(Number(id.slice(1)))),
    ).toBe(true);
    await page.getByLabel('Task not passed').selectOption('');
    await page.getByLabel('Points from').fill('60');
    expect((await ids(page)).length).toBeGreaterThan(0);
    expect((await ids(page)).every((id) => Number(id.slice(1)) % 4 === 3)).toBe(true);
    await page.getByRole('button', { name: 'All points' }).click();
    expect(await ids(page)).toHaveLength(40);
    // The same by hand on the drawing.
    await page.locator('#distribution svg').scrollIntoViewIfNeeded();
    const box = (await page.locator('#distribution svg').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.9, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width, box.y + 20);
    await page.mouse.up();
    expect((await ids(page)).every((id) => Number(id.slice(1)) % 4 === 3)).toBe(true);
    expect(await page.locator('#shown').textContent()).toMatch(/^\d+ of 40 shown$/);
    await page.close();
  });

  test('is used from the keyboard: j, k, Enter', async () => {
    const { page } = await open(placed(40));
    await page.locator('h1').click();
    for (const key of ['j', 'j', 'j', 'k', 'Enter']) await page.keyboard.press(key);
    expect(await page.locator('tr[aria-selected=true] td').first().textContent()).toBe('s0001');
    expect(await page.locator('tr.detail').textContent()).toContain('the sign of forward is wrong');
    await page.keyboard.press('Enter');
    expect(await page.locator('tr.detail').count()).toBe(0);
    // In a field they are letters.
    await page.getByLabel('Name').focus();
    await page.keyboard.press('j');
    expect(await page.getByLabel('Name').inputValue()).toBe('j');
    await page.close();
  });

  test('leads from a reason to the student, and shows mistakes with an example of nobody’s', async () => {
    const { page } = await open(placed(40));
    await page.locator('#looks summary').first().click();
    await page.locator('#looks li button').first().click();
    expect(await page.locator('tr.detail').count()).toBe(1);
    await page.locator('#tasks summary').first().click();
    const mistakes = await page.locator('#tasks details').first().textContent();
    expect(mistakes).toContain('the sign of sigmoid is wrong');
    expect(mistakes).not.toMatch(/s00\d\d/);
    await page.getByRole('button', { name: 'Hide names' }).click();
    const color = await page
      .locator('#rows td.who')
      .first()
      .evaluate((cell) => getComputedStyle(cell).color);
    expect(color).toBe('rgba(0, 0, 0, 0)');
    await page.close();
  });

  test.each(['light', 'dark'] as const)('is readable in %s', async (colorScheme) => {
    const { page } = await open(placed(40), { colorScheme });
    expect(
      await contrast(page, ['#counts dt', '#counts dd', '.keys', '.bad', 'figcaption', '#looks button']),
    ).toBeGreaterThan(4.5);
    await shoot(page, colorScheme);
    await page.getByRole('button', { name: 'Light or dark' }).click();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(
      colorScheme === 'dark' ? 'light' : 'dark',
    );
    await page.close();
  });

  test('is printed on white, whatever it is on the screen: everybody, and nothing to press', async () => {
    const { page } = await open(placed(200), { colorScheme: 'dark' });
    for (const isChosen of [false, true]) {
      // Dark because the system is, and because it was chosen.
      if (isChosen) for (const _ of [1, 2]) await page.getByRole('button', { name: 'Light or dark' }).click();
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
      expect(
        await contrast(page, ['#counts dt', '#counts dd', '.bad', 'figcaption', '#rows td', 'h2', '#looks .todo']),
      ).toBeGreaterThan(4.5);
      for (const name of ['.tools', '#filters', '.keys', '.range'])
        expect(await page.locator(name).first().isVisible()).toBe(false);
      expect(await page.locator('#rows tr.student:visible').count()).toBe(200);
      // No row stands outside of a box that only a screen could scroll.
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('.table')!).overflowY)).toBe('visible');
      await page.emulateMedia({ media: 'screen' });
    }
    await page.close();
  });

  test('fits on a phone, in Russian, and beyond 400 students draws bars', async () => {
    const { page } = await open(placed(1000, 'ru'), { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await page.locator('#distribution .bar').count()).toBeGreaterThan(0);
    expect(await page.locator('#distribution .dot').count()).toBe(0);
    expect(await page.locator('#rows tr.student').count()).toBe(1000);
    expect(await page.locator('h2').first().textContent()).toBe('Распределение баллов');
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, 'phone.png') });
    await page.close();
  });
});

if (binary === undefined) console.warn('skipped: Chromium is not installed: apt-get install chromium');
