import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formulasIn, plainFormula, plainMarkdown, plainSentence } from '../../grader/plain-math/plain-math.ts';

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
    ['\\hat{\\gamma} \\leq \\nabla_\\theta \\mathcal{L}', 'γ\u0302 ≤ ∇_θ L'],
    ['\\frac{1.2~ z}{\\sqrt{1+0.7~{ z}^{2}}}', '(1.2 z)/(√(1+0.7 z²))'],
    ['\\hat x_i', 'x\u0302ᵢ'],
    ['\\bar{xy}', 'bar(xy)'],
    ['\\sqrt{\\frac{2}{n_{in} } } \\cdot g', '√(2/nᵢₙ) · g'],
    ['\\frac{\\sqrt{6} }{\\sqrt{n_{in} + n_{out} } }', '√6/(√(nᵢₙ + nₒᵤₜ))'],
    ['\\frac{1.2\\, z}{\\sqrt{1+0.7\\,{z}^{2}}}', '(1.2 z)/(√(1+0.7 z²))'],
  ])('%s is %s', (latex, plain) => {
    expect(plainFormula(latex)).toBe(plain);
  });

  test('of its own stands on a line of its own', () => {
    expect(plainMarkdown('As in\n\n$$a = b$$\n\nand $c$, `code`, **bold**.')).toBe(
      'As in\n\n    a = b\n\nand c, code, bold.',
    );
  });
});

test('a sentence keeps all but its formulas', () => {
  expect(plainSentence('`f` is **not** $\\sigma(x_1)$, for 5 $')).toBe('`f` is **not** σ(x₁), for 5 $');
});

test('what looks like a formula in code is none', () => {
  expect(formulasIn('$a$ and\n\n```ts\n`$b$`\n```\n\n$$\nc\n$$')).toEqual(['a', '\nc\n']);
});

test('a block of code is indented, without its fences', () => {
  expect(plainMarkdown('As in\n\n```ts\nf(`$`)\n// → 1\n```\n\nand `x`.')).toBe(
    'As in\n\n    f(`$`)\n    // → 1\n\nand x.',
  );
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
    expect(shown.match(/\\[A-Za-z]+|\$|```/g) ?? []).toEqual([]);
  });
});
