/** exp of a uniform number between the logarithms of two positive numbers, of which the second may be the smaller. */
export const logUniform = (from: number, to: number, u: number): number =>
  Math.exp(Math.log(from) + u * (Math.log(to) - Math.log(from)));
