const shrink = (norm: number, maxNorm: number) => Math.min(1, maxNorm / (norm + 1e-6));

export const clipByValue = (gradient: number[], limit: number) => {
  const clipped = new Float64Array(gradient);
  clipped.forEach((g, i) => {
    if (g > limit) clipped[i] = limit;
    if (g < -limit) clipped[i] = -limit;
  });
  return clipped;
};

export const clipByNorm = (gradient: number[], maxNorm: number) => {
  const factor = shrink(Math.hypot(...gradient), maxNorm);
  return Float64Array.from(gradient, (g) => factor * g);
};

export const clipByGlobalNorm = (gradients: number[][], maxNorm: number) => {
  const factor = shrink(Math.hypot(...gradients.map((gradient) => Math.hypot(...gradient))), maxNorm);
  return gradients.map((gradient) => gradient.map((g) => factor * g));
};
