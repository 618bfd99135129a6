class Logistic {
  constructor(private readonly steepness = 1) {}

  value(z: number): number {
    return 1 / (1 + Math.exp(-this.steepness * z));
  }

  slope(z: number): number {
    const s = this.value(z);
    return this.steepness * s * (1 - s);
  }
}

const logistic = new Logistic();
const sigmoid = logistic.value.bind(logistic);
const sigmoidDerivative = (z: number) => logistic.slope(z);

export { sigmoid, sigmoidDerivative };
