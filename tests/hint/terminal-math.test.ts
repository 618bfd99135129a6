import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainFormula, plainMarkdown } from '../../grader/hint/terminal-math.ts';

describe('a formula in a terminal', () => {
  test.each([
    ['\\sigma(z) = \\frac{1}{1 + e^{-z}}', 'σ(z) = 1/(1 + e⁻ᶻ)'],
    ['\\frac{\\partial L}{\\partial w_0}', '(∂L)/(∂w₀)'],
    ['z = \\ln \\frac{a}{1 - a}', 'z = ln(a/(1 − a))'],
    ['\\lVert g \\rVert = \\sqrt{\\sum_i g_i^2}', '‖g‖ = √(Σᵢ gᵢ²)'],
    ['W^{\\top} \\delta', 'Wᵀ δ'],
    ['\\frac12 w^2', '1/2 w²'],
    ['10^{-300}', '10⁻³⁰⁰'],
    ["\\sigma'(z_i)\\, w_i", 'σ′(zᵢ) wᵢ'],
    ['\\#\\{\\, i : z_i < t \\,\\}', '#{ i : zᵢ < t }'],
    ['x_{t,j}', 'x_(t,j)'],
    ['\\sqrt{\\frac{2}{n_{in} } } \\cdot g', '√(2/nᵢₙ) · g'],
    ['\\frac{\\sqrt{6} }{\\sqrt{n_{in} + n_{out} } }', '√6/(√(nᵢₙ + nₒᵤₜ))'],
  ])('%s is %s', (latex, plain) => {
    expect(plainFormula(latex)).toBe(plain);
  });

  test('of its own stands on a line of its own', () => {
    expect(plainMarkdown('As in\n\n$$a = b$$\n\nand $c$, `code`, **bold**.')).toBe(
      'As in\n\n    a = b\n\nand c, code, bold.',
    );
  });
});

describe('the hints and explanations of every assignment', () => {
  const texts = readdirSync('assignments').flatMap((slug) =>
    readdirSync(`assignments/${slug}`)
      .filter((name) => /^(?:hints|messages)\..*\.(?:md|json)$/.test(name))
      .map((name) => [`${slug}/${name}`] as const),
  );

  test.each(texts)('%s has nothing that a terminal cannot show', (name) => {
    const text = readFileSync(`assignments/${name}`, 'utf8');
    const shown = plainMarkdown(name.endsWith('.json') ? text.replaceAll('\\\\', '\\').replaceAll('\\n', '\n') : text);
    expect(shown.match(/\\[A-Za-z]+|\$/g) ?? []).toEqual([]);
  });
});
