import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { gradeFolder } from '../grade/grade-folder.ts';
import { binary, launched, made, opened } from './opened.ts';

const slug = '02-saturation';

test.skipIf(binary === undefined)(
  'with the seed of a report, the page shows the counterexample of that report',
  async () => {
    const wrong = 'export function tanh(z: number): number { return z > 3 ? 1 : Math.tanh(z); }\n';
    const submission = mkdtempSync(path.join(tmpdir(), 'nabla-seed-'));
    cpSync(`assignments/${slug}/src`, submission, { recursive: true });
    writeFileSync(path.join(submission, 'tanh.ts'), wrong);
    const assignment = await loadAssignment(projectRoot(), slug);
    const browser = await launched();
    const { page } = await opened(browser, made([slug]), slug);
    await page.locator('[data-file="tanh.ts"]').click();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(wrong);
    await page.getByRole('button', { name: 'Enter a seed' }).click();
    const field = page.locator('.seed input');
    for (const [typed, seed] of [
      ['5', 5],
      ['Seed 4294967295.', 4294967295],
    ] as const) {
      await field.fill(typed);
      await field.press('Enter');
      const { tasks } = await gradeFolder(assignment, submission, { seed });
      const { counterexample } = tasks.find(({ id }) => id === 'tanh') ?? {};
      const shown = () => page.locator('.panel').textContent();
      await expect.poll(shown, { timeout: 60_000 }).toContain(`of the seed ${seed}.`);
      expect(await page.locator('.counterexample pre').textContent()).toBe(counterexample?.call);
      expect(await field.inputValue()).toBe(String(seed));
      expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    }
    await field.fill('4294967296');
    await field.press('Enter');
    expect(await page.locator('.notice').textContent()).toContain('from 0 to 4294967295');
    expect(await field.inputValue()).toBe('4294967295');
    await browser.close();
  },
);
