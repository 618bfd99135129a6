import { farthest } from './weight-distributions.ts';

/** What is summed up of weights, in units of the standard deviation that they should have. NaN where a weight is. */
export class Tally {
  count = 0;
  sum = 0;
  squares = 0;
  /** Σ y, Σ y², Σ y³, Σ y⁴: y is x, but no further out than `farthest`. */
  first = 0;
  second = 0;
  third = 0;
  fourth = 0;
  largest = 0;

  /** Takes in weights. */
  add(weights: Float64Array): void {
    let sum = 0;
    let squares = 0;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let { largest } = this;
    for (let i = 0; i < weights.length; i++) {
      const x = weights[i]!;
      sum += x;
      squares += x * x;
      const y = Math.max(-farthest, Math.min(farthest, x));
      const square = y * y;
      first += y;
      second += square;
      third += square * y;
      fourth += square * square;
      if (x > largest) largest = x;
      else if (-x > largest) largest = -x;
    }
    this.count += weights.length;
    this.sum += sum;
    this.squares += squares;
    this.first += first;
    this.second += second;
    this.third += third;
    this.fourth += fourth;
    this.largest = largest;
  }

  /** Takes in one weight, for its sum and square alone. */
  addOne(x: number): void {
    this.count += 1;
    this.sum += x;
    this.squares += x * x;
  }

  /** Takes in what another one has. */
  merge(other: Tally): void {
    this.count += other.count;
    this.sum += other.sum;
    this.squares += other.squares;
    this.first += other.first;
    this.second += other.second;
    this.third += other.third;
    this.fourth += other.fourth;
    this.largest = Math.max(this.largest, other.largest);
  }

  /**
   * The mean in units of the root mean square, whatever that is. Given the sizes of weights about 0 only their signs are
   * random, and √N times it is as Σ c·(±1) with ‖c‖ = 1: P(|…| > z) ≤ 2e^(−z²/2) (Efron 1969).
   */
  mean(): number {
    return this.sum / Math.sqrt(this.count * this.squares);
  }

  square(): number {
    return this.squares / this.count;
  }

  /** m₃ − κm₁: the skewness, where the mean is off by little. */
  skewness(kurtosis: number): number {
    return (this.third - kurtosis * this.first) / this.count;
  }

  /** m₄ − 2κ(m₂ − 1): the kurtosis, where the variance is off by little. */
  kurtosis(kurtosis: number): number {
    return (this.fourth - 2 * kurtosis * (this.second - this.count)) / this.count;
  }
}
