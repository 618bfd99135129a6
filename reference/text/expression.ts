/**
 * A formula in z as data: `['/', 'z', ['+', 1, ['abs', 'z']]]` is z / (1 + |z|). It is computed by walking through it, and
 * so needs no code to be made from text.
 */
export type Expression =
  | number
  | 'z'
  | readonly [operator: Unary, operand: Expression]
  | readonly [operator: Binary, left: Expression, right: Expression];

/** A value together with its derivative by z: what forward-mode differentiation carries along. */
export type Dual = { readonly value: number; readonly slope: number };

/** f and f′ of one argument. */
const unary = {
  neg: [(u) => -u, () => -1],
  abs: [Math.abs, Math.sign],
  exp: [Math.exp, Math.exp],
  log: [Math.log, (u) => 1 / u],
  sqrt: [Math.sqrt, (u) => 0.5 / Math.sqrt(u)],
  sin: [Math.sin, Math.cos],
  cos: [Math.cos, (u) => -Math.sin(u)],
  atan: [Math.atan, (u) => 1 / (1 + u * u)],
  sinh: [Math.sinh, Math.cosh],
  cosh: [Math.cosh, Math.sinh],
  tanh: [Math.tanh, (u) => 1 - Math.tanh(u) ** 2],
  asinh: [Math.asinh, (u) => 1 / Math.hypot(1, u)],
} satisfies Readonly<Record<string, readonly [f: (u: number) => number, slope: (u: number) => number]>>;

/** f of two arguments, and its derivative by z, given theirs. */
const binary = {
  '+': [(a, b) => a + b, (a, b) => a.slope + b.slope],
  '-': [(a, b) => a - b, (a, b) => a.slope - b.slope],
  '*': [(a, b) => a * b, (a, b) => a.slope * b.value + a.value * b.slope],
  '/': [(a, b) => a / b, (a, b) => (a.slope - (a.value / b.value) * b.slope) / b.value],
  '^': [(a, b) => a ** b, powerSlope],
} satisfies Readonly<
  Record<string, readonly [f: (a: number, b: number) => number, slope: (a: Dual, b: Dual) => number]>
>;

export type Unary = keyof typeof unary;
export type Binary = keyof typeof binary;

export const unaryOperators = Object.keys(unary) as readonly Unary[];
export const binaryOperators = Object.keys(binary) as readonly Binary[];

/** The value at z. NaN or ±∞ where there is none. */
export function valueAt(expression: Expression, z: number): number {
  if (typeof expression === 'number') return expression;
  if (typeof expression === 'string') return z;
  const inner = valueAt(expression[1], z);
  return expression.length === 3
    ? binary[expression[0]][0](inner, valueAt(expression[2], z))
    : unary[expression[0]][0](inner);
}

/** The value and the derivative at z. NaN or ±∞ where there is none. */
export function dualAt(expression: Expression, z: number): Dual {
  if (typeof expression === 'number') return { value: expression, slope: 0 };
  if (typeof expression === 'string') return { value: z, slope: 1 };
  const inner = dualAt(expression[1], z);
  if (expression.length === 3) {
    const [f, slope] = binary[expression[0]];
    const other = dualAt(expression[2], z);
    return { value: f(inner.value, other.value), slope: slope(inner, other) };
  }
  const [f, slope] = unary[expression[0]];
  return { value: f(inner.value), slope: inner.slope === 0 ? 0 : slope(inner.value) * inner.slope };
}

/** (a^b)′ = b·a^(b−1)·a′ + a^b·ln a·b′; each term only where it is there, so that 0^2 has a slope. */
function powerSlope(a: Dual, b: Dual): number {
  const ofBase = a.slope === 0 ? 0 : b.value * a.value ** (b.value - 1) * a.slope;
  const ofExponent = b.slope === 0 ? 0 : a.value ** b.value * Math.log(a.value) * b.slope;
  return ofBase + ofExponent;
}
