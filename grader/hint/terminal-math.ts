/** The commands of LaTeX that hints and explanations use, as one character or a word. */
const symbols: Readonly<Record<string, string>> = {
  partial: '∂',
  sigma: 'σ',
  delta: 'δ',
  lambda: 'λ',
  eta: 'η',
  theta: 'θ',
  varphi: 'φ',
  varepsilon: 'ε',
  alpha: 'α',
  beta: 'β',
  mu: 'μ',
  psi: 'ψ',
  sum: 'Σ',
  prod: 'Π',
  infty: '∞',
  cdot: '·',
  times: '×',
  odot: '⊙',
  pm: '±',
  le: '≤',
  ge: '≥',
  ne: '≠',
  approx: '≈',
  sim: '~',
  in: '∈',
  to: '→',
  leftarrow: '←',
  mapsto: '→',
  ldots: '…',
  dots: '…',
  top: 'ᵀ',
  lVert: '‖',
  rVert: '‖',
  mid: '|',
  quad: '  ',
  qquad: '    ',
  ln: 'ln',
  exp: 'exp',
  log: 'log',
  tanh: 'tanh',
  max: 'max',
  min: 'min',
  Var: 'Var',
  textstyle: '',
  left: '',
  right: '',
  bigl: '',
  bigr: '',
  Bigl: '',
  Bigr: '',
  limits: '',
};

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '+': '⁺',
  n: 'ⁿ',
  i: 'ⁱ',
  T: 'ᵀ',
  ᵀ: 'ᵀ',
  "'": '′',
  '′': '′',
  z: 'ᶻ',
  x: 'ˣ',
};
const subscripts: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '-': '₋',
  '−': '₋',
  '+': '₊',
  i: 'ᵢ',
  j: 'ⱼ',
  k: 'ₖ',
  l: 'ₗ',
  n: 'ₙ',
  t: 'ₜ',
  x: 'ₓ',
  a: 'ₐ',
  h: 'ₕ',
  m: 'ₘ',
  o: 'ₒ',
  p: 'ₚ',
  s: 'ₛ',
  u: 'ᵤ',
};

/** Each character raised or lowered, where all of them can be; else the text behind its mark. */
function shifted(text: string, table: Readonly<Record<string, string>>, mark: string): string {
  const characters = [...text.replaceAll(' ', '')].map((character) => table[character]);
  if (characters.every((character) => character !== undefined)) return characters.join('');
  return text.length === 1 ? `${mark}${text}` : `${mark}(${text})`;
}

/** An operand of a fraction keeps its place without brackets where nothing in it could be torn apart. */
function operand(text: string): string {
  // Templates keep closing braces apart, for two of them would end what is filled in.
  const trimmed = text.trim();
  return /^[^\s+\-−·/]+$/.test(trimmed) ? trimmed : `(${trimmed})`;
}

/** Braces from the innermost outwards: `group` has none in it. */
const group = '\\{([^{}]*)\\}';
const rules: readonly (readonly [pattern: RegExp, replacement: (...parts: string[]) => string])[] = [
  [new RegExp(`\\\\(?:text|operatorname|mathrm|mathbf)${group}`, 'g'), (_, text = '') => text],
  [
    new RegExp(`(ln|log|exp) \\\\frac${group}${group}`, 'g'),
    (_, name = '', top = '', bottom = '') => `${name}(${operand(top)}/${operand(bottom)})`,
  ],
  [
    new RegExp(`\\\\(?:d|t)?frac${group}${group}`, 'g'),
    (_, top = '', bottom = '') => `${operand(top)}/${operand(bottom)}`,
  ],
  [/\\(?:d|t)?frac(\d)(\d)/g, (_, top = '', bottom = '') => `${top}/${bottom}`],
  [new RegExp(`\\\\sqrt${group}`, 'g'), (_, text = '') => `√${operand(text)}`],
  [new RegExp(`\\^${group}`, 'g'), (_, text = '') => shifted(text, superscripts, '^')],
  [new RegExp(`_${group}`, 'g'), (_, text = '') => shifted(text, subscripts, '_')],
];

/** One formula, in Unicode, as a terminal can show it: fractions on a line, brackets where they are needed. */
export function plainFormula(latex: string): string {
  let text = latex
    .replace(/\\begin\{cases\}|\\end\{cases\}|\\begin\{pmatrix\}|\\end\{pmatrix\}/g, ' ')
    .replace(/\\\\/g, '; ')
    .replace(/&/g, ' ')
    .replace(/\\[,;! ]/g, ' ')
    .replace(/\\([{}#%])/g, (_, escaped: string) => (escaped === '{' ? '⦃' : escaped === '}' ? '⦄' : escaped))
    .replace(/\\([A-Za-z]+)/g, (whole, name: string) => symbols[name] ?? whole);
  for (let before = ''; before !== text; ) {
    before = text;
    for (const [pattern, replacement] of rules) text = text.replace(pattern, replacement);
  }
  return text
    .replace(/\^([^\s^_])/g, (_, character: string) => shifted(character, superscripts, '^'))
    .replace(/_([^\s^_])/g, (_, character: string) => shifted(character, subscripts, '_'))
    .replace(/[{}]/g, '')
    .replaceAll('⦃', '{')
    .replaceAll('⦄', '}')
    .replace(/∂ (?=\p{L})/gu, '∂')
    .replace(/‖ ([^‖]*?) ‖/g, '‖$1‖')
    .replaceAll("'", '′')
    .replaceAll('-', '−')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Markdown as a terminal shows it: formulas in Unicode, a formula of its own on a line of its own. */
export const plainMarkdown = (markdown: string): string =>
  markdown
    .replace(/\$\$([\s\S]*?)\$\$/g, (_, formula: string) => `    ${plainFormula(formula)}`)
    .replace(/\$([^$\n]*)\$/g, (_, formula: string) => plainFormula(formula))
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1');
