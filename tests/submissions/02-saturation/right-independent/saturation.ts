type Kind = 'sigmoid' | 'tanh';

const slopes: Record<Kind, (z: number) => number> = {
  sigmoid: (z) => 0.25 / Math.cosh(z / 2) ** 2,
  tanh: (z) => 1 / Math.cosh(z) ** 2,
};

export function saturatedFraction(kind: Kind, units: number[], threshold: number): number {
  let count = 0;
  for (const z of units) if (slopes[kind](z) < threshold) count++;
  return count / Math.max(1, units.length);
}

export function gradientBound(kind: Kind, depth: number): number {
  let bound = 1;
  while (depth-- > 0) bound *= kind === 'sigmoid' ? 0.25 : 1;
  return bound;
}

export function saturationPoint(kind: Kind, threshold: number): number {
  let [near, far] = [0, 100];
  for (let i = 0; i < 100; i++) {
    const middle = (near + far) / 2;
    if (slopes[kind](middle) > threshold) near = middle;
    else far = middle;
  }
  return near;
}
