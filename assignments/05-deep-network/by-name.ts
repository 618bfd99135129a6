import type { Phi, Phis } from './activations.ts';

/**
 * Answers that are written for an activation as a function, as answers that are given its name: the second argument of
 * all tasks but `train`.
 */
export const byName = <Id extends string, Rest extends unknown[], Answer, Layers>(
  { of }: Phis,
  answers: { readonly [K in Id]: (layers: Layers, phi: Phi, ...rest: Rest) => Answer },
): { readonly [K in Id]: (layers: Layers, activation: string, ...rest: Rest) => Answer } =>
  Object.fromEntries(
    Object.entries<(layers: Layers, phi: Phi, ...rest: Rest) => Answer>(answers).map(([id, answer]) => [
      id,
      (layers: Layers, activation: string, ...rest: Rest) => answer(layers, of(activation), ...rest),
    ]),
  ) as { readonly [K in Id]: (layers: Layers, activation: string, ...rest: Rest) => Answer };
