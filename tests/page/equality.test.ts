import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { layOut, readCases } from '../cases.ts';
import { gradeFolder } from '../grade/grade-folder.ts';
import { binary, checkedIn, launched, made, opened } from './opened.ts';
import { expectSame, toleranceOf } from './same-result.ts';

/** Submissions of each assignment: right, wrong in several ways, broken, hostile. With NABLA_PAGE=all, every one. */
const cases: Readonly<Record<string, readonly string[]>> = {
  '01-backpropagation': [
    'right-textbook',
    'hidden-slope-missing',
    // Others stand on it, and are checked with answers from outside of the worker.
    'mirrored-sigmoid',
    'broken-syntax',
    'top-level-throw',
    'math-random',
    'untouched-stubs',
  ],
  '02-saturation': ['right-textbook', 'bound-times-depth'],
  '03-gradient-control': ['right-textbook', 'not-transposed'],
  '04-initialization': ['right-textbook', 'he-without-factor-two'],
  // Its training asks for thousands of answers, each of which depends on the one before.
  '05-deep-network': ['right-textbook', 'data-shuffled-in-place', 'gradients-not-averaged'],
};
/** Of those that change the language under the grader. */
const hostile = ['loop-global-proxy', 'loop-prototype-setters', 'pollution-object', 'pollution-setters'];
const seeds = [7, 4294967295];

describe.skipIf(binary === undefined)('in Chromium a page gives the result that a check gives', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = made(Object.keys(cases));
    browser = await launched();
  });
  afterAll(() => browser.close());

  test.each(Object.keys(cases))('%s', { timeout: 900_000 }, async (slug) => {
    const assignment = await loadAssignment(projectRoot(), slug);
    const { page, problems, requests } = await opened(browser, folder, slug);
    const tolerance = await toleranceOf(page);
    const isAll = process.env['NABLA_PAGE'] === 'all';
    const chosen = [
      ...readCases(slug).filter(({ name }) => isAll || cases[slug]?.includes(name)),
      ...(slug < '02' ? readCases('hostile').filter(({ name }) => hostile.includes(name)) : []),
    ];
    expect(chosen.length).toBeGreaterThan(0);
    for (const one of chosen) {
      const submission = layOut(one);
      for (const seed of one.name === 'right-textbook' && slug < '05' ? seeds : seeds.slice(0, 1)) {
        const inPage = await checkedIn(page, submission, seed);
        expect(inPage.sandbox).toBe('page');
        const here = await gradeFolder(assignment, submission, { seed });
        expectSame(inPage, here, { name: `${one.name} at seed ${seed}`, tolerance });
      }
      rmSync(submission, { recursive: true });
    }
    expect(problems).toEqual([]);
    expect(requests.filter((url) => !/^(?:file|data|blob|about):/.test(url))).toEqual([]);
    await page.close();
  });
});

if (binary === undefined) console.warn('skipped: Chromium is not installed: apt-get install chromium');
