import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import type { Answerer } from '../../grader/check/answerer.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { drawLooks } from '../../grader/diagnose/looks.ts';
import type { Look } from '../../grader/kit.ts';
import type { Grading } from '../../grader/load/assignment/assignment.ts';
import { gradingUnder, listAssignments, loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { looksSection, writeLooks } from '../../grader/report/looks.ts';
import { nabla } from '../cli/run-nabla.ts';

const root = projectRoot();
const slugs = listAssignments(root);
const languages = ['en', 'ru'] as const;
const loaded = await Promise.all(slugs.map((slug) => loadAssignment(root, slug)));

/** The right answers, in this process. */
const byReference =
  ({ tasks }: Grading) =>
  (task: string): Answerer =>
  async (calls) => ({
    kind: 'answered',
    outcomes: calls.map((args) => localAnswer(tasks[task]!.answer, args)),
    printed: '',
    stuck: false,
  });

const drawn = (grading: Grading, looks: readonly Look[] = grading.looks()) => drawLooks(looks, byReference(grading));

describe.each(loaded.map((one) => [one.slug, one] as const))('who has passed %s', (slug, { grading }) => {
  test.each(languages)('is shown pictures with a question each, as docs/looks/%s has them', async (language) => {
    const looks = await drawn(grading);
    expect(looks).toHaveLength(grading.looks().length);
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-looks-'));
    await writeLooks(folder, looks, language, messagesIn(language));
    const files = readdirSync(path.join(folder, 'plots')).sort();
    expect(files).toHaveLength(looks.length);
    for (const name of files) {
      const svg = readFileSync(path.join(folder, 'plots', name), 'utf8');
      await expect(svg).toMatchFileSnapshot(`../../docs/looks/${language}/plots/${name}`);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
    const section = await looksSection(looks, 'linked', language, messagesIn(language));
    await expect(`# ${slug}\n\n${section}\n`).toMatchFileSnapshot(`../../docs/looks/${language}/${slug}.md`);
    expect(section.match(/<details>/g)).toHaveLength(looks.length);
    expect(section).not.toMatch(/\{\w+\}|NaN|undefined/);
    for (const [, file = ''] of section.matchAll(/\]\(plots\/(.*?)\)/g)) expect(files).toContain(file);
    // A workflow's summary holds 1 MiB in all.
    const inline = await looksSection(looks, 'inline', language, messagesIn(language));
    expect(inline.match(/```mermaid/g)).toHaveLength(looks.length);
    expect(inline.length).toBeLessThan(20_000);
  });

  test('is shown all of it under other parameters, too', async () => {
    const { manifest, alternatives } = loaded.find((one) => one.slug === slug)!;
    // One value of each parameter: nets that are trained take their time.
    const others = [...new Map(alternatives().map(({ changes }) => [changes[0]?.key, changes])).values()];
    for (const changes of others) {
      const parameters = Object.fromEntries(changes.map(({ key, theirs }) => [key, theirs]));
      const under = await gradingUnder(root, manifest.id, parameters);
      const looks = under.looks().filter(({ id }) => id !== 'learning');
      const found = await drawn(under, looks);
      expect([parameters, found.map(({ id }) => id)]).toEqual([parameters, looks.map(({ id }) => id)]);
      for (const language of languages) {
        expect(await looksSection(found, 'linked', language, messagesIn(language))).not.toMatch(
          /\{\w+\}|NaN|undefined/,
        );
      }
    }
  });

  test('is shown nothing that could not be drawn', async () => {
    const silent = async (): Promise<Awaited<ReturnType<Answerer>>> => ({ kind: 'out-of-time' });
    expect(await drawLooks(grading.looks(), () => silent)).toEqual([]);
    const wrong: Answerer = async (calls) => ({
      kind: 'answered',
      outcomes: calls.map(() => ({ kind: 'value', value: 'no number', argumentsAfter: [] })),
      printed: '',
      stuck: false,
    });
    expect(await drawLooks(grading.looks(), () => wrong)).toEqual([]);
    expect(await looksSection([], 'linked', 'en', messagesIn('en'))).toBe('');
  });
});

describe('what is seen in the pictures is what the lecture says', () => {
  const series = async (slug: string, id: string) => {
    const { grading } = loaded.find((one) => one.slug === slug)!;
    const [one] = await drawn(
      grading,
      grading.looks().filter((look) => look.id === id),
    );
    return Object.fromEntries(one!.drawing.series.map(({ label, points }) => [label, points.map(([, y]) => y)]));
  };

  test('a product of fifty factors vanishes, slowest for w = 2', async () => {
    const products = await series('01-backpropagation', 'factors');
    const last = ['w = 0.5', 'w = 1', 'w = 2', 'w = 4'].map((w) => products[w]!.at(-1)!);
    expect(last[2]).toBe(Math.max(...last));
    expect(last[2]).toBeLessThan(1e-28);
    // At w = 1 the chain has settled where a = σ(a).
    let a = 0.5;
    for (let i = 0; i < 100; i++) a = 1 / (1 + Math.exp(-a));
    expect(products['w = 1']!.at(-1)! / products['w = 1']!.at(-2)!).toBeCloseTo(a * (1 - a), 6);
  });

  test('the gradient at the first of fifty steps is ρ⁴⁹', async () => {
    const lengths = await series('03-gradient-control', 'recurrence');
    for (const rho of [0.8, 1, 1.2]) expect(lengths[`ρ = ${rho}`]![0]! / rho ** 49).toBeCloseTo(1, 6);
  });

  test('a penalty frees units from saturation', async () => {
    const [shares] = Object.values(await series('03-gradient-control', 'penalty'));
    expect(shares![0]).toBeGreaterThan(50);
    expect(shares!.at(-1)).toBeLessThan(10);
    expect(shares).toEqual(shares!.toSorted((a, b) => b - a));
  });

  test('He keeps the signal and the gradient, the others lose a half and five sixths per layer', async () => {
    for (const id of ['forwards', 'backwards']) {
      const lines = await series('04-initialization', id);
      const perLayer = Object.values(lines).map((line) => (line.at(-1)! / line[0]!) ** (1 / 20));
      expect(Math.abs(Math.log(perLayer[0]! * 6))).toBeLessThan(0.2);
      expect(Math.abs(Math.log(perLayer[1]! * 2))).toBeLessThan(0.2);
      expect(Math.abs(Math.log(perLayer[2]!))).toBeLessThan(0.2);
    }
  });
});

test('a check writes them beside its report, and takes them away when they are no longer true', () => {
  const check = (name: string, report: string) =>
    nabla([
      'check',
      '01',
      '--submission',
      path.resolve('tests/submissions/01-backpropagation', name),
      '--report',
      report,
    ]);
  const report = mkdtempSync(path.join(tmpdir(), 'nabla-looks-'));
  const folder = path.join(report, '01-backpropagation');
  expect(check('right-textbook', report).status).toBe(0);
  expect(readdirSync(path.join(folder, 'plots'))).toEqual(['look-factors.svg']);
  const text = readFileSync(path.join(folder, 'report.md'), 'utf8');
  expect(text).toContain('(plots/look-factors.svg)');
  expect(text.indexOf('## What your functions show')).toBeLessThan(text.indexOf('✅ Passed'));
  expect(nabla(['check', '01', '--report', report]).status).toBe(1);
  expect(readFileSync(path.join(folder, 'report.md'), 'utf8')).not.toContain('look-factors');
  expect(readdirSync(path.join(folder, 'plots')).filter((name) => name.startsWith('look'))).toEqual([]);
});

test('a file where their folder belongs is a report that cannot be written', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-looks-'));
  writeFileSync(path.join(folder, 'plots'), '');
  await expect(writeLooks(folder, [], 'en', messagesIn('en'))).rejects.toMatchObject({ code: 'cannot-write' });
});
