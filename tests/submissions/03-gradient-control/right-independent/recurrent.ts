export function unrolledGradients(W: number[][], states: number[][], output: number[]): number[][] {
  if (states.length === 1) return [output];
  const last = states[states.length - 1];
  const before: number[] = [];
  for (let i = 0; i < output.length; i++) {
    let sum = 0;
    for (let j = 0; j < output.length; j++) sum += W[j][i] * (1 - last[j]) * (1 + last[j]) * output[j];
    before.push(sum);
  }
  return [...unrolledGradients(W, states.slice(0, -1), before), output];
}
