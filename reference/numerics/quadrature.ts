/** ∫ f(x)·w(x) dx as Σ weights_i·f(nodes_i). */
export interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Gauss' rule with n nodes for an even weight w, exact for polynomials of degree 2n − 1. The weight is given by its mass and
 * by the recurrence of its orthonormal polynomials, x·p_k = b_(k+1)·p_(k+1) + b_k·p_(k−1).
 *
 * The nodes are the eigenvalues of the tridiagonal matrix that has b_1 … b_(n−1) beside a diagonal of 0 (Golub & Welsch
 * 1969), found by bisection; a weight is mass / Σ p_k² at its node, the sum over k < n.
 */
function gaussRule(n: number, mass: number, b: (k: number) => number): Rule {
  const beside = Array.from({ length: n }, (_, k) => (k === 0 ? 0 : b(k)));
  /** How many eigenvalues are below x: as many as there are negative pivots. */
  const countBelow = (x: number): number => {
    let pivot = -x;
    let count = pivot < 0 ? 1 : 0;
    for (let k = 1; k < n; k++) {
      pivot = -x - beside[k]! ** 2 / (pivot === 0 ? Number.MIN_VALUE : pivot);
      if (pivot < 0) count += 1;
    }
    return count;
  };
  const nodeAt = (index: number): number => {
    let [low, high] = [-2 * Math.max(...beside), 2 * Math.max(...beside)];
    while (high - low > 1e-15 * Math.max(1, Math.abs(low))) {
      const middle = (low + high) / 2;
      if (countBelow(middle) > index) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  };
  const weightAt = (x: number): number => {
    let [before, p, sum] = [0, 1, 1];
    for (let k = 1; k < n; k++) {
      [before, p] = [p, (x * p - beside[k - 1]! * before) / beside[k]!];
      sum += p * p;
    }
    return mass / sum;
  };
  const nodes = Array.from({ length: n }, (_, index) => nodeAt(index));
  return { nodes, weights: nodes.map(weightAt) };
}

/** For ∫ f(x) dx from −1 to 1. */
export const gaussLegendre = (n: number): Rule => gaussRule(n, 2, (k) => k / Math.sqrt(4 * k * k - 1));

/** For E f(Z), Z ~ N(0, 1). */
export const gaussHermite = (n: number): Rule => gaussRule(n, 1, (k) => Math.sqrt(k));
