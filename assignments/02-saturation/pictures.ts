import { curve, type Picture } from '../../grader/contract.ts';
import { sigmoid, sigmoidDerivative, tanh, tanhDerivative } from '../../reference/activations.ts';

export const pictures: Readonly<Record<string, Picture>> = {
  'saturation.svg': {
    title: 'σ, tanh and their derivatives',
    description:
      'tanh passes through 0 with slope 1, σ through 0.5 with slope 0.25; beyond |z| = 5 both derivatives are close to 0.',
    x: { label: 'z', domain: [-6, 6] },
    y: { label: '', domain: [-1, 1] },
    series: [
      { label: 'σ(z)', points: curve(sigmoid, -6, 6), style: 'solid' },
      { label: 'σ′(z)', points: curve(sigmoidDerivative, -6, 6), style: 'dashed' },
      { label: 'tanh z', points: curve(tanh, -6, 6), style: 'solid' },
      { label: 'tanh′ z', points: curve(tanhDerivative, -6, 6), style: 'dashed' },
    ],
  },
};
