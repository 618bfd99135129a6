import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAssignmentWords } from '../../grader/catalogue/assignment-words.ts';
import { titleIn } from '../../grader/load/assignment/manifest.ts';

test('formulas in titles and laws are Unicode, for not all that shows them renders Markdown; explanations stay Markdown', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-words-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lines = [
    '## Laws',
    "- `slope`: The answer is $\\sigma'(x_1)$.",
    '## Misconceptions',
    '- `halved`: **$\\sigma$ is halved** Multiply by $\\sigma$: `a * b`.',
  ];
  writeFileSync(path.join(folder, 'messages.en.md'), lines.join('\n'));
  expect(readAssignmentWords(folder, 'en')).toMatchObject({
    laws: { slope: 'The answer is σ′(x₁).' },
    misconceptions: { halved: { title: 'σ is halved', explanation: 'Multiply by $\\sigma$: `a * b`.' } },
  });
  expect(titleIn({ id: 'mine', title: { en: 'Why $\\nabla L$ vanishes' } }, 'en')).toBe('Why ∇L vanishes');
});
