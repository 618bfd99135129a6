enum Branch {
  Right,
  Left,
}

const branchOf = (z: number): Branch => (z >= 0 ? Branch.Right : Branch.Left);

// e^-z overflows for very negative z, so there we multiply both sides of the fraction by e^z
export function sigmoid(z: number): number {
  switch (branchOf(z)) {
    case Branch.Right:
      return 1 / (1 + Math.exp(-z));
    case Branch.Left: {
      const e = Math.exp(z);
      return e / (1 + e);
    }
  }
}

export function sigmoidDerivative(z: number): number {
  // symmetric in z
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e) ** 2;
}
