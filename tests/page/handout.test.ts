import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nabla } from '../cli/run-nabla.ts';
import { made } from './opened.ts';

test('a handout has the page of each assignment, which students may lose', () => {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'nabla-handout-')), 'handout');
  expect(nabla(['handout', '02-saturation', '--out', out]).status).toBe(0);
  const page = 'page/02-saturation.html';
  const alone = readFileSync(path.join(made(['02-saturation']), '02-saturation.html'), 'utf8');
  expect(readFileSync(path.join(out, page), 'utf8') === alone).toBe(true);
  const { files, given } = JSON.parse(readFileSync(path.join(out, 'handout.json'), 'utf8'));
  expect(Object.keys(given)).toContain(page);
  expect(Object.keys(files)).not.toContain(page);
  for (const readme of ['README.md', 'README.ru.md'])
    expect(readFileSync(path.join(out, readme), 'utf8')).toContain(page);
});
